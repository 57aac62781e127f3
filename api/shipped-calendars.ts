import { calendars as shippedLayers, releases as shippedReleases } from '../calendar/tables.ts';
import type { Calendars } from './calendars.ts';
import { composedCalendars, type Span } from './composed-calendars.ts';

export type { Span } from './composed-calendars.ts';

/** The calendars that ship with the program, in the order in which their notices were published; nothing is added to them. */
export const shippedCalendars = (span: Span): Calendars => {
  const outer = (id: string): number => shippedLayers.findIndex((layer) => layer.id === id);
  const releases = shippedReleases.toSorted(
    (a, b) =>
      a.notice.publishedAt.localeCompare(b.notice.publishedAt) ||
      outer(a.calendarId) - outer(b.calendarId) ||
      a.version - b.version,
  );
  return { ...composedCalendars({ layers: shippedLayers, releases }, span), refresh: async () => undefined };
};
