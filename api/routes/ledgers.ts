import type { Request } from 'express';
import { z } from 'zod';
import { dayFromText, isoOf, type Ledger, ledgerOf, textOfDay } from '../../calendar/index.ts';
import type { Clock } from '../../cases/index.ts';
import { calendarOf, contentsOf, findCase, type SeenCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { titleOfClock } from '../present/clock.ts';
import { LEDGER_CSS, ledgerPage } from '../present/ledger-page.ts';
import { presentLimit } from '../present/limit.ts';
import { presentRange } from '../present/range.ts';
import { writingsFor } from '../present/writings.ts';
import { caseNotFound, isProblem, type Problem, problem } from '../problems/problem.ts';
import { type Answer, ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { closureEffect } from '../schemas/calendar.ts';
import { limitSchema } from '../schemas/case.ts';
import { isoDate, isoInstant, rangeSchema } from '../schemas/common.ts';
import type { Viewer } from '../security/viewer.ts';

const ledgerSchema = z
  .strictObject({
    clock: z.string(),
    limit: limitSchema,
    rule: z.string(),
    calendar: z.strictObject({ id: z.string(), version: z.number() }),
    days: z.array(
      z.strictObject({
        date: isoDate(),
        weekday: z.number().int().meta({ description: '1 = 星期一 … 7 = 星期日' }),
        kind: z.enum(['working', 'off', 'unknown']),
        why: z.string(),
        notice: z.string().optional(),
        closed: closureEffect.optional(),
        counted: z.boolean(),
        n: z.number(),
      }),
    ),
    dueDate: isoDate().nullable(),
    dueAt: isoInstant().nullable(),
    ...rangeSchema,
  })
  .meta({ id: 'Ledger' });

export const clockParams = z.object({ no: z.string().min(1).max(40), clock: z.string().min(1).max(120) });

/** The clock of a case that the viewer may see. */
export const findClock = async (
  desk: Desk,
  viewer: Viewer,
  { no, clock: id }: z.infer<typeof clockParams>,
): Promise<{ found: SeenCase; clock: Clock } | Problem> => {
  const found = await findCase(desk, viewer, no);
  if (found === null) return caseNotFound();
  const clock = Object.hasOwn(found.state.clocks, id) ? found.state.clocks[id] : undefined;
  return clock === undefined ? problem(404, 'clock_not_found', '该办件没有这个期限。') : { found, clock };
};

/** Days after the due day that the reasons of a ledger may be asked for: an end that is moved off a long holiday. */
const BEYOND_DAYS = 31;

const workingOf = (desk: Desk, clock: Clock): Ledger => {
  const calendar = calendarOf(desk)(clock.calendar);
  const lastDay =
    clock.dueDay === null
      ? calendar.lastDay
      : Math.min(calendar.lastDay, dayFromText(clock.dueDay) + BEYOND_DAYS);
  const reasons = desk.calendars.reasons(clock.calendar, calendar.compact.firstDay, textOfDay(lastDay));
  return ledgerOf(calendar, clock.term, reasons);
};

/** How deadlines were counted, day by day: for programs, and as a page to print. */
export const ledgerRoutes = (desk: Desk): Route[] => {
  const asJson = (clock: Clock): Answer => {
    const { rule, rows, dueDay, dueAtMs, provisional } = workingOf(desk, clock);
    return ok({
      clock: clock.id,
      limit: presentLimit(clock.limit),
      rule,
      calendar: clock.calendar,
      days: rows,
      dueDate: dueDay,
      dueAt: dueAtMs === null ? null : isoOf(dueAtMs),
      ...presentRange({ ...clock, provisional }),
    });
  };
  const asPage = async ({ state, procedure, sight }: SeenCase, clock: Clock): Promise<Answer> => {
    const ids = clock.pauses.flatMap(({ contentId }) => contentId ?? []);
    const writingsOf = writingsFor(sight, await contentsOf(desk, ids));
    const body = ledgerPage({
      no: state.no,
      procedure: procedure.title,
      stage: titleOfClock(procedure, clock),
      clock,
      ledger: workingOf(desk, clock),
      calendarName:
        desk.calendars.layers().find(({ id }) => id === clock.calendar.id)?.name ?? clock.calendar.id,
      printedAtMs: desk.clock.nowMs(),
      documentOf: (id) => {
        const { reasons = null, legalBasis = null } = writingsOf(id) ?? {};
        const texts = [reasons, legalBasis].filter((text) => text !== null);
        return texts.length === 0 ? null : texts.join('；');
      },
    });
    return { status: 200, body, type: 'text/html; charset=utf-8', headers: { Vary: 'Accept' } };
  };
  const prefersPage = (req: Request): boolean =>
    req.accepts(['application/json', 'text/html']) === 'text/html';

  const ledger = route({
    method: 'get',
    path: '/api/v1/cases/{no}/clocks/{clock}/ledger',
    access: 'case:read',
    audit: 'READ_LEDGER',
    tag: '办件',
    summary: '期限的逐日计算',
    description: '请求头 Accept: text/html 得到可在 A4 上打印的网页，与 ledger.html 相同。',
    params: clockParams,
    responses: { 200: { description: '逐日计算', schema: ledgerSchema, alsoAs: ['text/html'] } },
    async handle({ params, viewer, req }) {
      const seen = await findClock(desk, viewer, params);
      if (isProblem(seen)) return seen;
      return prefersPage(req) ? asPage(seen.found, seen.clock) : asJson(seen.clock);
    },
  });

  const page = route({
    method: 'get',
    path: '/api/v1/cases/{no}/clocks/{clock}/ledger.html',
    access: 'case:read',
    audit: 'PRINT_LEDGER',
    tag: '办件',
    summary: '期限计算单，可在 A4 上打印',
    params: clockParams,
    responses: { 200: { description: '网页', type: 'text/html', schema: z.string() } },
    async handle({ params, viewer }) {
      const seen = await findClock(desk, viewer, params);
      return isProblem(seen) ? seen : asPage(seen.found, seen.clock);
    },
  });

  const style = route({
    method: 'get',
    path: '/api/v1/ledger.css',
    access: 'self',
    audit: 'LEDGER_STYLE',
    tag: '办件',
    summary: '期限计算单的样式',
    responses: { 200: { description: '样式', type: 'text/css', schema: z.string() } },
    handle: async () => ({ status: 200, body: LEDGER_CSS, type: 'text/css; charset=utf-8' }),
  });

  return [ledger, page, style];
};
