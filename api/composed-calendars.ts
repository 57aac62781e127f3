import type { CompactCalendar } from '../calendar/index.ts';
import {
  type CalendarLayer,
  composeCalendar,
  dayReasons,
  parentsOf,
  type Release,
} from '../calendar/tables.ts';
import type { CalendarRef } from '../cases/index.ts';
import type { Calendars } from './calendars.ts';

/** First and last civil day of the calendars. */
export type Span = { from: string; to: string };

/** What has been published: all layers, and all releases in the order in which they took effect. */
export type Published = { layers: readonly CalendarLayer[]; releases: readonly Release[] };

type Composed = Omit<Calendars, 'refresh'>;

/** Of a release, what moves no clock: closures on which limits run are told of at once, whatever version a clock goes by. */
const onlyTold = (release: Release): Release => ({
  ...release,
  days: {},
  closures: (release.closures ?? []).filter(({ effect }) => effect === 'runs'),
  officeHours: [],
});

/**
 * Calendars composed when first asked for. Version n of a calendar is the first n releases of its chain in the order in which they
 * took effect, so that a version always means the same days, whatever is released later with whatever date of publication.
 */
export const composedCalendars = ({ layers, releases }: Published, { from, to }: Span): Composed => {
  const made = new Map<string, CompactCalendar>();
  const chains = new Map<string, { calendarId: string; parents: string[] }>();

  const chainIds = (calendarId: string) => {
    const known = chains.get(calendarId);
    if (known !== undefined) return known;
    const chain = { calendarId, parents: parentsOf(layers, calendarId) };
    chains.set(calendarId, chain);
    return chain;
  };
  const chainOf = (calendarId: string): Release[] => {
    const { parents } = chainIds(calendarId);
    return releases.filter(
      (release) => release.calendarId === calendarId || parents.includes(release.calendarId),
    );
  };
  const takenIn = ({ id, version }: CalendarRef): Release[] => {
    const chain = chainOf(id);
    if (!Number.isInteger(version) || version < 1 || version > chain.length)
      throw new RangeError(`no version ${version} of calendar ${id}`);
    return chain.slice(0, version);
  };
  const compose = (ref: CalendarRef): CompactCalendar => {
    const key = `${ref.id}@${ref.version}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const calendar = composeCalendar(takenIn(ref), { ...chainIds(ref.id), from, to });
    made.set(key, calendar);
    return calendar;
  };

  return {
    current: (calendarId) => compose({ id: calendarId, version: chainOf(calendarId).length }),
    at: compose,
    reasons: (ref, first, last) =>
      dayReasons([...takenIn(ref), ...chainOf(ref.id).slice(ref.version).map(onlyTold)], {
        ...chainIds(ref.id),
        from: first,
        to: last,
      }),
    layers: () => layers,
    releases: () => releases,
    foreseen: (release) => {
      const below = layers.filter(
        ({ id }) => id === release.calendarId || chainIds(id).parents.includes(release.calendarId),
      );
      return new Map(
        below.map(({ id }) => [
          id,
          composeCalendar([...chainOf(id), release], { ...chainIds(id), from, to }),
        ]),
      );
    },
  };
};
