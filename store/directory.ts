import type { Knex } from 'knex';
import type { Role } from '../procedures/roles.ts';
import { Conditions } from './conditions.ts';
import { type KeyedList, keyedCount, keyedPage } from './keyed-list.ts';
import type { Paging } from './paging.ts';
import type { Department } from './people.ts';
import { evenly } from './words.ts';

/** A department with the roles that somebody in it holds. */
export type StaffedDepartment = Department & { roles: Role[] };
/** Somebody who can be given work or a copy; never one who is disabled. */
export type Colleague = {
  account: string;
  name: string;
  department: string;
  /** Each role with the department it is held in. */
  roles: { role: Role; department: string }[];
};

type Query = { jurisdiction?: string | undefined; q?: string | undefined };
/** `roles`: each of them is held by somebody in the department. */
export type DepartmentQuery = Query & { roles?: readonly string[] | undefined };
export type ColleagueQuery = Query & {
  role?: string | undefined;
  department?: string | undefined;
  /** Departments of who asks: of their people a part of the name is enough. */
  own?: readonly string[] | undefined;
};

const DEPARTMENTS: KeyedList<StaffedDepartment> = {
  list: 'departments',
  from: 'departments d',
  key: 'd.id',
  columns: `d.id, d.title, d.jurisdiction, (SELECT coalesce(json_agg(DISTINCT g.role), '[]') FROM role_grants g
    JOIN people p ON p.id = g.person_id AND NOT p.disabled WHERE g.department_id = d.id) AS roles`,
  toItem: ({ id, title, jurisdiction, roles }) => ({
    ...{ id: id!, title: title!, jurisdiction: jurisdiction!, roles: roles! },
  }),
};

const PEOPLE: KeyedList<Colleague> = {
  list: 'people',
  from: 'people p',
  key: 'p.account',
  columns: `p.account, p.name, p.department_id AS department, (SELECT json_agg(json_build_object('role', g.role,
    'department', g.department_id) ORDER BY g.role, g.department_id) FROM role_grants g WHERE g.person_id = p.id) AS roles`,
  toItem: ({ account, name, department, roles }) => ({
    ...{ account: account!, name: name!, department: department!, roles: roles! },
  }),
};

const twice = (q: string | undefined): unknown[] => (q === undefined ? [undefined] : [evenly(q), evenly(q)]);

const HELD = `EXISTS (SELECT 1 FROM role_grants g JOIN people p ON p.id = g.person_id AND NOT p.disabled
  WHERE g.department_id = d.id AND g.role = ?)`;

const departmentsWhere = ({ jurisdiction, roles = [], q }: DepartmentQuery): Conditions =>
  roles
    .reduce((where, role) => where.and(HELD, role), new Conditions())
    .and('d.jurisdiction = ?', jurisdiction)
    .and('strpos(lower(d.title), ?) > 0 OR strpos(lower(d.id), ?) > 0', ...twice(q));

/** The name of somebody from elsewhere is found only as a whole, so that nobody can spell it out letter by letter. */
const peopleWhere = ({ jurisdiction, department, role, q, own = [] }: ColleagueQuery): Conditions =>
  new Conditions()
    .and('NOT p.disabled')
    .and(
      `EXISTS (SELECT 1 FROM role_grants g JOIN departments d ON d.id = g.department_id WHERE g.person_id = p.id
        AND g.department_id = coalesce(?, g.department_id) AND g.role = coalesce(?, g.role)
        AND d.jurisdiction = coalesce(?, d.jurisdiction))`,
      ...[department ?? null, role ?? null, jurisdiction ?? null],
    )
    .and(
      `strpos(lower(p.account), ?) > 0 OR lower(p.name) = ? OR (strpos(lower(p.name), ?) > 0 AND (p.department_id = ANY (?)
        OR EXISTS (SELECT 1 FROM role_grants g WHERE g.person_id = p.id AND g.department_id = ANY (?))))`,
      ...[...twice(q), q === undefined ? undefined : evenly(q), own, own],
    );

/** Who there is to be chosen: departments and the people who hold a role in one, in the order of their ids and accounts. */
export const directoryStore = (db: Knex) => ({
  departments: ({ limit, cursor, ...asked }: DepartmentQuery & Paging) =>
    keyedPage(db, DEPARTMENTS, departmentsWhere(asked), { limit, cursor }),
  countDepartments: (asked: DepartmentQuery) => keyedCount(db, DEPARTMENTS, departmentsWhere(asked)),
  people: ({ limit, cursor, ...asked }: ColleagueQuery & Paging) =>
    keyedPage(db, PEOPLE, peopleWhere(asked), { limit, cursor }),
  countPeople: (asked: ColleagueQuery) => keyedCount(db, PEOPLE, peopleWhere(asked)),
});

export type DirectoryStore = ReturnType<typeof directoryStore>;
