import type { Fields } from '../fields.ts';
import { factorsIfKnown, summaryFields } from '../forms/emergency.ts';
import { house, target } from '../limits.ts';
import { type Citation, cite } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { Outcome, Stage, StageId } from '../schema.ts';
import { OPENED_AT_ONCE, step } from './emergency.ts';

type Stages = Record<StageId, Stage>;
const REVIEW = cite('LZ-P', '第一百六十九条');

const closing = (title: string): Stage['outcomes'] => ({
  filed: { title, ends: 'closed' },
  review: { title: `${title}，开展全面调查评估`, opens: ['review'] },
});

/** 总结事件处理情况: the last step where the text has neither a summary nor a filing; the review of 第一百六十九条 is offered. */
export const summary = (basis: Citation, waitsFor: StageId[]): Stages => ({
  summarise: {
    title: '总结事件处理情况',
    basis,
    by: 'security-lead',
    gateNoneOpen: [...OPENED_AT_ONCE, ...waitsFor],
    within: house(3, 'working-day', basis),
    outcomes: Object.fromEntries(
      Object.entries(closing('已总结归档')).map(([id, outcome]) => [
        id,
        { ...outcome, demands: ['fields'], fields: summaryFields } satisfies Outcome,
      ]),
    ),
  },
});

/** Who hears of graver incidents; a level raised later calls for them later. */
export const REPORTED_UPWARDS = ['report-department', 'report-office'];

/** 总结事件处理情况，并按照事件严重程度逐级汇报，新区党工委办公室对处理情况进行备案。 */
export const summaryUpwards = (basis: Citation, waitsFor: StageId[]): Stages => {
  const heard = (title: string, by: Role, opens: NonNullable<Outcome['opens']>): Stage => ({
    title,
    basis,
    by,
    within: target(1, 'working-day', basis),
    outcomes: { heard: { title: '已听取汇报', opens } },
  });
  const graver = (stage: StageId, levels: string[]) => ({ stage, when: { fact: 'level', in: levels } });
  return {
    summarise: step({
      title: '总结事件处理情况',
      basis,
      by: 'security-lead',
      within: target(3, 'working-day', basis),
      fields: summaryFields,
      opens: ['report-head'],
    }),
    'report-head': heard('向单位领导汇报', 'unit-head', [
      graver('report-department', ['III', 'II', 'I']),
      'file',
    ]),
    'report-department': heard('向主管部门汇报', 'platform-manager', [graver('report-office', ['II', 'I'])]),
    'report-office': heard('向管委会办公室汇报', 'management-office', []),
    file: filing(basis, [...OPENED_AT_ONCE, ...REPORTED_UPWARDS, ...waitsFor]),
  };
};

/** 新区党工委办公室对处理情况进行备案。 */
export const filing = (basis: Citation, waitsFor: StageId[]): Stage => ({
  title: '党工委办公室备案',
  basis,
  by: 'party-office',
  gateNoneOpen: waitsFor,
  within: target(3, 'working-day', basis),
  outcomes: closing('已备案'),
});

const HARDENED = {
  title: '已加固',
  demands: ['fields'],
  fields: { hardening: { title: '加固措施', type: 'text', maxLength: 4000 } },
} satisfies Outcome;

const harden = (basis: Citation, outcomes: Stage['outcomes']): Stage => ({
  title: '实施必要的安全加固',
  basis,
  by: 'duty-officer',
  within: target(5, 'working-day', basis),
  outcomes,
});

/** 实施必要的安全加固: side by side with the summary, which waits for it. */
export const hardening = (basis: Citation): Stages => ({ harden: harden(basis, { done: HARDENED }) });

const CONCLUDED: Fields = { ...summaryFields, ...factorsIfKnown };
/** What may be left open where the text demands no summary. */
const notDemanded = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, required: false }]));

/**
 * 总结事件处理情况 as the last step, whoever summarises judging what is still necessary: nothing; hardening (实施必要的安全加固); the review of
 * 第一百六十九条, also after the hardening. `ours`: the text has no summary; it is for the file, and only what follows from it demands its words.
 */
export const conclusion = (text: {
  title: string;
  basis: Citation;
  hardening: Citation;
  waitsFor: StageId[];
  ours?: true;
}): Stages => ({
  summarise: {
    title: text.title,
    basis: text.basis,
    by: 'security-lead',
    gateNoneOpen: ['command', ...text.waitsFor],
    within: (text.ours ? house : target)(3, 'working-day', text.basis),
    outcomes: {
      filed: {
        title: '已总结归档，无须另行加固',
        ...(text.ours ? { fields: notDemanded(CONCLUDED) } : { demands: ['fields'], fields: CONCLUDED }),
        ends: 'closed',
      },
      harden: { title: '已总结，须安全加固', demands: ['fields'], fields: CONCLUDED, opens: ['harden'] },
      review: {
        title: '已总结，开展全面调查评估',
        demands: ['fields'],
        fields: CONCLUDED,
        opens: ['review'],
      },
    },
  },
  harden: harden(text.hardening, {
    done: { ...HARDENED, ends: 'closed' },
    review: { ...HARDENED, title: '已加固，开展全面调查评估', opens: ['review'] },
  }),
  ...review([], ['notify']),
});

/**
 * 第一百六十九条：主管部门……对事件发生原因、性质、影响、后果、责任及应急处置能力……进行全面调查评估；改进和完善预案，实施针对性演练，
 * 总结经验教训，整改存在隐患.
 * `reviewedAfter`: what must be over before the review is made; `waitsFor`: before the improvement is.
 */
export const review = (waitsFor: StageId[] = [], reviewedAfter: StageId[] = []): Stages => ({
  review: {
    title: '全面调查评估',
    basis: REVIEW,
    by: 'platform-manager',
    gateNoneOpen: reviewedAfter,
    within: target(10, 'working-day', REVIEW),
    outcomes: {
      done: {
        title: '已评估',
        demands: ['fields'],
        fields: {
          cause: { title: '发生原因和性质', type: 'text', maxLength: 4000 },
          impact: { title: '影响和后果', type: 'text', maxLength: 4000 },
          responsibility: { title: '责任', type: 'text', maxLength: 4000 },
          capability: { title: '应急处置能力和恢复重建', type: 'text', maxLength: 4000 },
        },
        opens: ['improve'],
      },
    },
  },
  improve: {
    title: '完善预案、实施演练、总结经验教训、整改隐患',
    basis: REVIEW,
    by: 'platform-manager',
    gateNoneOpen: waitsFor,
    within: target(20, 'working-day', REVIEW),
    outcomes: {
      done: {
        title: '已整改',
        demands: ['fields'],
        fields: {
          plan: { title: '预案的改进', type: 'text', maxLength: 4000 },
          drill: { title: '针对性演练', type: 'text', maxLength: 4000 },
          lessons: { title: '经验教训', type: 'text', maxLength: 4000 },
          rectified: { title: '隐患整改', type: 'text', maxLength: 4000 },
        },
        ends: 'closed',
      },
    },
  },
});
