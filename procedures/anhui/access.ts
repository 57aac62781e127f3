import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { NOT_SUSPENDED } from '../musts.ts';
import { type Citation, cite } from '../regulations.ts';
import type { ClockRule, Condition, Outcome, Procedure, Seat, Stage } from '../schema.ts';
import { tested } from '../shapes/tested.ts';
import { EDITION, THE_SYSTEM } from './forms.ts';

const ACCESS = cite('AH', '第十七条');
const CHANGE = cite('AH', '第十九条');

/** 审批中要求补做检测的: the test is the applicant's to have done, and does not use up the time of the bureau. */
const approval = (basis: Citation): ClockRule => ({
  limit: target(5, 'working-day', basis),
  pauses: { testing: { basis, by: 'platform-manager' } },
});
const PAUSE =
  '审批中认为检测不足、要求补做安全检测的，检测由平台建设管理单位组织，所用时间不计入审批的5个工作日；条文未写，是本系统规则，其他事由不得中止。';

/** 重新接入 is an application of its own under 第十七条, whatever it follows upon. */
export const AGAIN = {
  changed: '重大变更后重新接入（第十九条）',
  blocked: '封禁、断开后重新接入（第二十条）',
};
const isFirst: Condition = { fact: 'ground', in: ['first'] };
const assessed: Condition = { fact: 'ground', in: ['blocked'] };

/** What an application says of the connection wanted; told by the case that opens it, where one does. */
export const CONNECTION: Fields = {
  plan: { title: '接入方案', type: 'text', maxLength: 4000 },
  level: { title: '网络安全等级保护定级', type: 'text' },
};
export const SYSTEM: Fields = {
  system: { title: '系统名称', type: 'text' },
  kind: {
    title: '系统类别',
    type: 'choice',
    options: { 'city-platform': '市级平台', 'department-system': '部门系统' },
  },
};

/**
 * 重新接入的申请, filed by the unit and decided like any other: what the case that it came from does with each of its endings is said there.
 */
export const reconnection = (
  basis: Citation,
  by: Seat,
  after: Record<AccessEnding, Omit<Outcome, 'title'>>,
): Stage => ({
  title: '申请重新接入（另案）',
  basis,
  by,
  repeats: true,
  child: { procedure: 'ah-system-access', clocks: 'run' },
  outcomes: {
    connected: { title: '已重新接入', ...after.connected },
    refused: { title: '申请未获批准', ...after.refused },
    withdrawn: { title: '撤回了申请', ...after.withdrawn },
    terminated: { title: '申请被终止', ...after.terminated },
  },
});
type AccessEnding = 'connected' | 'refused' | 'withdrawn' | 'terminated';

/**
 * 第十七条：市级平台、部门系统接入省级平台，平台建设管理单位应当组织接入系统的安全检测，经省数据资源局审批通过后方可实施。
 */
export const ahSystemAccess: Procedure = {
  id: 'ah-system-access',
  family: 'access',
  jurisdiction: 'ah',
  title: '系统接入省级平台',
  basis: ACCESS,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    ...SYSTEM,
    ground: { title: '申请事由', type: 'choice', options: { first: '首次接入', ...AGAIN }, steers: 'ground' },
    ...CONNECTION,
    assessment: { title: '已通过的安全风险测评报告', type: 'text', maxLength: 4000, when: assessed },
    ...CLASSIFIED,
  },
  start: [
    { stage: 'test', when: { not: assessed } },
    { stage: 'approve', when: assessed },
  ],
  stages: {
    ...tested({
      basis: ACCESS,
      test: {
        title: '组织接入系统安全检测',
        by: 'security-lead',
        within: target(10, 'working-day', ACCESS),
        passed: '检测通过',
      },
      rectify: {
        title: '整改后重新检测',
        by: 'unit-platform-administrator',
        within: target(20, 'working-day', ACCESS),
      },
      next: 'approve',
    }),
    approve: {
      title: '省数据资源局审批',
      basis: ACCESS,
      by: 'platform-manager',
      clocks: [approval(ACCESS)],
      outcomes: {
        approve: { title: '批准接入', opens: ['connect'] },
        refuse: { title: '不予批准', demands: ['reasons'], ends: 'refused' },
      },
    },
    connect: {
      title: '实施接入',
      basis: ACCESS,
      by: 'platform-operator',
      within: target(2, 'working-day', ACCESS),
      outcomes: { done: { title: '已接入', ends: 'connected' } },
    },
  },
  endings: { connected: '已接入', refused: '不予接入', withdrawn: '已撤回' },
  onEnding: {
    connected: [
      { register: 'connections', op: 'open', key: THE_SYSTEM, when: isFirst, must: NOT_SUSPENDED },
      { register: 'connections', op: 'change', key: THE_SYSTEM, when: { not: isFirst } },
    ],
  },
  houseRules: [
    '检测10、整改20、审批5、接入2个工作日，条文均未定，为服务目标。',
    '已封禁、断开的系统不得以首次接入的申请恢复接入；重大变更后、封禁或断开后的重新接入也是本事项的申请，由该案另案提出，接入后的恢复由该案记载；封禁、断开后的，以已通过的安全风险测评（第二十条）代替检测，由审批核对，是本系统的理解。',
    '申请、检测、审批、接入由四种角色承担（第十一条审批、操作、核验分离）；检测未通过的整改后再检，不以不予接入结案。',
    PAUSE,
  ],
};

