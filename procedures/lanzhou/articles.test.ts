import { describe, expect, it } from 'vitest';
import { askedFields } from '../asked.ts';
import type { Fields } from '../fields.ts';
import { allProcedures, procedureById } from '../index.ts';
import type { Procedure } from '../schema.ts';
import { rolesOf } from '../seats.ts';

const lanzhou = allProcedures().filter(({ jurisdiction }) => jurisdiction === 'lz');
const named = (id: string): Procedure => procedureById(id) as Procedure;

/** Who asks or is bound, and who acts in each stage, read off the article: a copy of its own, checked by hand. */
const WHO: [article: string, id: string, submitters: string, stages: string][] = [
  [
    'LZ-D 30',
    'lz-share-conditional',
    'requester',
    'review: platform-manager, authorise: data-provider, exchange: platform-operator',
  ],
  ['LZ-D 30', 'lz-share-unconditional', 'requester', 'review: platform-manager, exchange: platform-operator'],
  ['LZ-D 29', 'lz-share-open', 'requester', ''],
  [
    'LZ-P 77',
    'lz-resource-unpublished',
    'requester',
    'review: platform-manager, publish: platform-operator, assign: platform-operator',
  ],
  [
    'LZ-D 30(3)',
    'lz-dispute',
    'requester data-provider platform-manager',
    'negotiate: competent-department, settle: leading-group',
  ],
  [
    'LZ-D 18',
    'lz-collection-conflict',
    'unit-platform-administrator requester',
    'coordinate: competent-department, modify: competent-department',
  ],
  ['LZ-P 73(3)', 'lz-share-upward', 'requester', 'forward: platform-manager, answer: platform-manager'],
  ['LZ-P 122', 'lz-not-shareable', 'requester', 'justify: data-provider, tell: data-provider'],
  ['LZ-D 30(4), 31', 'lz-correction', 'requester', 'report: requester, handle: data-provider'],
  [
    'LZ-D 11-14, 24',
    'lz-catalogue-entry',
    'unit-platform-administrator',
    'review: security-lead + unit-head, publish: unit-platform-administrator, compile: platform-manager, audit: competent-department, announce: platform-manager',
  ],
  [
    'LZ-D 25',
    'lz-update-exception',
    'unit-platform-administrator',
    'decide: competent-department, update: data-provider',
  ],
  ['LZ-D 25', 'lz-data-update', 'data-provider', 'update: data-provider'],
  ['LZ-P 148', 'lz-licence-catalogue', 'service-centre', 'draft: licence-issuer, sync: platform-manager'],
  [
    'LZ-P 30, 32',
    'lz-extranet-access',
    'unit-platform-administrator',
    'review: platform-manager, connect: platform-operator, archive: platform-operator',
  ],
  [
    'LZ-P 33',
    'lz-extranet-exit',
    'unit-platform-administrator',
    'review: platform-manager, protect: unit-platform-administrator, connect: platform-operator',
  ],
  ['LZ-P 37', 'lz-extranet-change', 'unit-platform-administrator', 'decide: platform-manager'],
  [
    'LZ-P 6(3)',
    'lz-elte-access',
    'unit-platform-administrator',
    'review: platform-manager + platform-operator, carry-out: platform-operator',
  ],
  [
    'LZ-P 78',
    'lz-platform-access',
    'unit-platform-administrator',
    'review: platform-manager, authorise: platform-operator, guide: platform-operator',
  ],
  ['LZ-P 15, 38', 'lz-publisher-permit', 'requester', 'decide: data-provider'],
  ['LZ-P 41', 'lz-device-parameter', 'unit-platform-administrator', 'decide: platform-manager'],
  ['LZ-P 31', 'lz-ip-change', 'unit-platform-administrator', 'decide: platform-manager'],
  ['LZ-P 114', 'lz-line-change', 'unit-platform-administrator', 'decide: platform-manager'],
  [
    'LZ-P 52',
    'lz-account-oa',
    'unit-platform-administrator',
    'review: management-office, register: platform-operator',
  ],
  [
    'LZ-P 80, 81, 89, 90',
    'lz-account-platform',
    'unit-platform-administrator',
    'confirm: unit-head, assign: platform-operator, revoke: unit-platform-administrator, hand-over: unit-platform-administrator, file: platform-manager',
  ],
  [
    'LZ-P 115, 128',
    'lz-account-service',
    'unit-platform-administrator',
    'review: service-centre, register: platform-operator, cancel: platform-operator',
  ],
  ['LZ-P 7, 29', 'lz-filing-network', 'unit-platform-administrator', 'check: platform-manager'],
  ['LZ-P 7, 29', 'lz-filing-equipment', 'unit-platform-administrator', 'check: platform-manager'],
  ['LZ-P 81', 'lz-filing-platform', 'unit-platform-administrator', 'check: platform-manager'],
  ['LZ-P 124', 'lz-filing-security-staff', 'unit-platform-administrator', 'check: service-centre'],
  [
    'LZ-D 37, 38',
    'lz-evaluation',
    'platform-manager',
    'evaluate: platform-manager, publish: platform-manager, suspend: finance',
  ],
  [
    'LZ-P 136, 137',
    'lz-seal-make',
    'requester',
    'check: platform-manager, proof: requester, confirm: service-centre, make: platform-manager, hand-out: seal-keeper + unit-head',
  ],
  [
    'LZ-P 137',
    'lz-seal-custody',
    'seal-keeper',
    'agree: unit-head, hand-over: seal-keeper, custody: seal-keeper, take-back: unit-head',
  ],
  ['LZ-P 140, 142', 'lz-seal-use', 'requester', 'check: seal-keeper, stamp: seal-keeper'],
  [
    'LZ-P 65',
    'lz-personal-signature',
    'requester',
    'review: platform-manager, make: platform-operator, authorise: platform-manager',
  ],
  [
    'LZ-P 153',
    'lz-licence-use',
    'requester',
    'review: competent-department, collect: licence-issuer + service-centre + platform-manager, list: requester',
  ],
  [
    'LZ-P 149, 154, 163',
    'lz-licence-lifecycle',
    'licence-issuer',
    'sync: licence-issuer, rights: platform-manager, draw: service-centre, spot-check: service-centre + platform-manager, put-right: licence-issuer',
  ],
  [
    'LZ-P 158',
    'lz-licence-objection',
    'hotline',
    'mark: licence-issuer, verify: licence-issuer, reply: licence-issuer',
  ],
  ['LZ-D 35', 'risk-assessment', 'platform-operator', 'perform: platform-operator'],
  ['LZ-D 36', 'drill', 'platform-manager', 'perform: platform-manager'],
];

