import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { NETWORKS } from '../forms/incident.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { counted } from '../shapes/emergency.ts';
import { report } from '../shapes/report.ts';
import { EDITION } from './edition.ts';

const ATTACK = cite('LZ-P', '第八十五条');
const PROBLEM = cite('LZ-D', '第三十四条');
const ELTE_INFORMATION = cite('LZ-P', '第二十一条');
const EXTRANET_INFORMATION = cite('LZ-P', '第四十四条');
const ELTE_ATTACK = cite('LZ-P', '第十九条');
const EXTRANET_ATTACK = cite('LZ-P', '第四十二条');

const lz = { jurisdiction: 'lz', edition: EDITION } as const;
const NETWORK: Fields = {
  network: {
    title: '所在网络',
    type: 'choice',
    options: NETWORKS,
    steers: 'network',
  },
};
const isLeak = { fact: 'kind', in: ['leak'] };
const onElte = { fact: 'network', in: ['elte'] };
const onExtranet = { fact: 'network', in: ['extranet'] };
const AT_ONCE =
  '“及时”按30分钟、“立即”按15分钟，处置条文无数字，均为服务目标；条文未写总结归档，其时限是本系统规则。';
const HANDLED_BY_US =
  '第八十五条未写平台管理单位、保密工作管理部门如何处置；各1个工作日办结处置，是本系统规则。';

/**
 * 第八十五条：若发现计算机或网络遭到大规模的攻击，需立即向共享交换平台管理单位汇报，并及时进行网络隔离；如发现资料泄露情况，在采取应急措施
 * 的同时，应及时将情况上报至共享交换平台管理单位和新区保密工作管理部门。
 */
