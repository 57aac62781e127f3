import type { Knex } from 'knex';
import type { Actor, CaseEvent, Clock } from '../cases/index.ts';
import { SYSTEM_PERSON } from './follow-ups.ts';
import { timestamp } from './instants.ts';
import { CHANGES_OF_LIMIT, type NoticeKind } from './notices-of.ts';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';
import { toEvent } from './record-read.ts';
import type { Worker } from './tasks.ts';

/** How a limit was changed: the event, what was written with the act and by whom, and the clocks of the case as they stand. */
export type LimitChange = {
  event: CaseEvent;
  content: unknown;
  /** Who sent the command that brought it about; null: no person did. */
  author: Actor | null;
  clocks: Record<string, Clock>;
};

export type Notice = {
  id: number;
  caseNo: string;
  seq: number;
  kind: NoticeKind;
  procedure: string;
  edition: string;
  /** A seat, or a person. */
  to: { role: string; department: string } | { personId: string };
  atMs: number;
  /** When the person asked for it read it. */
  readAtMs: number | null;
  /** null: it is of another kind. */
  change: LimitChange | null;
};

/** More unread notices than this are not counted. */
export const UNREAD_COUNTED = 1_000;

const UNREAD =
  'AND NOT EXISTS (SELECT FROM notice_reads read WHERE read.person_id = ? AND read.notice_id = n.id)';
/** What is told with a notice `n` of a change of a limit, beside its case `c`. */
const CHANGE = `e.type, e.actor, e.command_id, e.data, w.content, CASE WHEN w.person_id <> '${SYSTEM_PERSON}' THEN w.body -> 'actor' END AS author,
  CASE WHEN e.seq IS NOT NULL THEN c.state -> 'clocks' END AS clocks`;
const OF_CHANGE = (notice: string): string => `
  LEFT JOIN case_events e ON e.case_no = ${notice}.case_no AND e.seq = ${notice}.seq
    AND ${notice}.kind IN (${CHANGES_OF_LIMIT.map((kind) => `'${kind}'`).join(', ')})
  LEFT JOIN commands w ON w.id = e.command_id`;
const SEATS = `(SELECT DISTINCT role, department FROM json_to_recordset(?::json) AS s (role text, department text)) seat`;

/** `kinds`: only of these kinds; absent, of any. */
export type NoticeQuery = Worker & { unread?: boolean; kinds?: readonly NoticeKind[] | undefined };

const narrowedBy = ({ personId, unread, kinds }: Omit<NoticeQuery, 'grants'>) => ({
  sql: `${unread ? UNREAD : ''} ${kinds === undefined ? '' : 'AND n.kind = ANY (?)'}`,
  bindings: [...(unread ? [personId] : []), ...(kinds === undefined ? [] : [kinds])],
});

