import type { Knex } from 'knex';
import type { CaseState } from '../cases/index.ts';
import { timestamp } from './instants.ts';

/** A release on its way to the cases: the calendar it belongs to and its version there. */
export type RolloutId = { calendarId: string; version: number };
export type Rollout = RolloutId & { state: 'running' | 'done'; total: number; done: number };

/** Which open cases a change of days can touch. */
export type TouchedCases = {
  calendarId: string;
  /** First and last instant whose days change, epoch milliseconds. */
  fromMs: number;
  toMs: number;
  /** Only cases that go by an older version. */
  belowVersion: number;
  afterNo: string;
  limit: number;
};

const DAY_MS = 86_400_000;
/** A deadline's ladder ends some working days after it; longest holiday and weekends included. */
const LADDER_MS = 30 * DAY_MS;
/** The latest end of a provisional deadline lies at most so long after its likely one. */
const PROVISIONAL_MS = 60 * DAY_MS;

const TOUCHED = `
  SELECT c.no, c.state FROM cases c WHERE c.status = 'open' AND c.no > ? AND EXISTS (
    SELECT FROM clocks k WHERE k.case_no = c.no AND k.live AND k.calendar_id = ? AND k.calendar_version < ?
      AND k.started_at <= ?::timestamptz
      AND k.due_at + CASE WHEN k.provisional THEN ?::float8 ELSE ?::float8 END * interval '1 millisecond' >= ?::timestamptz)
  ORDER BY c.no LIMIT ?`;

/** Roll-outs of calendar releases: which cases are moved, and when each has been. */
export const rolloutStore = (db: Knex) => ({
  /** Roll-outs that are not at their end. */
  async running(): Promise<RolloutId[]> {
    const rows = await db('calendar_rollouts')
      .where({ state: 'running' })
      .orderBy(['calendar_id', 'version']);
    return rows.map(({ calendar_id, version }) => ({ calendarId: calendar_id, version }));
  },

  /** How a roll-out stands; null when there is none. */
  async byId({ calendarId, version }: RolloutId): Promise<Rollout | null> {
    const key = { calendar_id: calendarId, version };
    const row = await db('calendar_rollouts').where(key).first('state');
    if (row === undefined) return null;
    const [counts] = await db('calendar_rollout_cases')
      .where(key)
      .count({ total: '*' })
      .count({ done: 'done_at' });
    return {
      calendarId,
      version,
      state: row.state,
      total: Number(counts!.total),
      done: Number(counts!.done),
    };
  },

  /** Open cases with a running clock that the changed days can touch, by number. */
  async touched(query: TouchedCases): Promise<CaseState[]> {
    const { calendarId, fromMs, toMs, belowVersion, afterNo, limit } = query;
    const { rows } = await db.raw(TOUCHED, [
      ...[afterNo, calendarId, belowVersion, timestamp(toMs)],
      ...[LADDER_MS + PROVISIONAL_MS, LADDER_MS, timestamp(fromMs), limit],
    ]);
    return rows.map((row: { state: CaseState }) => row.state);
  },

  /** Notes cases as moved by the release; those noted before stay as they are. */
  async add({ calendarId, version }: RolloutId, caseNos: readonly string[]): Promise<void> {
    if (caseNos.length === 0) return;
    await db.raw(
      `INSERT INTO calendar_rollout_cases (calendar_id, version, case_no) SELECT ?, ?, unnest(?::text[]) ON CONFLICT DO NOTHING`,
      [calendarId, version, [...caseNos]],
    );
  },

  /** Cases that are still to be moved, by number. */
  async left({ calendarId, version }: RolloutId, limit: number): Promise<string[]> {
    const rows = await db('calendar_rollout_cases')
      .where({ calendar_id: calendarId, version })
      .whereNull('done_at')
      .orderBy('case_no')
      .limit(limit)
      .select('case_no');
    return rows.map((row) => row.case_no);
  },

  /** The case has the calendar now. */
  async markDone({ calendarId, version }: RolloutId, caseNo: string): Promise<void> {
    await db('calendar_rollout_cases')
      .where({ calendar_id: calendarId, version, case_no: caseNo })
      .whereNull('done_at')
      .update({ done_at: db.fn.now() });
  },

  /** Every case has it. */
  async finish({ calendarId, version }: RolloutId): Promise<void> {
    await db('calendar_rollouts')
      .where({ calendar_id: calendarId, version, state: 'running' })
      .update({ state: 'done', finished_at: db.fn.now() });
  },
});

export type RolloutStore = ReturnType<typeof rolloutStore>;
