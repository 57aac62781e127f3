/** One page of a list. `next` opens the following one; null: this is the last. `total` only where it was asked for. */
export type Page<T> = { items: T[]; next: string | null; total?: number };
/** Instead of a page: the cursor is not one of this list. */
export const MALFORMED_CURSOR = 'malformed-cursor';
export type MalformedCursor = typeof MALFORMED_CURSOR;

export type Paging = { limit: number; cursor?: string | null | undefined };

/** Where a page ended: an instant (epoch ms; null: none) and the ids that settle ties. */
export type Position = { atMs: number | null; ids: string[] };

/** An opaque cursor for the position; `list` keeps it from being used on another list. */
export const cursorOf = (list: string, { atMs, ids }: Position): string =>
  Buffer.from(JSON.stringify([list, atMs, ...ids])).toString('base64url');

/** The position in a cursor of `list` with `count` ids; undefined without a cursor. */
export const positionOf = (
  list: string,
  cursor: string | null | undefined,
  count: number,
): Position | undefined | MalformedCursor => {
  if (cursor === null || cursor === undefined) return undefined;
  if (cursor.length > 500 || !/^[\w-]+$/.test(cursor)) return MALFORMED_CURSOR;
  const parts = parsed(cursor);
  if (!Array.isArray(parts) || parts.length !== 2 + count || parts[0] !== list) return MALFORMED_CURSOR;
  const [, atMs, ...ids] = parts;
  if (atMs !== null && !(Number.isInteger(atMs) && Math.abs(atMs) < 8.64e15)) return MALFORMED_CURSOR;
  if (!ids.every((id) => typeof id === 'string' && !id.includes('\0'))) return MALFORMED_CURSOR;
  return { atMs, ids };
};

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/** A page of `limit` out of up to `limit + 1` rows; the surplus row says that there is a next page. */
export const pageOf = <R, T>(
  list: string,
  rows: R[],
  limit: number,
  positionAt: (row: R) => Position,
  toItem: (row: R) => T,
): Page<T> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next: rows.length > limit && last !== undefined ? cursorOf(list, positionAt(last)) : null,
  };
};

/** The number that a position on a list of numbered rows stands at, between 0 and `atMost`. */
export const numberIn = ({ ids }: Position, atMost: number): number =>
  Math.trunc(Math.min(Math.max(Number(ids[0]) || 0, 0), atMost));
/** Largest number of an integer column. */
export const LAST_INTEGER = 2_147_483_647;
