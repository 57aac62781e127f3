import type { Fields } from '../fields.ts';
import { house, target } from '../limits.ts';
import { type Citation, cite } from '../regulations.ts';
import { duty } from '../shapes/duty.ts';
import { EDITION } from './edition.ts';

const ELTE = cite('LZ-P', '第十七条');
const EXTRANET = cite('LZ-P', '第四十条');
const VIRUS = cite('LZ-P', '第一百三十一条');
const RISK = cite('LZ-P', '第二十三条、第四十七条');
const RUNNING = cite('LZ-P', '第七条（三）、第二十九条（三）');
const OPERATOR = cite('LZ-P', '第八十六条、第八十七条、第九十二条、第九十三条、第一百零五条、第一百零七条');
const TIMELY = cite('LZ-P', '第九十二条、第九十三条、第一百零五条');
const lz = { jurisdiction: 'lz', edition: EDITION } as const;

/** 处置: what was done about what a check has found. */
export const MEASURES: Fields = { measures: { title: '处置情况', type: 'text', maxLength: 4000 } };

const CHECKED: Fields = {
  devices: { title: '设备状况和网络设置检查结果', type: 'text', maxLength: 4000 },
  logs: { title: '运行日志的保存起止（不少于6个月）', type: 'text' },
  backup: { title: '重要文件、数据和系统备份情况', type: 'text', maxLength: 2000 },
};
const WELL = '已检查，设备、网络设置、日志和备份均符合要求';
/** What a monthly check of a network finds wanting is put right by whoever has found it. */
const found = (basis: Citation) => ({
  title: '已检查，有不符合要求的',
  fields: {
    logsKept: { title: '运行日志保存满6个月', type: 'flag' },
    problems: { title: '不符合要求的设备、设置、日志或备份', type: 'text', maxLength: 4000 },
  } satisfies Fields,
  dealWith: {
    title: '处置检查发现的问题',
    by: 'unit-platform-administrator' as const,
    within: house(5, 'working-day', basis),
    done: '已处置',
    fields: MEASURES,
  },
});
const FOUND_RULE =
  '检查发现不符合要求的，由单位平台管理员在5个工作日内处置，是本系统规则；日志保存不足6个月的应写明。';

/** 第十七条：设备状况和网络设置每月至少检查1次，建立运行日志（日志保存期不得少于6个月），……应该定期备份。 */
export const lzElteCheck = duty({
  id: 'lz-elte-check',
  ...lz,
  title: 'eLTE专网设备和网络设置检查',
  basis: ELTE,
  holder: 'unit-platform-administrator',
  every: 'month',
  kind: 'statutory',
  fields: { ...CHECKED, patrol: { title: '日常点巡检情况', type: 'text', maxLength: 2000 } },
  done: WELL,
  found: found(ELTE),
  houseRules: [
    FOUND_RULE,
    '“每月至少”一次：每月1日立案，当月末前完成，遇休息日不移动；由单位平台管理员承担，是本系统的理解。',
    '备份条文只写“定期”，随每月检查一并报告，按每月作为服务目标。',
  ],
});

/** 第四十条：各接入单位每月至少对设备状况和网络设置检查1次，日志保存期不得少于6个月，至少每月进行一次备份。 */
export const lzExtranetCheck = duty({
  id: 'lz-extranet-check',
  ...lz,
  title: '政务外网设备检查和备份',
  basis: EXTRANET,
  holder: 'unit-platform-administrator',
  every: 'month',
  kind: 'statutory',
  fields: CHECKED,
  done: WELL,
  found: found(EXTRANET),
  houseRules: [
    FOUND_RULE,
    '“每月至少”一次：每月1日立案，当月末前完成，遇休息日不移动；由单位平台管理员承担，是本系统的理解。',
  ],
});

/** 第一百三十一条：所有计算机系统必须定期查杀计算机病毒（每月至少一次）。 */
export const lzVirusScan = duty({
  id: 'lz-virus-scan',
  ...lz,
  title: '计算机病毒查杀',
  basis: VIRUS,
  holder: 'unit-platform-administrator',
  every: 'month',
  kind: 'statutory',
  fields: {
    computers: { title: '查杀的计算机系统数', type: 'number', min: 0 },
    updated: { title: '操作系统安全补丁和病毒特征码的更新情况', type: 'text', maxLength: 2000 },
  },
  done: '已查杀，未发现病毒',
  found: {
    title: '已查杀，发现病毒',
    fields: { found: { title: '发现的病毒和所在计算机', type: 'text', maxLength: 2000 } },
    dealWith: {
      title: '清除病毒、更新防护',
      by: 'unit-platform-administrator',
      within: house(1, 'working-day', VIRUS),
      done: '已清除',
      fields: MEASURES,
    },
  },
  houseRules: [
    '发现病毒的，1个工作日内清除并更新补丁和特征码，是本系统规则；杀毒软件不能清除的，另按病毒事件报告（第一百六十八条（一））。',
    '“每月至少一次”：每月1日立案，当月末前完成，遇休息日不移动；由单位平台管理员承担，是本系统的理解。',
  ],
});

