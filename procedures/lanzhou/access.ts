import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Outcome, Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION } from './edition.ts';

const CONNECTION = { thing: 'connection', field: 'network' } as const;

const ART_30 = cite('LZ-P', '第三十条');
const ART_32 = cite('LZ-P', '第三十二条');
const ART_33 = cite('LZ-P', '第三十三条');
const ART_37 = cite('LZ-P', '第三十七条');
const ART_46 = cite('LZ-P', '第四十六条');

const OF_ADDRESS: Condition = { fact: 'movesAddress', in: [true] };

const applicationForm: Fields = {
  network: { title: '接入网络或系统名称', type: 'text' },
  purpose: { title: '接入用途', type: 'text', maxLength: 4000 },
  plan: { title: '接入方案', type: 'text', maxLength: 4000 },
  boundary: { title: '安全边界说明', type: 'text', maxLength: 4000 },
  protection: {
    title: '网络安全保护等级',
    type: 'choice',
    options: { one: '第一级', two: '第二级', three: '第三级', four: '第四级' },
  },
  responsible: { title: '接入单位责任人', type: 'text' },
  ...CLASSIFIED,
};

/** 第四十六条：安全标准偏低、安全边界不清、溯源能力不足、日志记录不全的系统或设备不得接入政务外网。 */
const BELOW_STANDARD = {
  'low-standard': '安全标准偏低',
  'unclear-boundary': '安全边界不清',
  'no-tracing': '溯源能力不足',
  'missing-logs': '日志记录不全',
};
const REFUSE: Outcome = {
  title: '不予接入',
  demands: ['reasons', 'fields'],
  fields: {
    ground: {
      title: '不予接入的情形',
      type: 'choice',
      options: {
        unqualified: '接入单位资格不符',
        plan: '接入方案不可行',
        ...BELOW_STANDARD,
      },
    },
  },
  ends: 'refused',
};

/** 第三十二条：建立接入网络、接入系统的档案，包括接入单位责任人、……统一分配的通信端口、网络地址及域名等. */
const fileFields: Fields = {
  responsible: { title: '接入单位责任人', type: 'text' },
  outline: { title: '接入网络和系统的基本情况', type: 'text', maxLength: 4000 },
  ports: { title: '统一分配的通信端口', type: 'texts' },
  addresses: { title: '网络地址', type: 'texts' },
  domain: { title: '域名', type: 'text', required: false },
};

/**
 * 第三十条：申请接入单位提交入网申请和接入方案，新区科技发展局负责对接入单位的资格和接入方案进行审核，审核通过后指导完成接入。
 */
export const lzExtranetAccess: Procedure = {
  id: 'lz-extranet-access',
  family: 'access',
  jurisdiction: 'lz',
  title: '政务外网接入申请',
  basis: ART_30,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: applicationForm,
  start: ['review'],
  stages: {
    review: {
      title: '审核接入资格和接入方案',
      basis: ART_30,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_30),
      outcomes: { approve: { title: '审核通过', opens: ['connect'] }, refuse: REFUSE },
    },
    connect: {
      title: '指导完成接入',
      basis: ART_30,
      by: 'platform-operator',
      within: target(5, 'working-day', ART_30),
      outcomes: { connected: { title: '已接入', opens: ['archive'] } },
    },
    archive: {
      title: '建立接入档案',
      basis: ART_32,
      by: 'platform-operator',
      within: target(5, 'working-day', ART_32),
      outcomes: {
        archived: {
          title: '已建档',
          demands: ['fields'],
          fields: fileFields,
          effects: [{ register: 'connections', op: 'open', key: CONNECTION }],
          ends: 'connected',
        },
      },
    },
  },
  endings: { connected: '已接入', refused: '不予接入', withdrawn: '已撤回' },
  houseRules: [
    '审核、指导接入、建档各5个工作日，条文未定，为服务目标。',
    '第三十条由科技发展局指导接入，第二十八条由科文旅集团运维边界设备：审批与操作分离，接入由运维单位承办。',
  ],
};

