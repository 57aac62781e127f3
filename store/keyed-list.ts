import type { Knex } from 'knex';
import type { Conditions } from './conditions.ts';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';

/** A list in the order of one text that is unique in it. */
export type KeyedList<T> = {
  /** Name in its cursors. */
  list: string;
  /** Columns of an item; the row is passed to `toItem`. */
  columns: string;
  /** Table with its alias. */
  from: string;
  /** Column that the list is ordered by. */
  key: string;
  toItem(row: Record<string, never>): T;
};

/** A page of those items that meet the conditions. */
export const keyedPage = async <T>(
  db: Knex,
  { list, columns, from, key, toItem }: KeyedList<T>,
  where: Conditions,
  { limit, cursor }: Paging,
): Promise<Page<T> | MalformedCursor> => {
  const position = positionOf(list, cursor, 1);
  if (position === MALFORMED_CURSOR) return position;
  where.and(`${key} > ?`, position?.ids[0]);
  const { rows } = await db.raw(
    `SELECT ${key} AS list_key, ${columns} FROM ${from} WHERE ${where.sql} ORDER BY ${key} LIMIT ?`,
    [...where.bindings, limit + 1],
  );
  return pageOf(
    list,
    rows as Record<string, never>[],
    limit,
    (row) => ({ atMs: null, ids: [row.list_key!] }),
    toItem,
  );
};

/** How many items meet the conditions. */
export const keyedCount = async (
  db: Knex,
  { from }: Pick<KeyedList<unknown>, 'from'>,
  where: Conditions,
): Promise<number> => {
  const { rows } = await db.raw(`SELECT count(*) AS all FROM ${from} WHERE ${where.sql}`, where.bindings);
  return Number(rows[0].all);
};
