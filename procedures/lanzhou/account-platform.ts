import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, target } from '../limits.ts';
import { NOT_SUSPENDED } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ACCOUNT = { thing: 'platform-account', field: 'account' } as const;

const ART_80 = cite('LZ-P', '第八十条');
const ART_81 = cite('LZ-P', '第八十一条');
const ART_89 = cite('LZ-P', '第八十九条');
const ART_90 = cite('LZ-P', '第九十条');

/**
 * 第八十条：系统管理员统一设置并分配各单位登录账号；第八十一条：为新区各单位分别分配一个单位管理员账号，……为各业务科室分配一个业务
 * 人员使用账号，……报管理单位备案；第八十九条：及时取消离职人员的系统访问权限，并修改密码；第九十条：及时指定新的平台管理员，并做好工作
 * 交接和培训，同时上报……备案。
 */
export const lzAccountPlatform: Procedure = {
  id: 'lz-account-platform',
  family: 'account',
  jurisdiction: 'lz',
  title: '共享交换平台账号管理',
  basis: ART_81,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    what: {
      title: '事项',
      type: 'choice',
      options: {
        administrator: '分配单位管理员账号',
        section: '分配业务科室账号',
        leaving: '业务人员调动、离职',
        successor: '单位平台管理员变动',
      },
      steers: 'what',
    },
    leader: { title: '数据共享工作分管领导', type: 'text', untitled: true },
    person: { title: '所涉人员', type: 'text', untitled: true },
    // 第八十一条：为各业务科室分配一个业务人员使用账号.
    section: { title: '业务科室', type: 'text', when: { fact: 'what', in: ['section'] } },
    why: { title: '情况说明', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['confirm'],
  stages: {
    confirm: {
      title: '本单位确认人员',
      basis: ART_81,
      by: 'unit-head',
      within: house(1, 'working-day', ART_81),
      outcomes: {
        confirm: {
          title: '确认',
          opens: [
            { stage: 'assign', when: { not: { fact: 'what', in: ['leaving', 'successor'] } } },
            { stage: 'revoke', when: { fact: 'what', in: ['leaving'] } },
            { stage: 'hand-over', when: { fact: 'what', in: ['successor'] } },
          ],
        },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
    assign: {
      title: '系统管理员设置并分配账号',
      basis: ART_80,
      by: 'platform-operator',
      within: target(2, 'working-day', ART_80),
      outcomes: {
        assigned: {
          title: '已分配',
          demands: ['fields'],
          fields: {
            account: { title: '分配的账号', type: 'text' },
            // 第八十一条: 管理员具有资源编目、需求申请、服务申请、服务授权等操作权限；业务人员具有资源编目、数据查询、交换申请等权限.
            rights: { title: '分配的操作权限', type: 'texts' },
          },
          effects: [{ register: 'accounts', op: 'open', key: ACCOUNT, must: NOT_SUSPENDED }],
          opens: ['file'],
        },
        refuse: { title: '该单位或科室已有账号，不再分配', demands: ['reasons'], ends: 'refused' },
      },
    },
    revoke: {
      title: '监督交接、取消访问权限并修改密码',
      basis: ART_89,
      by: 'unit-platform-administrator',
      within: target(1, 'working-day', ART_89),
      outcomes: {
        revoked: {
          title: '已交接，已取消权限并修改密码',
          demands: ['fields'],
          fields: {
            account: { title: '离职人员所用的账号', type: 'text' },
            ...EXISTED_BEFORE,
            successor: { title: '账号的新使用人员（未确定的，写明代管的单位平台管理员）', type: 'text' },
            handedOver: { title: '交接清单（含个人办公电脑中的业务资料）', type: 'texts' },
          },
          effects: [{ register: 'accounts', op: 'change', key: ACCOUNT, must: 'exist' }],
          opens: ['file'],
        },
      },
    },
    'hand-over': {
      title: '指定新的管理员，做好交接和培训',
      basis: ART_90,
      by: 'unit-platform-administrator',
      within: target(5, 'working-day', ART_90),
      outcomes: {
        done: {
          title: '已指定并完成交接培训',
          demands: ['fields'],
          fields: {
            account: { title: '单位管理员账号', type: 'text' },
            ...EXISTED_BEFORE,
            successor: { title: '新的单位平台管理员', type: 'text' },
            handedOver: { title: '工作交接和培训情况', type: 'text', maxLength: 4000 },
          },
          effects: [{ register: 'accounts', op: 'change', key: ACCOUNT, must: 'exist' }],
          opens: ['file'],
        },
      },
    },
    file: {
      title: '报管理单位备案',
      basis: ART_81,
      by: 'platform-manager',
      within: target(5, 'working-day', ART_81),
      outcomes: {
        filed: { title: '已备案', effects: [{ register: 'filings', op: 'open' }], ends: 'filed' },
      },
    },
  },
  endings: { filed: '已办理并备案', refused: '不予分配', withdrawn: '已撤回' },
  houseRules: [
    '分配2个、取消权限1个（“及时”）、交接培训5个、备案5个工作日条文未定，为服务目标。',
    '业务人员账号一科室一个（第八十一条）：人员离职的，取消其访问权限并修改密码，账号留给科室的新使用人员，台账中为变更，不是注销。',
    '确认环节条文没有，1个工作日是本系统规则：由单位领导作出，与提出人分离；备案材料不齐的以补正方式补齐。',
    '第九十条的“同时上报”：新的管理员登记完毕即为上报，备案环节随即开始。',
    '业务科室账号按第八十条由系统管理员设置；第八十一条由单位管理员分配，由其在本案中提出。',
  ],
};
