import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house, statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure, Stage, StageId } from '../schema.ts';
import { EDITION } from './edition.ts';

const SERVERS = cite('LZ-P', '第九十七条');
const RUNNING = cite('LZ-P', '第九十八条');
const HANDLING = cite('LZ-P', '第九十九条');
const GRAVE = cite('LZ-P', '第一百条');

const FAULTS = {
  core: '核心应用服务器故障',
  front: '前置服务器故障',
  exchange: '资源交换失败',
  portal: '门户访问异常',
};
const ofServers = { fact: 'faultKind', in: ['core', 'front'] };
const inRunning = { fact: 'faultKind', in: ['exchange', 'portal'] };

const faultForm: Fields = {
  faultKind: { title: '故障类别', type: 'choice', options: FAULTS, steers: 'faultKind' },
  subject: { title: '故障设备、资源或页面', type: 'text' },
  foundAt: { title: '发生时间', type: 'past-instant', steers: 'foundAt' },
  what: { title: '故障信息记录', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
};
const PLAN: Fields = {
  faultLevel: { title: '故障等级', type: 'text' },
  plan: { title: '应急方案', type: 'text', maxLength: 8000 },
};

/** 第九十七条、第九十九条: what the operator does, and the manager's part in it; the report is not accepted while any of `acceptedAfter` is open. */
const ordinary = (acceptedAfter: StageId[]): Record<StageId, Stage> => ({
  repair: {
    title: '故障定位与排除',
    basis: SERVERS,
    by: 'platform-operator',
    clocks: [
      {
        from: { fact: 'foundAt' },
        limit: [
          { when: ofServers, limit: statutory(3, 'working-day', SERVERS) },
          { when: inRunning, limit: target(3, 'working-day', RUNNING) },
        ],
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
  report: {
    title: '提交故障处理报告',
    basis: HANDLING,
    by: 'platform-operator',
    gateNoneOpen: ['plan', 'agree', 'start-plan'],
    within: target(3, 'working-day', HANDLING),
    outcomes: {
      submitted: {
        title: '已提交',
        demands: ['fields'],
        fields: {
          analysis: { title: '故障问题分析', type: 'text', maxLength: 4000 },
          result: { title: '处理结果记录', type: 'text', maxLength: 4000 },
        },
        opens: ['accept'],
      },
    },
  },
  accept: {
    title: '接收故障处理报告',
    basis: HANDLING,
    by: 'platform-manager',
    gateNoneOpen: acceptedAfter,
    within: house(3, 'working-day', HANDLING),
    outcomes: { accepted: { title: '已接收', ends: 'recovered' } },
  },
});

/**
 * 第九十七条：核心应用服务器或前置服务器故障，运维单位应及时通报，原则上故障恢复时限不超过3个工作日，实际工作中可根据具体情况进行调整。
 * 第九十八条：单位平台管理员应立即记录，上报管理单位，由管理单位协调运维单位定位与排除。第九十九条：提交故障处理报告；短时间不能排除的，
 * 根据故障等级制定应急方案，报备，待管理单位同意后启动。
 */
export const lzPlatformFault: Procedure = {
  id: 'lz-platform-fault',
  family: 'fault',
  jurisdiction: 'lz',
  title: '共享交换平台故障处理',
  basis: cite('LZ-P', '第九十六条'),
  edition: EDITION,
  submitters: ['platform-operator', 'unit-platform-administrator'],
  form: faultForm,
  start: ['coordinate', 'repair'],
  stages: {
    coordinate: {
      title: '接收故障报告，协调运维单位',
      basis: RUNNING,
      by: 'platform-manager',
      clocks: [
        {
          from: { fact: 'foundAt' },
          limit: [
            { when: ofServers, limit: target(30, 'minute', SERVERS) },
            { when: inRunning, limit: target(15, 'minute', RUNNING) },
          ],
        },
      ],
      outcomes: { received: { title: '已接收并协调' } },
    },
    ...ordinary(['coordinate']),
  },
  endings: { recovered: '已恢复' },
  houseRules: [
    '3个工作日自故障发生时起算；“可根据具体情况进行调整”由平台管理单位说明理由后调整，是本系统的规则。',
    '第九十八条的故障未定恢复时限，同按3个工作日作为服务目标；“立即”按15分钟、“及时”按30分钟。',
    '应急方案未获同意不得启动；故障先行恢复的，方案环节取消。',
    '条文只要求提交故障处理报告；管理单位3个工作日内接收，是本系统规则。',
  ],
};

/**
 * 第一百条：故障已经严重影响业务正常开展，由管理单位统一部署、安排应急处置工作，各单位按要求积极配合；管理单位按规定公布故障原因及处理情况，
 * 任何人、任何单位未经批准不得擅自披露。服务器故障的恢复仍依第九十七条原则上不超过3个工作日。
 */
export const lzPlatformFaultGrave: Procedure = {
  id: 'lz-platform-fault-grave',
  family: 'fault',
  jurisdiction: 'lz',
  title: '共享交换平台严重故障应急处置',
  basis: GRAVE,
  edition: EDITION,
  submitters: ['unit-platform-administrator', 'platform-operator'],
  form: { ...faultForm, effects: { title: '对业务的影响', type: 'text', maxLength: 4000 } },
  start: ['deploy'],
  stages: {
    deploy: {
      title: '统一部署应急处置',
      basis: GRAVE,
      by: 'platform-manager',
      within: target(30, 'minute', GRAVE),
      outcomes: {
        deployed: {
          title: '已部署',
          demands: ['fields'],
          fields: { orders: { title: '部署和要求', type: 'text', maxLength: 4000 } },
          opens: ['handle', 'business'],
        },
        'not-grave': { title: '未严重影响业务，按一般故障处理', demands: ['reasons'], opens: ['repair'] },
      },
    },
    handle: {
      title: '排除故障',
      basis: GRAVE,
      by: 'platform-operator',
      clocks: [
        { limit: target(1, 'working-day', GRAVE) },
        {
          id: 'recovery',
          title: '故障恢复',
          from: { fact: 'foundAt' },
          limit: [{ when: ofServers, limit: statutory(3, 'working-day', SERVERS) }],
          adjustable: { by: 'platform-manager', basis: SERVERS },
        },
      ],
      outcomes: { recovered: { title: '已恢复', opens: ['publish'] } },
    },
    business: {
      title: '妥当处理应急处置期间的业务',
      basis: GRAVE,
      by: 'unit-platform-administrator',
      within: target(1, 'working-day', GRAVE),
      outcomes: { done: { title: '已处理', opens: ['publish'] } },
    },
    publish: {
      title: '公布故障原因及处理情况',
      basis: GRAVE,
      by: 'platform-manager',
      join: ['handle', 'business'],
      within: target(3, 'working-day', GRAVE),
      outcomes: {
        published: {
          title: '已公布',
          demands: ['fields'],
          fields: { notice: { title: '公布内容', type: 'text', maxLength: 4000 } },
          ends: 'published',
        },
      },
    },
    ...ordinary([]),
  },
  endings: { published: '已恢复并公布', recovered: '按一般故障处理，已恢复' },
  houseRules: [
    '第一百条各环节无数字，所列均为服务目标。',
    '认定未严重影响业务的，本案随即转为一般故障（第九十七条、第九十九条），不另行立案；故障恢复时限仍自故障发生时起算。这是本系统的规则。',
    '核心应用服务器、前置服务器的严重故障仍受第九十七条3个工作日的恢复时限约束，自故障发生时起算，与排除故障的目标并行；由平台管理单位说明理由后调整的是这3个工作日。',
    '故障原因只由平台管理单位公布，其他角色没有此环节。',
  ],
};
