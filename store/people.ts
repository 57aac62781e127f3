import type { Knex } from 'knex';
import type { Jurisdiction } from '../procedures/regulations.ts';
import { isRole, ROLES, type Role } from '../procedures/roles.ts';

export type Person = {
  id: string;
  account: string;
  name: string;
  department: string;
  passwordHash: string;
  disabled: boolean;
};
/** A role held inside a department. */
export type Grant = { role: Role; department: string; jurisdiction: Jurisdiction };
export type Department = { id: string; title: string; jurisdiction: Jurisdiction };

const PERSON = ['id', 'account', 'name', 'department_id', 'password_hash', 'disabled'];

/** People, departments and the roles they hold. */
export const peopleStore = (db: Knex) => ({
  /** The person of an account, disabled or not; null: none. */
  async byAccount(account: string): Promise<Person | null> {
    return toPerson(await db('people').where({ account }).first(PERSON));
  },

  async byId(id: string): Promise<Person | null> {
    return toPerson(await db('people').where({ id }).first(PERSON));
  },

  /** Names of people by id; unknown ids are left out. */
  async names(ids: Iterable<string>): Promise<Map<string, string>> {
    const rows = await db('people')
      .select('id', 'name')
      .whereIn('id', [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row.name]));
  },

  /** What a person may act as; nothing for somebody who is disabled. */
  async grantsOf(personId: string): Promise<Grant[]> {
    const rows = await db('role_grants as g')
      .join('departments as d', 'd.id', 'g.department_id')
      .join('people as p', 'p.id', 'g.person_id')
      .where({ 'g.person_id': personId, 'p.disabled': false })
      .orderBy(['g.role', 'g.department_id'])
      .select({ role: 'g.role', department: 'g.department_id', jurisdiction: 'd.jurisdiction' });
    return rows.filter((row) => isRole(row.role));
  },

  /** Ids of those who hold the role in the department and are not disabled. */
  async holdersOf(role: Role, department: string): Promise<string[]> {
    const rows = await db('role_grants as g')
      .join('people as p', 'p.id', 'g.person_id')
      .where({ 'g.role': role, 'g.department_id': department, 'p.disabled': false })
      .orderBy('p.id')
      .select('p.id');
    return rows.map((row) => row.id);
  },

  /**
   * Whose department acts in which role in a case: the one that fills the role in the jurisdiction, the submitter's own, or
   * the owner of the resource, as the role's scope says; a matter that names no resource goes to the department that the jurisdiction
   * has named for the role. Of the role in which the case was filed, it is the filer's, but for a resource of another. Roles that nobody
   * fills are left out.
   */
  async partiesFor({
    jurisdiction,
    submitter,
    resourceDepartment,
  }: {
    jurisdiction: Jurisdiction;
    submitter: { role: Role; department: string };
    resourceDepartment?: string | null | undefined;
  }): Promise<Partial<Record<Role, string>>> {
    const rows = await db('role_departments')
      .where({ jurisdiction })
      .select('role', 'department_id')
      .options({ name: 'role-departments' });
    const filling = new Map<string, string>(rows.map((row) => [row.role, row.department_id]));
    filling.set(submitter.role, submitter.department);
    const parties: Partial<Record<Role, string>> = {};
    for (const role of Object.keys(ROLES) as Role[]) {
      const department = {
        jurisdiction: filling.get(role),
        'own-unit': submitter.department,
        'resource-owner': resourceDepartment ?? filling.get(role),
      }[ROLES[role].scope];
      if (department !== undefined) parties[role] = department;
    }
    return parties;
  },

  async department(id: string): Promise<Department | null> {
    return (await db('departments').where({ id }).first('id', 'title', 'jurisdiction')) ?? null;
  },

  /** Titles of departments by id; unknown ids are left out. */
  async departmentTitles(ids: Iterable<string>): Promise<Map<string, string>> {
    const rows: { id: string; title: string }[] = await db('departments')
      .select('id', 'title')
      .whereRaw('id = ANY (?)', [[...new Set(ids)]])
      .options({ name: 'department-titles' });
    return new Map(rows.map(({ id, title }) => [id, title]));
  },

  /** Departments by id; without `ids`, all of them. */
  async departments(ids?: Iterable<string>): Promise<Map<string, Department>> {
    const query = db('departments').select('id', 'title', 'jurisdiction').orderBy('id');
    const rows: Department[] = await (ids === undefined ? query : query.whereIn('id', [...new Set(ids)]));
    return new Map(rows.map((row) => [row.id, row]));
  },
});

const toPerson = (row: Record<string, never> | undefined): Person | null =>
  row === undefined
    ? null
    : {
        id: row.id!,
        account: row.account!,
        name: row.name!,
        department: row.department_id!,
        passwordHash: row.password_hash!,
        disabled: row.disabled!,
      };

export type PeopleStore = ReturnType<typeof peopleStore>;
