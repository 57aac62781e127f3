import type { Knex } from 'knex';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';
import { type NewReceipt, receiveDone } from './receipts.ts';

export type AlarmKind =
  | 'run_missing'
  | 'run_not_answering'
  | 'timer_missing_or_other'
  | 'deadline_differs'
  | 'calendar_behind'
  | 'run_of_closed_case';
/** A fault found in one case; `clock` '' where it is not about a clock. */
export type Fault = { kind: AlarmKind; caseNo: string; clock: string; details: Record<string, unknown> };
export type Alarm = Fault & {
  id: number;
  raisedAtMs: number;
  seenAtMs: number;
  resolvedAtMs: number | null;
  resolution: 'rearmed' | 'gone' | null;
};

/** Alarms of the watchdog. */
export const alarmStore = (db: Knex) => ({
  /** Raises alarms, each once while it is open; answers those that are new. */
  async raise(faults: readonly Fault[]): Promise<Fault[]> {
    const fresh: Fault[] = [];
    for (const fault of faults) {
      const { rows } = await db.raw(
        `INSERT INTO alarms (kind, case_no, clock, details) VALUES (?, ?, ?, ?::jsonb)
         ON CONFLICT (case_no, kind, clock) WHERE resolved_at IS NULL
         DO UPDATE SET seen_at = now(), details = excluded.details RETURNING (xmax = 0) AS fresh`,
        [fault.kind, fault.caseNo, fault.clock, JSON.stringify(fault.details)],
      );
      if (rows[0].fresh) fresh.push(fault);
    }
    return fresh;
  },

  /** Resolves the open alarms of a case, other than those still found. Answers how many. */
  async resolveGone(caseNo: string, kinds: readonly AlarmKind[], found: readonly Fault[]): Promise<number> {
    const still = found.map(({ kind, clock }) => `${kind} ${clock}`);
    return db('alarms')
      .where({ case_no: caseNo })
      .whereIn('kind', kinds)
      .whereNull('resolved_at')
      .whereRaw(`NOT (kind || ' ' || clock = ANY (?))`, [still])
      .update({ resolved_at: db.fn.now(), resolution: 'gone' });
  },

  /** Resolves the open alarms of the kinds on cases that have ended since: there is nothing left to agree. */
  async resolveOfEnded(kinds: readonly AlarmKind[]): Promise<number> {
    return db('alarms')
      .whereIn('kind', kinds)
      .whereNull('resolved_at')
      .whereExists((ended) =>
        ended
          .select(db.raw('1'))
          .from('cases')
          .whereRaw('cases.no = alarms.case_no')
          .andWhere('status', 'closed'),
      )
      .update({ resolved_at: db.fn.now(), resolution: 'gone' });
  },

  async openCount(): Promise<number> {
    const [row] = await db('alarms').whereNull('resolved_at').count({ open: '*' });
    return Number(row!.open);
  },

  /** How many were ever raised. */
  async count(): Promise<number> {
    const [row] = await db('alarms').count({ all: '*' });
    return Number(row!.all);
  },

  /** Cases with an open alarm of the kind. */
  async openCases(kind: AlarmKind): Promise<string[]> {
    const rows = await db('alarms').where({ kind }).whereNull('resolved_at').select('case_no');
    return rows.map((row) => row.case_no);
  },

  async byId(id: number): Promise<Alarm | null> {
    const row = await db('alarms').where({ id }).first();
    return row === undefined ? null : toAlarm(row);
  },

  /** Open alarms, or all of them; newest first. */
  async list({ open, ...paging }: Paging & { open: boolean }): Promise<Page<Alarm> | MalformedCursor> {
    const position = positionOf('alarms', paging.cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const query = db('alarms')
      .orderBy('id', 'desc')
      .limit(paging.limit + 1);
    if (open) query.whereNull('resolved_at');
    if (position !== undefined) query.where('id', '<', Number(position.ids[0]) || 0);
    return pageOf(
      'alarms',
      await query,
      paging.limit,
      (row) => ({ atMs: null, ids: [String(row.id)] }),
      toAlarm,
    );
  },

  /** The fault was put right on a person's word. Keeps the receipt; false: the receipt is there already. */
  async rearmed(id: number, receipt: NewReceipt): Promise<boolean> {
    return db.transaction(async (trx) => {
      if (!(await receiveDone(trx, receipt, { alarm: id }))) return false;
      await trx('alarms').where({ id }).whereNull('resolved_at').update({
        resolved_at: trx.fn.now(),
        resolved_by: receipt.personId,
        resolution: 'rearmed',
      });
      return true;
    });
  },
});

const toAlarm = (row: Record<string, never>): Alarm => ({
  id: row.id!,
  kind: row.kind!,
  caseNo: row.case_no!,
  clock: row.clock!,
  details: row.details!,
  raisedAtMs: row.raised_at!,
  seenAtMs: row.seen_at!,
  resolvedAtMs: row.resolved_at!,
  resolution: row.resolution!,
});

export type AlarmStore = ReturnType<typeof alarmStore>;
