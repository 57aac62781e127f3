import { A_HUNDRED_YEARS_DAYS, type Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const LICENCE = { thing: 'licence', field: 'licenceNo' } as const;

const USE = cite('LZ-P', '第一百五十三条');
const SYNC = cite('LZ-P', '第一百四十九条、第一百五十条');
const BACKLOG = cite('LZ-P', '第一百五十一条');
const QUERY = cite('LZ-P', '第一百五十四条');
const SPOT_CHECK = cite('LZ-P', '第一百六十三条');
const lz = { family: 'licence', jurisdiction: 'lz', edition: EDITION } as const;

/**
 * 第一百五十三条：所需电子证照未列入新区政务服务电子证照清单的，应及时向行业部门提出电子证照共享申请，发证单位会同新区政务服务中心、
 * 科技发展局归集共享电子证照。
 */
export const lzLicenceUse: Procedure = {
  id: 'lz-licence-use',
  ...lz,
  title: '清单外电子证照共享申请',
  basis: USE,
  submitters: ['requester'],
  form: {
    licence: { title: '所需电子证照', type: 'text' },
    issuer: { title: '发证单位', type: 'department', steers: 'issuer' },
    matters: { title: '政务服务事项', type: 'texts' },
    scenario: { title: '应用场景', type: 'text', maxLength: 2000 },
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '行业部门审核',
      basis: USE,
      by: 'competent-department',
      within: target(5, 'working-day', USE),
      outcomes: {
        agree: { title: '同意共享', opens: ['collect'] },
        refuse: { title: '不同意共享', demands: ['reasons', 'legalBasis'], ends: 'refused' },
      },
    },
    collect: {
      title: '归集共享电子证照',
      basis: USE,
      by: [{ role: 'licence-issuer', department: 'issuer' }, 'service-centre', 'platform-manager'],
      agreement: 'all',
      within: target(10, 'working-day', USE),
      outcomes: {
        collected: {
          title: '已归集共享',
          effects: [{ register: 'licences', op: 'open', key: { thing: 'licence-kind', field: 'licence' } }],
          opens: ['list'],
        },
      },
    },
    list: {
      title: '列入本单位用证清单',
      basis: USE,
      by: 'requester',
      within: target(3, 'working-day', USE),
      outcomes: { listed: { title: '已列入', ends: 'shared' } },
    },
  },
  endings: { shared: '已共享', refused: '不予共享', withdrawn: '已撤回' },
  houseRules: [
    '各环节条文无数字，所列均为服务目标。',
    '“行业部门”由主管部门角色承担；不同意共享的须依第一百二十二条提供法律依据。',
    '三家“会同”理解为都办结方为归集完毕。',
  ],
};

const MATTERS = {
  issue: '制发',
  change: '变更',
  'yearly-review': '年审年检',
  loss: '挂失',
  mortgage: '抵押',
  seizure: '暂扣',
  release: '解除挂失、暂扣',
  cancellation: '注销',
  backlog: '存量和历史证照归集',
};
const ofBacklog = { fact: 'matter', in: ['backlog'] };
/** 第一百五十条：归集入库的数据与证照实际状态一致. What each matter makes of the licence's line in the register. */
const ISSUED = { fact: 'matter', in: ['issue', 'backlog'] };
const UPDATED = { fact: 'matter', in: ['change', 'yearly-review', 'mortgage'] };
const SUSPENDED = { fact: 'matter', in: ['loss', 'seizure'] };
const RELEASED = { fact: 'matter', in: ['release'] };
const CANCELLED = { fact: 'matter', in: ['cancellation'] };

/** 随机抽查、模拟办事、电子督查等方式……对发证单位和用证单位的电子证照归集和应用情况进行日常督查. */
const CHECKED: Fields = {
  manner: {
    title: '督查方式',
    type: 'choice',
    options: { random: '随机抽查', mock: '模拟办事', electronic: '电子督查', other: '其他' },
  },
  use: { title: '用证单位和应用情况（适用率、应用率、成功率）', type: 'text', maxLength: 4000 },
};

/**
 * 第一百四十九条：证照的变更、年审、年检、挂失、抵押、暂扣、注销等全过程管理信息，应与电子证照实行同步更新。第一百五十条：同步归集。
 * 第一百五十一条：存量……逐步归集。第一百五十四条：设置查询、调用权限。第一百六十三条：随机抽查。
 */
