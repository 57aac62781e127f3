import { emergencyForm } from '../forms/emergency.ts';
import { house, statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import {
  call,
  counted,
  emergencyActs,
  LEVEL_ALONE,
  OPENED_AT_ONCE,
  opening,
  step,
  WHO_IS_MEANT,
} from '../shapes/emergency.ts';
import { review } from '../shapes/emergency-end.ts';
import { EDITION } from './edition.ts';

const room = (item = '') => cite('LZ-P', `第一百六十八条（五）${item}`);
/** Of accidents of these kinds. */
const of = (...kinds: string[]): Condition => ({ fact: 'accident', in: kinds });
const TRAPPED: Condition = { fact: 'trapped', in: [true] };
const AFTER = cite('LZ-P', '第一百六十九条');

/**
 * 第一百六十八条（五）机房物理环境事故。供电故障、火灾、渗水均应立即切断电源；电力部门停电业务要及时通知党工委办公室，停电超过2小时的，
 * 由电力部门提供应急发电车；火灾用灭火器灭火，向119报告，应先救人后救物。第一百六十九条：恢复正常状态，全面调查评估。
 */
export const lzIncidentRoom: Procedure = {
  id: 'lz-incident-room',
  family: 'incident',
  jurisdiction: 'lz',
  title: '机房物理环境事故处理',
  basis: room(),
  edition: EDITION,
  submitters: ['duty-officer'],
  form: {
    ...emergencyForm,
    accident: {
      title: '事故种类',
      type: 'choice',
      options: { power: '供电故障', fire: '火灾', water: '渗水', outage: '电力部门办理停电业务' },
      steers: 'accident',
    },
    trapped: { title: '有人员遇险', type: 'flag', steers: 'trapped', when: of('fire') },
    outageFrom: { title: '停电开始时间', type: 'past-instant', steers: 'outageFrom', when: of('outage') },
  },
  start: [
    { stage: 'cut-power', when: of('power', 'fire', 'water') },
    { stage: 'extinguish', when: of('fire') },
    { stage: 'call-119', when: of('fire') },
    { stage: 'rescue', when: TRAPPED },
    { stage: 'call-office', when: of('outage') },
    { stage: 'outage', when: of('outage') },
    'notify',
  ],
  stages: {
    ...opening(),
    'cut-power': step({
      title: '切断电源',
      basis: room(),
      by: 'duty-officer',
      within: target(15, 'minute', room()),
      fromFinding: true,
      opens: [
        { stage: 'repair-power', when: of('power') },
        { stage: 'salvage', when: of('fire') },
        { stage: 'replace-wet', when: of('water') },
      ],
    }),
    'repair-power': step({
      title: '维修或更换损坏设备，恢复供电',
      basis: room('1'),
      by: 'platform-operator',
      within: target(4, 'hour', room('1')),
      fields: { repaired: { title: '维修、更换的设备', type: 'text', maxLength: 2000 } },
      opens: ['restore'],
    }),
    'call-office': call({
      title: '通知党工委办公室停电安排',
      basis: room('1'),
      by: 'party-office',
      within: target(30, 'minute', room('1')),
    }),
    outage: {
      title: '停电期间值守',
      basis: room('1'),
      by: 'duty-officer',
      clocks: [
        { id: 'power-back', title: '恢复供电', limit: target(1, 'working-day', room('1')) },
        {
          id: 'two-hours',
          title: '停电超过2小时须应急发电车',
          limit: statutory(2, 'hour', room('1')),
          from: { fact: 'outageFrom' },
          ladder: 'none',
          onMissed: ['generator'],
        },
      ],
      outcomes: { 'power-back': { title: '已恢复供电', opens: ['restore'] } },
    },
    generator: {
      title: '电力部门应急发电车到场',
      basis: room('1'),
      by: 'duty-officer',
      within: target(30, 'minute', room('1')),
      outcomes: {
        arrived: {
          title: '发电车已供电',
          demands: ['fields'],
          fields: { truck: { title: '发电车和联系人', type: 'text' } },
        },
        'not-come': { title: '未到场', demands: ['reasons'] },
      },
    },
    extinguish: step({
      title: '用灭火器灭火',
      basis: room('2'),
      by: 'duty-officer',
      within: target(15, 'minute', room('2')),
      fromFinding: true,
      opens: ['salvage'],
    }),
    'call-119': {
      title: '向119指挥中心报告火警',
      basis: room('2'),
      by: 'duty-officer',
      clocks: [counted(target(15, 'minute', room('2')), true)],
      outcomes: {
        called: {
          title: '已报警',
          demands: ['fields'],
          fields: {
            calledAt: { title: '报警时间', type: 'past-instant' },
            trapped: { title: '有人员遇险', type: 'flag', steers: 'trapped', required: false },
          },
          opens: [{ stage: 'rescue', when: TRAPPED }, 'salvage'],
        },
      },
    },
    rescue: {
      title: '先救人',
      basis: room('2'),
      by: 'unit-head',
      within: target(15, 'minute', room('2')),
      outcomes: { safe: { title: '人员已脱险' } },
    },
    salvage: {
      title: '后救物：抢救设备和数据',
      basis: room('2'),
      by: 'duty-officer',
      join: ['cut-power', 'extinguish', 'call-119'],
      gateNoneOpen: ['rescue'],
      within: target(1, 'working-day', room('2')),
      outcomes: {
        done: {
          title: '已抢救',
          demands: ['fields'],
          fields: { saved: { title: '受损和抢救的设备、数据', type: 'text', maxLength: 4000 } },
          opens: ['restore'],
        },
      },
    },
    'replace-wet': step({
      title: '更换浸水设备，采取防渗水措施',
      basis: room('3'),
      by: 'platform-operator',
      within: target(4, 'hour', room('3')),
      fields: { replaced: { title: '更换的设备和防渗水措施', type: 'text', maxLength: 2000 } },
      opens: ['restore'],
    }),
    restore: step({
      title: '恢复信息网络正常状态',
      basis: AFTER,
      by: 'platform-operator',
      within: target(1, 'working-day', AFTER),
      opens: ['verify'],
    }),
    verify: {
      title: '核验网络、系统和数据',
      basis: AFTER,
      by: 'security-lead',
      within: house(4, 'hour', AFTER),
      outcomes: { done: { title: '已核验', opens: ['review'] } },
    },
    ...review([], [...OPENED_AT_ONCE, 'call-office', 'generator']),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '条文只对短路、断路和防雷防静电设备故障要求立即切断电源；电力部门停电业务是外部停电，机房转由备用电源支撑，不先断电。这是本系统的理解。',
    '火灾的切断电源、灭火、报119自发现时起同时进行、各有其钟，一项未办不耽误他项；都办结且人员脱险后方可办结抢救设备。',
    '停电恢复1个工作日、发电车到场30分钟条文未定，为服务目标；未到场的说明理由，不因此拦下恢复。',
    '条文只要求停电超过2小时由电力部门提供发电车；2小时自停电开始时起算，到时即开启发电车环节，本身不催办。',
    '单位领导知悉、现场指挥、停电通知、发电车未了结的，不拦下恢复和核验；调查评估在应急处置工作结束后，须待其了结。',
    '救人由单位领导现场指挥；有人员遇险的，未报脱险不得办结抢救设备。',
    '电力部门、119不是本系统角色，由值班人员记录。',
    ...WHO_IS_MEANT,
    LEVEL_ALONE,
    '“立即”按15分钟，“及时”通知按30分钟，“及时”维修、更换按4小时，其余条文写明而无数字的环节均为服务目标。',
    '条文未写核验；恢复由平台运维单位操作、数据安全负责人4小时内核验，操作与核验分离，是本系统的规则。',
  ],
};
