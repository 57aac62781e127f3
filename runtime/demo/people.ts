import { createHash } from 'node:crypto';
import type { Jurisdiction } from '../../procedures/regulations.ts';
import { leadOf, ROLES, type Role } from '../../procedures/roles.ts';
import type { ShareClass } from '../../procedures/schema.ts';
import type { Department, Store } from '../../store/index.ts';

type Places = Record<Jurisdiction, string>;
const ALL: readonly Jurisdiction[] = ['lz', 'dq', 'ah', 'ly', 'ls'];
const each = (lz: string, dq: string, ah: string, ly: string, ls: string): Places => ({ lz, dq, ah, ly, ls });
const local = (title: string): Places =>
  each(`兰州新区${title}`, `大庆市${title}`, `安徽省${title}`, `洛阳市${title}`, `拉萨市${title}`);

/** One department in every jurisdiction, and who works there: account (after `<jurisdiction>-`) → role. */
type Office = { id: string; title: Places; staff: Record<string, Role> };
const office = (
  id: string,
  title: string | Places,
  ...staff: (Role | [account: string, role: Role])[]
): Office => ({
  id,
  title: typeof title === 'string' ? local(title) : title,
  staff: withLeads(Object.fromEntries(staff.map((each) => (typeof each === 'string' ? [each, each] : each)))),
});

/** Above everybody who acts stands somebody in the same department, named after the first who needs one. */
const withLeads = (staff: Record<string, Role>): Record<string, Role> => {
  const all = { ...staff };
  for (const [account, role] of Object.entries(staff)) {
    for (let lead = leadOf(role); lead !== null; lead = leadOf(lead)) {
      const rank = lead === 'data-provider-lead' ? 'lead' : 'head';
      if (!Object.values(all).includes(lead)) all[`${account}-${rank}`] = lead;
    }
  }
  return all;
};

const OFFICES: readonly Office[] = [
  office('civil', '民政局', 'requester', 'unit-platform-administrator', 'seal-keeper'),
  office('education', '教育局', ['requester2', 'requester']),
  office(
    'tech',
    each(
      '兰州新区科技发展局',
      '大庆市工业和信息化局',
      '安徽省数据资源管理局',
      '洛阳市政务服务和大数据管理局',
      '拉萨市大数据局',
    ),
    ['manager', 'platform-manager'],
    // LS-D 第三十九条第一款：市大数据局……指定不同人员分别负责安全管理.
    ['manager-security', 'security-lead'],
  ),
  office('operations', { ...local('大数据运营公司'), lz: '兰州新区科文旅集团' }, [
    'operator',
    'platform-operator',
  ]),
  office('hrss', '人力资源和社会保障局', ['provider', 'data-provider'], 'responsible-department'),
  office(
    'market',
    '市场监督管理局',
    ['issuer', 'licence-issuer'],
    ['market-provider', 'data-provider'],
    ['market-responsible-department', 'responsible-department'],
  ),
  office(
    'stat',
    '统计局',
    ['stat-provider', 'data-provider'],
    ['stat-responsible-department', 'responsible-department'],
  ),
  office('economy', '经济发展局（主管部门）', ['competent', 'competent-department']),
  office('leading-group', '政务数据共享领导小组', 'leading-group'),
  office('hotline', '12345政务服务热线', 'hotline'),
  office('service', '政务服务中心', 'service-centre'),
  office('info', '信息中心', ['duty', 'duty-officer'], ['security', 'security-lead'], 'unit-head'),
  office(
    'party-office',
    each('兰州新区党工委办公室', '大庆市委办公室', '安徽省委办公厅', '洛阳市委办公室', '拉萨市委办公室'),
    ['office', 'party-office'],
  ),
  office(
    'management-office',
    each(
      '兰州新区管委会办公室',
      '大庆市政府办公室',
      '安徽省政府办公厅',
      '洛阳市政府办公室',
      '拉萨市政府办公室',
    ),
    'management-office',
  ),
  office('police', '公安局', 'police'),
  office('secrecy', '国家保密局', 'secrecy-administration'),
  office('cyberspace', '网信办', 'security-authority'),
  office('government', { ...local('人民政府'), lz: '兰州新区管委会' }, 'city-government'),
  office(
    'superior',
    each(
      '甘肃省大数据中心',
      '黑龙江省政务大数据中心',
      '国家政务服务平台',
      '河南省大数据中心',
      '西藏自治区大数据中心',
    ),
    'superior-platform',
  ),
  office('finance', '财政局', 'finance'),
  office('experts', '专家组', 'expert'),
  office('supervision', '政务督查室'),
  office('audit', '审计局'),
  office('systems', '系统管理中心'),
];

/** One account each for all jurisdictions: account → role and the office that holds it. */
const EVERYWHERE: Record<string, { role: Role; office: string }> = {
  supervisor: { role: 'supervisor', office: 'supervision' },
  auditor: { role: 'auditor', office: 'audit' },
  admin: { role: 'administrator', office: 'systems' },
};

