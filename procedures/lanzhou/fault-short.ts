import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { NETWORKS } from '../forms/incident.ts';
import { house, statutory, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { caughtUp, delayedMatter, ONE_MATTER_A_CASE } from '../shapes/catch-up.ts';
import { report } from '../shapes/report.ts';
import { EDITION } from './edition.ts';

const CATCH_UP = cite('LZ-P', '第一百五十二条');
const NETWORK = cite('LZ-P', '第三十五条');
const ELTE = cite('LZ-P', '第七条第四项');
const onElte = { fact: 'network', in: ['elte'] };
const SERVICE = cite('LZ-P', '第一百三十二条');
const LOST_ACCOUNT = cite('LZ-P', '第一百零二条');
const LOST_SEAL = cite('LZ-P', '第一百三十九条');
const lz = { jurisdiction: 'lz', edition: EDITION } as const;
const ofAccount = { fact: 'credential', in: ['account'] };
const ofSeal = { fact: 'credential', in: ['seal'] };
const LOST = {
  account: { thing: 'platform-account', field: 'userName' },
  seal: { thing: 'seal', field: 'sealNo' },
} as const;
const MATTERS = { issue: '制发', update: '更新', cancel: '注销' };
const MEASURES: Fields = { measures: { title: '处置措施和结果', type: 'text', maxLength: 4000 } };

/**
 * 第一百五十二条：发证单位因不可抗力不能及时制发、注销、更新电子证照的，应采取应急措施并同步上报管理单位，在故障排除后的3个工作日内完成。
 * 第一百四十七条：新区政务服务中心为新区电子证照管理单位。
 */
export const lzLicenceCatchUp: Procedure = {
  id: 'lz-licence-catch-up',
  family: 'fault',
  ...lz,
  title: '不可抗力后电子证照补办',
  basis: CATCH_UP,
  submitters: ['licence-issuer'],
  form: {
    delayed: delayedMatter(MATTERS),
    licences: { title: '涉及的证照和数量', type: 'text' },
    cause: { title: '不可抗力的情况', type: 'text', maxLength: 4000 },
    foundAt: { title: '发生时间', type: 'past-instant', steers: 'foundAt' },
    ...CLASSIFIED,
  },
  start: ['measures'],
  stages: {
    measures: {
      title: '采取应急措施并上报',
      basis: CATCH_UP,
      by: 'licence-issuer',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(30, 'minute', CATCH_UP) }],
      outcomes: {
        reported: {
          title: '已采取并上报',
          demands: ['fields'],
          fields: MEASURES,
          opens: ['receive', 'clear'],
        },
      },
    },
    receive: {
      title: '管理单位接收报告',
      basis: CATCH_UP,
      by: 'service-centre',
      within: target(1, 'working-day', CATCH_UP),
      outcomes: { received: { title: '已接收' } },
    },
    clear: {
      title: '故障排除',
      basis: CATCH_UP,
      by: 'licence-issuer',
      clocks: [
        {
          limit: house(5, 'working-day', CATCH_UP),
          adjustable: { by: 'service-centre', basis: CATCH_UP },
        },
      ],
      outcomes: {
        cleared: {
          title: '故障已排除',
          demands: ['fields'],
          fields: { clearedAt: { title: '故障排除时间', type: 'past-instant', steers: 'clearedAt' } },
          opens: ['catch-up'],
        },
      },
    },
    'catch-up': {
      title: '补办制发、更新、注销',
      basis: CATCH_UP,
      by: 'licence-issuer',
      clocks: [{ from: { fact: 'clearedAt' }, limit: statutory(3, 'working-day', CATCH_UP) }],
      outcomes: caughtUp(MATTERS, 'confirm'),
    },
    confirm: {
      title: '管理单位核对',
      basis: CATCH_UP,
      by: 'service-centre',
      gateNoneOpen: ['receive'],
      within: house(3, 'working-day', CATCH_UP),
      outcomes: { confirmed: { title: '核对无误', ends: 'caught-up' } },
    },
  },
  endings: { 'caught-up': '已补办' },
  acts: { returns: [{ from: 'confirm', to: 'catch-up' }] },
  houseRules: [
    '3个工作日自故障排除时间起算；不可抗力何时排除条文未定，5个工作日只作提醒，可由政务服务中心调整。',
    '“同步上报”按30分钟作为服务目标；补办后的核对是本系统的规则，未全部补办的说明理由退回，3个工作日仍自故障排除时起算。',
    ONE_MATTER_A_CASE,
  ],
};

