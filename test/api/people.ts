import type { Role } from '../../procedures/roles.ts';
import type { Store } from '../../store/index.ts';

/** Account → department and roles. Names are of made-up people. */
export const PEOPLE = {
  requester: { name: '王小明', department: 'lz-civil', roles: ['requester'] },
  requester2: { name: '李四', department: 'lz-edu', roles: ['requester'] },
  colleague: { name: '钱进', department: 'lz-civil', roles: ['requester'] },
  manager: { name: '赵经理', department: 'lz-tech', roles: ['platform-manager'] },
  manager2: { name: '孙经理', department: 'lz-tech', roles: ['platform-manager'] },
  provider: { name: '周数', department: 'lz-hrss', roles: ['data-provider'] },
  lead: { name: '吴领导', department: 'lz-hrss', roles: ['data-provider-lead'] },
  operator: { name: '郑运维', department: 'lz-tour', roles: ['platform-operator'] },
  issuer: { name: '冯签发', department: 'lz-service', roles: ['licence-issuer'] },
  hotline: { name: '陈热线', department: 'lz-hotline', roles: ['hotline'] },
  duty: { name: '褚值班', department: 'lz-civil', roles: ['duty-officer'] },
  duty2: { name: '何值班', department: 'lz-edu', roles: ['duty-officer'] },
  security: { name: '卫安全', department: 'lz-civil', roles: ['security-lead'] },
  office: { name: '蒋办公', department: 'lz-office', roles: ['party-office'] },
  supervisor: { name: '沈监督', department: 'lz-audit', roles: ['supervisor'] },
  auditor: { name: '韩审计', department: 'lz-audit', roles: ['auditor'] },
  admin: { name: '杨管理', department: 'lz-tech', roles: ['administrator'] },
  issuer2: { name: '尤签发', department: 'lz-hrss', roles: ['licence-issuer'] },
  head: { name: '施主任', department: 'lz-civil', roles: ['unit-head'] },
  unit: { name: '许接入', department: 'lz-civil', roles: ['unit-platform-administrator'] },
  'dq-issuer': { name: '朱庆', department: 'dq-service', roles: ['licence-issuer'] },
  nobody: { name: '秦无', department: 'lz-edu', roles: [] },
} as const satisfies Record<string, { name: string; department: string; roles: readonly Role[] }>;
export type Account = keyof typeof PEOPLE;

/** Which department fills each role of a jurisdiction. */
const FILLED: Partial<Record<Role, string>> = {
  'platform-manager': 'lz-tech',
  'platform-operator': 'lz-tour',
  'competent-department': 'lz-tech',
  'leading-group': 'lz-office',
  'licence-issuer': 'lz-service',
  hotline: 'lz-hotline',
  'party-office': 'lz-office',
  supervisor: 'lz-audit',
};

const RESOURCES = [
  { id: 'lz-hrss-employment', department_id: 'lz-hrss', share_type: 'conditional' },
  { id: 'lz-market-licence', department_id: 'lz-service', share_type: 'unconditional' },
  { id: 'lz-stat-yearbook', department_id: 'lz-tech', share_type: 'open' },
];

/** Fills an empty database with departments, people, roles and the catalogue. */
export const seedPeople = async ({ db }: Store, passwordHash: string): Promise<void> => {
  const departments = new Set<string>([
    ...Object.values(PEOPLE).map(({ department }) => department),
    ...Object.values(FILLED),
  ]);
  const jurisdictionOf = (id: string) => id.slice(0, 2);
  await db('departments').insert(
    [...departments].map((id) => ({ id, title: id, jurisdiction: jurisdictionOf(id) })),
  );
  await db('people').insert(
    Object.entries(PEOPLE).map(([account, { name, department }]) => ({
      ...{ id: `p-${account}`, account, name },
      ...{ department_id: department, password_hash: passwordHash },
    })),
  );
  await db('role_grants').insert(
    Object.entries(PEOPLE).flatMap(([account, { department, roles }]) =>
      roles.map((role) => ({ person_id: `p-${account}`, role, department_id: department })),
    ),
  );
  await db('role_departments').insert(
    Object.entries(FILLED).map(([role, department_id]) => ({ jurisdiction: 'lz', role, department_id })),
  );
  await db('resources').insert(
    RESOURCES.map((resource) => ({ ...resource, title: `资源 ${resource.id}`, jurisdiction: 'lz' })),
  );
};
