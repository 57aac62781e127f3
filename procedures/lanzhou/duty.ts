import type { Fields } from '../fields.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import { duty } from '../shapes/duty.ts';
import { EDITION } from './edition.ts';

const ELTE = cite('LZ-P', '第十七条');
const EXTRANET = cite('LZ-P', '第四十条');
const VIRUS = cite('LZ-P', '第一百三十一条');
const ACCOUNTS = cite('LZ-P', '第一百一十六条');
const CATALOGUE = cite('LZ-D', '第十四条');
const RISK = cite('LZ-P', '第二十三条、第四十七条');
const SEALS = cite('LZ-P', '第一百四十二条');
const PASSWORD = cite('LZ-P', '第一百二十七条');
const RUNNING = cite('LZ-P', '第七条（三）、第二十九条（三）');
const OPERATOR = cite('LZ-P', '第八十六条、第八十七条、第九十二条、第九十三条、第一百零五条、第一百零七条');
const ACCOUNT_CHECK = cite('LZ-P', '第一百二十八条');
const lz = { jurisdiction: 'lz', edition: EDITION } as const;

const FINDINGS: Fields = { findings: { title: '清查结果', type: 'text', maxLength: 4000 } };
const CHECKED: Fields = {
  devices: { title: '设备状况和网络设置检查结果', type: 'text', maxLength: 4000 },
  logsKept: { title: '运行日志保存满6个月', type: 'flag' },
  backup: { title: '重要文件、数据和系统备份情况', type: 'text', maxLength: 2000 },
};

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
  houseRules: [
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
  houseRules: [
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
    found: { title: '发现和处理的病毒', type: 'text', maxLength: 2000 },
    updated: { title: '补丁和病毒特征码已更新', type: 'flag' },
  },
  houseRules: [
    '“每月至少一次”：每月1日立案，当月末前完成，遇休息日不移动；由单位平台管理员承担，是本系统的理解。',
  ],
});

/** 第一百一十六条：各单位每半年应将本单位所有用户及使用者情况上报新区政务服务中心和新区科技发展局登记备案，政务服务中心据此清查。 */
export const lzHalfYearAccounts = duty({
  id: 'lz-half-year-accounts',
  ...lz,
  title: '半年用户及使用者情况报备',
  basis: ACCOUNTS,
  holder: 'unit-platform-administrator',
  every: 'half-year',
  kind: 'statutory',
  fields: {
    reported: { title: '本单位的账号', type: 'texts' },
    list: { title: '用户及使用者清单编号', type: 'text' },
  },
  receive: {
    by: ['service-centre', 'platform-manager'],
    title: '登记备案',
    effects: [
      { register: 'filings', op: 'open' },
      { register: 'accounts', op: 'change', key: { thing: 'service-account', field: 'reported' } },
    ],
  },
  afterwards: {
    by: 'service-centre',
    title: '清查用户使用情况',
    within: target(10, 'working-day', ACCOUNTS),
    outcomes: {
      cleared: {
        title: '已清查，注销用户',
        demands: ['fields'],
        fields: { ...FINDINGS, cleared: { title: '注销的账号', type: 'texts' }, ...EXISTED_BEFORE },
        effects: [
          {
            register: 'accounts',
            op: 'close',
            key: { thing: 'service-account', field: 'cleared' },
            must: 'exist',
          },
        ],
      },
      none: { title: '已清查，无应注销的用户', demands: ['fields'], fields: FINDINGS },
    },
  },
  houseRules: [
    '每半年的最后一个月立案，当月末为限；清查时限条文未定，为服务目标。',
    '报备的账号自登记备案起逐个记入账户台账，使用者姓名在所附清单中；清查后应注销的当即注销（第一百二十八条），是本系统的理解。',
  ],
});

