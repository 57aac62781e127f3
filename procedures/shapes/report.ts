import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type {
  Condition,
  Edition,
  Effect,
  Family,
  LegalLimit,
  Outcome,
  Procedure,
  Stage,
  StageId,
} from '../schema.ts';

/** A limit that another article sets where its condition holds. */
type Alternative = { when: Condition; limit: LegalLimit };

/** What the text says of one matter that is reported and then handled; everything else is the same for all. */
export type ReportText = {
  id: string;
  family: Family;
  jurisdiction: Jurisdiction;
  edition: Edition;
  title: string;
  basis: Citation;
  /** Who finds it and reports it. */
  by: Role;
  /** Fields beside the usual ones. */
  form?: Fields;
  /** The report: what it is called, and its limit, counted from `from` (default: when the matter was found). */
  report: { title: string; within: LegalLimit | Alternative[]; from?: string; fields?: Fields };
  /** Stages of handling; those without `when` always open. One without a condition stands among them, or all cases are covered. */
  handle: Record<StageId, Handler>;
  /** Who closes the case when all has been handled; default: who reported it. */
  closer?: { by?: Role; title: string; basis?: Citation; within?: LegalLimit; effects?: Effect[] };
  houseRules?: string[];
};

export type Handler = {
  title: string;
  by: Role | Role[];
  basis?: Citation;
  within: LegalLimit;
  when?: Condition;
  /** What the handler records; default: the measures taken. */
  fields?: Fields;
  /** 上报: whoever is only told acknowledges, and records nothing. */
  told?: true;
  /** What the handling tells the registers. */
  effects?: Effect[];
};

const FORM: Fields = {
  subject: { title: '涉及的系统或网络', type: 'text' },
  what: { title: '情况说明', type: 'text', maxLength: 4000 },
  foundAt: { title: '发现时间', type: 'past-instant', steers: 'foundAt' },
  ...CLASSIFIED,
};
const MEASURES: Fields = { measures: { title: '处置措施和结果', type: 'text', maxLength: 4000 } };

/** 报告与处置: found, reported at once, handled by those whom the text names, then closed with a summary by whoever reported it. */
export const report = (text: ReportText): Procedure => ({
  id: text.id,
  family: text.family,
  jurisdiction: text.jurisdiction,
  title: text.title,
  basis: text.basis,
  edition: text.edition,
  submitters: [text.by],
  form: { ...FORM, ...text.form },
  start: ['report'],
  stages: { report: reporting(text), ...handling(text), close: closing(text) },
  endings: { closed: '处理完毕' },
  houseRules: text.houseRules ?? [],
});

const reporting = ({
  by,
  basis,
  handle,
  report: { title, within, from = 'foundAt', fields },
}: ReportText): Stage => {
  const opens: Outcome['opens'] = Object.entries(handle).map(([stage, { when }]) =>
    when === undefined ? stage : { stage, when },
  );
  const asks = fields === undefined ? {} : { demands: ['fields' as const], fields };
  return {
    title,
    basis,
    by,
    clocks: [{ from: { fact: from }, limit: within }],
    outcomes: { reported: { title: '已报告', ...asks, opens } },
  };
};

const handling = (text: ReportText): Record<StageId, Stage> =>
  Object.fromEntries(
    Object.entries(text.handle).map(([id, handler]) => {
      const { title, by, basis = text.basis, within, fields = MEASURES, effects } = handler;
      const agreement = Array.isArray(by) ? { agreement: 'all' as const } : {};
      const tells = effects === undefined ? {} : { effects };
      const handled: Outcome = { title: '已处置', demands: ['fields'], fields, ...tells, opens: ['close'] };
      const received: Outcome = { title: '已接报', opens: ['close'] };
      const outcomes: Stage['outcomes'] = handler.told ? { received } : { handled };
      return [id, { title, basis, by, ...agreement, within, outcomes }];
    }),
  );

/** Opened by the first that has been handled, decided when nothing is being handled any more. */
const closing = ({ by, basis, handle, closer }: ReportText): Stage => ({
  title: closer?.title ?? '总结归档',
  basis: closer?.basis ?? basis,
  by: closer?.by ?? by,
  gateNoneOpen: Object.keys(handle),
  within: closer?.within ?? house(5, 'working-day', basis),
  outcomes: {
    filed: {
      title: '已归档',
      demands: ['fields'],
      fields: { summary: { title: '总结', type: 'text', maxLength: 4000 } },
      ...(closer?.effects === undefined ? {} : { effects: closer.effects }),
      ends: 'closed',
    },
  },
});
