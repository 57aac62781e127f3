import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Jurisdiction } from '../procedures/regulations.ts';
import type { Role } from '../procedures/roles.ts';
import type { Resource } from './catalogue.ts';
import type { Department } from './people.ts';

/** Why what an installation is to hold was not written; nothing was. */
export type InstallationRefusal =
  | 'account_taken'
  | 'no_such_department'
  | 'no_such_person'
  | 'no_such_grant'
  | 'other_jurisdiction';

type NewPerson = { account: string; name: string; department: string; passwordHash: string };
type Seat = { account: string; role: Role; department: string };

/**
 * Who works here: departments, which of them fills a role, people with their roles, the catalogue. Written by whoever installs the
 * system; each writes all or nothing, said twice is said once, and answers null or why not.
 */
export const installationStore = (db: Knex) => {
  const jurisdictionOf = async (department: string): Promise<Jurisdiction | null> =>
    (await db('departments').where({ id: department }).first('jurisdiction'))?.jurisdiction ?? null;

  /** A change of one person; `signOut`: every session of that person is over with it. */
  const changed = (
    account: string,
    change: Record<string, unknown>,
    signOut: boolean,
  ): Promise<InstallationRefusal | null> =>
    db.transaction(async (trx) => {
      const [person] = await trx('people').where({ account }).update(change, ['id']);
      if (person === undefined) return 'no_such_person';
      if (signOut) await trx('sessions').where({ person_id: person.id }).delete();
      return null;
    });

  return {
    /** A new department, or another title of one; a department does not move to another jurisdiction. */
    async department({ id, title, jurisdiction }: Department): Promise<InstallationRefusal | null> {
      const written = await db('departments')
        .insert({ id, title, jurisdiction })
        .onConflict('id')
        .merge(['title'])
        .where('departments.jurisdiction', jurisdiction);
      return (written as { rowCount?: number }).rowCount === 0 ? 'other_jurisdiction' : null;
    },

    /** The department fills the role in its jurisdiction, from the next case on. */
    async fillRole(role: Role, department: string): Promise<InstallationRefusal | null> {
      const jurisdiction = await jurisdictionOf(department);
      if (jurisdiction === null) return 'no_such_department';
      await db('role_departments')
        .insert({ jurisdiction, role, department_id: department })
        .onConflict(['jurisdiction', 'role'])
        .merge();
      return null;
    },

    async createPerson({
      account,
      name,
      department,
      passwordHash,
    }: NewPerson): Promise<InstallationRefusal | null> {
      if ((await jurisdictionOf(department)) === null) return 'no_such_department';
      const made = await db('people')
        .insert({
          id: `p-${randomUUID()}`,
          account,
          name,
          department_id: department,
          password_hash: passwordHash,
        })
        .onConflict('account')
        .ignore()
        .returning('id');
      return made.length === 0 ? 'account_taken' : null;
    },

    setPassword: (account: string, passwordHash: string) =>
      changed(account, { password_hash: passwordHash }, true),
    setDisabled: (account: string, disabled: boolean) => changed(account, { disabled }, disabled),

    async grant({ account, role, department }: Seat): Promise<InstallationRefusal | null> {
      const person = await db('people').where({ account }).first('id');
      if (person === undefined) return 'no_such_person';
      if ((await jurisdictionOf(department)) === null) return 'no_such_department';
      await db('role_grants')
        .insert({ person_id: person.id, role, department_id: department })
        .onConflict(['person_id', 'role', 'department_id'])
        .ignore();
      return null;
    },

    async revoke({ account, role, department }: Seat): Promise<InstallationRefusal | null> {
      const person = await db('people').where({ account }).first('id');
      if (person === undefined) return 'no_such_person';
      const gone = await db('role_grants')
        .where({ person_id: person.id, role, department_id: department })
        .delete();
      return gone === 0 ? 'no_such_grant' : null;
    },

    /** A new entry of the catalogue, or what it now says; its jurisdiction is that of the department that owns it. */
    async resource(
      entry: Pick<Resource, 'id' | 'title' | 'department' | 'shareType' | 'description' | 'items'>,
    ): Promise<InstallationRefusal | null> {
      const { id, title, department, shareType, description, items } = entry;
      const jurisdiction = await jurisdictionOf(department);
      if (jurisdiction === null) return 'no_such_department';
      await db('resources')
        .insert({
          ...{ id, title, department_id: department, jurisdiction, description },
          ...{ share_type: shareType, items: JSON.stringify(items) },
        })
        .onConflict('id')
        .merge();
      return null;
    },
  };
};

export type InstallationStore = ReturnType<typeof installationStore>;
