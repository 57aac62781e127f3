import type { Knex } from 'knex';
import { Conditions } from './conditions.ts';
import { SYSTEM_PERSON } from './follow-ups.ts';
import { timestamp } from './instants.ts';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';

/** What a person tried in a case and was refused, as the case stood. */
export type RefusedAct = {
  id: string;
  /** The command. */
  body: unknown;
  /** What was said for it. */
  content: unknown;
  refusal: unknown;
  receivedAtMs: number;
};
type Asked = { caseNo: string; code?: string | undefined };

const refusedIn = ({ caseNo, code }: Asked): Conditions =>
  new Conditions()
    .and('case_no = ?', caseNo)
    .and(`state = 'refused'`)
    .and('person_id <> ?', SYSTEM_PERSON)
    .and(`problem ->> 'code' = ?`, code);

/** Acts that were refused, from their receipts. */
export const refusedActStore = (db: Knex) => ({
  /** Those of one case, latest first. */
  async list({ limit, cursor, ...asked }: Asked & Paging): Promise<Page<RefusedAct> | MalformedCursor> {
    const position = positionOf('refused-acts', cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const where = refusedIn(asked);
    if (position)
      where.and('(received_at, id) < (?, ?)', timestamp(position.atMs ?? 0), position.ids[0] as string);
    const { rows } = await db.raw(
      `SELECT id, body, content, problem, received_at FROM commands WHERE ${where.sql}
       ORDER BY received_at DESC, id DESC LIMIT ?`,
      [...where.bindings, limit + 1],
    );
    const at = (row: Row) => ({ atMs: row.received_at!, ids: [row.id!] });
    return pageOf('refused-acts', rows, limit, at, toRefused);
  },

  async count(asked: Asked): Promise<number> {
    const where = refusedIn(asked);
    const { rows } = await db.raw(
      `SELECT count(*) AS total FROM commands WHERE ${where.sql}`,
      where.bindings,
    );
    return rows[0].total;
  },
});

type Row = Record<string, never>;
const toRefused = (row: Row): RefusedAct => ({
  id: row.id!,
  body: row.body,
  content: row.content,
  refusal: row.problem,
  receivedAtMs: row.received_at!,
});

export type RefusedActStore = ReturnType<typeof refusedActStore>;
