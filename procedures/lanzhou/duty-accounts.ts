import type { Fields } from '../fields.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import { duty } from '../shapes/duty.ts';
import { MEASURES } from './duty.ts';
import { EDITION } from './edition.ts';

const ACCOUNTS = cite('LZ-P', '第一百一十六条');
const CATALOGUE = cite('LZ-D', '第十四条');
const SEALS = cite('LZ-P', '第一百四十二条');
const PASSWORD = cite('LZ-P', '第一百二十七条');
const ACCOUNT_CHECK = cite('LZ-P', '第一百二十八条');
const lz = { jurisdiction: 'lz', edition: EDITION } as const;

const FINDINGS: Fields = { findings: { title: '清查结果', type: 'text', maxLength: 4000 } };

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
  done: '已维护和整理，目录无变化',
  found: {
    title: '已维护和整理，目录有变化',
    fields: { changes: { title: '新增、变更、注销的目录条目', type: 'text', maxLength: 4000 } },
    dealWith: {
      title: '审核后予以发布',
      by: 'unit-head',
      within: target(5, 'working-day', CATALOGUE),
      done: '已审核发布',
      fields: { cases: { title: '各条目的目录案件编号', type: 'texts' } },
    },
  },
  houseRules: [
    '每年1月立案，12月31日为限；有变化的逐条在目录类案件中办理，由单位领导审核、发布后填报其编号，5个工作日为服务目标。',
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
  receive: { by: 'platform-manager', title: '存档备查', effects: [{ register: 'filings', op: 'open' }] },
  houseRules: [
    '“定期”按每月作为服务目标；存档的汇总表记入备案台账备查。',
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
  },
  done: '已核查，用户均在三个月内更改过密码',
  found: {
    title: '已核查，有用户满三个月未更改密码',
    fields: { unchanged: { title: '满三个月未更改密码的账号', type: 'texts' } },
    dealWith: {
      title: '责令更改或者停用',
      by: 'unit-platform-administrator',
      within: house(2, 'working-day', PASSWORD),
      done: '已逐个更改或者停用',
      fields: MEASURES,
    },
  },
  houseRules: [
    '有满三个月未更改的，2个工作日内逐个更改或者停用，是本系统规则。',
    '“每三个月”是对每个使用者的，自其上次更改起算；本事项按自然季度核查，季初改过、下季末才改的间隔可近六个月，故核查以每个用户距上次更改是否已满三个月为准，已满的逐个处理，不以本季改过一次为足。',
    '每季度末月立案，由单位平台管理员汇总；到期当日强制更改由一体化政务服务系统执行，密码本身不得录入。',
    '印章和签名密码的定期更换，由印章保管人随电子印章签章和打印汇总填报。',
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
    checked: { title: '检查的单位和用户', type: 'text', maxLength: 4000 },
    training: { title: '政策和系统使用等培训情况（没有的，写明无）', type: 'text', maxLength: 2000 },
  },
  done: '已检查，无未注销、私自交接的用户',
  found: {
    title: '已检查，有未注销、私自交接的用户',
    fields: {
      unit: { title: '所在单位', type: 'text' },
      breaches: { title: '未提出注销、私自交接用户和密码的情况', type: 'text', maxLength: 4000 },
    },
    dealWith: {
      title: '对单位负责人及直接责任人作出处理',
      by: 'competent-department',
      within: target(10, 'working-day', ACCOUNT_CHECK),
      done: '已处理，注销用户',
      fields: {
        handling: { title: '对单位负责人及直接责任人的处理', type: 'text', maxLength: 4000 },
        cleared: { title: '注销的账号', type: 'texts' },
        ...EXISTED_BEFORE,
      },
      effects: [
        {
          register: 'accounts',
          op: 'close',
          key: { thing: 'service-account', field: 'cleared' },
          must: 'exist',
        },
      ],
    },
  },
  houseRules: [
    '“定期”按每半年作为服务目标，每半年的最后一个月立案，当月末为限。',
    '第一百一十二条的培训没有期限，不另立事项，随每半年的检查填报。',
    '“严肃处理”由谁作出条文未定，由主管部门作出，10个工作日为服务目标；应注销而未注销的账号同时注销。',
  ],
});