it.each(WHO)('%s: %s is asked for and decided by those whom the article names', (_a, id, asks, acts) => {
  const { submitters, stages } = named(id);
  const seats = Object.entries(stages).map(([stage, of]) => `${stage}: ${rolesOf(of).join(' + ')}`);
  expect([submitters.join(' '), seats.join(', ')]).toEqual([asks, acts]);
});

/** What an article lists, as it names it, and where it is asked for: in the form, or by an outcome. */
const LISTED: [article: string, id: string, where: string, words: string][] = [
  ['LZ-D 30', 'lz-share-conditional', 'authorise:approve', '使用对象 数据项 共享模式'],
  ['LZ-P 77', 'lz-share-conditional', 'form', '使用用途'],
  ['LZ-D 30(4)', 'lz-correction', 'handle:corrected', '回复'],
  ['LZ-D 31', 'lz-correction', 'report:own-corrected', '反馈的数据'],
  [
    'LZ-D 11',
    'lz-catalogue-entry',
    'form',
    '数据名称 数据格式 共享类别 共享范围 更新频度 时效要求 提供方式 提供单位 可否向社会开放',
  ],
  ['LZ-D 24', 'lz-catalogue-entry', 'review:pass', '保密审查'],
  ['LZ-D 37', 'lz-evaluation', 'evaluate:evaluated', '数据数量 数据质量 更新 使用 改进意见'],
  ['LZ-D 38', 'lz-evaluation', 'publish:published-with-list', '不响应数据共享的部门'],
  ['LZ-P 148', 'lz-licence-catalogue', 'form', '证照名称 发证单位'],
  ['LZ-P 148', 'lz-licence-catalogue', 'draft:drafted', '证照类型 持证主体 证照模板 照面信息'],
  ['LZ-P 7(2)', 'lz-filing-network', 'form', '分管领导 专（兼）职管理人员 职责分工'],
  ['LZ-P 30', 'lz-extranet-access', 'form', '接入方案'],
  ['LZ-P 32', 'lz-extranet-access', 'archive:archived', '接入单位责任人 基本情况 通信端口 网络地址'],
  ['LZ-P 32', 'lz-extranet-exit', 'connect:connected', '接入单位责任人 基本情况 通信端口 网络地址'],
  ['LZ-P 33', 'lz-extranet-exit', 'protect:protected', '边界防护'],
  ['LZ-P 52', 'lz-account-oa', 'form', '使用人员 权限 入网电脑'],
  ['LZ-P 64', 'lz-document', 'supervise:late', '不及时的单位 处理'],
  ['LZ-P 81', 'lz-filing-platform', 'form', '分管领导 管理员 业务人员'],
  ['LZ-P 89', 'lz-account-platform', 'revoke:revoked', '交接 个人办公电脑中的业务资料'],
  ['LZ-P 90', 'lz-account-platform', 'hand-over:done', '新的单位平台管理员 交接 培训'],
  ['LZ-P 122', 'lz-not-shareable', 'tell:told', '告知内容 法律依据'],
  ['LZ-P 124', 'lz-filing-security-staff', 'form', '分管领导 专职管理员'],
  ['LZ-P 136', 'lz-seal-make', 'form', '制章需求 数量 采集表 统一社会信用代码'],
  ['LZ-P 137', 'lz-seal-custody', 'form', '代管人 不在岗位'],
  ['LZ-P 137', 'lz-seal-custody', 'hand-over:done', '交接'],
  ['LZ-P 141', 'lz-document', 'form', '签章方式'],
  ['LZ-P 17', 'lz-elte-check', 'perform:done', '设备状况 网络设置 日志 点巡检 备份'],
  ['LZ-P 40', 'lz-extranet-check', 'perform:done', '设备状况 网络设置 日志 备份'],
  ['LZ-P 23, 47', 'lz-risk-yearly', 'perform:done', 'eLTE 外网 检测评估 改进措施'],
  ['LZ-P 86-107', 'lz-operator-check', 'perform:done', '运行 交换 更新 设备 漏洞 保密 备份 病毒 巡检'],
  ['LZ-P 142', 'lz-seal-summary', 'perform:done', '签章 在线打印'],
  ['LZ-P 66, 139', 'lz-seal-summary', 'perform:done', '印章、签名密码最近一次更换时间'],
  ['LZ-P 94', 'lz-operator-check', 'perform:done', '各单位反馈的编目、审核、共享等问题及处理'],
  ['LZ-P 16, 39, 108', 'lz-operator-check', 'perform:done', '网络安全培训 保密协议'],
  ['LZ-P 112', 'lz-account-check', 'perform:done', '政策和系统使用等培训'],
  ['LZ-P 163', 'lz-licence-lifecycle', 'spot-check:consistent', '督查方式 用证单位'],
  ['LZ-P 163', 'lz-licence-lifecycle', 'spot-check:mismatch', '督查方式 用证单位'],
];