/** What people are told in the application. Notices are written with the events that give rise to them, each once. */
export const noticeStore = (db: Knex) => ({
  /** Notices to the person or to one of the seats, latest first; `unread`: only those the person has not read. */
  async forPerson({
    personId,
    grants,
    unread = false,
    kinds,
    limit,
    cursor,
  }: NoticeQuery & Paging): Promise<Page<Notice> | MalformedCursor> {
    const position = positionOf('notices', cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    if (position && !/^\d{1,18}$/.test(position.ids[0]!)) return MALFORMED_CURSOR;
    const narrowed = narrowedBy({ personId, unread, kinds });
    const where = `${position ? 'AND (n.at, n.id) < (?, ?::bigint)' : ''} ${narrowed.sql}`;
    const bounds = [
      ...(position ? [timestamp(position.atMs ?? 0), position.ids[0]!] : []),
      ...[...narrowed.bindings, limit + 1],
    ];
    const { rows } = await db.raw(
      `SELECT mine.*, r.read_at, c.procedure, c.edition, ${CHANGE} FROM (SELECT * FROM (
         (SELECT n.* FROM notices n WHERE n.to_person = ? ${where} ORDER BY n.at DESC, n.id DESC LIMIT ?)
         UNION ALL (SELECT found.* FROM ${SEATS}
           CROSS JOIN LATERAL (SELECT n.* FROM notices n WHERE n.to_person IS NULL AND n.to_role = seat.role
             AND n.to_department = seat.department ${where} ORDER BY n.at DESC, n.id DESC LIMIT ?) found)) every
         ORDER BY at DESC, id DESC LIMIT ?) mine JOIN cases c ON c.no = mine.case_no ${OF_CHANGE('mine')}
       LEFT JOIN notice_reads r ON r.person_id = ? AND r.notice_id = mine.id ORDER BY mine.at DESC, mine.id DESC`,
      [personId, ...bounds, seatsOf(grants), ...bounds, limit + 1, personId] as Knex.RawBinding[],
    );
    return pageOf('notices', rows, limit, (row: Row) => ({ atMs: row.at!, ids: [String(row.id)] }), toNotice);
  },

  /** How many there are; `unread`: of those the person has not read. */
  async countFor({ personId, grants, unread = false, kinds }: NoticeQuery): Promise<number> {
    const { sql: where, bindings: reader } = narrowedBy({ personId, unread, kinds });
    const { rows } = await db.raw(
      `SELECT (SELECT count(*) FROM notices n WHERE n.to_person = ? ${where})
         + (SELECT count(*) FROM ${SEATS} JOIN notices n ON n.to_person IS NULL AND n.to_role = seat.role
             AND n.to_department = seat.department ${where}) AS total`,
      [personId, ...reader, seatsOf(grants), ...reader] as Knex.RawBinding[],
    );
    return rows[0].total;
  },

  /** How many of them the person has not read, up to UNREAD_COUNTED. */
  async unreadCount({ personId, grants }: Worker): Promise<number> {
    const { rows } = await db.raw(
      `SELECT count(*) AS unread FROM (
         (SELECT n.id FROM notices n WHERE n.to_person = ? ${UNREAD} LIMIT ?)
         UNION ALL (SELECT found.id FROM ${SEATS}
           CROSS JOIN LATERAL (SELECT n.id FROM notices n WHERE n.to_person IS NULL AND n.to_role = seat.role
             AND n.to_department = seat.department ${UNREAD} LIMIT ?) found)
         LIMIT ?) counted`,
      [personId, personId, UNREAD_COUNTED, seatsOf(grants), personId, UNREAD_COUNTED, UNREAD_COUNTED],
    );
    return rows[0].unread;
  },

  /** A notice to the person or to one of the seats; null: there is none of that number for this person. */
  async oneFor({ personId, grants }: Worker, id: number): Promise<Notice | null> {
    const { rows } = await db.raw(
      `SELECT n.*, r.read_at, c.procedure, c.edition, ${CHANGE} FROM notices n JOIN cases c ON c.no = n.case_no ${OF_CHANGE('n')}
       LEFT JOIN notice_reads r ON r.person_id = ? AND r.notice_id = n.id
       WHERE n.id = ? AND (n.to_person = ? OR (n.to_person IS NULL AND EXISTS (SELECT FROM ${SEATS}
         WHERE seat.role = n.to_role AND seat.department = n.to_department)))`,
      [personId, id, personId, seatsOf(grants)],
    );
    return rows.length === 0 ? null : toNotice(rows[0]);
  },

  /** The person has read it; the first time stays. In the caller's transaction. */
  async markRead(trx: Knex, id: number, personId: string, atMs: number): Promise<void> {
    await trx('notice_reads')
      .insert({ notice_id: id, person_id: personId, read_at: timestamp(atMs) })
      .onConflict(['person_id', 'notice_id'])
      .ignore();
  },

  /** The person has read all that came to them or their seats by `atMs`, of the kinds where some are named; answers how many were unread. */
  async markAllRead(trx: Knex, { personId, grants, kinds }: NoticeQuery, atMs: number): Promise<number> {
    const { sql, bindings } = narrowedBy({ personId, unread: true, kinds });
    const at = timestamp(atMs);
    const { rowCount } = await trx.raw(
      `INSERT INTO notice_reads (notice_id, person_id, read_at)
       SELECT id, ?, ? FROM (
         (SELECT n.id FROM notices n WHERE n.to_person = ? AND n.at <= ? ${sql})
         UNION ALL (SELECT n.id FROM ${SEATS} JOIN notices n ON n.to_person IS NULL AND n.to_role = seat.role
           AND n.to_department = seat.department WHERE n.at <= ? ${sql})) mine
       ON CONFLICT DO NOTHING`,
      [personId, at, personId, at, ...bindings, seatsOf(grants), at, ...bindings] as Knex.RawBinding[],
    );
    return rowCount;
  },
});

const seatsOf = (grants: Worker['grants']): string =>
  JSON.stringify(grants.map(({ role, department }) => ({ role, department })));

type Row = Record<string, never>;
const toNotice = (row: Row): Notice => ({
  id: row.id!,
  caseNo: row.case_no!,
  seq: row.seq!,
  kind: row.kind!,
  procedure: row.procedure!,
  edition: row.edition!,
  to:
    row.to_person === null
      ? { role: row.to_role!, department: row.to_department! }
      : { personId: row.to_person! },
  atMs: row.at!,
  readAtMs: row.read_at!,
  change:
    row.type === null
      ? null
      : { event: toEvent(row), content: row.content, author: row.author!, clocks: row.clocks! },
});

export type NoticeStore = ReturnType<typeof noticeStore>;