/** 第三十三条：有独立互联网出口的……确需接入的单位应向新区科技发展局提交书面申请和按规办理接入手续，并做好边界防护。 */
export const lzExtranetExit: Procedure = {
  id: 'lz-extranet-exit',
  family: 'access',
  jurisdiction: 'lz',
  title: '有独立互联网出口单位接入申请',
  basis: ART_33,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    ...applicationForm,
    exit: { title: '独立互联网出口情况', type: 'text', maxLength: 4000 },
    why: { title: '确需接入的理由', type: 'text', maxLength: 4000 },
  },
  start: ['review'],
  stages: {
    review: {
      title: '审核书面申请',
      basis: ART_33,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_33),
      outcomes: { approve: { title: '同意接入', opens: ['protect'] }, refuse: REFUSE },
    },
    protect: {
      title: '做好边界防护',
      basis: ART_33,
      by: 'unit-platform-administrator',
      within: target(10, 'working-day', ART_33),
      outcomes: {
        protected: {
          title: '边界防护已完成',
          demands: ['fields'],
          fields: { measures: { title: '边界防护措施', type: 'text', maxLength: 4000 } },
          opens: ['connect'],
        },
      },
    },
    connect: {
      title: '检查边界防护并接入',
      basis: ART_33,
      by: 'platform-operator',
      within: target(5, 'working-day', ART_33),
      outcomes: {
        connected: {
          title: '已接入并建档',
          demands: ['fields'],
          fields: fileFields,
          effects: [{ register: 'connections', op: 'open', key: CONNECTION }],
          ends: 'connected',
        },
      },
    },
  },
  acts: { returns: [{ from: 'connect', to: 'protect' }] },
  endings: { connected: '已接入', refused: '不予接入', withdrawn: '已撤回' },
  houseRules: [
    '审核5个、边界防护10个、接入5个工作日条文未定，为服务目标。',
    '边界防护不合格的退回接入单位整改，整改时限重新计算，是本系统规则。',
  ],
};

/**
 * 第三十七条：新增或变更业务系统、变动IP地址、设置虚拟专网或占用其它网络资源的，必须向新区科技发展局提出书面申请，经核准后方可实施。
 */
export const lzExtranetChange: Procedure = permit({
  id: 'lz-extranet-change',
  family: 'access',
  jurisdiction: 'lz',
  title: '政务外网变更申请',
  basis: ART_37,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    what: {
      title: '变更事项',
      type: 'choice',
      options: {
        'new-system': '新增业务系统',
        'changed-system': '变更业务系统',
        vpn: '设置虚拟专网',
        resource: '占用其他网络资源',
      },
      steers: 'what',
    },
    movesAddress: { title: '一并新增或变动IP地址', type: 'flag', steers: 'movesAddress' },
    present: { title: '现用IP地址（没有的，写明无）', type: 'texts', when: OF_ADDRESS },
    wanted: { title: '拟用IP地址', type: 'texts', when: OF_ADDRESS },
    system: { title: '业务系统或资源名称', type: 'text' },
    details: { title: '变更内容与方案', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '核准',
  // 第三十一条: 用户的IP地址进行统一规划、管理.
  grant: { addresses: { title: '核准的IP地址', type: 'texts', when: OF_ADDRESS } },
  effects: [{ register: 'connections', op: 'change', key: { thing: 'connection', field: 'system' } }],
  grounds: { 'off-plan': '不符合网络地址和资源的统一规划', ...BELOW_STANDARD, scheme: '变更方案不可行' },
  houseRules: [
    `安全标准低于政务外网标准的不予核准（${ART_46.article}），不予核准须写明属于哪种情形；“不符合统一规划”据第二十八条（四）、第三十一条，“方案不可行”是本系统规则。`,
    '只“变动IP地址”的，按IP地址更改申请办理；随业务系统、虚拟专网或其他网络资源一并变动的，在本事项中一并申请、核准。',
  ],
});
