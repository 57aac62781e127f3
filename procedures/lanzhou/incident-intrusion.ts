import { emergencyForm, evidenceFields } from '../forms/emergency.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { call, counted, emergencyActs, opening, step } from '../shapes/emergency.ts';
import { hardening, REPORTED_UPWARDS, review, summaryUpwards } from '../shapes/emergency-end.ts';
import { ATTACK_RULES, COORDINATED, sampling } from '../shapes/emergency-police.ts';
import { EDITION } from './edition.ts';

const intrusion = (item = '') => cite('LZ-P', `第一百六十八条（三）${item}`);

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
  acts: emergencyActs,
  houseRules: ATTACK_RULES,
};
