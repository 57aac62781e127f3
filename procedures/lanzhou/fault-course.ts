import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house, statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { LimitAlternative, Opening, Stage, StageId } from '../schema.ts';

export const SERVERS = cite('LZ-P', '第九十七条');
export const RUNNING = cite('LZ-P', '第九十八条');
const HANDLING = cite('LZ-P', '第九十九条');

/** Faults of the platform (第九十七条: of servers; 第九十八条: in running). */
export const FAULTS = {
  core: '核心应用服务器故障',
  front: '前置服务器故障',
  exchange: '资源交换失败',
  portal: '门户访问异常',
};
export const ofServers = { fact: 'faultKind', in: ['core', 'front'] };
export const inRunning = { fact: 'faultKind', in: ['exchange', 'portal'] };

export const faultForm: Fields = {
  subject: { title: '故障设备、资源或页面', type: 'text' },
  foundAt: { title: '发生时间', type: 'past-instant', steers: 'foundAt' },
  what: { title: '故障信息记录', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
};
/** 原则上故障恢复时限不超过3个工作日（第九十七条）; 第九十八条 sets none. */
export const RECOVERY: LimitAlternative[] = [
  { when: ofServers, limit: statutory(3, 'working-day', SERVERS) },
  { when: inRunning, limit: target(3, 'working-day', RUNNING) },
];
const PLAN: Fields = {
  faultLevel: { title: '故障等级', type: 'text' },
  plan: { title: '应急方案', type: 'text', maxLength: 8000 },
};

/** 故障排除后，应做好故障问题分析及处理结果记录，并向管理单位提交故障处理报告（第九十九条）; what `opens` after it. */
export const handlingReport = (opens: Opening[]): Stage => ({
  title: '提交故障处理报告',
  basis: HANDLING,
  by: 'platform-operator',
  within: target(3, 'working-day', HANDLING),
  outcomes: {
    submitted: {
      title: '已提交',
      demands: ['fields'],
      fields: {
        analysis: { title: '故障问题分析', type: 'text', maxLength: 4000 },
        result: { title: '处理结果记录', type: 'text', maxLength: 4000 },
      },
      opens,
    },
  },
});

/** 第九十七条、第九十九条: what the operator does, and the manager's part in it; the report is not accepted while any of `acceptedAfter` is open. */
export const ordinary = (acceptedAfter: StageId[]): Record<StageId, Stage> => ({
  repair: {
    title: '故障定位与排除',
    basis: SERVERS,
    by: 'platform-operator',
    clocks: [
      {
        from: { fact: 'foundAt' },
        limit: RECOVERY,
        adjustable: { by: 'platform-manager', basis: SERVERS },
      },
    ],
    outcomes: {
      repaired: { title: '已恢复', opens: ['report'] },
      'not-soon': { title: '短时间不能排除', demands: ['reasons'], opens: ['plan', 'recover'] },
    },
  },
  plan: {
    title: '根据故障等级制定应急方案',
    basis: HANDLING,
    by: 'platform-operator',
    repeats: true,
    within: target(4, 'hour', HANDLING),
    outcomes: { drawn: { title: '已制定并报备', demands: ['fields'], fields: PLAN, opens: ['agree'] } },
  },
  agree: {
    title: '审核应急方案',
    basis: HANDLING,
    by: 'platform-manager',
    repeats: true,
    within: target(4, 'hour', HANDLING),
    outcomes: {
      agree: { title: '同意启动', opens: ['start-plan'] },
      refuse: { title: '不同意，重新制定', demands: ['reasons'], opens: ['plan'] },
    },
  },
  'start-plan': {
    title: '启动应急方案',
    basis: HANDLING,
    by: 'platform-operator',
    within: target(30, 'minute', HANDLING),
    outcomes: { started: { title: '已启动' } },
  },
  recover: {
    title: '继续排除故障',
    basis: SERVERS,
    by: 'platform-operator',
    sharesClockOf: 'repair',
    outcomes: {
      repaired: { title: '已恢复', opens: ['report'], cancels: ['plan', 'agree', 'start-plan'] },
    },
  },
  report: { ...handlingReport(['accept']), gateNoneOpen: ['plan', 'agree', 'start-plan'] },
  accept: {
    title: '接收故障处理报告',
    basis: HANDLING,
    by: 'platform-manager',
    gateNoneOpen: acceptedAfter,
    within: house(3, 'working-day', HANDLING),
    outcomes: { accepted: { title: '已接收', ends: 'recovered' } },
  },
});