export const lzPlatformAttack: Procedure = {
  id: 'lz-platform-attack',
  family: 'incident',
  ...lz,
  title: '共享交换平台遭受攻击或资料泄露处置',
  basis: ATTACK,
  submitters: ['platform-operator'],
  form: {
    kind: {
      title: '情况',
      type: 'choice',
      options: { attack: '大规模攻击', leak: '资料泄露' },
      steers: 'kind',
    },
    subject: { title: '涉及的计算机、网络或资料', type: 'text' },
    foundAt: { title: '发现时间', type: 'past-instant', steers: 'foundAt' },
    what: { title: '情况说明（不得录入涉密内容）', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['report', 'isolate', { stage: 'report-secrecy', when: isLeak }],
  stages: {
    report: {
      title: '向平台管理单位汇报',
      basis: ATTACK,
      by: 'platform-operator',
      clocks: [
        {
          from: { fact: 'foundAt' },
          limit: [
            { when: isLeak, limit: target(30, 'minute', ATTACK) },
            { when: { not: isLeak }, limit: target(15, 'minute', ATTACK) },
          ],
        },
      ],
      outcomes: {
        reported: { title: '已汇报', opens: ['direct'] },
      },
    },
    'report-secrecy': {
      title: '上报保密工作管理部门',
      basis: ATTACK,
      by: 'platform-operator',
      clocks: [counted(target(30, 'minute', ATTACK), isLeak)],
      outcomes: { reported: { title: '已上报', opens: ['secrecy'] } },
    },
    isolate: {
      title: '网络隔离，采取应急措施',
      basis: ATTACK,
      by: 'platform-operator',
      clocks: [counted(target(30, 'minute', ATTACK), true)],
      outcomes: {
        done: {
          title: '已隔离，已采取应急措施',
          demands: ['fields'],
          fields: {
            measures: { title: '隔离范围和应急措施', type: 'text', maxLength: 4000 },
            leaked: { title: '同时发现资料泄露', type: 'flag', required: false, steers: 'leaked' },
          },
          opens: [{ stage: 'report-secrecy', when: { fact: 'leaked', in: [true] } }],
        },
      },
    },
    secrecy: {
      title: '保密工作管理部门处置',
      basis: ATTACK,
      by: 'secrecy-administration',
      within: house(1, 'working-day', ATTACK),
      outcomes: { handled: { title: '已处置' } },
    },
    direct: {
      title: '平台管理单位处置',
      basis: ATTACK,
      by: 'platform-manager',
      gate: ['isolate'],
      within: house(1, 'working-day', ATTACK),
      outcomes: { handled: { title: '平台及数据已安全', opens: ['summarise'] } },
    },
    summarise: {
      title: '总结归档',
      basis: ATTACK,
      by: 'platform-operator',
      gateNoneOpen: ['report-secrecy', 'secrecy'],
      within: house(3, 'working-day', ATTACK),
      outcomes: {
        filed: {
          title: '已归档',
          demands: ['fields'],
          fields: { summary: { title: '总结', type: 'text', maxLength: 8000 } },
          ends: 'closed',
        },
      },
    },
  },
  endings: { closed: '处理完毕' },
  houseRules: [
    AT_ONCE,
    HANDLED_BY_US,
    '未完成隔离或应急措施的，平台管理单位不得认定已安全；隔离时才发现资料泄露的，即报保密工作管理部门，自此时起30分钟。这是本系统的规则。',
    '资料泄露的，向平台管理单位和保密工作管理部门并行上报，各有其钟。',
  ],
};

/** LZ-D 第三十四条：出现安全问题时，应及时向信息安全行政主管部门报告，并配合相关职能部门处置。 */
export const lzSecurityProblem = report({
  id: 'lz-security-problem',
  family: 'incident',
  ...lz,
  title: '共享数据安全问题报告',
  basis: PROBLEM,
  by: 'security-lead',
  report: { title: '向信息安全行政主管部门报告', within: target(30, 'minute', PROBLEM) },
  handle: {
    handle: {
      title: '处置安全问题',
      by: 'security-authority',
      within: target(3, 'working-day', PROBLEM),
    },
  },
  houseRules: [AT_ONCE],
});

/**
 * 第二十一条：发现eLTE市政无线专网上存在有害信息时应保留原始记录，并及时向新区网信等相关部门报告。
 * 第四十四条：发现政务外网上存在有害信息时应保留原始记录并及时向新区科技发展局报告。
 */
export const lzHarmfulInformation = report({
  id: 'lz-harmful-information',
  family: 'incident',
  ...lz,
  title: '有害信息报告',
  basis: EXTRANET_INFORMATION,
  by: 'unit-platform-administrator',
  form: NETWORK,
  report: {
    title: '保留原始记录并报告',
    within: [
      { when: onElte, limit: target(30, 'minute', ELTE_INFORMATION) },
      { when: onExtranet, limit: target(30, 'minute', EXTRANET_INFORMATION) },
    ],
    fields: {
      originals: { title: '保留的原始记录', type: 'texts' },
      keptAt: { title: '保管人和保管位置', type: 'text' },
    },
  },
  handle: {
    'handle-elte': {
      title: '网信部门处置',
      by: 'security-authority',
      basis: ELTE_INFORMATION,
      within: target(1, 'working-day', ELTE_INFORMATION),
      when: onElte,
    },
    'handle-extranet': {
      title: '科技发展局处置',
      by: 'platform-manager',
      within: target(1, 'working-day', EXTRANET_INFORMATION),
      when: onExtranet,
    },
  },
  houseRules: [AT_ONCE, '网信部门未单列角色，由信息安全主管部门角色承担。'],
});

/**
 * 第十九条：eLTE专网遭受病毒、黑客、木马等非法手段攻击时，各接入单位必须积极配合，会同科技、网信、公安等部门共同处置。
 * 第四十二条：政务外网……会同网信、公安等部门共同处置网络安全事件。
 */
export const lzJointAttack = report({
  id: 'lz-joint-attack',
  family: 'incident',
  ...lz,
  title: '网络遭受攻击的共同处置',
  basis: EXTRANET_ATTACK,
  by: 'duty-officer',
  form: NETWORK,
  report: {
    title: '通知会同处置的部门',
    within: [
      { when: onElte, limit: target(30, 'minute', ELTE_ATTACK) },
      { when: onExtranet, limit: target(30, 'minute', EXTRANET_ATTACK) },
    ],
  },
  handle: {
    'joint-elte': {
      title: '科技、网信、公安共同处置',
      by: ['platform-manager', 'security-authority', 'police'],
      basis: ELTE_ATTACK,
      within: target(1, 'working-day', ELTE_ATTACK),
      when: onElte,
    },
    'joint-extranet': {
      title: '网信、公安共同处置',
      by: ['security-authority', 'police'],
      within: target(1, 'working-day', EXTRANET_ATTACK),
      when: onExtranet,
    },
  },
  closer: { by: 'security-lead', title: '总结归档' },
  houseRules: [AT_ONCE, '网信部门未单列角色，由信息安全主管部门角色承担；各部门都办结方为共同处置完毕。'],
});
