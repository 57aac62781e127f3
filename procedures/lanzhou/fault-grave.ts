import { statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure, Seat } from '../schema.ts';
import { EDITION } from './edition.ts';
import { FAULTS, faultForm, handlingReport, ofServers, ordinary, SERVERS } from './fault-course.ts';

const GRAVE = cite('LZ-P', '第一百条');
/** 各单位……妥当处理应急处置期间相关业务: the unit whose business suffers, whoever filed. */
const UNIT: Seat = { role: 'unit-platform-administrator', department: 'unit' };

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
  form: {
    faultKind: { title: '故障类别', type: 'choice', options: FAULTS, steers: 'faultKind' },
    unit: { title: '业务受影响的单位', type: 'department', steers: 'unit' },
    ...faultForm,
    effects: { title: '对业务的影响', type: 'text', maxLength: 4000 },
  },
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
          fields: {
            orders: { title: '部署和要求', type: 'text', maxLength: 4000 },
            units: { title: '须配合的其他单位', type: 'texts', required: false },
          },
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
      outcomes: { recovered: { title: '已恢复', opens: ['handling-report', 'publish'] } },
    },
    'handling-report': handlingReport([]),
    business: {
      title: '妥当处理应急处置期间的业务',
      basis: GRAVE,
      by: UNIT,
      within: target(1, 'working-day', GRAVE),
      outcomes: { done: { title: '已处理', opens: ['publish'] } },
    },
    publish: {
      title: '公布故障原因及处理情况',
      basis: GRAVE,
      by: 'platform-manager',
      join: ['handle', 'business'],
      gate: ['handling-report'],
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
    '“各单位……妥当处理相关业务”：由报告中写明的业务受影响单位的平台管理员办理，不论由谁报告；还有其他单位受影响的，部署时一并写明要求，不另设环节。这是本系统的理解。',
    '严重故障同样适用第九十九条：排除后提交故障处理报告，未提交的不得公布原因及处理情况。',
    '认定未严重影响业务的，本案随即转为一般故障（第九十七条、第九十九条），不另行立案；故障恢复时限仍自故障发生时起算。这是本系统的规则。',
    '核心应用服务器、前置服务器的严重故障仍受第九十七条3个工作日的恢复时限约束，自故障发生时起算，与排除故障的目标并行；由平台管理单位说明理由后调整的是这3个工作日。',
    '故障原因只由平台管理单位公布，其他角色没有此环节。',
  ],
};