/** LZ-D 第十四条：各部门每年对本单位《数据共享目录》内容进行一次以上维护和整理……依规审核后予以发布。 */
export const lzCatalogueYearly = duty({
  id: 'lz-catalogue-yearly',
  ...lz,
  title: '数据共享目录年度维护',
  basis: CATALOGUE,
  holder: 'unit-platform-administrator',
  every: 'year',
  kind: 'statutory',
  fields: { changes: { title: '新增、变更、注销的目录条目', type: 'text', maxLength: 4000 } },
  houseRules: ['每年1月立案，12月31日为限；目录的审核发布在目录类案件中办理。'],
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

/**
 * 第一百四十二条：定期生成电子印章签章和在线打印情况汇总表，送新区科技发展局统一存档备查。第六十六条、第一百三十九条：（印章、签名）
 * 密码定期更换。
 */
export const lzSealSummary = duty({
  id: 'lz-seal-summary',
  ...lz,
  title: '电子印章签章和打印汇总',
  basis: SEALS,
  holder: 'seal-keeper',
  every: 'month',
  kind: 'target',
  fields: {
    sealed: { title: '签章次数', type: 'number', min: 0 },
    printed: { title: '在线打印次数', type: 'number', min: 0 },
    passwordsChangedAt: {
      title: '印章、签名密码最近一次更换时间（有多个的，填最早的一个）',
      type: 'past-instant',
    },
  },
  receive: { by: 'platform-manager', title: '存档备查' },
  houseRules: [
    '“定期”按每月作为服务目标。',
    '印章、签名密码“定期更换”（第六十六条、第一百三十九条）按每年至少一次作为服务目标：印章保管人每月填报最近一次更换的时间，满一年的先更换再填报；所填已满一年的，接收环节退回，更换后补充报送。密码本身不得录入。',
    '本单位人员签名的密码由本人更换，由印章保管人汇总填报，是本系统的理解。',
  ],
});

/** 第一百二十七条：计算机使用者每三个月必须更改用户密码一次。 */
export const lzPassword = duty({
  id: 'lz-password',
  ...lz,
  title: '用户密码更换',
  basis: PASSWORD,
  holder: 'unit-platform-administrator',
  every: 'quarter',
  kind: 'statutory',
  fields: {
    changed: { title: '三个月内更改过密码的用户数', type: 'number', min: 0 },
    unchanged: { title: '满三个月未更改的用户数', type: 'number', min: 0 },
    overdue: { title: '满三个月未更改的用户及处理', type: 'text', maxLength: 2000, required: false },
  },
  houseRules: [
    '“每三个月”是对每个使用者的，自其上次更改起算；本事项按自然季度核查，季初改过、下季末才改的间隔可近六个月，故核查以每个用户距上次更改是否已满三个月为准，已满的逐个处理，不以本季改过一次为足。',
    '每季度末月立案，由单位平台管理员汇总；到期当日强制更改由一体化政务服务系统执行，密码本身不得录入。',
    '印章和签名密码的定期更换，由印章保管人随电子印章签章和打印汇总填报。',
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
  houseRules: [
    '“定期”按每月作为服务目标。',
    '各单位反馈问题的“及时处理”（第九十四条）、网络管理员的培训（第十六条、第三十九条）、参与开发、管理及运维人员的保密协议（第一百零八条）条文无数字，不另立事项，随每月检查填报。',
  ],
});

/** 第一百二十八条：新区政务服务中心应定期进行检查，对于人员调动未……注销用户、私自交接用户和密码的，……严肃处理。 */
export const lzAccountCheck = duty({
  id: 'lz-account-check',
  ...lz,
  title: '用户注销和交接检查',
  basis: ACCOUNT_CHECK,
  holder: 'service-centre',
  every: 'half-year',
  kind: 'target',
  fields: {
    breaches: { title: '未注销、私自交接的用户及处理', type: 'text', maxLength: 4000 },
    training: { title: '政策和系统使用等培训情况（没有的，写明无）', type: 'text', maxLength: 2000 },
  },
  houseRules: [
    '“定期”按每半年作为服务目标，每半年的最后一个月立案，当月末为限。',
    '第一百一十二条的培训没有期限，不另立事项，随每半年的检查填报。',
  ],
});
