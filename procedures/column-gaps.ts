const OPENED_AS_ENTRY = '条文不分共享模式，按目录条目经开放平台提供';
const REQUEST_AND_ANSWER = 'DQ-D 第二十条：一律采用请求响应的调用方式，其他方式另须同意';
const CAUGHT_UP = '补办按批登记，条文只及于补办；持证主体在以后的办件中逐件登记';
const PERMIT_ONLY = {
  responsible: 'DQ-D 第九条、第十条只作批准，接入时的责任人不在其内',
  addresses: 'DQ-D 第九条、第十条只作批准，不分配网络地址',
  ports: 'DQ-D 第九条、第十条只作批准，不分配端口',
  level: 'DQ-D 第九条、第十条不问保护等级',
};
const PLAN_NO_PROJECT = {
  content: '规划不是建设项目，LY-E 第五条不问建设内容',
  funds: '规划不是建设项目，LY-E 第五条不问资金',
};

/** Columns that a line must show and that an effect leaves empty, with the reason: effect (as the check names it) → column → why. */
export const COLUMN_GAPS: Record<string, Record<string, string>> = {
  'lz-publisher-permit.decide:approve': {
    users: '使用者即申请单位（LZ-P 第十五条、第三十八条）',
    items: '许可及于所指资源的整体',
    mode: '在所在网络上就地使用，不经共享交换',
  },
  'ly-open-request.opened': {
    items: '无条件开放的按目录条目整体开放，有条件开放的由答复写明（LY-D 第三十三条）',
    mode: OPENED_AS_ENTRY,
    until: '条文不设期限，答复可以限定',
  },
  'ls-open-request.opened': { mode: OPENED_AS_ENTRY },
  'ls-data-licence.sign:signed': { mode: '由协议约定（LS-D 第三十一条）' },
  'ls-consent.provide:provided': {
    users: '使用者即申请的数据使用部门（LS-D 第二十四条）',
    mode: '由数据管理部门依授权书一次提供',
  },
  'ls-enforcement-demand.cooperate:provided': {
    users: '使用者即提出需求的执法部门（LS-D 第五十三条）',
    mode: '依法律文书一次提供',
    until: '依法律文书一次提供，没有使用期限',
  },
  'dq-share-unconditional.grant:granted': { mode: REQUEST_AND_ANSWER },
  'dq-share-conditional.open:opened': { mode: REQUEST_AND_ANSWER },
  'dq-open-request.open-interface:opened': { mode: 'DQ-D 第二十四条：通过开放平台接口等方式开放' },
  'lz-seal-summary.receive:received': { subject: '每月汇总，备案对象即所属单位当月的用印' },
  'ly-plan.revise:keep': PLAN_NO_PROJECT,
  'ly-plan.consult:agreed': PLAN_NO_PROJECT,
  'lz-platform-access.guide:connected': { assessment: 'LZ-P 第七十八条只要求核准，不要求检测评估' },
  'lz-licence-catch-up.catch-up:issued': { holder: CAUGHT_UP },
  'dq-licence-catch-up.catch-up:issued': { holder: CAUGHT_UP },
  'dq-network-new.decide:approve': PERMIT_ONLY,
  'dq-cloud-use.decide:approve': PERMIT_ONLY,
};
