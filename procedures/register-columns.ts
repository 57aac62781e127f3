import type { Columns } from './columns.ts';
import type { RegisterId } from './schema.ts';
import type { ThingId } from './things.ts';

const NETWORK: readonly ThingId[] = ['connection'];
const SYSTEM: readonly ThingId[] = ['platform-system'];
const DEVICE: readonly ThingId[] = ['device'];
const ENTRY: readonly ThingId[] = ['resource'];

/** What each register shows of its lines, in the order of its head. The department and the state of a line, every register has. */
export const REGISTER_COLUMNS: Record<RegisterId, Columns> = {
  'data-grants': {
    resource: { title: '数据资源', said: ['resource'], saidBy: { 'lz-share-upward': ['wanted'] } },
    users: {
      title: '使用对象',
      must: true,
      masks: 'parties',
      said: ['users', 'applicant', 'counterpart', 'developer'],
    },
    items: {
      title: '数据项或使用范围',
      must: true,
      said: ['items', 'data'],
      saidBy: {
        'ly-open-request': ['items', 'scope'],
        'ls-data-licence': ['scope'],
      },
    },
    business: { title: '应用业务', said: ['business', 'scenario'] },
    mode: { title: '共享模式', must: true, said: ['mode', 'manner', 'channel'] },
    conditions: { title: '使用条件', said: ['conditions'], saidBy: { 'dq-share-conditional': ['scope'] } },
    purpose: { title: '使用用途', must: true, said: ['purpose'] },
    until: { title: '期限', must: true, said: ['until'], derived: 'until' },
    suspendedSince: { title: '暂停时间', derived: 'suspended-since' },
    closedAt: { title: '撤销、终止时间', derived: 'closed-at' },
    uses: { title: '使用次数', derived: 'uses' },
    usesAgainstPurpose: { title: '与授权用途不符的次数', derived: 'uses-against-purpose' },
    usesAfterEnd: { title: '期满后使用的次数', derived: 'uses-after-end' },
  },
  resources: {
    owner: { title: '提供单位', of: ENTRY, derived: 'owner' },
    shareType: { title: '共享类型', of: ENTRY, must: true, derived: 'share-type' },
    conditions: { title: '共享条件', of: ENTRY, derived: 'conditions' },
    updateRhythm: { title: '更新周期', of: ENTRY, must: true, derived: 'update-rhythm' },
    responsible: { title: '责任部门', of: ENTRY, derived: 'responsible' },
    version: { title: '版本', of: ENTRY, derived: 'version' },
    source: { title: '来源条目', of: ['dataset'], said: ['resource'] },
    masking: { title: '脱敏情况', of: ['dataset'], must: true, said: ['masking'] },
    list: { title: '清单内容', said: ['items'] },
  },
  connections: {
    responsible: {
      title: '责任人',
      of: [...NETWORK, ...SYSTEM, ...DEVICE],
      must: NETWORK,
      said: ['responsible'],
    },
    addresses: { title: '网络地址', of: NETWORK, must: true, said: ['addresses'] },
    ports: { title: '通信端口', of: NETWORK, must: true, said: ['ports'] },
    domain: { title: '域名', of: NETWORK, said: ['domain'] },
    line: { title: '网络线路', of: NETWORK, said: [], saidBy: { 'lz-line-change': ['change'] } },
    level: {
      title: '网络安全保护等级',
      of: [...NETWORK, ...SYSTEM],
      must: NETWORK,
      said: ['protection'],
      saidBy: { 'ah-system-access': ['level'] },
    },
    tier: { title: '接入层级', of: NETWORK, said: [], saidBy: { 'ls-extranet-access': ['level'] } },
    assessment: {
      title: '检测、评估报告',
      of: [...NETWORK, ...SYSTEM],
      must: SYSTEM,
      said: ['report', 'assessment'],
    },
    resources: {
      title: '接入、使用的资源',
      of: [...NETWORK, ...SYSTEM],
      said: ['resources'],
      saidBy: { 'ah-third-party': ['items'], 'dq-cloud-use': ['resources'] },
    },
    mode: { title: '接入模式', of: SYSTEM, said: ['mode'] },
    parameters: {
      title: '参数配置',
      of: DEVICE,
      said: ['parameters'],
      saidBy: { 'lz-device-parameter': ['after'] },
    },
  },
  accounts: {
    users: {
      title: '使用人员',
      must: true,
      said: ['users'],
      saidBy: { 'lz-account-platform': ['successor', 'person'], 'lz-platform-access': ['responsible'] },
      alongside: 'accounts',
    },
    rights: { title: '权限', must: true, said: ['rights'] },
    section: { title: '业务科室', of: ['platform-account'], said: ['section'] },
    computers: { title: '入网计算机', of: ['office-account', 'service-account'], said: ['computers'] },
  },
  seals: {
    sealName: { title: '印章或签名', of: ['seal'], must: true, said: ['sealName', 'signer'] },
    keeper: {
      title: '专管人员或签名人',
      of: ['seal'],
      must: true,
      said: ['keeper'],
      saidBy: { 'lz-personal-signature': ['signer'] },
    },
    standIn: { title: '代管人', of: ['seal'], said: ['standIn'], whileOpen: true },
    standInUntil: {
      title: '代管截止日期',
      of: ['seal'],
      said: [],
      saidBy: { 'lz-seal-custody': ['until'] },
      whileOpen: true,
    },
    purpose: { title: '使用范围', of: ['seal'], said: ['purpose'] },
    assessment: { title: '密码应用安全性评估报告', of: ['seal-system'], said: ['report'] },
  },
  licences: {
    kind: {
      title: '证照类型',
      must: true,
      said: ['kind', 'licence'],
      saidBy: { 'lz-licence-catch-up': ['licences'], 'dq-licence-catch-up': ['licences'] },
    },
    holder: { title: '持证主体', of: ['licence'], must: true, masks: 'parties', said: ['holder'] },
    holders: { title: '持证主体类别', of: ['licence-kind'], said: ['holders'] },
    issuer: { title: '发证单位', said: ['issuer'] },
    until: { title: '有效期至', of: ['licence'], derived: 'until' },
    marks: { title: '现有标注和暂停', derived: 'marks' },
    face: { title: '照面信息', of: ['licence-kind'], said: ['face'] },
  },
  documents: {
    document: { title: '文件名称', must: true, said: ['title', 'document'] },
    kind: { title: '公文种类', said: ['kind'] },
    signedOffBy: { title: '签发人', said: ['signedBy'], derived: 'signed-off-by' },
    signedOffAt: { title: '签发时间', said: ['signedOn'], derived: 'signed-off-at' },
    sealNo: { title: '印章编号', said: ['sealNo', 'paperSeal'] },
    sealedAt: { title: '用印时间', derived: 'sealed-at' },
  },
  projects: {
    step: { title: '进展', derived: 'step' },
    content: { title: '建设内容', must: true, said: ['content'], saidBy: { 'dq-project': ['scheme'] } },
    funds: { title: '资金（万元）', must: true, said: ['funds', 'budget'] },
    catalogue: {
      title: '信息资源目录',
      said: ['catalogue', 'catalogueDraft'],
    },
    contract: { title: '合同', said: ['contract'] },
    supplier: { title: '供应商', said: ['supplier'] },
    grade: { title: '绩效评价结论', said: ['grade'] },
    marks: { title: '现有标注和暂停', derived: 'marks' },
  },
  filings: {
    matter: { title: '备案事项', derived: 'matter' },
    subject: {
      title: '备案对象',
      must: true,
      said: [],
      saidBy: {
        'lz-account-platform': ['account'],
        'lz-filing-network': ['network'],
        'lz-filing-equipment': ['devices'],
        'lz-filing-platform': ['users'],
        'lz-filing-security-staff': ['administrators'],
        'lz-half-year-accounts': ['reported'],
        'ah-third-party': ['system'],
        'ah-service-suspension': ['service'],
        'ly-project': ['contract'],
        'ly-county-filing': ['project'],
        'ls-administrator-filing': ['organisation'],
        'ls-grading': ['system'],
        'dq-catalogue-entry': ['entry'],
        'dq-responsible-filing': ['kind'],
        'dq-lists': ['list'],
      },
    },
    people: {
      title: '人员',
      said: ['administrators', 'administrator', 'person'],
      saidBy: {
        'lz-account-platform': ['successor', 'person'],
        'lz-filing-equipment': ['keeper'],
        'lz-filing-security-staff': ['leader'],
        'ly-county-filing': ['builder'],
      },
    },
    content: {
      title: '备案内容',
      must: true,
      said: [],
      saidBy: {
        'lz-account-platform': ['what'],
        'lz-filing-network': ['duties'],
        'lz-filing-equipment': ['use'],
        'lz-filing-platform': ['leader'],
        'lz-filing-security-staff': ['duties'],
        'lz-half-year-accounts': ['list'],
        'ah-third-party': ['items'],
        'ah-service-suspension': ['announcement', 'why'],
        'ly-project': ['content'],
        'ly-county-filing': ['content'],
        'ls-administrator-filing': ['kind'],
        'ls-grading': ['level'],
        'dq-catalogue-entry': ['sharing'],
        'dq-responsible-filing': ['person'],
        'dq-lists': ['items'],
        'lz-seal-summary': ['sealed', 'printed'],
      },
    },
  },
};

/** The columns that a line of such a thing has; `null`: a line that is of its case. */
export const columnsOf = (register: RegisterId, thing: ThingId | null): Columns =>
  Object.fromEntries(
    Object.entries(REGISTER_COLUMNS[register]).filter(
      ([, { of }]) => of === undefined || (thing !== null && of.includes(thing)),
    ),
  );
