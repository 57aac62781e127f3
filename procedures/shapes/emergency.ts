import type { Fields } from '../fields.ts';
import { target } from '../limits.ts';
import { type Citation, cite } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { LegalLimit, LevelRule, Outcome, Stage, StageId } from '../schema.ts';

type Stages = Record<StageId, Stage>;
const OPENING = cite('LZ-P', '第一百六十八条');
const LEVEL = cite('LZ-P', '第一百六十六条（二）');
const REVIEW = cite('LZ-P', '第一百六十九条');

/** A step that one role does and records; `fields` are demanded. */
export const step = (text: {
  title: string;
  basis: Citation;
  by: Role;
  within: LegalLimit;
  opens: Outcome['opens'];
  fields?: Fields;
  join?: StageId[];
  /** 发现后: the limit runs from the finding. */
  fromFinding?: boolean;
}): Stage => ({
  title: text.title,
  basis: text.basis,
  by: text.by,
  ...(text.join === undefined ? {} : { join: text.join }),
  clocks: [{ limit: text.within, ...(text.fromFinding ? { from: { fact: 'foundAt' } } : {}) }],
  outcomes: {
    done: {
      title: '已完成',
      ...(text.fields === undefined ? {} : { demands: ['fields'], fields: text.fields }),
      opens: text.opens ?? [],
    },
  },
});

/**
 * 通报、报告: a call that whoever is called confirms; unanswered, it goes to the head of the unit four times. `next` are called after it, as the
 * article orders them: when this call is confirmed, and also when nobody has answered it in time.
 */
export const call = (text: {
  title: string;
  basis: Citation;
  by: Role | Role[];
  next?: StageId[];
  opens?: StageId[];
  within?: LegalLimit | { when: { fact: string; in: boolean[] }; limit: LegalLimit }[];
  fromFinding?: boolean;
}): Stage => ({
  title: text.title,
  basis: text.basis,
  by: text.by,
  ...(Array.isArray(text.by) ? { agreement: 'all' } : {}),
  clocks: [
    {
      limit: text.within ?? target(15, 'minute', text.basis),
      ladder: 'inform-call',
      ...(text.fromFinding ? { from: { fact: 'foundAt' } } : {}),
      ...(text.next === undefined ? {} : { onMissed: text.next }),
    },
  ],
  outcomes: { told: { title: '已知悉', opens: [...(text.next ?? []), ...(text.opens ?? [])] } },
});

/**
 * 第一百六十六条（二）: the level, judged from four factors when the case is opened, follows what becomes known. 第一百六十八条: the duty
 * officer judges how grave it is (初步判定灾情程度), the head of the unit commands; either may set another level, at any time.
 */
export const changeLevel: LevelRule = { fact: 'level', by: ['duty-officer', 'unit-head'], basis: LEVEL };
const ANY_TIME = '级别可随时调整，由值班人员或单位领导提出并说明理由，是本系统的规则；';
/** House rules on what a change of level brings about: where reports go up by level, and where nothing depends on it. */
export const LEVEL_UPWARDS = `${ANY_TIME}调高后应加报的单位随即通报，已通报的不因调低而撤回；各环节时限与级别无关，不变动。`;
export const LEVEL_ALONE = `${ANY_TIME}本事项的时限和通报对象与级别无关，不因此变动。`;

/** Stages of every emergency that its last stage waits for. */
export const OPENED_AT_ONCE = ['notify', 'command'];

/**
 * 第一百六十八条：值班人员要及时……通知单位领导……；能够自身解决的，要及时加以解决；不能自行解决的，由单位领导现场指挥。
 */
export const opening = (): Stages => ({
  notify: {
    title: '通知单位领导',
    basis: OPENING,
    by: 'unit-head',
    clocks: [{ limit: target(30, 'minute', OPENING), from: { fact: 'foundAt' }, ladder: 'inform-call' }],
    outcomes: {
      self: { title: '已知悉，本单位自行解决' },
      command: { title: '不能自行解决，现场指挥', opens: ['command'] },
    },
  },
  command: {
    title: '单位领导现场指挥',
    basis: OPENING,
    by: 'unit-head',
    within: target(1, 'working-day', OPENING),
    outcomes: {
      done: {
        title: '现场指挥结束',
        demands: ['fields'],
        fields: { forces: { title: '协调的部门和力量', type: 'text', maxLength: 2000 } },
      },
    },
  },
});

const SUMMARY: Fields = {
  summary: { title: '事件处理总结', type: 'text', maxLength: 8000 },
  prevention: { title: '防范措施', type: 'text', maxLength: 4000 },
};
const closing = (title: string): Stage['outcomes'] => ({
  filed: { title, ends: 'closed' },
  review: { title: `${title}，开展全面调查评估`, opens: ['review'] },
});

/** 总结事件处理情况: the last step where the text wants no filing with the Party office; the review of 第一百六十九条 is offered. */
export const summary = (basis: Citation, waitsFor: StageId[]): Stages => ({
  summarise: {
    title: '总结事件处理情况',
    basis,
    by: 'security-lead',
    gateNoneOpen: [...OPENED_AT_ONCE, ...waitsFor],
    within: target(3, 'working-day', basis),
    outcomes: Object.fromEntries(
      Object.entries(closing('已总结归档')).map(([id, outcome]) => [
        id,
        { ...outcome, demands: ['fields'], fields: SUMMARY } satisfies Outcome,
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
      fields: SUMMARY,
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

/** 实施必要的安全加固。 */
export const hardening = (basis: Citation): Stages => ({
  harden: {
    title: '实施必要的安全加固',
    basis,
    by: 'duty-officer',
    within: target(5, 'working-day', basis),
    outcomes: {
      done: {
        title: '已加固',
        demands: ['fields'],
        fields: { hardening: { title: '加固措施', type: 'text', maxLength: 4000 } },
      },
    },
  },
});

/** 第一百六十九条：对事件发生原因、性质、影响、后果、责任及应急处置能力……进行全面调查评估；完善预案，针对性演练，整改隐患。 */
export const review = (waitsFor: StageId[] = []): Stages => ({
  review: {
    title: '全面调查评估',
    basis: REVIEW,
    by: 'platform-manager',
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
    title: '完善预案、实施演练、整改隐患',
    basis: REVIEW,
    by: 'security-lead',
    gateNoneOpen: waitsFor,
    within: target(20, 'working-day', REVIEW),
    outcomes: {
      done: {
        title: '已整改',
        demands: ['fields'],
        fields: {
          plan: { title: '预案的改进', type: 'text', maxLength: 4000 },
          drill: { title: '针对性演练', type: 'text', maxLength: 4000 },
          rectified: { title: '隐患整改', type: 'text', maxLength: 4000 },
        },
        ends: 'closed',
      },
    },
  },
});
