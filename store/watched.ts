import type { Knex } from 'knex';
import type { CaseState } from '../cases/index.ts';
import { timestamp } from './instants.ts';

/** An open case with the instants that the lists go by; epoch milliseconds. */
export type WatchedCase = {
  state: CaseState;
  /** null: no run is known of yet. */
  engineStartedAtMs: number | null;
  wakeAtMs: number | null;
  /** What the rows of live clocks, and of tasks that such a clock governs, say of it. */
  listed: { clock: string; dueAtMs: number | null; warnAtMs: number | null }[];
};

/** Which open cases to watch: by number, after `afterNo`; the one named; or by when they wake, after one that wakes by then. */
export type Watch =
  | { afterNo: string; limit: number }
  | { only: string }
  | { wakesByMs: number; after: { wakeAtMs: number; no: string } | null; limit: number };

const LISTED = `
  SELECT case_no, id AS clock, due_at, warn_at FROM clocks WHERE case_no = ANY (?::text[]) AND live
  UNION ALL
  SELECT case_no, clock_id, due_at, warn_at FROM tasks WHERE case_no = ANY (?::text[]) AND live`;

/** What the watchdog watches. */
export const watchedStore = (db: Knex) => ({
  /** Open cases with what the lists say of their clocks. */
  async cases(watch: Watch): Promise<WatchedCase[]> {
    const rows = await watchedRows(db, watch);
    const numbers = rows.map(({ no }) => no) as unknown as Knex.RawBinding;
    const { rows: listed } = await db.raw(LISTED, [numbers, numbers]);
    return rows.map((row) => ({
      state: row.state!,
      engineStartedAtMs: row.engine_started_at!,
      wakeAtMs: row.wake_at!,
      listed: (listed as Record<string, never>[])
        .filter(({ case_no }) => case_no === row.no)
        .map((line) => ({ clock: line.clock!, dueAtMs: line.due_at!, warnAtMs: line.warn_at! })),
    }));
  },

  /** Numbers of open cases that no run is known of. */
  async withoutRun(limit: number): Promise<string[]> {
    const rows = await db('cases')
      .select('no')
      .where('status', 'open')
      .whereNull('engine_started_at')
      .orderBy(['submitted_at', 'no'])
      .limit(limit);
    return rows.map(({ no }) => no);
  },

  /** Which of the cases are open. */
  async openAmong(caseNos: readonly string[]): Promise<Set<string>> {
    const rows = await db('cases')
      .where('status', 'open')
      .whereIn('no', [...caseNos])
      .select('no');
    return new Set(rows.map(({ no }) => no));
  },
});

const watchedRows = (db: Knex, watch: Watch): Promise<Record<string, never>[]> => {
  const query = db('cases').where('status', 'open').select('no', 'state', 'engine_started_at', 'wake_at');
  if ('only' in watch) return query.andWhere('no', watch.only);
  if ('afterNo' in watch) return query.andWhere('no', '>', watch.afterNo).orderBy('no').limit(watch.limit);
  const { wakesByMs, after, limit } = watch;
  if (after !== null) query.andWhereRaw('(wake_at, no) > (?, ?)', [timestamp(after.wakeAtMs), after.no]);
  return query.andWhere('wake_at', '<=', timestamp(wakesByMs)).orderBy(['wake_at', 'no']).limit(limit);
};

export type WatchedStore = ReturnType<typeof watchedStore>;