const required = (fields: Fields = {}): string =>
  Object.values(fields)
    .filter((field) => field.required !== false)
    .map(({ title }) => title)
    .join(' ');

it.each(LISTED)('%s: %s asks in %s for what the article lists', (_article, id, where, words) => {
  const [stage = '', outcome = ''] = where.split(':');
  const decision = named(id).stages[stage]?.outcomes[outcome];
  if (where !== 'form') expect(decision?.demands).toContain('fields');
  const asked = required(where === 'form' ? named(id).form : decision?.fields);
  expect(words.split(' ').filter((word) => !asked.includes(word))).toEqual([]);
});

/** Fields that an article wants of some and not of others: by what they are asked for, and by what they are not. */
type Facts = Record<string, string | boolean>;
const ASKED: [article: string, id: string, where: string, asked: Facts, not: Facts, fields: string][] = [
  ['LZ-P 7(2)', 'lz-filing-network', 'form', { network: 'elte' }, { network: 'extranet' }, 'ledger'],
  [
    'LZ-P 31, 37',
    'lz-extranet-change',
    'form',
    { movesAddress: true },
    { movesAddress: false },
    'present wanted',
  ],
  [
    'LZ-P 31, 37',
    'lz-extranet-change',
    'decide:approve',
    { movesAddress: true },
    { movesAddress: false },
    'addresses',
  ],
  [
    'LZ-P 18(1)',
    'lz-elte-access',
    'carry-out:done',
    { what: 'parameters' },
    { what: 'access' },
    'parameters',
  ],
  [
    'LZ-D 11, 14',
    'lz-catalogue-entry',
    'form',
    { change: 'update' },
    { change: 'remove' },
    'format sharing scope frequency timeliness delivery public',
  ],
  [
    'LZ-P 148',
    'lz-licence-catalogue',
    'draft:drafted',
    { change: 'register' },
    { change: 'remove' },
    'kind holders template face',
  ],
];

it.each(ASKED)('%s: %s asks in %s only those whom it concerns', (_article, id, where, asked, not, names) => {
  const [stage = '', outcome = ''] = where.split(':');
  const { form, stages } = named(id);
  const fields = where === 'form' ? form : (stages[stage]?.outcomes[outcome]?.fields ?? {});
  const required = (facts: Facts) =>
    names.split(' ').filter((name) => {
      const field = askedFields(fields, facts)[name];
      return field !== undefined && field.required !== false;
    });
  expect(required(asked)).toEqual(names.split(' '));
  expect(required(not)).toEqual([]);
});

describe('a legal basis', () => {
  it('is demanded where an article asks for one, and nowhere else', () => {
    const demanding = lanzhou.flatMap(({ id, stages }) =>
      Object.entries(stages).flatMap(([stage, { outcomes }]) =>
        Object.entries(outcomes)
          .filter(([, { demands }]) => demands?.includes('legalBasis'))
          .map(([outcome]) => `${id} ${stage}:${outcome}`),
      ),
    );
    expect(demanding.toSorted()).toEqual([
      'lz-licence-use review:refuse', // LZ-P 122: 需提供充分的法律依据
      'lz-not-shareable justify:not-shareable', // LZ-P 122
      'lz-radio-change decide:refuse', // LZ-P 14: 符合法定条件的……应当依法办理
      'lz-seal-make check:party-organ', // LZ-P 136: 执行国家和省、市相关规定
    ]);
  });
});
