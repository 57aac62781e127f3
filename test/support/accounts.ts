import type { Procedure } from '../../procedures/index.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import { roleOf, seatsOf } from '../../procedures/seats.ts';
import type { LoadedCase } from '../../store/index.ts';
import type { RunningApp } from './running-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: what comes over HTTP is judged by what the tests expect of it
type Json = any;

/** An entry of the demo catalogue whose share class fits the procedure. */
export const resourceFor = ({ jurisdiction, shareClasses = ['conditional'] }: Procedure): string => {
  const entries = {
    conditional: 'hrss-employment',
    unconditional: 'market-licence',
    open: 'stat-yearbook',
    none: '',
  };
  return `${jurisdiction}-${entries[shareClasses[0] ?? 'conditional']}`;
};

/** Accounts by role and department, found in the database. */
export const accounts = (app: RunningApp, procedure: Procedure) => {
  const { people } = app.store;
  const accountOf = async (personId: string | undefined, what: string): Promise<string> => {
    const person = personId === undefined ? null : await people.byId(personId);
    if (person === null) throw new Error(`nobody is ${what}`);
    return person.account;
  };
  const holder = async (role: Role, department: string): Promise<string> =>
    await accountOf((await people.holdersOf(role, department))[0], `${role} in ${department}`);
  return {
    holder,
    /** A department that forms and decisions may name: where one is to act, with somebody in the role. */
    namedDepartment: async (): Promise<string> => {
      const seats = Object.values(procedure.stages).flatMap(seatsOf);
      const named = seats.find((seat) => typeof seat !== 'string');
      const { jurisdiction } = procedure;
      const row = await app.store
        .db('role_grants as g')
        .join('departments as d', 'd.id', 'g.department_id')
        .where({ 'd.jurisdiction': jurisdiction, 'g.role': named === undefined ? '' : roleOf(named) })
        .orderBy('d.id', 'desc')
        .first({ department: 'd.id' });
      return row?.department ?? `${jurisdiction}-hrss`;
    },
    /** Somebody of a filing role in the jurisdiction; from a unit with all its own people, if there is one. */
    filer: async (): Promise<string> => {
      const rows = await app.store
        .db('role_grants as g')
        .join('departments as d', 'd.id', 'g.department_id')
        .where('d.jurisdiction', procedure.jurisdiction)
        .whereIn('g.role', procedure.submitters)
        .orderByRaw(`d.id LIKE '%-civil' DESC, d.id LIKE '%-info' DESC, g.person_id`)
        .select('g.person_id');
      return await accountOf(rows[0]?.person_id, procedure.submitters.join('/'));
    },
    actor: async (role: Role | undefined, task: Json, no: string, filer: string): Promise<string> => {
      if (role === undefined || procedure.submitters.includes(role)) return filer;
      if (task?.role === role) return await holder(role, task.department);
      const { state } = (await app.store.record.load(no)) as LoadedCase;
      const inUnit = task !== undefined && ROLES[role].scope !== 'jurisdiction';
      return await holder(role, inUnit ? task.department : (state.parties[role] ?? ''));
    },
  };
};