/**
 * 第三十五条：（政务外网）首先由本单位网络管理员进行自查并处置，如无法排除故障，应及时上报新区科技发展局进行协调处理。
 * 第七条第四项：eLTE市政无线专网接入单位……及时报送协调处理突发性网络故障信息。
 */
export const lzNetworkFault: Procedure = {
  id: 'lz-network-fault',
  family: 'fault',
  ...lz,
  title: '政务外网和eLTE专网故障处理',
  basis: NETWORK,
  submitters: ['unit-platform-administrator'],
  form: {
    network: { title: '所在网络', type: 'choice', options: NETWORKS, steers: 'network' },
    subject: { title: '故障位置', type: 'text' },
    what: { title: '异常状况', type: 'text', maxLength: 4000 },
    foundAt: { title: '发现时间', type: 'past-instant', steers: 'foundAt' },
    ...CLASSIFIED,
  },
  start: [
    { stage: 'self-check', when: { not: onElte } },
    { stage: 'report', when: onElte },
  ],
  stages: {
    'self-check': {
      title: '自查并处置',
      basis: NETWORK,
      by: 'unit-platform-administrator',
      clocks: [{ from: { fact: 'foundAt' }, limit: target(4, 'hour', NETWORK) }],
      outcomes: {
        solved: { title: '已自行排除', demands: ['fields'], fields: MEASURES, ends: 'recovered' },
        cannot: { title: '无法排除', demands: ['reasons'], opens: ['report'] },
      },
    },
    report: {
      title: '上报科技发展局',
      basis: NETWORK,
      by: 'unit-platform-administrator',
      clocks: [
        {
          limit: [
            { when: onElte, limit: target(30, 'minute', ELTE), from: { fact: 'foundAt' } },
            { when: { not: onElte }, limit: target(30, 'minute', NETWORK) },
          ],
        },
      ],
      outcomes: { reported: { title: '已上报', opens: ['coordinate'] } },
    },
    coordinate: {
      title: '科技发展局协调处理',
      basis: NETWORK,
      by: 'platform-manager',
      within: target(30, 'minute', NETWORK),
      outcomes: { coordinated: { title: '已协调运维单位', opens: ['repair'] } },
    },
    repair: {
      title: '排除故障',
      basis: NETWORK,
      by: 'platform-operator',
      within: target(1, 'working-day', NETWORK),
      outcomes: { recovered: { title: '已恢复', demands: ['fields'], fields: MEASURES, ends: 'recovered' } },
    },
  },
  endings: { recovered: '已恢复' },
  houseRules: [
    '各环节条文无数字，所列均为服务目标；“及时上报”“及时报送”按30分钟，由报告单位负责；协调自接到上报起30分钟。',
    '政务外网先由本单位自查处置，自判明无法排除时起上报；eLTE专网第七条未写自查，自发现时起报送。',
    '协调后由平台运维单位排除，是本系统的理解。',
  ],
};

