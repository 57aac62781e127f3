import { z } from 'zod';
import {
  type DayReason,
  dayFromText,
  dayOf,
  isWorking,
  kindOf,
  officeHoursOf,
  openCalendar,
  textOfDay,
  type WorkCalendar,
  weekdayOf,
} from '../../calendar/index.ts';
import type { CalendarLayer } from '../../calendar/tables.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { peopleOfReleases, presentHours, presentRelease } from '../present/calendar-release.ts';
import { malformed, notFound } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { calendarIdParam, calendarYearSchema, layerSchema, releaseSchema } from '../schemas/calendar.ts';
import { listOf, pageQuery } from '../schemas/common.ts';

/** Years ahead that a reader may want to know about. */
const YEARS_AHEAD = 2;

/** Years, from that of `nowMs`, of which some day is not covered by a notice yet. */
const unknownYears = (calendar: WorkCalendar, nowMs: number): number[] => {
  const thisYear = Number(textOfDay(dayOf(nowMs)).slice(0, 4));
  return Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => thisYear + i).filter(
    (year) => dayFromText(`${year}-12-31`) > calendar.knownThrough,
  );
};

const presentLayer = ({ calendars, clock }: Desk, layer: CalendarLayer) => {
  const { id, name, level, parentId, department = null } = layer;
  const calendar = openCalendar(calendars.current(id));
  const isKnown = calendar.knownThrough >= calendar.firstDay;
  return {
    ...{ id, name, level, parent: parentId, department },
    version: calendar.version,
    releases: calendars.releases().filter(({ calendarId }) => calendarId === id).length,
    coverage: isKnown ? { from: calendar.compact.firstDay, to: textOfDay(calendar.knownThrough) } : null,
    unknownYears: unknownYears(calendar, clock.nowMs()),
  };
};

const hoursOf = (calendar: WorkCalendar, day: number, by: DayReason['hours']) => {
  const hours = officeHoursOf(calendar, day);
  return hours === null || by === undefined ? null : { ...by, ...presentHours(hours) };
};

/** Calendars as they are published: layers, days and releases. */
export const calendarRoutes = (desk: Desk): Route[] => {
  const { store, calendars, clock } = desk;
  const layerOf = (id: string): CalendarLayer | undefined =>
    calendars.layers().find((layer) => layer.id === id);

  const layers = route({
    method: 'get',
    path: '/api/v1/calendars',
    access: 'calendar:read',
    audit: 'LIST_CALENDARS',
    tag: '日历',
    summary: '工作日历及其上下级',
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '日历', schema: listOf(layerSchema) } },
    async handle({ query, req }) {
      const all = { list: 'calendars', items: calendars.layers(), idOf: ({ id }: { id: string }) => id };
      return shortListAnswer(req, query, all, (layer) => presentLayer(desk, layer));
    },
  });

  const year = route({
    method: 'get',
    path: '/api/v1/calendars/{id}',
    access: 'calendar:read',
    audit: 'READ_CALENDAR',
    tag: '日历',
    summary: '一年中每一天是工作日、休息日还是尚未公布，及其依据',
    params: calendarIdParam,
    query: z.strictObject({
      year: z
        .string()
        .regex(/^\d{4}$/, '应为四位年份')
        .transform(Number)
        .optional()
        .meta({ type: 'integer', example: 2027, description: '缺省为今年' }),
    }),
    responses: { 200: { description: '一年的日子', schema: calendarYearSchema } },
    async handle({ params: { id }, query }) {
      const layer = layerOf(id);
      if (layer === undefined) return notFound();
      const asked = query.year ?? Number(textOfDay(dayOf(clock.nowMs())).slice(0, 4));
      const calendar = openCalendar(calendars.current(id));
      const [first, last] = [dayFromText(`${asked}-01-01`), dayFromText(`${asked}-12-31`)];
      if (first < calendar.firstDay || last > calendar.lastDay) {
        const span = `${calendar.compact.firstDay.slice(0, 4)} 至 ${textOfDay(calendar.lastDay).slice(0, 4)}`;
        return malformed([{ pointer: '/year', message: `应在 ${span} 之间` }]);
      }
      const ref = { id, version: calendar.version };
      const reasons = calendars.reasons(ref, textOfDay(first), textOfDay(last));
      const days = Array.from({ length: last - first + 1 }, (_, i) => first + i).map((day) => {
        const date = textOfDay(day);
        return {
          date,
          weekday: weekdayOf(day),
          state: kindOf(calendar, day),
          expected: isWorking(calendar, day) ? ('working' as const) : ('off' as const),
          name: reasons[date]?.name ?? null,
          notice: reasons[date]?.notice ?? null,
          closure: reasons[date]?.closed ?? null,
          hours: hoursOf(calendar, day, reasons[date]?.hours),
        };
      });
      return ok({ id, name: layer.name, version: calendar.version, year: asked, days });
    },
  });

  const releases = route({
    method: 'get',
    path: '/api/v1/calendars/{id}/releases',
    access: 'calendar:read',
    audit: 'LIST_CALENDAR_RELEASES',
    tag: '日历',
    summary: '一个日历已发布的通知，新的在前',
    params: calendarIdParam,
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '已发布的通知', schema: listOf(releaseSchema) } },
    async handle({ params: { id }, query, req }) {
      if (layerOf(id) === undefined) return notFound();
      const own = (await store.calendars.released()).filter(({ calendarId }) => calendarId === id);
      const names = await store.people.names(peopleOfReleases(own));
      const newestFirst = ({ version }: (typeof own)[number]) => String(1_000_000 - (version ?? 0));
      const releases = { list: 'calendar-releases', items: own, idOf: newestFirst };
      return shortListAnswer(req, query, releases, (release) => presentRelease(release, names));
    },
  });

  return [layers, year, releases];
};
