import type { Request } from 'express';
import { MALFORMED_CURSOR, type MalformedCursor, type Page } from '../store/index.ts';

import { countedOn, listAnswer, type PageAsked, pagingOf } from './lists.ts';
import type { Problem } from './problems/problem.ts';
import type { Reply } from './routing/answer.ts';

/** Pages of a short list in memory, in the same habit as those of the store. */

const encode = (list: string, after: string): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url');

/** The id after which a page begins; null: from the start. */
const cursorAfter = (
  list: string,
  cursor: string | undefined,
): { list: string; after: string | null } | MalformedCursor => {
  if (cursor === undefined) return { list, after: null };
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2 && parts[0] === list && typeof parts[1] === 'string')
      return { list, after: parts[1] };
  } catch {
    return MALFORMED_CURSOR;
  }
  return MALFORMED_CURSOR;
};

type From = { list: string; after: string | null } | MalformedCursor;

/** A page of items that are sorted by their ids. */
const pageAfter = <T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { limit, after }: { limit: number; after: From },
): Page<T> | MalformedCursor => {
  if (after === MALFORMED_CURSOR) return MALFORMED_CURSOR;
  const from = after.after;
  const rest = from === null ? items : items.filter((item) => idOf(item) > from);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown,
    next: rest.length > limit && last !== undefined ? encode(after.list, idOf(last)) : null,
  };
};

type ShortList<T> = { list: string; items: readonly T[]; idOf: (item: T) => string };

/** A page of a short list as an answer: in the order of the ids, which are unique; its items are made presentable by `present`. */
export const shortListAnswer = async <T>(
  req: Request,
  asked: PageAsked,
  { list, items, idOf }: ShortList<T>,
  present: (item: T) => unknown = (item) => item,
): Promise<Reply | Problem> => {
  const sorted = items.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const { limit } = pagingOf(asked);
  const page = pageAfter(sorted, idOf, { limit, after: cursorAfter(list, asked.cursor) });
  return listAnswer(req, await countedOn(asked, page, () => items.length), present);
};
