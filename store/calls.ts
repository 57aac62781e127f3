import type { Knex } from 'knex';
import { type Answered, STANDS } from './call-steps.ts';
import {
  LAST_INTEGER,
  MALFORMED_CURSOR,
  type MalformedCursor,
  numberIn,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';

/** One person called, or at the end of the line the whole seat (`personId` null). Epoch milliseconds. */
export type Ring = { step: number; personId: string | null; calledAtMs: number; ackByMs: number | null };

export type Call = {
  id: number;
  caseNo: string;
  taskId: string;
  procedure: string;
  edition: string;
  stage: string;
  role: string;
  department: string;
  openedAtMs: number;
  /** 'unanswered': nobody in line has answered, the seat was told. 'ended': its task is no longer open, or with another department. */
  state: 'ringing' | 'acknowledged' | 'unanswered' | 'ended';
  /** Until when whoever was called last has to answer; null: nobody is waited for. */
  ackByMs: number | null;
  acknowledged: { by: string; atMs: number; how: Answered | 'decision' } | null;
  /** When nobody was left in line. */
  exhaustedAtMs: number | null;
  endedAtMs: number | null;
  /** In order. */
  rings: Ring[];
};

/** Whose calls may be seen: those of the departments, and those in which the person was called. `departments` null: all. */
export type CallSight = { personId: string; departments: readonly string[] | null };

const COLUMNS = `c.*, t.stage, ${STANDS} AS stands,
  CASE WHEN t.department = c.department THEN t.decided_at END AS decided_at,
  CASE WHEN t.department = c.department THEN t.decided_by_person END AS decided_by_person, k.procedure, k.edition,
  (SELECT json_agg(json_build_object('step', r.step, 'personId', r.person_id,
     'calledAtMs', (extract(epoch FROM r.called_at) * 1000)::bigint, 'ackByMs', (extract(epoch FROM r.ack_by) * 1000)::bigint)
     ORDER BY r.step) FROM call_rings r WHERE r.call_id = c.id) AS rings`;
const SOURCE = `calls c JOIN tasks t ON t.case_no = c.case_no AND t.id = c.task_id JOIN cases k ON k.no = c.case_no`;

type CallQuery = { sight: CallSight; mine: boolean; open: boolean; caseNo?: string | null };

/** Which calls are meant, as a condition and its parameters. */
const meant = ({ sight: { personId, departments }, mine, open, caseNo = null }: CallQuery) => ({
  sql: `(${mine ? 'false' : '?::text[] IS NULL OR c.department = ANY (?::text[])'}
       OR EXISTS (SELECT FROM call_rings r WHERE r.call_id = c.id AND r.person_id = ?))
     ${open ? `AND c.ended_at IS NULL AND ${STANDS}` : ''} AND (?::text IS NULL OR c.case_no = ?)`,
  bindings: [...(mine ? [] : [departments, departments]), ...[personId, caseNo, caseNo]] as Knex.RawBinding[],
});

/** Reading calls. A call whose task has been decided or has gone elsewhere has ended, also before anybody has noted so. */
export const callStore = (db: Knex) => ({
  /** Calls, newest first. `mine`: only those in which the person was called; `open`: only those that stand. */
  async list({ limit, cursor, ...query }: Paging & CallQuery): Promise<Page<Call> | MalformedCursor> {
    const position = positionOf('calls', cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const before = position === undefined ? LAST_INTEGER : numberIn(position, LAST_INTEGER);
    const { sql, bindings } = meant(query);
    const { rows } = await db.raw(
      `SELECT ${COLUMNS} FROM ${SOURCE} WHERE ${sql} AND c.id < ? ORDER BY c.id DESC LIMIT ?`,
      [...bindings, before, limit + 1],
    );
    return pageOf('calls', rows, limit, (row: Row) => ({ atMs: null, ids: [String(row.id)] }), toCall);
  },

  async count(query: CallQuery): Promise<number> {
    const { sql, bindings } = meant(query);
    const { rows } = await db.raw(`SELECT count(*) AS total FROM ${SOURCE} WHERE ${sql}`, bindings);
    return rows[0].total;
  },

  async byId(id: number): Promise<Call | null> {
    const { rows } = await db.raw(`SELECT ${COLUMNS} FROM ${SOURCE} WHERE c.id = ?`, [id]);
    return rows.length === 0 ? null : toCall(rows[0]);
  },

  /** The calls of a case, in order. */
  async ofCase(caseNo: string): Promise<Call[]> {
    const { rows } = await db.raw(`SELECT ${COLUMNS} FROM ${SOURCE} WHERE c.case_no = ? ORDER BY c.id`, [
      caseNo,
    ]);
    return rows.map(toCall);
  },
});

type Row = Record<string, never>;
const toCall = (row: Row): Call => {
  const stands = row.stands as unknown as boolean;
  const decided: Call['acknowledged'] =
    row.decided_by_person !== null
      ? { by: row.decided_by_person!, atMs: row.decided_at!, how: 'decision' }
      : null;
  const ended = !stands || row.ended_at !== null;
  const standing =
    row.acknowledged_by !== null ? 'acknowledged' : row.exhausted_at !== null ? 'unanswered' : 'ringing';
  return {
    id: row.id!,
    caseNo: row.case_no!,
    taskId: row.task_id!,
    procedure: row.procedure!,
    edition: row.edition!,
    stage: row.stage!,
    role: row.role!,
    department: row.department!,
    openedAtMs: row.opened_at!,
    state: ended ? 'ended' : standing,
    ackByMs: ended ? null : row.ack_by!,
    acknowledged:
      row.acknowledged_by === null
        ? decided
        : { by: row.acknowledged_by!, atMs: row.acknowledged_at!, how: row.acknowledged_how! },
    exhaustedAtMs: row.exhausted_at!,
    endedAtMs: row.ended_at ?? row.decided_at!,
    rings: row.rings!,
  };
};

export type CallStore = ReturnType<typeof callStore>;
