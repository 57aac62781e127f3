import type { Fields } from '../fields.ts';
import { emergencyForm, evidenceFields } from '../forms/emergency.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure, Stage } from '../schema.ts';
import {
  call,
  changeLevel,
  counted,
  LEVEL_UPWARDS,
  opening,
  step,
  WHO_IS_MEANT,
} from '../shapes/emergency.ts';
import { hardening, REPORTED_UPWARDS, review, summaryUpwards } from '../shapes/emergency-end.ts';
import { EDITION } from './edition.ts';

const defacement = (item = '') => cite('LZ-P', `第一百六十八条（二）${item}`);
const intrusion = (item = '') => cite('LZ-P', `第一百六十八条（三）${item}`);

const RULES = [
  '“立即”按15分钟、“及时”按30分钟，其余环节条文无数字，所列均为服务目标。',
  ...WHO_IS_MEANT,
  LEVEL_UPWARDS,
  '“逐级汇报”：一般级报单位领导，较大级加报主管部门，重大和特别重大级再报管委会办公室（第一百六十七条的成员单位），是本系统的理解。',
  '第一百六十九条的调查评估本为机房突发事件所设，对各类事件均可选用。',
  '条文要求立即通报、报告的各方同时通报、各自确认，一方未应答不耽误他方。',
];

/** 情况紧急的，应及时采取断网等处理措施，再按程序报告. */
const URGENT: Condition = { fact: 'urgent', in: [true] };
/** 立即……通报，并立即……报告: side by side, each from the finding; 再按程序报告: from the cut-off, where that comes first. */
const AT_ONCE = { basis: defacement('1'), fromFinding: { not: URGENT } };
const CALLS = ['call-lead', 'call-police', 'call-office'];

/** 必要时协调相关部门或运营商配合处理. */
const COORDINATED: Fields = {
  coordinated: { title: '协调配合的部门或运营商', type: 'text', maxLength: 2000, required: false },
};

/** 新区公安局提取相关数据样本；情节严重，构成违法犯罪的，由公安局立案侦查。 */
const sampling = (basis: Stage['basis'], opens: string[]): Stage => {
  const fields = {
    samples: { title: '提取的数据样本', type: 'texts' },
    receipt: { title: '提取清单编号', type: 'text', required: false },
    source: { title: '来源追查情况', type: 'text', maxLength: 4000 },
  } as const;
  return {
    title: '公安机关采样、追查来源',
    basis,
    by: 'police',
    within: target(4, 'hour', basis),
    outcomes: {
      sampled: { title: '已提取样本', demands: ['fields'], fields, opens },
      prosecuted: { title: '已提取样本，立案侦查', demands: ['fields'], fields, opens },
    },
  };
};

/**
 * 第一百六十八条（二）网页非法篡改：立即向本单位数据安全负责人通报，并立即向新区公安局和党工委办公室报告；情况紧急的，应及时采取断网等
 * 处理措施，再按程序报告；负责人立即赶到现场；公安局提取样本后清理，重新投入使用；总结、逐级汇报、备案；安全加固。
 */
export const lzIncidentDefacement: Procedure = {
  id: 'lz-incident-defacement',
  family: 'incident',
  jurisdiction: 'lz',
  title: '网页非法篡改事件处理',
  basis: defacement(),
  edition: EDITION,
  submitters: ['duty-officer'],
  form: {
    ...emergencyForm,
    urgent: { title: '情况紧急，先断网再报告', type: 'flag', steers: 'urgent' },
    pages: { title: '被篡改的网页', type: 'texts' },
  },
  start: [
    { stage: 'cut-off', when: URGENT },
    ...CALLS.map((stage) => ({ stage, when: { not: URGENT } })),
    'notify',
  ],
  stages: {
    ...opening(),
    'cut-off': {
      title: '断网',
      basis: defacement('1'),
      by: 'duty-officer',
      clocks: [{ ...counted(target(30, 'minute', defacement('1')), true), onMissed: CALLS }],
      outcomes: { done: { title: '已断网', opens: CALLS } },
    },
    'call-lead': call({
      ...AT_ONCE,
      title: '通报数据安全负责人',
      by: 'security-lead',
      opens: ['scene'],
    }),
    'call-police': call({
      ...AT_ONCE,
      title: '报告新区公安局',
      by: 'police',
      opens: ['sample', 'assist'],
    }),
    'call-office': call({ ...AT_ONCE, title: '报告党工委办公室', by: 'party-office' }),
    scene: step({
      title: '负责人赶到现场',
      basis: defacement('2'),
      by: 'security-lead',
      within: target(15, 'minute', defacement('2')),
      opens: ['evidence'],
    }),
    evidence: step({
      title: '做好记录，保存日志',
      basis: defacement('2'),
      by: 'security-lead',
      within: target(2, 'hour', defacement('2')),
      fields: evidenceFields,
      opens: ['clean'],
    }),
    sample: sampling(defacement('3、4'), ['clean']),
    assist: {
      title: '配合公安机关处理',
      basis: defacement('3'),
      by: ['party-office', 'platform-manager'],
      agreement: 'all',
      within: target(4, 'hour', defacement('3')),
      outcomes: { assisted: { title: '已配合', fields: COORDINATED } },
    },
    clean: step({
      title: '清理非法信息，强化防范措施',
      basis: defacement('4'),
      by: 'duty-officer',
      join: ['evidence', 'sample'],
      within: target(4, 'hour', defacement('4')),
      fields: { measures: { title: '清理内容和防范措施', type: 'text', maxLength: 4000 } },
      opens: ['relaunch'],
    }),
    relaunch: step({
      title: '网站重新投入使用',
      basis: defacement('4'),
      by: 'duty-officer',
      within: target(4, 'hour', defacement('4')),
      opens: ['summarise', 'harden'],
    }),
    ...summaryUpwards(defacement('5'), ['cut-off', 'call-office', 'assist', 'harden']),
    ...hardening(defacement('6')),
    ...review(REPORTED_UPWARDS),
  },
  endings: { closed: '处理完毕' },
  acts: { changeLevel },
  houseRules: [
    ...RULES,
    '情况紧急的先断网（30分钟），断网后即通报、报告各方，自断网时起15分钟；断网逾时的不再等待，到时即通报、报告。',
    '公安机关到场后，党工委办公室和科技发展局配合处理，须待配合结束方可备案，不拦下采样和清理；4小时为服务目标。',
    '党工委办公室未及时知悉不拦下公安机关采样，但备案须在其知悉之后。',
  ],
};

