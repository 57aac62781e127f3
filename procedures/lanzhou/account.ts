import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { NOT_SUSPENDED } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure, Stage } from '../schema.ts';
import type { ThingId } from '../things.ts';
import { EDITION } from './edition.ts';

const ART_52 = cite('LZ-P', '第五十二条');
const ART_115 = cite('LZ-P', '第一百一十五条');
const ART_128 = cite('LZ-P', '第一百二十八条');

const peopleFields: Fields = {
  users: { title: '使用人员', type: 'texts' },
  rights: { title: '所需权限', type: 'texts' },
  computers: { title: '入网电脑', type: 'texts' },
  why: { title: '工作需要', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
};

const WHAT = { users: '增加用户', rights: '增加权限' };
const extending: Condition = { fact: 'what', in: ['rights'] };
const cancelling: Condition = { fact: 'what', in: ['cancel'] };

const EXTENDED =
  '增加权限的，变更台账中已有的账号，不另立账号，也不恢复已暂停的账号；同时增加用户和权限的，分别申请。';

/** Each account with the one person who uses it (一人一用户). */
const REGISTERED: Fields = {
  accounts: { title: '登记的账号', type: 'texts' },
  users: { title: '各账号的使用人员（与账号逐一对应）', type: 'texts', pairedWith: 'accounts' },
};

/** 逐个登记、统一分配；经审核符合要求的电脑和用户方可入网运行. More rights are a change of accounts that stand. */
const register = (basis: Stage['basis'], thing: ThingId): Stage => ({
  title: '逐个登记、统一分配',
  basis,
  by: 'platform-operator',
  within: target(2, 'working-day', basis),
  outcomes: {
    registered: {
      title: '符合要求，已登记入网',
      when: { not: extending },
      demands: ['fields'],
      fields: REGISTERED,
      effects: [{ register: 'accounts', op: 'open', key: { thing, field: 'accounts' }, must: NOT_SUSPENDED }],
      ends: 'registered',
    },
    extended: {
      title: '符合要求，已增加权限',
      when: extending,
      demands: ['fields'],
      fields: {
        ...REGISTERED,
        ...EXISTED_BEFORE,
        rights: { title: '增加后的全部权限', type: 'texts' },
      },
      effects: [{ register: 'accounts', op: 'change', key: { thing, field: 'accounts' }, must: 'exist' }],
      ends: 'registered',
    },
    unfit: { title: '电脑或用户不符合要求', demands: ['reasons'], ends: 'refused' },
  },
});

/**
 * 第五十二条：确需增加用户数和用户权限，应向新区管委会办公室提出书面申请，核准后对入网电脑和用户逐个登记、统一分配。
 */
export const lzAccountOa: Procedure = {
  id: 'lz-account-oa',
  family: 'account',
  jurisdiction: 'lz',
  title: '协同办公系统用户与权限申请',
  basis: ART_52,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    what: { title: '申请事项', type: 'choice', options: WHAT, steers: 'what' },
    ...peopleFields,
  },
  start: ['review'],
  stages: {
    review: {
      title: '管委会办公室核准',
      basis: ART_52,
      by: 'management-office',
      within: target(5, 'working-day', ART_52),
      outcomes: {
        approve: { title: '核准', opens: ['register'] },
        refuse: { title: '不予核准', demands: ['reasons'], ends: 'refused' },
      },
    },
    register: register(ART_52, 'office-account'),
  },
  endings: { registered: '已登记', refused: '不予核准', withdrawn: '已撤回' },
  houseRules: [
    '核准5个、登记2个工作日条文未定，为服务目标。',
    '核准与登记分离：登记由负责系统日常管理的运维单位（第五十条）操作。',
    EXTENDED,
  ],
};

/**
 * 第一百一十五条：确需增加用户数和用户权限，应向政务服务中心提出书面申请，由系统管理员对入网计算机和用户进行逐个登记，统一分配；
 * 第一百二十八条：人员调动……向政务服务中心提出注销用户。
 */
export const lzAccountService: Procedure = {
  id: 'lz-account-service',
  family: 'account',
  jurisdiction: 'lz',
  title: '一体化政务服务系统用户与权限申请',
  basis: ART_115,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    what: {
      title: '申请事项',
      type: 'choice',
      options: { ...WHAT, cancel: '注销用户' },
      steers: 'what',
    },
    ...peopleFields,
    // 第一百一十五条的权限和入网登记是为增加而设；第一百二十八条的注销只关系到人员.
    rights: { title: '所需权限', type: 'texts', when: { not: cancelling } },
    computers: { title: '入网计算机', type: 'texts', when: { not: cancelling } },
  },
  start: ['review'],
  stages: {
    review: {
      title: '政务服务中心核准',
      basis: ART_115,
      by: 'service-centre',
      within: target(5, 'working-day', ART_115),
      outcomes: {
        approve: {
          title: '核准',
          opens: [
            { stage: 'register', when: { not: cancelling } },
            { stage: 'cancel', when: cancelling },
          ],
        },
        refuse: { title: '不予核准', demands: ['reasons'], ends: 'refused' },
      },
    },
    register: register(ART_115, 'service-account'),
    cancel: {
      title: '注销用户',
      basis: ART_128,
      by: 'platform-operator',
      within: target(1, 'working-day', ART_128),
      outcomes: {
        cancelled: {
          title: '已注销',
          demands: ['fields'],
          fields: { accounts: { title: '注销的账号', type: 'texts' }, ...EXISTED_BEFORE },
          effects: [
            {
              register: 'accounts',
              op: 'close',
              key: { thing: 'service-account', field: 'accounts' },
              must: 'exist',
            },
          ],
          ends: 'cancelled',
        },
      },
    },
  },
  endings: { registered: '已登记', cancelled: '已注销', refused: '不予核准', withdrawn: '已撤回' },
  houseRules: [
    '核准5个、登记2个、注销1个工作日条文未定，为服务目标。',
    '一人一用户（第一百二十五条）：已有用户的人员不再增加用户，由核准环节把关。',
    '系统管理员属运维单位（第一百一十三条），核准与登记分离。',
    EXTENDED,
  ],
};
