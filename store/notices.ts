import type { Knex } from 'knex';
import { timestamp } from './instants.ts';
import type { NoticeKind } from './notices-of.ts';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';
import type { Worker } from './tasks.ts';

export type Notice = {
  id: number;
  caseNo: string;
  seq: number;
  kind: NoticeKind;
  /** A seat, or a person. */
  to: { role: string; department: string } | { personId: string };
  atMs: number;
  sentAtMs: number | null;
};

/** The outbox. Notices are written with the events that give rise to them, each once; sending is at least once. */
export const noticeStore = (db: Knex) => ({
  /** Notices to the person or to one of the seats, latest first. */
  async forPerson({
    personId,
    grants,
    limit,
    cursor,
  }: Worker & Paging): Promise<Page<Notice> | MalformedCursor> {
    const position = positionOf('notices', cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const after = position ? 'AND (n.at, n.id) < (?, ?::bigint)' : '';
    if (position && !/^\d{1,18}$/.test(position.ids[0]!)) return MALFORMED_CURSOR;
    const bounds = [...(position ? [timestamp(position.atMs ?? 0), position.ids[0]!] : []), limit + 1];
    const seats = JSON.stringify(grants.map(({ role, department }) => ({ role, department })));
    const { rows } = await db.raw(
      `SELECT * FROM (
         (SELECT n.* FROM notices n WHERE n.to_person = ? ${after} ORDER BY n.at DESC, n.id DESC LIMIT ?)
         UNION ALL (SELECT found.* FROM (SELECT DISTINCT role, department
           FROM json_to_recordset(?::json) AS s (role text, department text)) seat
           CROSS JOIN LATERAL (SELECT n.* FROM notices n WHERE n.to_person IS NULL AND n.to_role = seat.role
             AND n.to_department = seat.department ${after} ORDER BY n.at DESC, n.id DESC LIMIT ?) found)) mine
       ORDER BY at DESC, id DESC LIMIT ?`,
      [personId, ...bounds, seats, ...bounds, limit + 1],
    );
    return pageOf('notices', rows, limit, (row: Row) => ({ atMs: row.at!, ids: [String(row.id)] }), toNotice);
  },

  /** Unsent notices in order, for this caller alone for `leaseMs` milliseconds of real time; unsent ones come again. */
  async claimUnsent({ limit, leaseMs }: { limit: number; leaseMs: number }): Promise<Notice[]> {
    const { rows } = await db.raw(
      `UPDATE notices SET attempts = attempts + 1, claimed_until = now() + ?::bigint * interval '1 millisecond'
       WHERE id IN (SELECT id FROM notices WHERE sent_at IS NULL AND (claimed_until IS NULL OR claimed_until <= now())
         ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING *`,
      [leaseMs, limit],
    );
    return rows.map(toNotice).sort((a: Notice, b: Notice) => a.id - b.id);
  },

  /** These have been sent; the first time stays. */
  async markSent(ids: readonly number[], atMs: number): Promise<void> {
    await db('notices')
      .whereIn('id', ids)
      .whereNull('sent_at')
      .update({ sent_at: timestamp(atMs) });
  },
});

type Row = Record<string, never>;
const toNotice = (row: Row): Notice => ({
  id: row.id!,
  caseNo: row.case_no!,
  seq: row.seq!,
  kind: row.kind!,
  to:
    row.to_person === null
      ? { role: row.to_role!, department: row.to_department! }
      : { personId: row.to_person! },
  atMs: row.at!,
  sentAtMs: row.sent_at!,
});

export type NoticeStore = ReturnType<typeof noticeStore>;
