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
import { filing, review, summary } from '../shapes/emergency-end.ts';
import { EDITION } from './edition.ts';

const network = (item = '') => cite('LZ-P', `第一百六十八条（六）${item}`);
const DATA = cite('LZ-P', '第一百六十八条（七）');
/** （六）2 值班人员一旦发现（网络设备）异常，应立即……报告: it may be a device, as far as was known when it was found. */
const OF_DEVICE: Condition = { fact: 'part', in: ['device', 'unknown'] };
const DONE = { measures: { title: '采取的措施', type: 'text', maxLength: 4000 } } as const;

/**
 * 第一百六十八条（六）网络线路故障：自建链路，运维人员应立即赶赴现场抢修；租用链路，通知运营商及时抢修，无法修复的架设临时链路。
 * 设备故障：立即向党工委办公室报告；问题较严重的及时上报；一时无法修复的，需立即借用或紧急采购新设备进行更换。
 */
export const lzIncidentNetwork: Procedure = {
  id: 'lz-incident-network',
  family: 'incident',
  jurisdiction: 'lz',
  title: '网络线路故障应急处理',
  basis: network(),
  edition: EDITION,
  submitters: ['duty-officer'],
  form: {
    ...emergencyForm,
    part: {
      title: '发现异常的部位',
      type: 'choice',
      options: { line: '网络链路', device: '网络或安全设备', unknown: '尚未判明' },
      steers: 'part',
    },
  },
  start: ['diagnose', { stage: 'call-office', when: OF_DEVICE }, 'notify'],
  stages: {
    ...opening(),
    diagnose: {
      title: '判明故障',
      basis: network(),
      by: 'duty-officer',
      clocks: [counted(target(15, 'minute', network()), true)],
      outcomes: {
        'own-line': { title: '自建链路故障', opens: ['go'] },
        'leased-line': { title: '租用链路故障', opens: ['call-carrier'] },
        device: { title: '网络或安全设备故障', opens: ['call-office', 'mend-device'] },
      },
    },
    go: step({
      title: '运维人员赶赴现场',
      basis: network('1'),
      by: 'platform-operator',
      within: target(15, 'minute', network('1')),
      opens: ['mend-line'],
    }),
    'mend-line': step({
      title: '抢修自建链路',
      basis: network('1'),
      by: 'platform-operator',
      within: target(4, 'hour', network('1')),
      fields: DONE,
      opens: ['summarise'],
    }),
    'call-carrier': step({
      title: '通知运营商抢修',
      basis: network('1'),
      by: 'platform-operator',
      within: target(30, 'minute', network('1')),
      fields: { carrier: { title: '运营商和联系人', type: 'text' } },
      opens: ['carrier-mends'],
    }),
    'carrier-mends': {
      title: '运营商抢修',
      basis: network('1'),
      by: 'platform-operator',
      within: target(4, 'hour', network('1')),
      outcomes: {
        mended: { title: '已修复', opens: ['summarise'] },
        cannot: { title: '链路无法修复', demands: ['reasons'], opens: ['other-line'] },
      },
    },
    'other-line': step({
      title: '协调架设临时链路或其他方案',
      basis: network('1'),
      by: 'platform-operator',
      within: target(1, 'working-day', network('1')),
      fields: DONE,
      opens: ['summarise'],
    }),
    'call-office': call({
      title: '报告党工委办公室',
      basis: network('2'),
      by: 'party-office',
      fromFinding: OF_DEVICE,
    }),
    'mend-device': {
      title: '现场检测抢修设备',
      basis: network('2'),
      by: 'platform-operator',
      within: target(4, 'hour', network('2')),
      outcomes: {
        mended: { title: '已修复', opens: ['summarise'] },
        'grave-mended': { title: '问题较严重，已修复', opens: ['report-grave', 'summarise'] },
        cannot: {
          title: '一时无法修复',
          demands: ['reasons'],
          opens: ['report-grave', 'replace'],
        },
      },
    },
    'report-grave': call({
      title: '上报主管部门',
      basis: network('2'),
      by: 'platform-manager',
      within: target(30, 'minute', network('2')),
    }),
    replace: {
      title: '决定借用或紧急采购新设备',
      basis: network('2'),
      by: 'platform-manager',
      within: target(15, 'minute', network('2')),
      outcomes: {
        borrow: { title: '借用设备', opens: ['install'] },
        buy: { title: '紧急采购', opens: ['install'] },
      },
    },
    install: step({
      title: '更换新设备',
      basis: network('2'),
      by: 'platform-operator',
      within: target(1, 'working-day', network('2')),
      fields: DONE,
      opens: ['summarise'],
    }),
    ...summary(network(), ['call-office', 'report-grave']),
    ...review(),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '“立即”按15分钟；“及时”通知运营商、上报按30分钟；抢修按4小时；其余条文写明而无数字的环节均为服务目标。',
    '（六）2“一旦发现异常，应立即报告”：除发现时即知是链路异常的以外，报告与判明故障同时进行，自发现时起算；以为是链路、判明后才知是设备故障的，自判明时起算，是本系统的理解。问题较严重的上报科技发展局。',
    '“立即借用或紧急采购”指立即作出决定；设备到位和更换另设1个工作日。',
    '条文未写总结；为归档设总结一步、限3个工作日，是本系统的规则。运营商不是本系统角色，由平台运维单位记录。',
    ...WHO_IS_MEANT,
    LEVEL_ALONE,
  ],
};

