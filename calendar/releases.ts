/** Calendars as layers of published releases, and their composition into the compact form (R13, R14). */
import { packBits } from './bits.ts';
import { civilOf, type Day, dayFromText, isWeekend, textOfDay } from './days.ts';
import type { DayReasons } from './ledger.ts';
import { statutoryDaysOf } from './statutory.ts';
import { prospects } from './unknown-years.ts';
import type { CompactCalendar } from './work-calendar.ts';

/** A jurisdiction's or organ's calendar; each layer may switch a day of the layers above it either way. */
export type CalendarLayer = {
  id: string;
  name: string;
  level: 'nation' | 'province' | 'city' | 'organ';
  parentId: string | null;
};

export type Notice = { title: string; number?: string; publishedAt: string };

/** What one notice says. Inside the coverage the days it does not name are Monday to Friday working, weekends off; it may
 *  name days just outside (a New Year swap in the December before). */
export type Release = {
  calendarId: string;
  /** 1, 2, 3 … within its calendar, in the order of publication. */
  version: number;
  notice: Notice;
  coverage: { from: string; to: string };
  days: Record<string, { state: 'working' | 'off'; name: string }>;
};

/** The chain above a calendar, outermost first. RangeError for an unknown id or a circle. */
export const parentsOf = (layers: readonly CalendarLayer[], id: string): string[] => {
  const parentOf = (child: string): string | null => {
    const layer = layers.find((l) => l.id === child);
    if (!layer) throw new RangeError(`no such calendar: ${child}`);
    return layer.parentId;
  };
  const chain: string[] = [];
  for (let parent = parentOf(id); parent !== null; parent = parentOf(parent)) {
    if (chain.includes(parent)) throw new RangeError(`a circle of calendars above ${id}`);
    chain.unshift(parent);
  }
  return chain;
};

export type Selection = {
  calendarId: string;
  /** The chain above the calendar, outermost (national) first. */
  parents: readonly string[];
  /** Only releases published on or before this civil day; absent = all. */
  knownOn?: string;
};

/** The releases of a chain that were known, quietest first: upper layers before lower ones, older before newer. */
export const chainOf = (
  releases: readonly Release[],
  { calendarId, parents, knownOn }: Selection,
): Release[] =>
  [...parents, calendarId].flatMap((id) =>
    releases
      .filter((r) => r.calendarId === id && (knownOn === undefined || r.notice.publishedAt <= knownOn))
      .sort((a, b) =>
        a.notice.publishedAt === b.notice.publishedAt
          ? a.version - b.version
          : a.notice.publishedAt < b.notice.publishedAt
            ? -1
            : 1,
      ),
  );

/** Composes the compact calendar of a chain from `from` to `to`. Its version is the number of releases taken in. Only the
 *  outermost calendar's coverage makes a day known; days no notice covers are estimated (R15), except those that a
 *  release names outright. RangeError when an estimate is asked for a year without statutory data. */
export const composeCalendar = (
  releases: readonly Release[],
  selection: Selection & { from: string; to: string },
): CompactCalendar => {
  const { calendarId, parents, knownOn, from, to } = selection;
  const first = dayFromText(from);
  const last = dayFromText(to);
  if (last < first) throw new RangeError(`a calendar from ${from} to ${to} is empty`);
  const chain = chainOf(releases, selection);
  const root = parents[0] ?? calendarId;
  const coverage = chain
    .filter((r) => r.calendarId === root)
    .map((r) => [dayFromText(r.coverage.from), dayFromText(r.coverage.to)] as const);
  const covered = (day: Day): boolean => coverage.some(([a, b]) => a <= day && day <= b);
  const named = new Map<string, boolean>();
  for (const release of chain)
    for (const [date, { state }] of Object.entries(release.days)) named.set(date, state === 'working');
  const estimate = prospects(knownOn);
  const bits = { likely: [] as boolean[], earliest: [] as boolean[], latest: [] as boolean[] };
  let knownThrough = first - 1;
  for (let day = first; day <= last; day++) {
    const isCovered = covered(day);
    if (isCovered && knownThrough === day - 1) knownThrough = day;
    const said = named.get(textOfDay(day)) ?? (isCovered ? !isWeekend(day) : undefined);
    const prospect =
      said === undefined ? estimate(day, civilOf(day).year) : { likely: said, earliest: said, latest: said };
    bits.likely.push(prospect.likely);
    bits.earliest.push(prospect.earliest);
    bits.latest.push(prospect.latest);
  }
  return {
    id: calendarId,
    version: chain.length,
    firstDay: from,
    dayCount: last - first + 1,
    working: packBits(bits.likely),
    knownThrough: textOfDay(knownThrough),
    earliest: packBits(bits.earliest),
    latest: packBits(bits.latest),
  };
};

/** '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）'. */
export const citationOf = ({ title, number }: Notice): string => (number ? `${title}（${number}）` : title);

/** Name and notice of every day that a release of the chain names between two dates, as the loudest release has it; days
 *  that it names but that are what they would be without it (a weekend off) are included. Statutory days of uncovered
 *  years carry their festival's name and the Measures. For the reasons of a ledger. */
export const dayReasons = (
  releases: readonly Release[],
  selection: Selection & { from: string; to: string },
): DayReasons => {
  const { from, to, knownOn } = selection;
  const reasons: Record<string, { name: string; notice: string }> = {};
  const chain = chainOf(releases, selection);
  const root = selection.parents[0] ?? selection.calendarId;
  const covered = (date: string): boolean =>
    chain.some((r) => r.calendarId === root && r.coverage.from <= date && date <= r.coverage.to);
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (covered(`${year}-01-01`) && covered(`${year}-12-31`)) continue;
    for (const [day, name] of statutoryDaysOf(year, knownOn)) {
      const date = textOfDay(day);
      if (from <= date && date <= to && !covered(date))
        reasons[date] = { name, notice: '全国年节及纪念日放假办法' };
    }
  }
  for (const release of chain)
    for (const [date, { name }] of Object.entries(release.days))
      if (from <= date && date <= to) reasons[date] = { name, notice: citationOf(release.notice) };
  return reasons;
};