/**
 * 第二十三条、第四十七条：每年至少应当自行或者委托网络安全服务机构……检测评估一次，并将检测评估情况和改进措施报送负责关键信息基础设施
 * 安全保护工作的相关部门。
 */
export const lzRiskYearly = duty({
  id: 'lz-risk-yearly',
  ...lz,
  title: '网络安全年度检测评估',
  basis: RISK,
  holder: 'platform-operator',
  every: 'year',
  kind: 'statutory',
  fields: {
    assessor: {
      title: '检测评估方式',
      type: 'choice',
      options: { own: '自行', agency: '委托网络安全服务机构' },
      steers: 'assessor',
    },
    agency: {
      title: '受委托的网络安全服务机构',
      type: 'text',
      when: { fact: 'assessor', in: ['agency'] },
    },
    elte: { title: 'eLTE市政无线专网检测评估情况', type: 'text', maxLength: 4000 },
    extranet: { title: '电子政务外网检测评估情况', type: 'text', maxLength: 4000 },
    improvements: { title: '改进措施', type: 'text', maxLength: 4000 },
  },
  receive: { by: 'security-authority', title: '接收检测评估情况和改进措施' },
  houseRules: [
    '每年1月立案，12月31日为限；负责关键信息基础设施安全保护工作的部门由信息安全主管部门角色承担。',
    '两张网络同由运维单位运营（第六条、第二十八条），合为一案，检测评估情况分别写明。',
  ],
});

/** 第七条（三）、第二十九条（三）：定期将网络及业务系统运行情况上报新区科技发展局。 */
export const lzOperatorReport = duty({
  id: 'lz-operator-report',
  ...lz,
  title: '网络及业务系统运行情况报送',
  basis: RUNNING,
  holder: 'unit-platform-administrator',
  every: 'month',
  kind: 'target',
  fields: {
    network: { title: '网络和设备运行情况', type: 'text', maxLength: 4000 },
    systems: { title: '各业务系统运行情况', type: 'texts' },
  },
  receive: { by: 'platform-manager', title: '接收运行情况' },
  houseRules: ['“定期”按每月作为服务目标；报送主体依条文为接入单位。'],
});

/** 第八十六条等：定期检查平台的运行状态、资源交换状态、资源更新状况、设备状态等，开展信息安全检查、系统备份，检查备份数据的有效性，定期扫描病毒，定期对服务器、网络等进行巡检。 */
export const lzOperatorCheck = duty({
  id: 'lz-operator-check',
  ...lz,
  title: '共享交换平台定期检查',
  basis: OPERATOR,
  holder: 'platform-operator',
  every: 'month',
  kind: 'target',
  fields: {
    running: { title: '平台运行、资源交换、资源更新和设备状态', type: 'text', maxLength: 2000 },
    security: { title: '信息安全和保密检查，系统漏洞更新', type: 'text', maxLength: 2000 },
    backup: { title: '备份及其有效性', type: 'text', maxLength: 2000 },
    virus: { title: '病毒扫描', type: 'text', maxLength: 2000 },
    patrol: { title: '服务器和网络巡检', type: 'text', maxLength: 2000 },
    feedback: {
      title: '各单位反馈的编目、审核、共享等问题及处理（没有的，写明无）',
      type: 'text',
      maxLength: 4000,
    },
    people: {
      title: '网络管理员网络安全培训、新参与人员签署保密协议情况（没有的，写明无）',
      type: 'text',
      maxLength: 2000,
    },
  },
  done: '已检查，无待处理的告警、漏洞、病毒和失效的备份',
  found: {
    title: '已检查，有告警、漏洞、病毒或者失效的备份',
    fields: { problems: { title: '发现的告警、漏洞、病毒或者失效的备份', type: 'text', maxLength: 4000 } },
    dealWith: {
      title: '处理告警、更新漏洞、清除病毒、重做备份',
      by: 'platform-operator',
      basis: TIMELY,
      within: target(2, 'working-day', TIMELY),
      done: '已处理',
      fields: MEASURES,
    },
  },
  houseRules: [
    '“定期”按每月作为服务目标；“及时处理告警”“及时更新系统漏洞”“发现病毒应立即处理”条文无数字，按2个工作日作为服务目标。',
    '各单位反馈问题的“及时处理”（第九十四条）、网络管理员的培训（第十六条、第三十九条）、参与开发、管理及运维人员的保密协议（第一百零八条）条文无数字，不另立事项，随每月检查填报。',
  ],
});
