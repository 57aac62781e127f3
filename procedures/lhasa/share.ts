import { statutory, target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { type Citation, cite } from '../regulations.ts';
import type { Procedure, Stage } from '../schema.ts';
import { EDITION, grantFields, shareForm } from './forms.ts';

const UNCONDITIONAL = cite('LS-D', '第十九条第一款');
const CONDITIONAL = cite('LS-D', '第十九条第二款');
const RESTRICTED = cite('LS-D', '第十九条第三款');

/** 第十九条第一款：通过在市共享交换平台开放相应的访问权限；第二款：市大数据局需做好相关数据交换的日志记录。 */
const openAccess = (basis: Citation): Stage => ({
  title: '开放访问权限并记录日志',
  basis,
  by: 'platform-operator',
  within: target(2, 'working-day', basis),
  outcomes: {
    opened: { title: '已开放', effects: [{ register: 'data-grants', op: 'open' }], ends: 'granted' },
  },
});

/** 第十九条第一款：使用无条件共享类数据时，应向大数据局提出申请，……开放相应的访问权限进行直接查询使用，无需经数据提供部门授权。 */
export const lsShareUnconditional: Procedure = {
  id: 'ls-share-unconditional',
  family: 'share',
  jurisdiction: 'ls',
  title: '无条件共享类数据申请',
  basis: UNCONDITIONAL,
  edition: EDITION,
  submitters: ['requester'],
  shareClasses: ['unconditional', 'open'],
  form: shareForm,
  start: ['open-access'],
  stages: {
    'open-access': {
      title: '市大数据局开放访问权限',
      basis: UNCONDITIONAL,
      by: 'platform-manager',
      within: target(2, 'working-day', UNCONDITIONAL),
      outcomes: {
        opened: { title: '已开放', effects: [{ register: 'data-grants', op: 'open' }], ends: 'granted' },
        refuse: { title: '不属于履职需要，不予开放', demands: ['reasons'], ends: 'refused' },
      },
    },
  },
  endings: { granted: '已共享', refused: '不予开放', withdrawn: '已撤回' },
  houseRules: [
    '开放访问权限的时限条文未定，按2个工作日作为服务目标。',
    GRANT_TERM,
    '条文以“因履行职责需要”为使用前提（第五条（三）），申请与履职无关的可说明理由不予开放。',
  ],
};

/**
 * 第十九条第二款：使用附条件共享类数据时，应向市大数据局提出申请，由数据提供部门审核并授权，审核工作应在5个工作日内完成；
 * 第二十二条：依据设定的共享条件以及履职需要进行审核，核定应用业务、使用对象、所需数据、共享模式、截止时间等要素，按最小授权的原则。
 */
export const lsShareConditional: Procedure = {
  id: 'ls-share-conditional',
  family: 'share',
  jurisdiction: 'ls',
  title: '附条件共享类数据申请',
  basis: CONDITIONAL,
  edition: EDITION,
  submitters: ['requester'],
  shareClasses: ['conditional'],
  form: shareForm,
  start: ['authorise'],
  stages: {
    authorise: {
      title: '数据提供部门审核并授权',
      basis: CONDITIONAL,
      by: 'data-provider',
      within: statutory(5, 'working-day', CONDITIONAL),
      outcomes: {
        approve: { title: '同意授权', demands: ['fields'], fields: grantFields, opens: ['open-access'] },
        refuse: { title: '不符合共享条件', demands: ['reasons', 'legalBasis'], ends: 'refused' },
      },
    },
    'open-access': openAccess(CONDITIONAL),
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  houseRules: [
    '申请在市大数据局的平台上提出即到达数据提供部门，5个工作日自提出申请起算，是本系统的理解。',
    '授权后开放访问权限的时限条文未定，按2个工作日作为服务目标。',
    '第九条（一）至（四）的共享条件是目录条目的内容；不同意须指明所不符合的条件及其依据（第五条（一））。',
    '第十九条只说“市大数据局”；开放权限由其数据操作人员（平台运维席位）办理，与审核分离（第三十九条）。',
  ],
};

/**
 * 第十九条第三款：对于不予共享类或数据申请部门不能满足共享条件但因履行职责确需使用的数据，由数据申请部门与数据提供部门协商解决；
 * 协商未果的由市大数据局提请市信息化领导小组协调解决。
 */
export const lsShareRestricted: Procedure = {
  id: 'ls-share-restricted',
  family: 'share',
  jurisdiction: 'ls',
  title: '不予共享或不满足条件数据的协商共享',
  basis: RESTRICTED,
  edition: EDITION,
  submitters: ['requester'],
  shareClasses: ['conditional', 'none'],
  form: {
    ...shareForm,
    ground: {
      title: '协商事由',
      type: 'choice',
      options: { 'not-shared': '属于不予共享类', 'condition-unmet': '不能满足共享条件' },
    },
    necessity: { title: '履行职责确需使用的理由', type: 'text', maxLength: 4000 },
  },
  start: ['negotiate'],
  stages: {
    negotiate: {
      title: '申请部门与提供部门协商',
      basis: RESTRICTED,
      by: ['requester', 'data-provider'],
      agreement: 'all',
      within: target(5, 'working-day', RESTRICTED),
      outcomes: {
        agreed: { title: '协商一致，同意共享', opens: ['authorise'] },
        failed: { title: '协商未果', demands: ['reasons'], opens: ['refer'] },
      },
    },
    refer: {
      title: '市大数据局提请领导小组协调',
      basis: RESTRICTED,
      by: 'platform-manager',
      within: target(2, 'working-day', RESTRICTED),
      outcomes: { referred: { title: '已提请', opens: ['coordinate'] } },
    },
    coordinate: {
      title: '市信息化领导小组协调',
      basis: RESTRICTED,
      by: 'leading-group',
      within: target(10, 'working-day', RESTRICTED),
      outcomes: {
        share: { title: '协调共享', opens: ['authorise'] },
        'not-share': { title: '不予共享', demands: ['reasons'], ends: 'refused' },
      },
    },
    authorise: {
      title: '按协商或协调结果核定授权',
      basis: cite('LS-D', '第二十二条'),
      by: 'data-provider',
      within: target(2, 'working-day', cite('LS-D', '第二十二条')),
      outcomes: {
        approve: { title: '已授权', demands: ['fields'], fields: grantFields, opens: ['open-access'] },
      },
    },
    'open-access': openAccess(RESTRICTED),
  },
  endings: { granted: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  houseRules: [
    '协商5个、提请2个、协调10个、核定授权2个、开放权限2个工作日条文均未定，为服务目标。',
    '协商一致须双方都确认；任何一方可说明理由认定协商未果。',
  ],
};
