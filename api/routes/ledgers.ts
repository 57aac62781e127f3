import type { Request } from 'express';
import { z } from 'zod';
import { dayFromText, isoOf, type Ledger, ledgerOf, textOfDay } from '../../calendar/index.ts';
import type { Clock } from '../../cases/index.ts';
import { calendarOf, findCase, type SeenCase, toldOf } from '../case-reader.ts';
import { actsOnClock } from '../clock-history.ts';
import type { Desk } from '../deps.ts';
import { documentsOfLimits } from '../documents.ts';
import { titleOfClock } from '../present/clock.ts';
import { type ClockChanges, presentChanges } from '../present/clock-changes.ts';
import { withInstants } from '../present/instants.ts';
import { LEDGER_CSS, ledgerPage } from '../present/ledger-page.ts';
import { presentLimit } from '../present/limit.ts';
import { presentRange } from '../present/range.ts';
import { caseNotFound, isProblem, type Problem, problem } from '../problems/problem.ts';
import { type Answer, ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { closureEffect } from '../schemas/calendar.ts';
import { limitSchema } from '../schemas/case.ts';
import { coded } from '../schemas/coded.ts';
import { actOfEventSchema, isoDate, isoInstant, rangeSchema } from '../schemas/common.ts';
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
        kind: coded('dayStates'),
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
    pauses: z.array(
      z.strictObject({
        fromAt: isoInstant(),
        toAt: isoInstant().nullable().meta({ description: 'null：中止中' }),
        ground: z.string(),
        resumesAt: isoInstant().nullable().meta({ description: '中止有最长期限的，至迟于此时恢复计算' }),
        ...actOfEventSchema,
      }),
    ),
    extensions: z.array(
      z.strictObject({
        grantedAt: isoInstant().meta({ description: '何时作出' }),
        amount: z.number().nullable(),
        unit: limitSchema.shape.unit,
        ...actOfEventSchema,
      }),
    ),
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
  const changesOf = async ({ state, reader }: SeenCase, clock: Clock): Promise<ClockChanges> => {
    const events = await desk.store.record.eventsRecorded(state.no);
    const acts = actsOnClock(
      events.map(({ event }) => event),
      clock.id,
    );
    return presentChanges(acts, await toldOf(desk, reader, [...acts.pauses, ...acts.extensions]));
  };
  const asJson = async (found: SeenCase, clock: Clock): Promise<Answer> => {
    const { rule, rows, dueDay, dueAtMs, provisional } = workingOf(desk, clock);
    return ok({
      clock: clock.id,
      limit: presentLimit(clock.limit, await documentsOfLimits(desk, [clock.limit])),
      rule,
      calendar: clock.calendar,
      days: rows,
      dueDate: dueDay,
      dueAt: dueAtMs === null ? null : isoOf(dueAtMs),
      ...presentRange({ ...clock, provisional }),
      ...(withInstants(await changesOf(found, clock)) as object),
    });
  };
  const asPage = async (found: SeenCase, clock: Clock): Promise<Answer> => {
    const { state, procedure } = found;
    const changes = await changesOf(found, clock);
    const acted = [...changes.pauses, ...changes.extensions].flatMap(({ by }) =>
      by === 'system' ? [] : [by.department],
    );
    const departments = await desk.store.people.departments(acted);
    const body = ledgerPage({
      no: state.no,
      procedure: procedure.title,
      stage: titleOfClock(procedure, clock),
      clock,
      documents: await documentsOfLimits(desk, [clock.limit]),
      changes,
      departments: new Map([...departments].map(([id, { title }]) => [id, title])),
      ledger: workingOf(desk, clock),
      calendarName:
        desk.calendars.layers().find(({ id }) => id === clock.calendar.id)?.name ?? clock.calendar.id,
      printedAtMs: desk.clock.nowMs(),
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
      return prefersPage(req) ? asPage(seen.found, seen.clock) : asJson(seen.found, seen.clock);
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