/**
 * 第十九条：如发生云平台、安全支撑系统等基础设施或关键业务的重大变更，应当及时通知省数据资源局，并重新组织接入系统的安全检测，
 * 经省数据资源局审批通过后方可重新接入省级平台。
 */
export const ahSystemChange: Procedure = {
  id: 'ah-system-change',
  family: 'access',
  jurisdiction: 'ah',
  title: '接入系统重大变更',
  basis: CHANGE,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    ...SYSTEM,
    ...EXISTED_BEFORE,
    change: {
      title: '变更类别',
      type: 'choice',
      options: { cloud: '云平台', security: '安全支撑系统', other: '其他基础设施', business: '关键业务' },
    },
    changedAt: { title: '变更发生时间', type: 'past-instant', steers: 'changedAt' },
    what: { title: '变更内容', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['notify'],
  stages: {
    notify: {
      title: '及时通知省数据资源局',
      basis: CHANGE,
      by: 'unit-platform-administrator',
      clocks: [{ from: { fact: 'changedAt' }, limit: target(30, 'minute', CHANGE) }],
      outcomes: {
        told: {
          title: '已通知，接入暂停',
          effects: [{ register: 'connections', op: 'suspend', key: THE_SYSTEM, must: 'exist' }],
          opens: ['apply'],
        },
      },
    },
    apply: {
      title: '提出重新接入方案',
      basis: CHANGE,
      by: 'unit-platform-administrator',
      repeats: true,
      within: target(10, 'working-day', CHANGE),
      outcomes: {
        applied: {
          title: '申请重新接入',
          demands: ['fields'],
          fields: CONNECTION,
          sets: { ground: 'changed' },
          opens: ['reconnect'],
        },
      },
    },
    reconnect: reconnection(CHANGE, 'unit-platform-administrator', {
      connected: { ends: 'connected' },
      refused: { ends: 'refused' },
      withdrawn: { opens: ['apply'] },
      terminated: { opens: ['apply'] },
    }),
  },
  endings: { connected: '已重新接入', refused: '不予重新接入' },
  onEnding: {
    connected: [
      { register: 'connections', op: 'resume', key: THE_SYSTEM, own: true },
      { register: 'connections', op: 'change', key: THE_SYSTEM },
    ],
  },
  houseRules: [
    '“及时”通知按变更发生后30分钟、提出重新接入方案10个工作日，条文均未定，为服务目标。',
    '通知是义务，不设撤回。重新检测、审批和接入依第十七条另案办理，本案等待其结果，期间没有自己的时限；申请撤回或被终止的，重新提出。',
    '本案终止的，等待中的申请一并终止，通知时所作的暂停一并解除，是本系统规则。变更已经实施的不得以终止代替重新检测、审批（第十九条）；变更没有实施、由另案办理等不必再办的，才可以终止。',
    '条文写“重新接入”：通知之时起接入暂停，审批通过并重新接入后恢复；不予重新接入的仍处于暂停，整改后重新通知、检测、审批。这是本系统的理解。',
  ],
};
