import { emergencyForm, evidenceFields, GRADED_ALIKE, summaryFields } from '../forms/emergency.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION, NO_DATE } from './forms.ts';

const EMERGENCY = cite('DQ-D', '第三十一条');
const GRAVE = cite('DQ-D', '第二十六条');

/**
 * 第三十一条：发生危害网络安全事件时，立即启动应急预案，迅速采取应急措施降低损害程度，防止事故扩大，保存相关记录，
 * 并按照规定向有关部门报告；第二十六条：综合管理部门……协调处理重大公共数据安全事件。
 */
export const dqIncident: Procedure = {
  id: 'dq-incident',
  family: 'incident',
  jurisdiction: 'dq',
  title: '危害网络安全事件应急处置',
  basis: EMERGENCY,
  edition: EDITION,
  submitters: ['duty-officer'],
  form: emergencyForm,
  start: ['plan', 'contain', 'preserve', 'report'],
  stages: {
    plan: {
      title: '启动应急预案',
      basis: EMERGENCY,
      by: 'duty-officer',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(15, 'minute', EMERGENCY) }],
      outcomes: { started: { title: '已启动', opens: ['summarise'] } },
    },
    contain: {
      title: '采取应急措施，防止事故扩大',
      basis: EMERGENCY,
      by: 'duty-officer',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(30, 'minute', EMERGENCY) }],
      outcomes: {
        contained: {
          title: '已控制',
          demands: ['fields'],
          fields: { measures: { title: '应急措施', type: 'text', maxLength: 4000 } },
          opens: ['summarise'],
        },
      },
    },
    preserve: {
      title: '保存相关记录',
      basis: EMERGENCY,
      by: 'duty-officer',
      within: target(1, 'hour', EMERGENCY),
      outcomes: {
        kept: { title: '已保存', demands: ['fields'], fields: evidenceFields, opens: ['summarise'] },
      },
    },
    report: {
      title: '向有关部门报告',
      basis: EMERGENCY,
      by: 'duty-officer',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(30, 'minute', EMERGENCY) }],
      outcomes: {
        reported: {
          title: '已报告',
          demands: ['fields'],
          fields: { departments: { title: '已报告的部门', type: 'texts' } },
          opens: ['receive', 'summarise', { stage: 'coordinate', when: { fact: 'level', in: ['I', 'II'] } }],
        },
      },
    },
    receive: {
      title: '网信部门接报',
      basis: EMERGENCY,
      by: 'security-authority',
      within: house(30, 'minute', EMERGENCY),
      outcomes: { received: { title: '已接报' } },
    },
    coordinate: {
      title: '综合管理部门协调处理重大事件',
      basis: GRAVE,
      by: 'platform-manager',
      within: target(1, 'working-day', GRAVE),
      outcomes: { coordinated: { title: '已协调处理' } },
    },
    summarise: {
      title: '总结归档',
      basis: EMERGENCY,
      by: 'security-lead',
      join: ['plan', 'contain', 'preserve', 'report'],
      gateNoneOpen: ['receive', 'coordinate'],
      within: house(3, 'working-day', EMERGENCY),
      outcomes: { filed: { title: '已归档', demands: ['fields'], fields: summaryFields, ends: 'closed' } },
    },
  },
  endings: { closed: '处理完毕' },
  acts: { changeLevel: { fact: 'level', by: ['duty-officer', 'platform-manager'], basis: null } },
  houseRules: [
    '“立即”启动预案按15分钟，“迅速”控制和报告按30分钟，均自发现时起算；保存记录按1小时；为服务目标。',
    '“按照规定向有关部门报告”未列部门：报告人填写已报告的部门，网信部门席位接报，30分钟为本系统规则。',
    '重大事件按I级、II级认定，由综合管理部门协调，1个工作日为服务目标；总结归档3个工作日为本系统规则。',
    `${GRADED_ALIKE}保存相关记录为条文所定，控制措施和总结的内容是本系统规则。`,
    '级别可随时调整，由值班人员或综合管理部门提出并说明理由；调高为I级、II级的随即由综合管理部门协调，已开始的协调不因调低而撤回；时限与级别无关。这是本系统的规则。',
    NO_DATE,
  ],
};
