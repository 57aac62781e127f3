import { emergencyForm, evidenceFields } from '../forms/emergency.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { call, counted, emergencyActs, opening, step } from '../shapes/emergency.ts';
import { hardening, REPORTED_UPWARDS, review, summaryUpwards } from '../shapes/emergency-end.ts';
import { ATTACK_RULES, COORDINATED, sampling } from '../shapes/emergency-police.ts';
import { EDITION } from './edition.ts';

const defacement = (item = '') => cite('LZ-P', `第一百六十八条（二）${item}`);

/** 情况紧急的，应及时采取断网等处理措施，再按程序报告. */
const URGENT: Condition = { fact: 'urgent', in: [true] };
/** 立即……通报，并立即……报告: side by side, each from the finding; 再按程序报告: from the cut-off, where that comes first. */
const AT_ONCE = { basis: defacement('1'), fromFinding: { not: URGENT } };
const CALLS = ['call-lead', 'call-police', 'call-office'];

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
  acts: emergencyActs,
  houseRules: [
    ...ATTACK_RULES,
    '情况紧急的先断网（30分钟），断网后即通报、报告各方，自断网时起15分钟；断网逾时的不再等待，到时即通报、报告。',
    '公安机关到场后，党工委办公室和科技发展局配合处理，须待配合结束方可备案，不拦下采样和清理；4小时为服务目标。',
    '党工委办公室未及时知悉不拦下公安机关采样，但备案须在其知悉之后。',
  ],
};
