import type { Logger } from 'pino';
import { type Release, calendars as shippedLayers, releases as shippedReleases } from '../calendar/tables.ts';
import type { Store, StoredRelease } from '../store/index.ts';
import type { Calendars } from './calendars.ts';
import { composedCalendars, type Published, type Span } from './composed-calendars.ts';

export type PublishedCalendars = Calendars & {
  /** Looks no more for what other processes release. */
  stop(): void;
};

/** Puts the calendars that ship with the program into the database where they are missing. May be repeated, by any number at once. */
export const ensureShippedCalendars = (store: Pick<Store, 'calendars'>): Promise<number> =>
  store.calendars.ensureShipped({ layers: shippedLayers, releases: shippedReleases });

const LOOK_EVERY_MS = 1_000;
/** Longer than any other process needs to hear of a release: nobody is handed a version that he cannot look up. */
const IN_FORCE_AFTER_MS = 1_500;

/**
 * The calendars of the database, held in memory. What another process releases can be looked up within a second, and is the current
 * version here somewhat later. A version is the same days in every process.
 */
export const publishedCalendars = async ({
  store,
  span,
  logger,
}: {
  store: Pick<Store, 'calendars'>;
  span: Span;
  logger: Pick<Logger, 'warn'>;
}): Promise<PublishedCalendars> => {
  let size = -1;
  let known = composedCalendars({ layers: [], releases: [] }, span);
  let inForce = known;
  let sizeInForce = 0;

  const load = async (): Promise<void> => {
    const [layers, released] = await Promise.all([store.calendars.layers(), store.calendars.released()]);
    const newSize = layers.length + released.length;
    if (newSize <= size) return;
    const isFirst = size < 0;
    const published: Published = { layers, releases: released.map(asRelease) };
    const newest = composedCalendars(published, span);
    known = newest;
    size = newSize;
    if (isFirst) inForce = newest;
    else
      setTimeout(() => {
        if (newSize > sizeInForce) [inForce, sizeInForce] = [newest, newSize];
      }, IN_FORCE_AFTER_MS).unref();
  };
  const look = async (): Promise<void> => {
    if ((await store.calendars.size()) !== size) await load();
  };
  await load();
  const looking = setInterval(() => {
    look().catch((error: unknown) => logger.warn({ err: error }, 'calendars not looked at for now'));
  }, LOOK_EVERY_MS);
  looking.unref();

  return {
    current: (calendarId) => inForce.current(calendarId),
    at: (ref) => known.at(ref),
    reasons: (ref, from, to) => known.reasons(ref, from, to),
    layers: () => inForce.layers(),
    releases: () => known.releases(),
    foreseen: (release) => known.foreseen(release),
    refresh: load,
    stop: () => clearInterval(looking),
  };
};

const asRelease = ({ version, ...release }: StoredRelease): Release => {
  const { calendarId, notice, coverage, days, closures, officeHours } = release;
  return { calendarId, version: version ?? 0, notice, coverage, days, closures, officeHours };
};