/** 第一百三十二条：及时上报运维单位处理网络及系统等故障，对于严重影响政务服务业务办理的同步上报新区政务服务中心和主管部门。 */
export const lzServiceFault = report({
  id: 'lz-service-fault',
  family: 'fault',
  ...lz,
  title: '一体化政务服务系统故障处理',
  basis: SERVICE,
  by: 'unit-platform-administrator',
  form: { grave: { title: '严重影响政务服务业务办理', type: 'flag', steers: 'grave' } },
  report: {
    title: '上报运维单位（严重的同步上报政务服务中心和主管部门）',
    within: target(30, 'minute', SERVICE),
  },
  handle: {
    repair: { title: '运维单位处理故障', by: 'platform-operator', within: target(1, 'working-day', SERVICE) },
    grave: {
      title: '政务服务中心和主管部门接报',
      by: ['service-centre', 'competent-department'],
      within: house(30, 'minute', SERVICE),
      when: { fact: 'grave', in: [true] },
      told: true,
    },
  },
  closer: { title: '确认恢复' },
  houseRules: [
    '各环节条文无数字，所列均为服务目标；“及时”按30分钟，“同步上报”与上报运维单位同时进行。',
    '条文只要求上报政务服务中心和主管部门，二者接报即可，处置由运维单位负责；接报30分钟、确认恢复5个工作日是本系统规则。',
    '第一百三十二条“主管部门”条文未指明，指政务服务业务的主管部门，由主管部门角色承担；第一百六十八条、第一百六十九条的主管部门指网络的主管部门科技发展局。这是本系统的理解。',
  ],
});

/**
 * 第一百零二条：用户名及密码如有丢失，需及时上报管理单位处理。第一百三十九条：（印章）如忘记密码应报信息技术人员进行处理。
 */
export const lzLostCredentials = report({
  id: 'lz-lost-credentials',
  family: 'account',
  ...lz,
  title: '账号密码丢失、印章密码遗忘处理',
  basis: LOST_ACCOUNT,
  by: 'unit-platform-administrator',
  form: {
    credential: {
      title: '类别',
      type: 'choice',
      options: { account: '共享交换平台用户名或密码', seal: '电子印章密码' },
      steers: 'credential',
    },
    userName: { title: '所涉用户名', type: 'text', when: ofAccount },
    sealNo: { title: '所涉电子印章编号', type: 'text', when: ofSeal },
    ...EXISTED_BEFORE,
  },
  report: {
    title: '上报丢失情况',
    within: [
      { when: ofAccount, limit: target(30, 'minute', LOST_ACCOUNT) },
      { when: ofSeal, limit: target(30, 'minute', LOST_SEAL) },
    ],
  },
  handle: {
    account: {
      title: '管理单位处理',
      by: 'platform-manager',
      within: target(1, 'working-day', LOST_ACCOUNT),
      when: ofAccount,
      fields: {
        replaced: { title: '停用和更换情况', type: 'text', maxLength: 2000 },
      },
      effects: [{ register: 'accounts', op: 'suspend', key: LOST.account, must: 'exist' }],
    },
    seal: {
      title: '信息技术人员处理',
      by: 'platform-operator',
      basis: LOST_SEAL,
      within: target(1, 'working-day', LOST_SEAL),
      when: ofSeal,
      fields: {
        replaced: { title: '重置和更换情况', type: 'text', maxLength: 2000 },
      },
      effects: [{ register: 'seals', op: 'suspend', key: LOST.seal, must: 'exist' }],
    },
  },
  closer: {
    title: '确认更换',
    effects: [
      { register: 'accounts', op: 'resume', key: LOST.account, own: true },
      { register: 'seals', op: 'resume', key: LOST.seal, own: true },
    ],
  },
  houseRules: [
    '各环节条文无数字，所列均为服务目标：第一百零二条的“及时”按30分钟，第一百三十九条没有“及时”，报告同按30分钟。',
    '第一百三十九条的信息技术人员由平台运维单位承担；报告由本单位平台管理员代为提交。',
    '处理时账号或印章即行暂停，确认更换后恢复，条文未写，是本系统规则；遗忘密码的印章同此办理。',
    '密码本身不得录入本系统。',
  ],
});
