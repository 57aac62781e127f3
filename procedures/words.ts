import type { Family, LimitKind, PauseGround, RegisterOp, ShareClass } from './schema.ts';

/** What readers call the closed lists of the procedures; diagrams, pages and the API take their words from here. */
export const FAMILY_WORDS: Record<Family, string> = {
  share: '数据共享',
  correction: '数据校核更正',
  'licence-objection': '证照异议',
  incident: '安全事件',
  fault: '故障处理',
  catalogue: '目录管理',
  'open-data': '数据开放',
  access: '网络与平台接入',
  account: '账户管理',
  seal: '电子印章',
  licence: '电子证照',
  project: '信息化项目',
  duty: '经常性工作',
};

/** A limit's standing. */
export const KIND_WORDS: Record<LimitKind, string> = { statutory: '法定', target: '目标', house: '本系统' };

/** Units of an amount, as they stand after it. */
export const UNIT_WORDS = {
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  hour: '小时',
  minute: '分钟',
} as const;

export const GROUND_WORDS: Record<PauseGround, string> = {
  supplement: '补正材料',
  hearing: '听证',
  inspection: '检验',
  testing: '检测',
  appraisal: '鉴定',
  'expert-review': '专家评审',
  'third-party-opinion': '征求第三方意见',
  dispute: '争议协调',
};

export const SHARE_CLASS_WORDS: Record<ShareClass, string> = {
  open: '开放',
  unconditional: '无条件共享',
  conditional: '有条件共享',
  none: '不予共享',
};

export const REGISTER_OP_WORDS: Record<RegisterOp, string> = {
  open: '登记',
  change: '变更',
  mark: '标注',
  unmark: '取消标注',
  suspend: '暂停',
  resume: '恢复',
  close: '注销',
  use: '使用',
};
