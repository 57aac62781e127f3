import type { CompactCalendar } from '../calendar/index.ts';
import {
  chainOf,
  composeCalendar,
  dayReasons,
  parentsOf,
  calendars as shippedLayers,
  releases as shippedReleases,
} from '../calendar/tables.ts';
import type { CalendarRef } from '../cases/index.ts';
import type { Calendars } from './calendars.ts';

/** First and last civil day of the calendars. */
export type Span = { from: string; to: string };

/**
 * The calendars that ship with the program, composed when first asked for. An older version is what was known on the day
 * on which its last release was published. RangeError for a calendar or version that never was.
 */
export const shippedCalendars = ({ from, to }: Span): Calendars => {
  const made = new Map<string, CompactCalendar>();
  const selection = (calendarId: string, knownOn?: string) => ({
    calendarId,
    parents: parentsOf(shippedLayers, calendarId),
    ...(knownOn === undefined ? {} : { knownOn }),
  });

  const compose = (calendarId: string, knownOn?: string): CompactCalendar => {
    const key = `${calendarId} ${knownOn ?? ''}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const calendar = composeCalendar(shippedReleases, { ...selection(calendarId, knownOn), from, to });
    made.set(key, calendar);
    return calendar;
  };

  /** The day on which the calendar came to have so many releases; undefined: the newest version. */
  const knownOnOf = ({ id, version }: CalendarRef): string | undefined => {
    const chain = chainOf(shippedReleases, selection(id));
    if (version === chain.length) return undefined;
    const days = chain.map(({ notice }) => notice.publishedAt).sort();
    const day = days[version - 1];
    if (day === undefined || days[version] === day)
      throw new RangeError(`no version ${version} of calendar ${id}`);
    return day;
  };

  return {
    current: (calendarId) => compose(calendarId),
    at: (ref) => compose(ref.id, knownOnOf(ref)),
    reasons: (ref, first, last) =>
      dayReasons(shippedReleases, { ...selection(ref.id, knownOnOf(ref)), from: first, to: last }),
  };
};