const CATALOGUE: readonly {
  id: string;
  office: string;
  title: string;
  shareType: ShareClass;
  items: string[];
}[] = [
  {
    id: 'hrss-employment',
    office: 'hrss',
    title: '就业登记信息',
    shareType: 'conditional',
    items: ['姓名', '身份证号', '就业单位', '就业日期', '参保状态'],
  },
  {
    id: 'market-licence',
    office: 'market',
    title: '市场主体登记信息',
    shareType: 'unconditional',
    items: ['企业名称', '统一社会信用代码', '法定代表人', '登记状态'],
  },
  {
    id: 'stat-yearbook',
    office: 'stat',
    title: '统计年鉴',
    shareType: 'open',
    items: ['年份', '指标', '数值'],
  },
];

export type DemoPerson = {
  id: string;
  account: string;
  name: string;
  department: string;
  grants: { role: Role; department: string }[];
};

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [
  '建国',
  '秀英',
  '志强',
  '海燕',
  '文博',
  '晓梅',
  '国栋',
  '雪莲',
  '永康',
  '丽华',
  '俊杰',
  '春兰',
  '明远',
];

// Made from the account, so that a person stays the same however the list grows.
const numberOf = (account: string): number =>
  createHash('sha256').update(account).digest().readUIntBE(0, 6) % 1_000_000;

const numbered = (people: Omit<DemoPerson, 'id' | 'name'>[]): DemoPerson[] => {
  const taken = new Set<number>();
  return people.map((person) => {
    let number = numberOf(person.account);
    while (taken.has(number)) number += 1;
    taken.add(number);
    const name = `${SURNAMES[number % SURNAMES.length]}${GIVEN[number % GIVEN.length]}`;
    return { ...person, id: `p-${String(number).padStart(6, '0')}`, name };
  });
};

/** Units that file cases have people of their own for everything a unit does itself, also what the list above leaves out: `<office>-<role>`. */
const FILING_UNITS = ['civil', 'education', 'info'];
const ownStaff = (id: string, staff: Record<string, Role>): Record<string, Role> => {
  if (!FILING_UNITS.includes(id)) return {};
  const lacking = (Object.keys(ROLES) as Role[]).filter(
    (role) => ROLES[role].scope === 'own-unit' && !Object.values(staff).includes(role),
  );
  return Object.fromEntries(lacking.map((role) => [`${id}-${role}`, role]));
};

/** Everybody in the demo. Every role is held in every jurisdiction, by a person of its own. */
export const DEMO_PEOPLE: readonly DemoPerson[] = numbered([
  ...Object.entries(EVERYWHERE).map(([account, { role, office }]) => ({
    account,
    department: `lz-${office}`,
    grants: ALL.map((place) => ({ role, department: `${place}-${office}` })),
  })),
  ...ALL.flatMap((place) =>
    OFFICES.flatMap(({ id, staff }) =>
      Object.entries({ ...staff, ...ownStaff(id, staff) }).map(([account, role]) => ({
        account: `${place}-${account}`,
        department: `${place}-${id}`,
        grants: [{ role, department: `${place}-${id}` }],
      })),
    ),
  ),
]);

export const DEMO_DEPARTMENTS: readonly Department[] = ALL.flatMap((jurisdiction) =>
  OFFICES.map(({ id, title }) => ({ id: `${jurisdiction}-${id}`, title: title[jurisdiction], jurisdiction })),
);

/** The office that fills each role whose scope is the jurisdiction. */
const fillingOffices = (): { role: Role; office: string }[] => [
  ...OFFICES.flatMap(({ id, staff }) => Object.values(staff).map((role) => ({ role, office: id }))).filter(
    ({ role }) => ROLES[role].scope === 'jurisdiction',
  ),
  ...Object.values(OFFICES.find(({ id }) => id === 'hrss')?.staff ?? {})
    .filter((role) => ROLES[role].scope === 'resource-owner')
    .map((role) => ({ role, office: 'hrss' })),
  ...Object.values(EVERYWHERE),
];

/**
 * Puts departments, people, grants and the catalogue of the demo into the database, all with the given password hash
 * (PHC text). Said twice it changes nothing but the hash; nothing else in the database is touched. All or nothing.
 */
export const seedDemoPeople = ({ db }: Store, passwordHash: string): Promise<void> =>
  db.transaction(async (trx) => {
    await trx('departments').insert(DEMO_DEPARTMENTS).onConflict('id').merge();
    await trx('people')
      .insert(
        DEMO_PEOPLE.map(({ id, account, name, department }) => ({
          ...{ id, account, name, department_id: department, password_hash: passwordHash },
        })),
      )
      .onConflict('id')
      .merge(['account', 'name', 'department_id', 'password_hash']);
    const grants = DEMO_PEOPLE.flatMap(({ id, grants }) =>
      grants.map(({ role, department }) => ({ person_id: id, role, department_id: department })),
    );
    await trx('role_grants').insert(grants).onConflict(['person_id', 'role', 'department_id']).ignore();
    const filling = ALL.flatMap((jurisdiction) =>
      fillingOffices().map(({ role, office }) => ({
        jurisdiction,
        role,
        department_id: `${jurisdiction}-${office}`,
      })),
    );
    await trx('role_departments').insert(filling).onConflict(['jurisdiction', 'role']).merge();
    const resources = ALL.flatMap((jurisdiction) =>
      CATALOGUE.map(({ id, office, title, shareType, items }) => ({
        ...{ id: `${jurisdiction}-${id}`, title, department_id: `${jurisdiction}-${office}`, jurisdiction },
        ...{ share_type: shareType, items: JSON.stringify(items) },
      })),
    );
    await trx('resources').insert(resources).onConflict('id').merge();
  });
