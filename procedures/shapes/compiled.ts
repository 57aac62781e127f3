import type { Fields } from '../fields.ts';
import { house } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { Edition, Effect, Ending, Family, LegalLimit, Procedure, Stage } from '../schema.ts';

/** A step of the course: what it is called, whose it is, within what limit. */
type Step = { title: string; by: Role; basis?: Citation; within: LegalLimit };

/** What the text says of one list or account that a unit compiles and hands in; everything else is the same for all. */
export type CompiledText = {
  id: string;
  family: Family;
  jurisdiction: Jurisdiction;
  edition: Edition;
  title: string;
  basis: Citation;
  /** Who compiles it and hands it in. */
  compiler: Role;
  form: Fields;
  review: Step & { passed: string; fields?: Fields };
  /** What follows a review that was passed; without it the case ends. */
  gather?: Step & { done: string; fields?: Fields };
  effects?: Effect[];
  ending: { id: Ending; title: string };
  houseRules?: string[];
};

/** 编制报送: handed in, reviewed, sent back with reasons to be revised as often as it takes, and gathered. Nothing is refused for good. */
export const compiled = (text: CompiledText): Procedure => ({
  id: text.id,
  family: text.family,
  jurisdiction: text.jurisdiction,
  title: text.title,
  basis: text.basis,
  edition: text.edition,
  submitters: [text.compiler],
  form: text.form,
  start: ['review'],
  stages: { review: review(text), revise: revise(text), ...gather(text) },
  endings: { [text.ending.id]: text.ending.title, withdrawn: '已撤回' },
  ...(text.effects === undefined ? {} : { onEnding: { [text.ending.id]: text.effects } }),
  houseRules: [
    '退回修改按5个工作日，是本系统规则；未通过的退回修改后再审，不以不予通过结案。',
    ...(text.houseRules ?? []),
  ],
});

const asking = (fields: Fields | undefined) =>
  fields === undefined ? {} : { demands: ['fields' as const], fields };

const review = (text: CompiledText): Stage => ({
  title: text.review.title,
  basis: text.review.basis ?? text.basis,
  by: text.review.by,
  repeats: true,
  within: text.review.within,
  outcomes: {
    pass: {
      title: text.review.passed,
      ...asking(text.review.fields),
      ...(text.gather === undefined ? { ends: text.ending.id } : { opens: ['gather'] }),
    },
    return: { title: '退回修改', demands: ['reasons'], opens: ['revise'] },
  },
});

const revise = (text: CompiledText): Stage => ({
  title: '修改后重新报送',
  basis: text.basis,
  by: text.compiler,
  repeats: true,
  within: house(5, 'working-day', text.basis),
  outcomes: {
    done: {
      title: '已修改',
      demands: ['fields'],
      fields: { changes: { title: '修改内容', type: 'text', maxLength: 4000 } },
      opens: ['review'],
    },
  },
});

const gather = ({ basis, gather: step, ending }: CompiledText): Record<string, Stage> =>
  step === undefined
    ? {}
    : {
        gather: {
          title: step.title,
          basis: step.basis ?? basis,
          by: step.by,
          within: step.within,
          outcomes: { done: { title: step.done, ...asking(step.fields), ends: ending.id } },
        },
      };
