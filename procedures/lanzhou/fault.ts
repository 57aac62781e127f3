import type { Fields } from '../fields.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure, Seat, Stage } from '../schema.ts';
import { counted } from '../shapes/emergency.ts';
import { EDITION } from './edition.ts';
import {
  FAULTS,
  faultForm,
  inRunning,
  ofServers,
  ordinary,
  RECOVERY,
  RUNNING,
  SERVERS,
} from './fault-course.ts';

const PROBLEM = cite('LZ-P', '第九十四条');
const ofProblem = { fact: 'faultKind', in: ['problem'] };
/** 各单位共享交换平台管理员: of the unit where the fault is. */
const UNIT: Seat = { role: 'unit-platform-administrator', department: 'unit' };

const form: Fields = {
  faultKind: {
    title: '故障类别',
    type: 'choice',
    options: { ...FAULTS, problem: '资源编目、资源审核、数据共享中的问题' },
    steers: 'faultKind',
  },
  unit: { title: '发生故障的单位', type: 'department', steers: 'unit', when: inRunning },
  ...faultForm,
};

/** 第九十四条：运维单位应及时处理各单位反馈的……问题: handled by the operator alone, without the course of a fault. */
const repairing = (repair: Stage): Stage => ({
  ...repair,
  clocks: [
    {
      from: { fact: 'foundAt' },
      limit: [...RECOVERY, { when: ofProblem, limit: target(1, 'working-day', PROBLEM) }],
      adjustable: { by: 'platform-manager', basis: SERVERS },
    },
  ],
  outcomes: {
    ...Object.fromEntries(
      Object.entries(repair.outcomes).map(([id, outcome]) => [id, { ...outcome, when: { not: ofProblem } }]),
    ),
    solved: {
      title: '问题已处理',
      when: ofProblem,
      demands: ['fields'],
      fields: { result: { title: '处理结果记录', type: 'text', maxLength: 4000 } },
      ends: 'solved',
    },
  },
});

const course = ordinary(['inform', 'record', 'coordinate']);

/**
 * 第九十七条：核心应用服务器或前置服务器故障，运维单位应及时通报，原则上故障恢复时限不超过3个工作日，实际工作中可根据具体情况进行调整。
 * 第九十八条：单位平台管理员应立即记录，上报管理单位，由管理单位协调运维单位定位与排除。第九十九条：提交故障处理报告；短时间不能排除的，
 * 根据故障等级制定应急方案，报备，待管理单位同意后启动。第九十四条：运维单位应及时处理各单位反馈的资源编目、审核、共享问题。
 */
export const lzPlatformFault: Procedure = {
  id: 'lz-platform-fault',
  family: 'fault',
  jurisdiction: 'lz',
  title: '共享交换平台故障处理',
  basis: cite('LZ-P', '第九十六条'),
  edition: EDITION,
  submitters: ['platform-operator', 'unit-platform-administrator'],
  form,
  start: [{ stage: 'inform', when: ofServers }, { stage: 'record', when: inRunning }, 'repair'],
  stages: {
    inform: {
      title: '向平台管理单位通报故障情况',
      basis: SERVERS,
      by: 'platform-operator',
      clocks: [counted(target(30, 'minute', SERVERS), true)],
      outcomes: { informed: { title: '已通报', opens: ['coordinate'] } },
    },
    record: {
      title: '记录故障信息，上报平台管理单位',
      basis: RUNNING,
      by: UNIT,
      clocks: [counted(target(15, 'minute', RUNNING), true)],
      outcomes: { reported: { title: '已记录并上报', opens: ['coordinate'] } },
    },
    coordinate: {
      title: '接收故障报告，协调运维单位',
      basis: RUNNING,
      by: 'platform-manager',
      clocks: [
        {
          limit: [
            { when: inRunning, limit: target(30, 'minute', RUNNING) },
            { when: { not: inRunning }, limit: house(30, 'minute', SERVERS) },
          ],
        },
      ],
      outcomes: { received: { title: '已接收并协调' } },
    },
    ...course,
    repair: repairing(course.repair!),
  },
  endings: { recovered: '已恢复', solved: '问题已处理' },
  houseRules: [
    '3个工作日自故障发生时起算；“可根据具体情况进行调整”由平台管理单位说明理由后调整，是本系统的规则。',
    '通报（第九十七条，运维单位，“及时”按30分钟）和记录、上报（第九十八条，故障所在单位的平台管理员，“立即”按15分钟）自故障发生时起算，由报告的一方负责；平台管理单位自接到报告起30分钟内接收、协调，第九十七条未写接收，是本系统规则。',
    '第九十八条的故障未定恢复时限，同按3个工作日作为服务目标。',
    '第九十四条的问题由运维单位处理，“及时”按1个工作日；不经通报、应急方案和故障处理报告，是本系统的理解。',
    '应急方案未获同意不得启动；故障先行恢复的，方案环节取消。',
    '条文只要求提交故障处理报告；管理单位3个工作日内接收，是本系统规则。',
  ],
};
