import type { Request } from 'express';
import { MALFORMED_CURSOR, type MalformedCursor, type Page } from '../store/index.ts';
import { malformed, type Problem } from './problems/problem.ts';
import { ok, type Reply } from './routing/answer.ts';

export const DEFAULT_LIMIT = 50;

export type PageAsked = {
  limit?: number | undefined;
  cursor?: string | undefined;
  count?: 'true' | 'false' | undefined;
};

/** Limit and cursor as the store takes them. */
export const pagingOf = ({ limit, cursor }: PageAsked) => ({ limit: limit ?? DEFAULT_LIMIT, cursor });

/** The page with the total where `count=true` asked for it and the list does not count along. */
export const countedOn = async <T>(
  { count }: PageAsked,
  page: Page<T> | MalformedCursor,
  totalOf: () => number | Promise<number>,
): Promise<Page<T> | MalformedCursor> =>
  count === 'true' && page !== MALFORMED_CURSOR ? { ...page, total: await totalOf() } : page;

export const malformedCursor = (): Problem =>
  malformed([{ pointer: '/cursor', message: '应为上一页给出的 next' }]);

/** Where the next page is, as RFC 8288 has it: this request with another cursor. */
const linkTo = (req: Request, next: string): string => {
  const query = new URLSearchParams(req.query as Record<string, string>);
  query.set('cursor', next);
  return `<${req.path}?${query}>; rel="next"`;
};

/** A page as an answer; its items are made presentable by `present`. */
export const listAnswer = <T>(
  req: Request,
  page: Page<T> | MalformedCursor,
  present: (item: T) => unknown,
): Reply | Problem => {
  if (page === MALFORMED_CURSOR) return malformedCursor();
  const body = {
    items: page.items.map(present),
    next: page.next,
    ...(page.total === undefined ? {} : { total: page.total }),
  };
  return ok(body, page.next === null ? {} : { Link: linkTo(req, page.next) });
};
