import { A_HUNDRED_YEARS_DAYS } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, statutory, target, until } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { caughtUp, delayedMatter, ONE_MATTER_A_CASE } from '../shapes/catch-up.ts';
import { EDITION, NO_DATE } from './forms.ts';

const THE_LICENCE = { thing: 'licence', field: 'licenceNo' } as const;

const MATTERS = { issue: '签发', update: '更新', cancel: '废止' };

const FORCE_MAJEURE = cite('DQ-L', '第十五条');
const REMIND = cite('DQ-L', '第二十条');
const SYNC = cite('DQ-L', '第十三条');
const DIGITISE = cite('DQ-L', '第十四条');
/** 既有纸质证照逐步实行电子化: nothing has happened to the paper that could start a clock. */
const BACKLOG: Condition = { fact: 'matter', in: ['backlog'] };

/**
 * 第十五条：因不可抗力不能及时签发、更新或者废止电子证照的，应当采取有效的应对措施并通知综合管理部门及市营商部门。
 * 签发机构应当在故障排除后的3个工作日内完成电子证照的签发、更新或者废止。
 */
export const dqLicenceCatchUp: Procedure = {
  id: 'dq-licence-catch-up',
  family: 'fault',
  jurisdiction: 'dq',
  title: '不可抗力后补办电子证照',
  basis: FORCE_MAJEURE,
  edition: EDITION,
  submitters: ['licence-issuer'],
  form: {
    event: { title: '不可抗力情形', type: 'text', maxLength: 4000 },
    beganAt: { title: '发生时间', type: 'past-instant', steers: 'beganAt' },
    delayed: delayedMatter(MATTERS),
    licences: { title: '受影响的证照种类', type: 'texts' },
    ...CLASSIFIED,
  },
  start: ['measures', 'notify'],
  stages: {
    measures: {
      title: '采取应对措施',
      basis: FORCE_MAJEURE,
      by: 'licence-issuer',
      clocks: [{ from: { fact: 'beganAt' }, limit: target(4, 'hour', FORCE_MAJEURE) }],
      outcomes: {
        taken: {
          title: '已采取',
          demands: ['fields'],
          fields: { measures: { title: '应对措施', type: 'text', maxLength: 4000 } },
          opens: ['clear'],
        },
      },
    },
    notify: {
      title: '通知综合管理部门及市营商部门',
      basis: FORCE_MAJEURE,
      by: 'licence-issuer',
      clocks: [{ from: { fact: 'beganAt' }, limit: target(30, 'minute', FORCE_MAJEURE) }],
      outcomes: { notified: { title: '已通知', opens: ['receive'] } },
    },
    receive: {
      title: '综合管理部门和市营商部门接收通知',
      basis: FORCE_MAJEURE,
      by: ['platform-manager', 'competent-department'],
      agreement: 'all',
      within: house(1, 'working-day', FORCE_MAJEURE),
      outcomes: { received: { title: '已接收', opens: ['check'] } },
    },
    clear: {
      title: '排除故障',
      basis: FORCE_MAJEURE,
      by: 'licence-issuer',
      clocks: [
        {
          limit: house(5, 'working-day', FORCE_MAJEURE),
          adjustable: { by: 'platform-manager', basis: FORCE_MAJEURE },
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
      title: '补办签发、更新或者废止',
      basis: FORCE_MAJEURE,
      by: 'licence-issuer',
      clocks: [{ from: { fact: 'clearedAt' }, limit: statutory(3, 'working-day', FORCE_MAJEURE) }],
      outcomes: caughtUp(MATTERS, 'check'),
    },
    check: {
      title: '综合管理部门核对补办情况',
      basis: FORCE_MAJEURE,
      by: 'platform-manager',
      join: ['receive', 'catch-up'],
      within: house(2, 'working-day', FORCE_MAJEURE),
      outcomes: { checked: { title: '核对无误', ends: 'caught-up' } },
    },
  },
  endings: { 'caught-up': '已补办' },
  acts: { returns: [{ from: 'check', to: 'catch-up' }] },
  houseRules: [
    '通知30分钟、应对措施4小时条文未定，为服务目标，均自不可抗力发生起算。',
    '3个工作日自故障排除时间起算；接收1个、排除故障5个、核对2个工作日是本系统规则，其中排除故障的期限只作提醒，可由综合管理部门调整。',
    ONE_MATTER_A_CASE,
    '本系统的席位表没有市营商部门，由主管部门席位接收通知。',
    NO_DATE,
  ],
};

/** 第二十条：电子证照签发机构应当为实名认证的持证主体提供电子证照到期提醒的信息推送服务。 */
export const dqLicenceExpiry: Procedure = {
  id: 'dq-licence-expiry',
  family: 'licence',
  jurisdiction: 'dq',
  title: '电子证照到期提醒',
  basis: REMIND,
  edition: EDITION,
  submitters: ['licence-issuer'],
  form: {
    licenceNo: { title: '电子证照编号', type: 'text' },
    holder: { title: '持证主体', type: 'holder' },
    expiresOn: { title: '到期日', type: 'future-date', withinDays: 366, steers: 'expiresOn' },
    ...CLASSIFIED,
  },
  start: ['remind'],
  stages: {
    remind: {
      title: '推送到期提醒',
      basis: REMIND,
      by: 'licence-issuer',
      clocks: [
        { limit: target(1, 'working-day', REMIND) },
        { id: 'expiry', title: '到期前送达提醒', limit: until('target', 'expiresOn', REMIND) },
      ],
      outcomes: {
        reminded: {
          title: '已提醒',
          effects: [{ register: 'licences', op: 'change', key: THE_LICENCE }],
          ends: 'reminded',
        },
        'not-needed': { title: '已换发或者已注销，无需提醒', demands: ['reasons'], ends: 'not-needed' },
      },
    },
  },
  endings: { reminded: '已提醒', 'not-needed': '无需提醒' },
  houseRules: [
    '提前多久提醒条文未定：签发机构应在到期前30日立案，立案后1个工作日内推送，为服务目标；签发时记有有效期的，本系统在到期前30日通知签发机构立案提醒。',
    '提醒至迟在到期日送达，到期后的提醒不成其为提醒；到期日遇休息日不移动，登记一年以内到期的证照。这是本系统的理解。',
    '提醒只发给已实名认证的持证主体。',
    NO_DATE,
  ],
};

/**
 * 第十三条：纸质证照信息，包括证照的制发、年审、年检、挂失、抵押、暂扣、注销等全过程管理信息，应当与电子证照实行同步签发、同步更新、
 * 同步废止；第十八条：在用证清单范围内使用。
 */
export const dqLicenceSync: Procedure = {
  id: 'dq-licence-sync',
  family: 'licence',
  jurisdiction: 'dq',
  title: '纸质与电子证照同步',
  basis: SYNC,
  edition: EDITION,
  submitters: ['licence-issuer'],
  form: {
    licenceNo: { title: '证照编号', type: 'text' },
    ...EXISTED_BEFORE,
    holder: { title: '持证主体', type: 'holder' },
    matter: {
      title: '办理事项',
      type: 'choice',
      options: {
        issue: '制发',
        change: '变更',
        review: '年审、年检',
        mortgage: '抵押',
        loss: '挂失',
        seizure: '暂扣',
        release: '解除挂失、暂扣',
        cancellation: '注销',
        backlog: '既有纸质证照电子化',
      },
      steers: 'matter',
    },
    kind: { title: '证照类型', type: 'text', when: { fact: 'matter', in: ['issue'] } },
    happenedAt: {
      title: '纸质证照办理时间',
      type: 'past-instant',
      steers: 'happenedAt',
      when: { not: BACKLOG },
    },
    // 第二十条: 到期提醒.
    until: {
      title: '有效期至（有有效期的）',
      type: 'future-date',
      withinDays: A_HUNDRED_YEARS_DAYS,
      required: false,
      when: { fact: 'matter', in: ['issue', 'change', 'review', 'backlog'] },
    },
    ...CLASSIFIED,
  },
  start: ['sync'],
  stages: {
    sync: {
      title: '同步签发、更新或者废止',
      basis: SYNC,
      by: 'licence-issuer',
      clocks: [
        {
          from: { fact: 'happenedAt' },
          limit: [
            { when: BACKLOG, limit: target(20, 'working-day', DIGITISE) },
            { when: { not: BACKLOG }, limit: target(1, 'working-day', SYNC) },
          ],
        },
      ],
      outcomes: {
        issued: {
          title: '已同步签发',
          when: { fact: 'matter', in: ['issue', 'backlog'] },
          effects: [{ register: 'licences', op: 'open', key: THE_LICENCE }],
          ends: 'synced',
        },
        updated: {
          title: '已同步更新',
          when: { fact: 'matter', in: ['change', 'review', 'mortgage'] },
          effects: [{ register: 'licences', op: 'change', key: THE_LICENCE, must: 'exist' }],
          ends: 'synced',
        },
        suspended: {
          title: '已同步挂失、暂扣',
          when: { fact: 'matter', in: ['loss', 'seizure'] },
          effects: [{ register: 'licences', op: 'suspend', key: THE_LICENCE, must: 'exist' }],
          ends: 'synced',
        },
        released: {
          title: '已同步解除挂失、暂扣',
          when: { fact: 'matter', in: ['release'] },
          effects: [{ register: 'licences', op: 'resume', key: THE_LICENCE, must: ['suspended'] }],
          ends: 'synced',
        },
        cancelled: {
          title: '已同步废止',
          when: { fact: 'matter', in: ['cancellation'] },
          effects: [{ register: 'licences', op: 'close', key: THE_LICENCE, must: 'exist' }],
          ends: 'synced',
        },
      },
    },
  },
  endings: { synced: '已同步' },
  houseRules: [
    '“同步”没有数字，按纸质证照办理后1个工作日作为服务目标。',
    '变更（第七条）和解除挂失、暂扣在第十三条中未逐一写明，属“等全过程管理信息”，是本系统的理解。',
    '既有纸质证照“逐步”电子化（第十四条）没有数字，立案后20个工作日为服务目标。',
    '用证清单（第十八条）由使用机构自行动态管理，不逐次立案。',
    NO_DATE,
  ],
};