/**
 * 第一百六十八条（七）数据故障：保护好存储磁盘数据安全，及时排查；设备恢复后及时恢复数据，原设备数据无法恢复的更换新设备后恢复备份；
 * 故障处理完毕后，要在2个工作日内整理分析造成事故的原因，采取相应安全措施并报新区党工委办公室备案。
 */
export const lzIncidentData: Procedure = {
  id: 'lz-incident-data',
  family: 'incident',
  jurisdiction: 'lz',
  title: '数据故障应急处理',
  basis: DATA,
  edition: EDITION,
  submitters: ['duty-officer'],
  form: { ...emergencyForm, device: { title: '故障的服务器或存储设备', type: 'text' } },
  start: ['protect', 'locate', 'notify'],
  stages: {
    ...opening(),
    protect: step({
      title: '保护存储磁盘数据安全',
      basis: DATA,
      by: 'duty-officer',
      within: target(15, 'minute', DATA),
      fromFinding: true,
      opens: [],
    }),
    locate: {
      title: '排查故障点',
      basis: DATA,
      by: 'platform-operator',
      gate: ['protect'],
      clocks: [counted(target(30, 'minute', DATA), true)],
      outcomes: {
        'device-mended': { title: '设备恢复正常', opens: ['restore'] },
        'data-lost': { title: '重大故障，原设备数据无法恢复', opens: ['new-device'] },
      },
    },
    'new-device': step({
      title: '更换新设备',
      basis: DATA,
      by: 'platform-operator',
      within: target(1, 'working-day', DATA),
      fields: DONE,
      opens: ['restore'],
    }),
    restore: step({
      title: '恢复数据（异地备份或人工备份）',
      basis: DATA,
      by: 'platform-operator',
      within: target(4, 'hour', DATA),
      fields: { backup: { title: '所用备份及其时点', type: 'text' } },
      opens: ['verify'],
    }),
    verify: {
      title: '核验数据完整性和系统运行',
      basis: DATA,
      by: 'security-lead',
      within: house(4, 'hour', DATA),
      outcomes: { done: { title: '故障处理完毕', opens: ['analyse'] } },
    },
    analyse: step({
      title: '分析事故原因，报党工委办公室',
      basis: DATA,
      by: 'security-lead',
      within: statutory(2, 'working-day', DATA),
      fields: {
        cause: { title: '事故原因', type: 'text', maxLength: 4000 },
        ...DONE,
      },
      opens: ['file'],
    }),
    file: filing(DATA, OPENED_AT_ONCE),
    ...review(),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '保护磁盘数据和组织排查都自发现时起算；磁盘数据未保护好的，不得认定排查结果。',
    '2个工作日自核验通过（故障处理完毕）之日起算，以数据安全负责人报出为准；党工委办公室登记备案另计。',
    '条文未写核验；恢复由平台运维单位操作、数据安全负责人4小时内核验，操作与核验分离，是本系统的规则。',
    ...WHO_IS_MEANT,
    LEVEL_ALONE,
    '“立即”按15分钟，“及时”排查按30分钟，“及时”恢复数据按4小时，其余条文写明而无数字的环节均为服务目标。',
  ],
};
