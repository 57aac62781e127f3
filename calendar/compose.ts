/** What the releases of a chain say of each day, as a compact calendar and as the reasons of a ledger. */
import { packBits } from './bits.ts';
import { civilOf, type Day, dayFromText, isWeekend, textOfDay } from './days.ts';
import type { DayReason, DayReasons } from './ledger-rows.ts';
import { type HoursInForce, hoursOn } from './office-hours.ts';
import { chainOf, citationOf, type Release, type Selection } from './releases.ts';
import { statutoryDaysOf } from './statutory.ts';
import { prospects } from './unknown-years.ts';
import type { CompactCalendar } from './work-calendar.ts';

/** Every date between two, both included. */
const datesBetween = (from: string, to: string): string[] => {
  const first = dayFromText(from);
  return Array.from({ length: dayFromText(to) - first + 1 }, (_, i) => textOfDay(first + i));
};

type Said = DayReason & { state?: 'working' | 'off' };

/** What the releases of a chain say of the days they name or close, as the loudest has it. A closure on which the limit runs
 *  is told beside what the day is, and takes nothing back that another closure has ordered. */
const saidIn = (chain: readonly Release[]): Map<string, Said> => {
  const said = new Map<string, Said>();
  for (const { days, closures = [], notice } of chain) {
    const cited = citationOf(notice);
    for (const [date, { state, name }] of Object.entries(days))
      said.set(date, { state, name, notice: cited });
    for (const { from, to, effect, reason } of closures)
      for (const date of datesBetween(from, to)) {
        const before = said.get(date);
        const closed = { effect, reason, notice: cited };
        if (effect !== 'runs') said.set(date, { ...before, state: 'off', closed });
        else if (before?.closed === undefined) said.set(date, { ...before, closed });
      }
  }
  return said;
};

/** The releases whose coverage says that the days of it are known. */
const schedulesOf = (chain: readonly Release[], root: string): Release[] =>
  chain.filter(({ calendarId, days }) => calendarId === root && Object.keys(days).length > 0);

/** Dates in order as spans of days that follow each other. */
const spansOf = (dates: readonly string[]): { from: string; to: string }[] => {
  const spans: { from: string; to: string }[] = [];
  for (const date of dates) {
    const last = spans.at(-1);
    if (last !== undefined && dayFromText(last.to) + 1 === dayFromText(date)) last.to = date;
    else spans.push({ from: date, to: date });
  }
  return spans;
};

/** The office hours of a chain that are in force between two dates, the quietest first. */
const hoursOf = (
  chain: readonly Release[],
  from: string,
  to: string,
): (HoursInForce & { name: string; notice: string })[] =>
  chain
    .filter(({ coverage }) => coverage.from <= to && from <= coverage.to)
    .flatMap(({ coverage, officeHours = [], notice }) =>
      officeHours.map((hours) => ({ ...coverage, ...hours, notice: citationOf(notice) })),
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
  const coverage = schedulesOf(chain, root).map(
    (r) => [dayFromText(r.coverage.from), dayFromText(r.coverage.to)] as const,
  );
  const covered = (day: Day): boolean => coverage.some(([a, b]) => a <= day && day <= b);
  const named = saidIn(chain);
  const estimate = prospects(knownOn);
  const bits = { likely: [] as boolean[], earliest: [] as boolean[], latest: [] as boolean[] };
  let knownThrough = first - 1;
  for (let day = first; day <= last; day++) {
    const isCovered = covered(day);
    if (isCovered && knownThrough === day - 1) knownThrough = day;
    const state = named.get(textOfDay(day))?.state;
    const said = state === undefined ? (isCovered ? !isWeekend(day) : undefined) : state === 'working';
    const prospect =
      said === undefined ? estimate(day, civilOf(day).year) : { likely: said, earliest: said, latest: said };
    bits.likely.push(prospect.likely);
    bits.earliest.push(prospect.earliest);
    bits.latest.push(prospect.latest);
  }
  const excluded = [...named].flatMap(([date, { closed }]) =>
    closed?.effect === 'excluded' && from <= date && date <= to ? [date] : [],
  );
  const officeHours = hoursOf(chain, from, to).map(
    ({ name: _name, notice: _notice, ...hours }): HoursInForce => hours,
  );
  return {
    id: calendarId,
    version: chain.length,
    firstDay: from,
    dayCount: last - first + 1,
    working: packBits(bits.likely),
    knownThrough: textOfDay(knownThrough),
    earliest: packBits(bits.earliest),
    latest: packBits(bits.latest),
    ...(excluded.length === 0 ? {} : { excluded: spansOf(excluded.sort()) }),
    ...(officeHours.length === 0 ? {} : { officeHours }),
  };
};

/** What is said of every day that a release of the chain names or closes between two dates, as the loudest release has it;
 *  days that it names but that are what they would be without it (a weekend off) are included. Statutory days of uncovered
 *  years carry their festival's name and the Measures; every day for which there are office hours carries theirs. For the
 *  reasons of a ledger. */
export const dayReasons = (
  releases: readonly Release[],
  selection: Selection & { from: string; to: string },
): DayReasons => {
  const { from, to, knownOn } = selection;
  const reasons: Record<string, DayReason> = {};
  const chain = chainOf(releases, selection);
  const root = selection.parents[0] ?? selection.calendarId;
  const covered = (date: string): boolean =>
    schedulesOf(chain, root).some(({ coverage }) => coverage.from <= date && date <= coverage.to);
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (covered(`${year}-01-01`) && covered(`${year}-12-31`)) continue;
    for (const [day, name] of statutoryDaysOf(year, knownOn)) {
      const date = textOfDay(day);
      if (from <= date && date <= to && !covered(date))
        reasons[date] = { name, notice: '全国年节及纪念日放假办法' };
    }
  }
  for (const [date, { state: _state, ...reason }] of saidIn(chain))
    if (from <= date && date <= to) reasons[date] = { ...reasons[date], ...reason };
  const hours = hoursOf(chain, from, to);
  if (hours.length > 0)
    for (const date of datesBetween(from, to)) {
      const inForce = hoursOn(hours, date);
      if (inForce !== null)
        reasons[date] = { ...reasons[date], hours: { name: inForce.name, notice: inForce.notice } };
    }
  return reasons;
};
