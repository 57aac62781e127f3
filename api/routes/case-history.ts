import { z } from 'zod';
import { dayFromText, isoOf, ledgerOf, textOfDay } from '../../calendar/index.ts';
import { calendarOf, contentsOf, findCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { DEFAULT_LIMIT, listAnswer, malformedCursor } from '../lists.ts';
import { peopleIn, presentEvent } from '../present/event.ts';
import { writingsFor } from '../present/writings.ts';
import { caseNotFound, problem } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { actorSchema, caseNoParam, isoDate, isoInstant, listOf, pageQuery } from '../schemas/common.ts';

const eventSchema = z
  .strictObject({
    seq: z.number().int(),
    at: isoInstant(),
    type: z.string(),
    actor: z.union([z.literal('system'), actorSchema]),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });

const ledgerSchema = z
  .strictObject({
    clock: z.string(),
    rule: z.string(),
    calendar: z.strictObject({ id: z.string(), version: z.number() }),
    days: z.array(
      z.strictObject({
        date: isoDate(),
        weekday: z.number().int().meta({ description: '1 = 星期一 … 7 = 星期日' }),
        kind: z.enum(['working', 'off', 'unknown']),
        why: z.string(),
        notice: z.string().optional(),
        counted: z.boolean(),
        n: z.number(),
      }),
    ),
    dueDate: isoDate().nullable(),
    dueAt: isoInstant().nullable(),
    provisional: z.boolean(),
  })
  .meta({ id: 'Ledger' });

const number = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, '应为非负整数')
    .transform(Number);

/** What happened in a case, and how its deadlines were counted. */
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
      const [names, contentOf] = await Promise.all([
        store.people.names(items.flatMap(peopleIn)),
        contentsOf(desk, ids),
      ]);
      const writingsOf = writingsFor(found.sight, contentOf);
      const last = items.at(-1);
      const next = rows.length > limit && last !== undefined ? String(last.seq) : null;
      const total = query.count === 'true' ? { total: Math.max(0, found.state.seq - after) } : {};
      return listAnswer(req, { items, next, ...total }, (event) => presentEvent(event, names, writingsOf));
    },
  });

  const ledger = route({
    method: 'get',
    path: '/api/v1/cases/{no}/clocks/{clock}/ledger',
    access: 'case:read',
    audit: 'READ_LEDGER',
    tag: '办件',
    summary: '期限的逐日计算',
    params: z.object({ no: z.string().min(1).max(40), clock: z.string().min(1).max(120) }),
    responses: { 200: { description: '逐日计算', schema: ledgerSchema } },
    async handle({ params: { no, clock: id }, viewer }) {
      const found = await findCase(desk, viewer, no);
      if (found === null) return caseNotFound();
      const clock = Object.hasOwn(found.state.clocks, id) ? found.state.clocks[id] : undefined;
      if (clock === undefined) return problem(404, 'clock_not_found', '该办件没有这个期限。');
      const calendar = calendarOf(desk)(clock.calendar);
      const lastDay =
        clock.dueDay === null ? calendar.lastDay : Math.min(calendar.lastDay, dayFromText(clock.dueDay) + 31);
      const reasons =
        desk.calendars.reasons?.(clock.calendar, calendar.compact.firstDay, textOfDay(lastDay)) ?? {};
      const { rule, rows, dueDay, dueAtMs, provisional } = ledgerOf(calendar, clock.term, reasons);
      return ok({
        clock: id,
        rule,
        calendar: clock.calendar,
        days: rows,
        dueDate: dueDay,
        dueAt: dueAtMs === null ? null : isoOf(dueAtMs),
        provisional,
      });
    },
  });

  return [events, ledger];
};
