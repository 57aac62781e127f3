import { z } from 'zod';
import { contentsOf, findCase } from '../case-reader.ts';
import { limitsOver } from '../clock-history.ts';
import type { Desk } from '../deps.ts';
import { documentsOfCases } from '../documents.ts';
import { DEFAULT_LIMIT, listAnswer, malformedCursor } from '../lists.ts';
import { peopleIn, presentEvent } from '../present/event.ts';
import { writingsFor } from '../present/writings.ts';
import { caseNotFound } from '../problems/problem.ts';
import { type Route, route } from '../routing/route.ts';
import { actorSchema, caseNoParam, isoInstant, listOf, pageQuery } from '../schemas/common.ts';

const eventSchema = z
  .strictObject({
    seq: z.number().int(),
    at: isoInstant(),
    type: z.string(),
    actor: z.union([z.literal('system'), actorSchema]),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });

const number = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, '应为非负整数')
    .transform(Number);

/** What happened in a case. */
export const caseHistoryRoutes = (desk: Desk): Route[] => {
  const { store } = desk;

  const events = route({
    method: 'get',
    path: '/api/v1/cases/{no}/events',
    access: 'case:read',
    audit: 'READ_EVENTS',
    tag: '办件',
    summary: '办件中发生的一切，依次',
    params: caseNoParam,
    query: z.strictObject({
      limit: pageQuery.limit,
      after: number().optional().meta({ type: 'integer', minimum: 0, description: '只要此序号之后的' }),
      cursor: number().optional().meta({ type: 'string', description: '上一页给出的 next' }),
      count: pageQuery.count,
    }),
    responses: { 200: { description: '事件', schema: listOf(eventSchema) } },
    async handle({ params: { no }, query, viewer, req }) {
      const found = await findCase(desk, viewer, no);
      if (found === null) return caseNotFound();
      const { limit = DEFAULT_LIMIT, after = 0, cursor } = query;
      if (cursor !== undefined && query.after !== undefined && cursor < after) return malformedCursor();
      const rows = await store.record.events(no, cursor ?? after, limit + 1);
      const items = rows.slice(0, limit);
      const ids = items.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]));
      const last = items.at(-1);
      const [names, contentOf, limits, documents] = await Promise.all([
        store.people.names(items.flatMap(peopleIn)),
        contentsOf(desk, ids),
        store.record.limitEvents(no, last?.seq ?? 0),
        documentsOfCases(desk, [found.state]),
      ]);
      const writingsOf = writingsFor(found.reader, contentOf);
      const next = rows.length > limit && last !== undefined ? String(last.seq) : null;
      const total = query.count === 'true' ? { total: Math.max(0, found.state.seq - after) } : {};
      return listAnswer(req, { items, next, ...total }, (event) =>
        presentEvent(event, { names, writingsOf, limitAt: limitsOver(limits), documents }),
      );
    },
  });

  return [events];
};
