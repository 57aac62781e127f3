import { gradedIncidentForm } from '../forms/emergency.ts';
import { NETWORKS } from '../forms/incident.ts';
import { house, statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { counted, emergencyActs, LEVEL_ALONE, opening, WHO_IS_MEANT } from '../shapes/emergency.ts';
import { conclusion } from '../shapes/emergency-end.ts';
import { EDITION } from './edition.ts';

const VIRUS = cite('LZ-P', '第一百六十八条（一）');
const REPORT = cite('LZ-P', '第四十五条');
const ELTE_REPORT = cite('LZ-P', '第二十二条');
const onElte = { fact: 'network', in: ['elte'] };

/** 第一百六十六条 the four factors, 第一百六十八条 the head of the unit, 第一百六十九条 the review. */
const OF_BOTH = [
  '四项分级参考要素（数据密级、公众影响、业务影响、资产损失）可与类别、级别一并填报，来不及的可暂缺，由总结补足；数据密级只就泄密和攻击类事件填报。',
  '“实施必要的安全加固”：是否必要由总结人判定；第一百六十九条的调查评估本为机房突发事件所设，可选用。',
  '发现后即通知单位领导；领导未及时知悉的记为逾期并催告，不因此拦下处理和归档，但全面调查评估须在其知悉之后；现场指挥未结束的不得归档。',
  ...WHO_IS_MEANT,
  LEVEL_ALONE,
];

/**
 * 第一百六十八条（一）病毒爆发：切断、备份、杀毒；无法清除的，网站2小时内、业务系统或办公系统4小时内无法处理完毕的，
 * 立即向本单位数据安全负责人通报并向党工委办公室报告；恢复并检查完整性；处理完毕重新接入网络；总结。
 */
export const lzIncidentVirus: Procedure = {
  id: 'lz-incident-virus',
  family: 'incident',
  jurisdiction: 'lz',
  title: '病毒爆发事件处理',
  basis: VIRUS,
  edition: EDITION,
  submitters: ['duty-officer'],
  form: gradedIncidentForm,
  start: ['isolate', 'backup', 'clean', 'restore', 'notify'],
  stages: {
    isolate: {
      title: '切断感染计算机与网络的联接',
      basis: cite('LZ-P', '第一百六十八条（一）1'),
      by: 'duty-officer',
      clocks: [counted(target(15, 'minute', cite('LZ-P', '第一百六十八条（一）1')), true)],
      outcomes: { done: { title: '已切断' } },
    },
    backup: {
      title: '备份重要数据',
      basis: cite('LZ-P', '第一百六十八条（一）2'),
      by: 'duty-officer',
      within: target(1, 'hour', cite('LZ-P', '第一百六十八条（一）2')),
      outcomes: { done: { title: '已备份' } },
    },
    clean: {
      title: '杀毒与扫描清除',
      basis: cite('LZ-P', '第一百六十八条（一）3'),
      by: 'duty-officer',
      within: target(2, 'hour', cite('LZ-P', '第一百六十八条（一）3')),
      outcomes: {
        done: { title: '已清除' },
        'cannot-clean': { title: '现行防病毒软件无法清除', opens: ['inform'] },
      },
    },
    restore: {
      title: '恢复系统和相关数据',
      basis: cite('LZ-P', '第一百六十八条（一）4、5'),
      by: 'duty-officer',
      gate: ['isolate', 'backup', 'clean'],
      clocks: [
        {
          from: { fact: 'foundAt' },
          limit: [
            {
              when: { fact: 'systemKind', in: ['website'] },
              limit: statutory(2, 'hour', cite('LZ-P', '第一百六十八条（一）4（2）')),
            },
            {
              when: { fact: 'systemKind', in: ['business-system', 'office-system'] },
              limit: statutory(4, 'hour', cite('LZ-P', '第一百六十八条（一）4（3）')),
            },
          ],
          onMissed: ['inform'],
        },
      ],
      outcomes: { done: { title: '已恢复', opens: ['verify'] } },
    },
    inform: {
      title: '通报数据安全负责人并报告党工委办公室',
      basis: cite('LZ-P', '第一百六十八条（一）4'),
      by: ['security-lead', 'party-office'],
      agreement: 'all',
      clocks: [
        {
          limit: target(15, 'minute', cite('LZ-P', '第一百六十八条（一）4')),
          ladder: 'inform-call',
        },
      ],
      outcomes: { informed: { title: '已知悉' } },
    },
    verify: {
      title: '检查数据完整性',
      basis: cite('LZ-P', '第一百六十八条（一）5'),
      by: 'security-lead',
      within: target(4, 'hour', cite('LZ-P', '第一百六十八条（一）5')),
      outcomes: { done: { title: '完整性已核验', opens: ['reconnect'] } },
    },
    reconnect: {
      title: '重新接入网络',
      basis: cite('LZ-P', '第一百六十八条（一）6'),
      by: 'duty-officer',
      within: target(4, 'hour', cite('LZ-P', '第一百六十八条（一）6')),
      outcomes: { done: { title: '已接入', opens: ['summarise'] } },
    },
    ...opening(),
    ...conclusion({
      title: '总结与防范方案',
      basis: cite('LZ-P', '第一百六十八条（一）7'),
      hardening: cite('LZ-P', '第一百六十八条（一）8'),
      waitsFor: ['inform'],
    }),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '切断联接和2小时、4小时都自发现时起算；“处理完毕”以恢复办结为准。条文先列切断、备份、杀毒，后列恢复：三者都办结后方可恢复，是本系统的理解；备份和杀毒谁先记录不限。',
    '核验由数据安全负责人、操作由值班人员承担，审批、操作、核验分离。',
    ...OF_BOTH,
    '除2小时、4小时外各环节条文无数字，所列为服务目标；“立即”按15分钟。',
  ],
};

/**
 * 第四十五条：（政务外网）接入单位发现网络安全事件，应初步查明原因后半小时内向新区科技发展局报告。
 * 第二十二条：eLTE市政无线专网接入单位……应初步查明原因后及时向新区科技发展局报告。
 */
export const lzIncidentReport: Procedure = {
  id: 'lz-incident-report',
  family: 'incident',
  jurisdiction: 'lz',
  title: '网络安全事件报告',
  basis: REPORT,
  edition: EDITION,
  submitters: ['duty-officer'],
  form: {
    ...gradedIncidentForm,
    network: {
      title: '所在网络（不填为电子政务外网）',
      type: 'choice',
      options: NETWORKS,
      required: false,
      steers: 'network',
    },
  },
  start: ['ascertain', 'notify'],
  stages: {
    ascertain: {
      title: '初步查明原因',
      basis: REPORT,
      by: 'duty-officer',
      clocks: [counted(house(4, 'hour', REPORT), true)],
      outcomes: {
        found: {
          title: '已初步查明',
          demands: ['fields'],
          fields: {
            cause: { title: '初步查明的原因', type: 'text', maxLength: 4000 },
            causeFoundAt: { title: '初步查明原因的时间', type: 'past-instant', steers: 'causeFoundAt' },
          },
          opens: ['report'],
        },
      },
    },
    report: {
      title: '向平台管理单位报告',
      basis: REPORT,
      by: 'duty-officer',
      clocks: [
        {
          from: { fact: 'causeFoundAt' },
          limit: [
            { when: { not: onElte }, limit: statutory(30, 'minute', REPORT) },
            { when: onElte, limit: target(30, 'minute', ELTE_REPORT) },
          ],
        },
      ],
      outcomes: { reported: { title: '已报告', opens: ['handle'] } },
    },
    handle: {
      title: '处置',
      basis: REPORT,
      by: 'platform-manager',
      within: house(1, 'working-day', REPORT),
      outcomes: { handled: { title: '已处置', opens: ['summarise'] } },
    },
    ...opening(),
    ...conclusion({
      title: '总结归档',
      basis: REPORT,
      hardening: cite('LZ-P', '第一百六十八条'),
      waitsFor: [],
      ours: true,
    }),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '半小时自值班人员填写的初步查明原因的时间起算；何时查明条文未定，自发现时起4小时内查明是本系统规则；第二十二条对eLTE无线专网只要求“及时”，同按30分钟，为服务目标。',
    ...OF_BOTH,
    '处置与总结归档条文未写，其时限是本系统规则。',
  ],
};
