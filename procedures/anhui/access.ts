import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { NOT_SUSPENDED } from '../musts.ts';
import { type Citation, cite } from '../regulations.ts';
import type { ClockRule, Procedure } from '../schema.ts';
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

const SYSTEM: Fields = {
  system: { title: '系统名称', type: 'text' },
  kind: {
    title: '系统类别',
    type: 'choice',
    options: { 'city-platform': '市级平台', 'department-system': '部门系统' },
  },
};

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
    plan: { title: '接入方案', type: 'text', maxLength: 4000 },
    level: { title: '网络安全等级保护定级', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['test'],
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
    connected: [{ register: 'connections', op: 'open', key: THE_SYSTEM, must: NOT_SUSPENDED }],
  },
  houseRules: [
    '检测10、整改20、审批5、接入2个工作日，条文均未定，为服务目标。',
    '已封禁、断开的系统不得以新的接入申请恢复接入，按第二十条整改、测评后申请重新接入。',
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
      outcomes: { told: { title: '已通知', opens: ['test'] } },
    },
    ...tested({
      basis: CHANGE,
      test: {
        title: '重新组织接入系统安全检测',
        by: 'security-lead',
        within: target(10, 'working-day', CHANGE),
        passed: '检测通过',
      },
      rectify: {
        title: '整改后重新检测',
        by: 'unit-platform-administrator',
        within: target(20, 'working-day', CHANGE),
      },
      next: 'approve',
    }),
    approve: {
      title: '省数据资源局审批',
      basis: CHANGE,
      by: 'platform-manager',
      clocks: [approval(CHANGE)],
      outcomes: {
        approve: { title: '批准重新接入', opens: ['connect'] },
        refuse: { title: '不予批准', demands: ['reasons'], ends: 'refused' },
      },
    },
    connect: {
      title: '重新接入省级平台',
      basis: CHANGE,
      by: 'platform-operator',
      within: target(2, 'working-day', CHANGE),
      outcomes: { done: { title: '已重新接入', ends: 'connected' } },
    },
  },
  endings: { connected: '已重新接入', refused: '不予重新接入' },
  onEnding: { connected: [{ register: 'connections', op: 'change', key: THE_SYSTEM }] },
  houseRules: [
    '“及时”通知按变更发生后30分钟，检测10、整改20、审批5、接入2个工作日，条文均未定，为服务目标。',
    '通知是义务，不设撤回；检测和审批以前不得重新接入。',
    PAUSE,
  ],
};
