import type { Knex } from 'knex';
import { dayOf, textOfDay } from '../calendar/index.ts';
import { periodEndMs, readPeriod } from '../cases/index.ts';
import type { Role } from '../procedures/roles.ts';
import { counterStore } from './counters.ts';
import { SYSTEM_PERSON } from './follow-ups.ts';
import { timestamp } from './instants.ts';

/** A turn of a duty that has come up. */
export type DutyRound = {
  procedure: string;
  period: string;
  opensAtMs: number;
  /** Whoever holds this role in the jurisdiction has the duty, one case a department. */
  role: Role;
  jurisdiction: string;
};
export type DutyPause = { by: string; reasons: string; atMs: number };
export type DutyOpened = { paused: DutyPause | null; opened: string[]; existing: string[] };
/** What the command of a case that is to be opened says. */
export type BearDuty = Pick<DutyRound, 'procedure' | 'period' | 'role' | 'jurisdiction'> & {
  type: 'bear-duty';
  no: string;
  department: string;
};
export type DutyPeriod = { period: string; opensAtMs: number; cases: number; closed: number };

export const dutyCommandId = (procedure: string, period: string, department: string): string =>
  `duty:${procedure}:${period}:${department}`;

/** Recurring duties: rounds, pauses, what has been opened. */
export const dutyStore = (db: Knex) => {
  const pauseIn = async (trx: Knex, procedure: string): Promise<DutyPause | null> => {
    const row = await trx('duty_pauses').where({ procedure }).whereNull('resumed_at').first();
    return row === undefined ? null : { by: row.paused_by, reasons: row.reasons, atMs: row.paused_at };
  };

  return {
    /**
     * Asks for one case for each department that holds the role, numbered once: said twice, by whomever, each is asked for once. A duty
     * that stands still is not asked for. A period that is over is made up for where it came up neither in a pause nor before the unit had
     * the duty; its cases are born now, with the end of their own period. Answers the numbers of the cases, new and known.
     */
    ask: (round: DutyRound, nowMs: number): Promise<DutyOpened> =>
      db.transaction(async (trx) => {
        const paused = await pauseIn(trx, round.procedure);
        const { period } = round;
        const known = await casesIn(trx, round)
          .where({ period })
          .orderBy('case_no')
          .select('case_no', 'department');
        const existing: string[] = known.map((row) => row.case_no);
        if (paused !== null) return { paused, opened: [], existing };
        const isOver = endOf(round) <= nowMs;
        if (isOver && (await cameUpInPause(trx, round))) return { paused, opened: [], existing };
        const has = new Set(known.map((row) => row.department));
        const opened: string[] = [];
        for (const department of await holding(trx, round, isOver ? round.opensAtMs : null)) {
          if (has.has(department)) continue;
          const no = await askOne(trx, round, department, isOver ? nowMs : round.opensAtMs);
          if (no !== null) opened.push(no);
        }
        return { paused, opened, existing };
      }),

    pausedNow: (procedure: string): Promise<DutyPause | null> => pauseIn(db, procedure),

    /** Lets a duty stand still from now on; false when it does already. */
    async pause(trx: Knex, procedure: string, { by, reasons, atMs }: DutyPause): Promise<boolean> {
      const { rowCount } = await trx.raw(
        `INSERT INTO duty_pauses (procedure, paused_by, reasons, paused_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        [procedure, by, reasons, timestamp(atMs)],
      );
      return rowCount === 1;
    },

    /** Lets a duty come up again; false when it does. */
    async resume(trx: Knex, procedure: string, by: string, atMs: number): Promise<boolean> {
      const changed = await trx('duty_pauses')
        .where({ procedure })
        .whereNull('resumed_at')
        .update({ resumed_by: by, resumed_at: timestamp(atMs) });
      return changed === 1;
    },

    /** The latest periods of a duty in a jurisdiction, newest first, with how many of their cases have been closed. */
    async lastPeriods(
      duty: Pick<DutyRound, 'procedure' | 'jurisdiction'>,
      limit: number,
    ): Promise<DutyPeriod[]> {
      const rows = await casesIn(db, duty)
        .leftJoin('cases as c', 'c.no', 'd.case_no')
        .groupBy('d.period', 'd.opens_at')
        .orderBy('d.opens_at', 'desc')
        .limit(limit)
        .select('d.period', { opensAtMs: 'd.opens_at' })
        .count({ cases: '*' })
        .select({ closed: db.raw(`count(*) FILTER (WHERE c.status = 'closed')`) });
      return rows.map((row: Record<string, unknown>) => ({
        ...{ period: String(row.period), opensAtMs: Number(row.opensAtMs) },
        ...{ cases: Number(row.cases), closed: Number(row.closed) },
      }));
    },
  };
};

/** The cases of a duty in one of the jurisdictions that have it. */
const casesIn = (db: Knex, { procedure, jurisdiction }: Pick<DutyRound, 'procedure' | 'jurisdiction'>) =>
  db('duty_cases as d')
    .where('d.procedure', procedure)
    .whereIn('d.department', db('departments').where({ jurisdiction }).select('id'));

const endOf = ({ procedure, period }: DutyRound): number => {
  const read = readPeriod(period);
  if (read === null) throw new RangeError(`${procedure}: ${period} is no period`);
  return periodEndMs(read);
};

/** Whether the duty stood still when the turn came up. */
const cameUpInPause = async (trx: Knex, { procedure, opensAtMs }: DutyRound): Promise<boolean> => {
  const at = timestamp(opensAtMs);
  const row = await trx('duty_pauses')
    .where({ procedure })
    .where('paused_at', '<=', at)
    .where((lasting) => lasting.whereNull('resumed_at').orWhere('resumed_at', '>', at))
    .first();
  return row !== undefined;
};

/** Departments of the jurisdiction in which somebody who may sign in holds the role; with an instant, those that had it by then. */
const holding = async (
  trx: Knex,
  { role, jurisdiction }: DutyRound,
  sinceMs: number | null,
): Promise<string[]> => {
  const query = trx('role_grants as g')
    .join('departments as d', 'd.id', 'g.department_id')
    .join('people as p', 'p.id', 'g.person_id')
    .where({ 'g.role': role, 'd.jurisdiction': jurisdiction, 'p.disabled': false })
    .distinct('d.id')
    .orderBy('d.id');
  if (sinceMs !== null) {
    query
      .join('seats_held as s', { 's.role': 'g.role', 's.department_id': 'd.id' })
      .where('s.since', '<=', timestamp(sinceMs));
  }
  const rows = await query;
  return rows.map(({ id }) => id);
};

/** null: somebody else is asking for it at this moment. */
const askOne = async (
  trx: Knex,
  round: DutyRound,
  department: string,
  bornAtMs: number,
): Promise<string | null> => {
  const { procedure, period, opensAtMs, role, jurisdiction } = round;
  const id = dutyCommandId(procedure, period, department);
  const no = await counterStore(trx).nextCaseNo(jurisdiction, textOfDay(dayOf(bornAtMs)));
  const { rowCount } = await trx.raw(
    `INSERT INTO duty_cases (procedure, period, department, case_no, command_id, opens_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (procedure, period, department) DO NOTHING`,
    [procedure, period, department, no, id, timestamp(opensAtMs)],
  );
  if (rowCount === 0) return null;
  const body: BearDuty = { type: 'bear-duty', procedure, period, role, jurisdiction, no, department };
  await trx('commands').insert({
    ...{ id, person_id: SYSTEM_PERSON, idempotency_key: id, request_digest: '', case_no: no },
    ...{ body: JSON.stringify(body), received_at: timestamp(bornAtMs) },
    next_attempt_at: timestamp(Date.now()),
  });
  return no;
};

export type DutyStore = ReturnType<typeof dutyStore>;
