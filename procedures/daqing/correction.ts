import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { statutory, target } from '../limits.ts';
import { type Citation, cite } from '../regulations.ts';
import type { ClockRule, Outcome, Procedure, Stage, StageId } from '../schema.ts';
import { EDITION, NO_DATE } from './forms.ts';

const THE_DATA = { thing: 'resource', field: 'resource' } as const;

const OBJECTION = cite('DQ-D', '第三十三条');
const OWN = cite('DQ-D', '第三十三条（一）');
const DEPARTMENT = cite('DQ-D', '第三十三条（二）');

/** 被采集人认为……采集、开放的数据存在错误、遗漏等情形，或者侵犯其个人隐私、商业秘密等合法权益的，可以……提出异议. */
const form: Fields = {
  objector: { title: '被采集人', type: 'holder' },
  receivedAt: { title: '收到异议材料时间', type: 'past-instant', steers: 'receivedAt' },
  resource: { title: '所涉公共数据', type: 'resource' },
  ground: {
    title: '异议事由',
    type: 'choice',
    options: { error: '错误', omission: '遗漏', privacy: '侵犯个人隐私', secret: '侵犯商业秘密' },
  },
  what: { title: '异议内容', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
};

/** 在收到异议材料1个工作日内进行异议标注。 */
const markWithin: ClockRule = { from: { fact: 'receivedAt' }, limit: statutory(1, 'working-day', OBJECTION) };
/** 在收到异议材料之日起2个工作日内，作出是否更正的决定。 */
const decideWithin: ClockRule = { from: { fact: 'receivedAt' }, limit: statutory(2, 'working-day', OWN) };
/** 在收到异议材料之日起2个工作日内转交该部门办理。 */
const handOverWithin: ClockRule = {
  from: { fact: 'receivedAt' },
  limit: statutory(2, 'working-day', DEPARTMENT),
};

const mark: Stage = {
  title: '异议标注',
  basis: OBJECTION,
  by: 'platform-manager',
  clocks: [markWithin],
  outcomes: { marked: { title: '已标注', effects: [{ register: 'resources', op: 'mark', key: THE_DATA }] } },
};

/** 作出是否更正的决定。 */
const corrected: Outcome = {
  title: '予以更正',
  demands: ['fields'],
  fields: { correction: { title: '更正内容', type: 'text', maxLength: 4000 } },
  effects: [{ register: 'resources', op: 'change', key: THE_DATA }],
  opens: ['tell'],
};

/** 该部门应在收到转交的异议材料之日起5个工作日内进行核实，作出是否更正的决定并告知综合管理部门。 */
const verify: Stage = {
  title: '责任部门核实并决定是否更正',
  basis: DEPARTMENT,
  by: 'responsible-department',
  within: statutory(5, 'working-day', DEPARTMENT),
  outcomes: {
    corrected,
    upheld: { title: '不予更正', demands: ['reasons'], opens: ['tell'] },
  },
};

/** 综合管理部门及时将处理结果告知异议提出人, whoever has decided. */
const tell = (basis: Citation, decided: StageId): Stage => ({
  title: '告知异议提出人',
  basis,
  by: 'platform-manager',
  gate: ['mark'],
  within: target(1, 'working-day', basis),
  outcomes: {
    told: {
      title: '已告知',
      effects: [{ register: 'resources', op: 'unmark', key: THE_DATA, own: true }],
      ends: { as: decided },
    },
  },
});
const ENDINGS = { corrected: '已更正', upheld: '维持原数据', withdrawn: '已撤回' };
const HOUSE_RULES = [
  '“及时”告知异议提出人不是报告，按1个工作日作为服务目标。',
  '被采集人不登录本系统，其异议由政务服务热线席位登记。',
  NO_DATE,
];

/**
 * 第三十三条（一）：属于综合管理部门更正范围的，2个工作日内作出是否更正的决定，并及时将处理结果告知异议提出人；（二）：属于市级责任部门
 * 更正范围的，转交该部门办理。
 */
export const dqCorrectionOwn: Procedure = {
  id: 'dq-correction-own',
  family: 'correction',
  jurisdiction: 'dq',
  title: '公共数据异议（综合管理部门更正）',
  basis: OWN,
  edition: EDITION,
  submitters: ['hotline'],
  form,
  start: ['mark', 'decide'],
  stages: {
    mark,
    decide: {
      title: '决定是否更正',
      basis: OWN,
      by: 'platform-manager',
      gate: ['mark'],
      clocks: [decideWithin],
      outcomes: {
        corrected,
        upheld: { title: '不予更正', demands: ['reasons'], opens: ['tell'] },
        'hand-over': {
          title: '属于责任部门更正范围，转交该部门办理',
          demands: ['reasons'],
          opens: ['verify'],
        },
      },
    },
    tell: tell(OWN, 'decide'),
    verify: {
      ...verify,
      outcomes: Object.fromEntries(
        Object.entries(verify.outcomes).map(([id, outcome]) => [
          id,
          { ...outcome, opens: ['tell-verified'] },
        ]),
      ),
    },
    'tell-verified': tell(DEPARTMENT, 'verify'),
  },
  endings: ENDINGS,
  onEnding: { withdrawn: [{ register: 'resources', op: 'unmark', key: THE_DATA, own: true }] },
  houseRules: [
    '属于谁的更正范围由综合管理部门认定：登记后认定属于责任部门更正范围的，在同一2个工作日内说明理由转交（第三十三条（二）），责任部门自转交之时起5个工作日内核实决定。',
    ...HOUSE_RULES,
  ],
};

/**
 * 第三十三条（二）：属于市级责任部门更正范围的，2个工作日内转交该部门办理，该部门应在收到转交的异议材料之日起5个工作日内进行核实，
 * 作出是否更正的决定并告知综合管理部门；综合管理部门及时将处理结果告知异议提出人。
 */
export const dqCorrectionDept: Procedure = {
  id: 'dq-correction-dept',
  family: 'correction',
  jurisdiction: 'dq',
  title: '公共数据异议（责任部门更正）',
  basis: DEPARTMENT,
  edition: EDITION,
  submitters: ['hotline'],
  form,
  start: ['mark', 'hand-over'],
  stages: {
    mark,
    'hand-over': {
      title: '转交责任部门办理',
      basis: DEPARTMENT,
      by: 'platform-manager',
      clocks: [handOverWithin],
      outcomes: { handed: { title: '已转交', opens: ['verify'] } },
    },
    verify,
    tell: tell(DEPARTMENT, 'verify'),
  },
  endings: ENDINGS,
  onEnding: { withdrawn: [{ register: 'resources', op: 'unmark', key: THE_DATA, own: true }] },
  houseRules: ['责任部门在本系统上即时收到转交的材料，5个工作日自转交之时起算。', ...HOUSE_RULES],
};
