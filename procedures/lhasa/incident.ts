import { emergencyForm, evidenceFields, GRADED_ALIKE, summaryFields } from '../forms/emergency.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { report } from '../shapes/report.ts';
import { EDITION } from './forms.ts';

const SYSTEM = { thing: 'connection', field: 'system' } as const;

const REPORT = cite('LS-D', '第三十八条第四款');
const GRAVE = cite('LS-D', '第三十八条第一款');
const PLAN = cite('LS-N', '第二十二条');
const FAULT = cite('LS-N', '第十四条');

/**
 * LS-D 第三十八条第一款：市委网信办、市委机要局、市委保密办、市公安局、市大数据局按职能……协调处理重大政务数据资源安全事件；第四款：发生数据安全事件时，应当及时向市大数据局报告，并配合处置；LS-N 第二十二条：按照预案处置各类事件；
 * 遇有网络重大安全事件时，政务外网运维单位可以根据要求采取中断、隔离等措施及时处置。
 */
export const lsIncident: Procedure = {
  id: 'ls-incident',
  family: 'incident',
  jurisdiction: 'ls',
  title: '数据和网络安全事件报告与处置',
  basis: REPORT,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: emergencyForm,
  start: ['report', 'assist'],
  stages: {
    report: {
      title: '向市大数据局报告',
      basis: REPORT,
      by: 'unit-platform-administrator',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(30, 'minute', REPORT) }],
      outcomes: {
        reported: {
          title: '已报告',
          opens: ['plan', { stage: 'coordinate', when: { fact: 'level', in: ['I', 'II'] } }],
        },
      },
    },
    coordinate: {
      title: '安全监管部门协调处理重大事件',
      basis: GRAVE,
      by: 'security-authority',
      within: target(1, 'working-day', GRAVE),
      outcomes: {
        coordinated: {
          title: '已协调处理',
          demands: ['fields'],
          fields: { departments: { title: '参与协调处理的部门及其职责', type: 'text', maxLength: 2000 } },
        },
      },
    },
    plan: {
      title: '启动预案',
      basis: PLAN,
      by: 'platform-manager',
      within: target(15, 'minute', PLAN),
      outcomes: {
        handle: { title: '按预案处置', opens: ['handle'] },
        'cut-off': { title: '重大事件，要求中断、隔离', demands: ['reasons'], opens: ['isolate', 'handle'] },
      },
    },
    isolate: {
      title: '采取中断、隔离等措施',
      basis: PLAN,
      by: 'platform-operator',
      within: target(30, 'minute', PLAN),
      outcomes: {
        isolated: {
          title: '已中断、隔离',
          effects: [{ register: 'connections', op: 'suspend', key: SYSTEM }],
          opens: ['restore'],
        },
      },
    },
    restore: {
      title: '处置后恢复接入',
      basis: PLAN,
      by: 'platform-operator',
      gate: ['handle'],
      within: target(2, 'working-day', PLAN),
      outcomes: {
        restored: {
          title: '已恢复',
          effects: [{ register: 'connections', op: 'resume', key: SYSTEM, own: true }],
        },
      },
    },
    handle: {
      title: '处置事件',
      basis: PLAN,
      by: 'platform-manager',
      gateNoneOpen: ['isolate'],
      within: target(1, 'working-day', PLAN),
      outcomes: {
        handled: {
          title: '已处置',
          demands: ['fields'],
          fields: {
            measures: { title: '处置措施和结果', type: 'text', maxLength: 4000 },
            ...evidenceFields,
          },
          opens: ['summarise'],
        },
      },
    },
    assist: {
      title: '配合处置',
      basis: REPORT,
      by: 'unit-platform-administrator',
      gate: ['report'],
      within: target(1, 'working-day', REPORT),
      outcomes: { assisted: { title: '已配合', opens: ['summarise'] } },
    },
    summarise: {
      title: '总结归档',
      basis: REPORT,
      by: 'security-lead',
      join: ['handle', 'assist'],
      gateNoneOpen: ['restore', 'coordinate'],
      within: house(3, 'working-day', REPORT),
      outcomes: { filed: { title: '已归档', demands: ['fields'], fields: summaryFields, ends: 'closed' } },
    },
  },
  endings: { closed: '处理完毕' },
  acts: {
    changeLevel: { fact: 'level', by: ['unit-platform-administrator', 'platform-manager'], basis: null },
  },
  houseRules: [
    '“及时”报告按30分钟、自发现时起算；启动预案按15分钟，中断、隔离按30分钟，处置和配合按1个工作日，均为服务目标。',
    '总结归档条文未要求，由数据安全负责人办理，3个工作日为本系统规则。',
    '中断、隔离仅限重大安全事件，由市大数据局说明理由后要求运维单位采取；条文未写恢复，处置完毕方可恢复接入，自中断、隔离起2个工作日为服务目标。',
    `${GRADED_ALIKE}记录的保存和总结条文未写，随处置、归档填写，是本系统规则。`,
    '重大事件按I级、II级认定，由信息安全主管部门角色（市委网信办）会同各监管部门按职能协调处理并登记，1个工作日为服务目标；条文未写由谁牵头，这是本系统的理解。',
    '级别可随时调整，由单位平台管理员或市大数据局提出并说明理由；调高为I级、II级的随即协调处理，已开始的协调不因调低而撤回；时限与级别无关。这是本系统的规则。',
  ],
};

/** 第十四条：城域光纤网故障申告和受理单位为市大数据发展管理局；运营商线路故障申告和受理单位为本级相应运营商。 */
export const lsExtranetFault = report({
  id: 'ls-extranet-fault',
  family: 'fault',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '政务外网故障申告',
  basis: FAULT,
  by: 'unit-platform-administrator',
  form: {
    line: {
      title: '线路',
      type: 'choice',
      options: { own: '城域光纤网', leased: '运营商线路' },
      steers: 'line',
    },
  },
  report: { title: '故障申告', within: target(30, 'minute', FAULT) },
  handle: {
    bureau: {
      title: '市大数据局受理并修复城域光纤网',
      by: 'platform-manager',
      when: { fact: 'line', in: ['own'] },
      within: target(1, 'working-day', FAULT),
    },
    carrier: {
      title: '运营商受理并修复线路',
      by: 'platform-operator',
      when: { fact: 'line', in: ['leased'] },
      within: target(1, 'working-day', FAULT),
      fields: {
        carrier: { title: '运营商', type: 'text' },
        measures: { title: '受理与修复情况', type: 'text', maxLength: 4000 },
      },
    },
  },
  houseRules: [
    '申告和修复的时限条文未定：申告按30分钟，修复按1个工作日作为服务目标。',
    '运营商不在本系统内，其受理情况由运维单位登记。',
  ],
});