export const lzLicenceLifecycle: Procedure = {
  id: 'lz-licence-lifecycle',
  ...lz,
  title: '电子证照全过程同步',
  basis: SYNC,
  submitters: ['licence-issuer'],
  form: {
    matter: { title: '事项', type: 'choice', options: MATTERS, steers: 'matter' },
    licenceNo: { title: '电子证照编号', type: 'text' },
    ...EXISTED_BEFORE,
    kind: { title: '证照类型', type: 'text', when: ISSUED },
    holder: { title: '持证主体', type: 'holder' },
    happenedAt: {
      title: '实体证照办理时间',
      type: 'past-instant',
      steers: 'happenedAt',
      when: { not: ofBacklog },
    },
    until: {
      title: '有效期至（有有效期的）',
      type: 'future-date',
      withinDays: A_HUNDRED_YEARS_DAYS,
      required: false,
      when: { fact: 'matter', in: ['issue', 'change', 'yearly-review', 'backlog'] },
    },
    takenUpAt: { title: '列入归集的时间', type: 'past-instant', steers: 'happenedAt', when: ofBacklog },
    ...CLASSIFIED,
  },
  start: ['sync'],
  stages: {
    sync: {
      title: '同步更新并归集入库',
      basis: SYNC,
      by: 'licence-issuer',
      clocks: [
        {
          from: { fact: 'happenedAt' },
          limit: [
            { when: ofBacklog, limit: target(20, 'working-day', BACKLOG) },
            { when: { not: ofBacklog }, limit: target(30, 'minute', SYNC) },
          ],
        },
      ],
      outcomes: {
        issued: {
          title: '已制发并归集入库',
          when: ISSUED,
          effects: [{ register: 'licences', op: 'open', key: LICENCE }],
          opens: ['rights'],
        },
        updated: {
          title: '已同步变更、年审年检、抵押信息',
          when: UPDATED,
          effects: [{ register: 'licences', op: 'change', key: LICENCE, must: 'exist' }],
          opens: ['draw'],
        },
        suspended: {
          title: '已同步挂失、暂扣',
          when: SUSPENDED,
          effects: [{ register: 'licences', op: 'suspend', key: LICENCE, must: 'exist' }],
          opens: ['draw'],
        },
        released: {
          title: '已同步解除挂失、暂扣',
          when: RELEASED,
          effects: [{ register: 'licences', op: 'resume', key: LICENCE, must: ['suspended'] }],
          opens: ['draw'],
        },
        cancelled: {
          title: '已同步注销',
          when: CANCELLED,
          effects: [{ register: 'licences', op: 'close', key: LICENCE, must: 'exist' }],
          opens: ['draw'],
        },
      },
    },
    rights: {
      title: '设置查询、调用权限',
      basis: QUERY,
      by: 'platform-manager',
      within: target(1, 'working-day', QUERY),
      outcomes: {
        set: {
          title: '已设置',
          demands: ['fields'],
          fields: { scope: { title: '可查询、调用的单位和业务范围', type: 'texts' } },
          opens: ['draw'],
        },
      },
    },
    draw: {
      title: '随机抽取',
      basis: SPOT_CHECK,
      by: 'service-centre',
      within: house(1, 'working-day', SPOT_CHECK),
      outcomes: {
        drawn: { title: '已抽中', opens: ['spot-check'] },
        'not-drawn': { title: '未抽中', ends: 'synced' },
      },
    },
    'spot-check': {
      title: '会同抽查',
      basis: SPOT_CHECK,
      by: ['service-centre', 'platform-manager'],
      agreement: 'all',
      repeats: true,
      within: target(5, 'working-day', SPOT_CHECK),
      outcomes: {
        consistent: { title: '抽查一致', demands: ['fields'], fields: CHECKED, ends: 'synced' },
        mismatch: {
          title: '与证照实际状态不一致',
          demands: ['reasons', 'fields'],
          fields: CHECKED,
          opens: ['put-right'],
        },
      },
    },
    'put-right': {
      title: '更正归集数据',
      basis: SYNC,
      by: 'licence-issuer',
      repeats: true,
      within: house(1, 'working-day', SYNC),
      outcomes: {
        done: {
          title: '已更正',
          effects: [{ register: 'licences', op: 'change', key: LICENCE }],
          opens: ['spot-check'],
        },
      },
    },
  },
  endings: { synced: '已同步' },
  // 第一百四十九条: the line follows the licence itself (挂失、暂扣), whatever becomes of the case.
  onEnding: { terminated: [] },
  houseRules: [
    '“同步”按自实体证照办理起30分钟作为服务目标；其余环节条文无数字。',
    '“逐步归集”按20个工作日作为服务目标，自列入归集之时起算：这些证照多年前即已办理，不能自办理时间起算。',
    '结果由事项决定：制发、存量和历史证照归集为入库，挂失、暂扣为暂停，解除挂失、暂扣为恢复，注销为关闭，其余为变更，使台账与证照实际状态一致（第一百五十条）。',
    '解除挂失、暂扣条文未逐一写明，属“等全过程管理信息”，是本系统的理解。',
    '已同步的挂失、暂扣不因本案终止解除：台账与实体证照的状态一致（第一百四十九条），证照解除挂失、暂扣的另行同步。',
    '抽查由政务服务中心1个工作日内按比例抽取，未抽中的直接办结；不一致的更正后再查，是本系统的规则。',
    '政务服务中心“会同”科技发展局（第一百六十三条），理解为两家都认为一致方办结，任一家查出不一致的即行更正；用证单位的应用情况随抽查一并查明，督促改进不另设环节。',
  ],
};