/**
 * 第一百六十八条（三）非法入侵：立即向党工委办公室报告，并立即向公安局通报；隔离被攻击的设备，保护现场；负责人立即赶到现场；公安局采样，
 * 追查攻击源，指导主管部门修改安全配置；判断是否失窃，校验完整性和有效性；提取样本后恢复与重建；总结、逐级汇报、备案；安全加固。
 */
export const lzIncidentIntrusion: Procedure = {
  id: 'lz-incident-intrusion',
  family: 'incident',
  jurisdiction: 'lz',
  title: '非法入侵事件处理',
  basis: intrusion(),
  edition: EDITION,
  submitters: ['duty-officer'],
  form: emergencyForm,
  start: ['call-office', 'call-police', 'isolate', 'call-lead', 'notify'],
  stages: {
    ...opening(),
    'call-office': call({
      title: '报告党工委办公室',
      basis: intrusion('1'),
      by: 'party-office',
      fromFinding: true,
    }),
    'call-police': call({
      title: '通报公安机关',
      basis: intrusion('1'),
      by: 'police',
      fromFinding: true,
      opens: ['sample'],
    }),
    isolate: {
      title: '隔离被攻击的设备，保护现场',
      basis: intrusion('2'),
      by: 'duty-officer',
      clocks: [counted(target(30, 'minute', intrusion('2')), true)],
      outcomes: {
        done: { title: '已隔离，现场已保护', opens: ['rebuild'] },
        'not-entered': { title: '服务器未被入侵，无须隔离', demands: ['reasons'], opens: ['rebuild'] },
      },
    },
    'call-lead': call({
      title: '通知数据安全负责人',
      basis: intrusion('3'),
      by: 'security-lead',
      fromFinding: true,
      opens: ['scene'],
    }),
    scene: step({
      title: '负责人赶到现场',
      basis: intrusion('3'),
      by: 'security-lead',
      within: target(15, 'minute', intrusion('3')),
      opens: ['evidence'],
    }),
    evidence: step({
      title: '做好记录，保存日志',
      basis: intrusion('3'),
      by: 'security-lead',
      within: target(2, 'hour', intrusion('3')),
      fields: evidenceFields,
      opens: ['check'],
    }),
    sample: sampling(intrusion('4'), ['block', 'rebuild']),
    block: step({
      title: '修改安全配置，阻断入侵',
      basis: intrusion('4'),
      by: 'platform-manager',
      within: target(4, 'hour', intrusion('4')),
      fields: {
        configuration: { title: '防火墙等设备的配置变更', type: 'text', maxLength: 4000 },
        ...COORDINATED,
      },
      opens: ['rebuild'],
    }),
    check: {
      title: '判断数据是否失窃，校验完整性和有效性',
      basis: intrusion('5'),
      by: 'security-lead',
      within: target(1, 'working-day', intrusion('5')),
      outcomes: {
        intact: { title: '未发现失窃，数据完整有效', opens: ['rebuild'] },
        stolen: {
          title: '数据失窃或受损',
          demands: ['fields'],
          fields: { damage: { title: '失窃、受损的数据', type: 'text', maxLength: 4000 } },
          opens: ['rebuild'],
        },
      },
    },
    rebuild: step({
      title: '恢复与重建系统',
      basis: intrusion('6'),
      by: 'duty-officer',
      join: ['isolate', 'sample', 'block', 'check'],
      within: target(1, 'working-day', intrusion('6')),
      fields: { rebuilt: { title: '恢复与重建情况', type: 'text', maxLength: 4000 } },
      opens: ['summarise', 'harden'],
    }),
    ...summaryUpwards(intrusion('7'), ['call-office', 'harden']),
    ...hardening(intrusion('8')),
    ...review(REPORTED_UPWARDS),
  },
  endings: { closed: '处理完毕' },
  acts: { changeLevel },
  houseRules: RULES,
};
