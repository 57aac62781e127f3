import type { Fields } from '../fields.ts';
import { target } from '../limits.ts';
import { type Citation, cite } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type {
  ActRules,
  ClockRule,
  ClockStart,
  CommandRule,
  Condition,
  LegalLimit,
  LevelRule,
  Outcome,
  Stage,
  StageId,
} from '../schema.ts';

type Stages = Record<StageId, Stage>;
const OPENING = cite('LZ-P', '第一百六十八条');
const LEVEL = cite('LZ-P', '第一百六十六条（二）');

/** Until when a limit is counted from the finding: always, or as far as it was known then; what came up later, from when it did. */
export type FromFinding = true | Condition;
const FOUND: ClockStart = { fact: 'foundAt' };

/** The clock of a limit, from the finding as far as `fromFinding` says, else from the opening of the stage. */
export const counted = (limit: LegalLimit, fromFinding?: FromFinding): ClockRule => {
  if (fromFinding === undefined) return { limit };
  if (fromFinding === true) return { limit, from: FOUND };
  return {
    limit: [
      { when: fromFinding, limit, from: FOUND },
      { when: { not: fromFinding }, limit },
    ],
  };
};

/** A step that one role does and records; `fields` are demanded. */
export const step = (text: {
  title: string;
  basis: Citation;
  by: Role;
  within: LegalLimit;
  opens: Outcome['opens'];
  fields?: Fields;
  join?: StageId[];
  gate?: StageId[];
  /** 发现后: the limit runs from the finding. */
  fromFinding?: FromFinding;
}): Stage => ({
  title: text.title,
  basis: text.basis,
  by: text.by,
  ...(text.gate === undefined ? {} : { gate: text.gate }),
  ...(text.join === undefined ? {} : { join: text.join }),
  clocks: [counted(text.within, text.fromFinding)],
  outcomes: {
    done: {
      title: '已完成',
      ...(text.fields === undefined ? {} : { demands: ['fields'], fields: text.fields }),
      opens: text.opens ?? [],
    },
  },
});

/** 通报、报告: a call that whoever is called confirms; unanswered, it goes to the head of the unit four times. */
export const call = (text: {
  title: string;
  basis: Citation;
  by: Role | Role[];
  opens?: StageId[];
  within?: LegalLimit;
  fromFinding?: FromFinding;
}): Stage => ({
  title: text.title,
  basis: text.basis,
  by: text.by,
  ...(Array.isArray(text.by) ? { agreement: 'all' } : {}),
  clocks: [
    {
      ...counted(text.within ?? target(15, 'minute', text.basis), text.fromFinding),
      ladder: 'inform-call',
    },
  ],
  outcomes: { told: { title: '已知悉', opens: text.opens ?? [] } },
});

/**
 * 第一百六十六条（二）: the level, judged from four factors when the case is opened, follows what becomes known. 第一百六十八条: the duty
 * officer judges how grave it is (初步判定灾情程度), the head of the unit commands; either may set another level, at any time.
 */
const changeLevel: LevelRule = { fact: 'level', by: ['duty-officer', 'unit-head'], basis: LEVEL };
/** 不能自行解决的，由单位领导现场指挥: also when that has shown only later. */
const takeCommand: CommandRule = { by: 'unit-head', after: 'notify', opens: 'command', basis: OPENING };
/** What may be done on any emergency of Lanzhou while it is open. */
export const emergencyActs: ActRules = { changeLevel, takeCommand };
/** 相关技术负责人: whom 第一百六十八条 has told beside the head of the unit. */
const TECHNICAL_LEAD =
  '第一百六十八条“相关技术负责人”条文未指明由谁担任，不单列角色：值班人员通知单位领导时一并通知，系统记录单位领导的知悉，技术处置由各环节的承办人负责。这是本系统的理解。';
const ANY_TIME = '级别可随时调整，由值班人员或单位领导提出并说明理由，是本系统的规则；';
/** 第一百六十八条、第一百六十九条 say 主管部门 without naming it; 第六条 and 第二十八条 do. */
const DEPARTMENT =
  '“主管部门”指新区科技发展局（第六条、第二十八条），由平台管理单位角色承担，第一百六十九条的调查评估、完善预案、演练、总结经验教训和整改都由其负责；“上级主管部门”由主管部门角色承担。这是本系统的理解。';
const COMMAND_LATER =
  '单位领导先答本单位自行解决、后又不能自行解决的，办结前可说明理由接管现场指挥一次，是本系统的规则。';
/** House rules on who is meant, the same for every emergency. */
export const WHO_IS_MEANT = [TECHNICAL_LEAD, DEPARTMENT, COMMAND_LATER];
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
    clocks: [{ ...counted(target(30, 'minute', OPENING), true), ladder: 'inform-call' }],
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
