import { cite } from '../regulations.ts';
import { duty } from '../shapes/duty.ts';
import { EDITION } from './forms.ts';

/** LS-D 第六条：汇总形成全市政务信息资源目录，并建立目录更新机制，每年至少进行一次全面维护。 */
export const lsCatalogueYearly = duty({
  id: 'ls-catalogue-yearly',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '全市政务信息资源目录年度全面维护',
  basis: cite('LS-D', '第六条'),
  holder: 'platform-manager',
  every: 'year',
  kind: 'statutory',
  fields: { changes: { title: '新增、删除、修改的目录', type: 'text', maxLength: 4000 } },
  houseRules: ['“每年至少一次”以当年12月31日为限。'],
});

/** LS-D 第四十四条：每年会同市委组织部、市委网信办、市发改委、市财政局等部门，对各部门提供和使用共享信息情况进行评估，并公布评估报告和改进意见。 */
export const lsEvaluation = duty({
  id: 'ls-evaluation',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '信息共享工作年度评估',
  basis: cite('LS-D', '第四十四条'),
  holder: 'platform-manager',
  every: 'year',
  kind: 'statutory',
  fields: {
    partners: { title: '会同部门', type: 'texts' },
    improvement: { title: '改进意见', type: 'text', maxLength: 4000 },
    published: { title: '评估报告公布位置', type: 'text' },
  },
  houseRules: ['“每年”以当年12月31日为限；评估报告公布后方可填报完成。'],
});

/**
 * LS-D 第四十七条：市大数据局每年开展全市政务数据资源管理情况的检查工作，……进行联合考核，并将考核结果作为信息化项目立项、
 * 信息化资金预算和安排的重要依据。
 */
export const lsAnnualInspection = duty({
  id: 'ls-annual-inspection',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '政务数据资源管理年度检查和联合考核',
  basis: cite('LS-D', '第四十七条第二款'),
  holder: 'platform-manager',
  every: 'year',
  kind: 'statutory',
  fields: { results: { title: '各部门考核结果', type: 'texts' } },
  receive: {
    by: ['competent-department', 'city-government', 'finance'],
    title: '接收考核结果，作为项目立项和资金安排的依据',
  },
  houseRules: [
    '“每年”以当年12月31日为限；考核结果送符合性审查（市经信局）、立项审批（市发改委，由市政府席位代）和财政部门接收，接收时限5个工作日为本系统规则。',
    '测评方案的定期修订（第四十七条第二款）没有周期，随检查结果填报。',
  ],
});

/** LS-N 第十九条：配备7×24小时安全值守人员；第二十四条：机房应当配备专人实行7×24小时值班管理，落实巡检责任，规范交接班流程。 */
export const lsDutyWatch = duty({
  id: 'ls-duty-watch',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '互联网出口和机房7×24小时值守',
  basis: cite('LS-N', '第十九条、第二十四条'),
  holder: 'platform-operator',
  every: 'month',
  kind: 'target',
  fields: {
    rota: { title: '值班表', type: 'texts' },
    handover: { title: '交接班和巡检记录', type: 'text', maxLength: 4000 },
  },
  houseRules: [
    '7×24小时是持续义务，条文未定登记周期：按月排班并登记交接班，以月末为服务目标；运行环境、链路、系统和设备的定期监测（第十五条）一并登记。',
  ],
});

/** LS-N 第二十六条：各级政务外网管理单位要建立政务外网设备台帐并定期更新。 */
export const lsLedger = duty({
  id: 'ls-ledger',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '政务外网设备台帐更新',
  basis: cite('LS-N', '第二十六条'),
  holder: 'platform-manager',
  every: 'half-year',
  kind: 'target',
  fields: { changes: { title: '设备变动', type: 'text', maxLength: 4000 } },
  houseRules: ['“定期”按每半年一次，以半年末为服务目标。'],
});
