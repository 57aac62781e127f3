/** A calendar of working days, opened from its compact form into prefix-sum tables: every question below is one or two
 *  array look-ups, whatever the distance. */
import { packBits, unpackBits } from './bits.ts';
import { type Day, dayFromText, textOfDay } from './days.ts';
import type { HoursInForce } from './office-hours.ts';
import { holds, mergedStops, type Stop } from './term.ts';

/** Plain JSON, a few hundred bytes for about four years; what a workflow is given. */
export type CompactCalendar = {
  id: string;
  /** Number of releases of the calendar's chain that were taken in; grows with every release. */
  version: number;
  /** First civil day of the bitmaps, 'YYYY-MM-DD'. */
  firstDay: string;
  dayCount: number;
  /** base64 bitmap of likely working days: bit i = firstDay + i. */
  working: string;
  /** Last civil day that a published notice covers, contiguous from firstDay; later days are 'unknown'. */
  knownThrough: string;
  /** base64 bitmap: the most days that can turn out to be working. Equal to `working` up to knownThrough. */
  earliest: string;
  /** base64 bitmap: the fewest days that can turn out to be working. Equal to `working` up to knownThrough. */
  latest: string;
  /** Spans of civil days that a closure excludes from every limit in days, both ends included; absent = none. They are not
   *  working days either. */
  excluded?: { from: string; to: string }[];
  /** Office hours, the quietest first; absent = none known. */
  officeHours?: HoursInForce[];
};

/** ord[i] = working days before firstDay + i; nth[k] = index of the working day number k, from 0. */
export type WorkTable = { readonly ord: Uint16Array; readonly nth: Uint16Array };

export type WorkCalendar = {
  readonly compact: CompactCalendar;
  readonly id: string;
  readonly version: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly knownThrough: Day;
  readonly likely: WorkTable;
  readonly earliest: WorkTable;
  readonly latest: WorkTable;
  readonly excluded: readonly Stop[];
  readonly officeHours: readonly HoursInForce[];
};

export type DayKind = 'working' | 'off' | 'unknown';
/** Which of the three tables of a calendar is asked. */
export type Outlook = 'likely' | 'earliest' | 'latest';

const tableOf = (bitmap: string, dayCount: number): WorkTable => {
  const bits = unpackBits(bitmap, dayCount);
  const ord = new Uint16Array(dayCount + 1);
  const nth: number[] = [];
  bits.forEach((on, i) => {
    if (on) nth.push(i);
    ord[i + 1] = nth.length;
  });
  return { ord, nth: Uint16Array.from(nth) };
};

const open = (compact: CompactCalendar): WorkCalendar => {
  const { dayCount } = compact;
  if (!Number.isInteger(dayCount) || dayCount < 1 || dayCount > 65_535)
    throw new RangeError(`a calendar holds 1 to 65535 days, not ${dayCount}`);
  const firstDay = dayFromText(compact.firstDay);
  const likely = tableOf(compact.working, dayCount);
  // One table serves for all three while nothing is unknown.
  const other = (bitmap: string): WorkTable =>
    bitmap === compact.working ? likely : tableOf(bitmap, dayCount);
  return Object.freeze({
    compact,
    id: compact.id,
    version: compact.version,
    firstDay,
    lastDay: firstDay + dayCount - 1,
    knownThrough: dayFromText(compact.knownThrough),
    likely,
    earliest: other(compact.earliest),
    latest: other(compact.latest),
    excluded: mergedStops(
      (compact.excluded ?? []).map(({ from, to }) => ({ from: dayFromText(from), to: dayFromText(to) + 1 })),
    ),
    officeHours: compact.officeHours ?? [],
  });
};

const OPENED_AT_MOST = 64;
const opened = new Map<string, WorkCalendar>();
/** The same object is known again without looking at what it holds. */
const openedAs = new WeakMap<CompactCalendar, WorkCalendar>();

/** Opens a compact calendar; the same content is opened once. RangeError when the text is not a calendar. */
export const openCalendar = (compact: CompactCalendar): WorkCalendar => {
  const same = openedAs.get(compact);
  if (same !== undefined) return same;
  const calendar = openedByContent(compact);
  openedAs.set(compact, calendar);
  return calendar;
};

const openedByContent = (compact: CompactCalendar): WorkCalendar => {
  const { id, version, firstDay, dayCount, working, knownThrough, earliest, latest } = compact;
  const { excluded, officeHours } = compact;
  const own: CompactCalendar = {
    ...{ id, version, firstDay, dayCount, working, knownThrough, earliest, latest },
    ...(excluded === undefined ? {} : { excluded }),
    ...(officeHours === undefined ? {} : { officeHours }),
  };
  const key = JSON.stringify(own);
  const known = opened.get(key);
  if (known) return known;
  const calendar = open(own);
  if (opened.size >= OPENED_AT_MOST)
    for (const oldest of [...opened.keys()].slice(0, 1)) opened.delete(oldest);
  opened.set(key, calendar);
  return calendar;
};

const outside = (cal: WorkCalendar, what: string): RangeError =>
  new RangeError(
    `calendar ${cal.id} version ${cal.version} holds ${cal.compact.firstDay} to ${textOfDay(cal.lastDay)}, ${what}`,
  );

/** Index of a day in the tables, from 0; dayCount stands for the day after the last one. */
const indexOf = (cal: WorkCalendar, day: Day, mayBeEnd = false): number => {
  const index = day - cal.firstDay;
  if (!(index >= 0 && index <= cal.compact.dayCount - (mayBeEnd ? 0 : 1)))
    throw outside(cal, `not ${Number.isInteger(day) ? textOfDay(day) : day}`);
  return index;
};

/** Whether a day is (likely) a working day. RangeError outside the calendar. */
export const isWorking = (cal: WorkCalendar, day: Day, outlook: Outlook = 'likely'): boolean => {
  const index = indexOf(cal, day);
  const { ord } = cal[outlook];
  return ord[index + 1]! > ord[index]!;
};

/** Whether a closure excludes a day from every limit in days (期间不计). */
export const isExcluded = (cal: WorkCalendar, day: Day): boolean => holds(cal.excluded, day);

/** Three states of a day (R15): 'unknown' after the last day that a published notice covers. */
export const kindOf = (cal: WorkCalendar, day: Day): DayKind => {
  const working = isWorking(cal, day);
  if (day > cal.knownThrough) return 'unknown';
  return working ? 'working' : 'off';
};

/** Working days in (a, b]; negative when b is before a. */
export const workingDaysBetween = (
  cal: WorkCalendar,
  aExclusive: Day,
  bInclusive: Day,
  outlook: Outlook = 'likely',
): number => {
  const { ord } = cal[outlook];
  return ord[indexOf(cal, bInclusive + 1, true)]! - ord[indexOf(cal, aExclusive + 1, true)]!;
};

/** The nth working day after `day` (R1: the day itself is not counted); n < 0: the nth before it; n = 0: the day itself,
 *  whatever it is. RangeError when the calendar ends before. */
export const addWorkingDays = (cal: WorkCalendar, day: Day, n: number, outlook: Outlook = 'likely'): Day => {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  if (n === 0) return day;
  const { ord, nth } = cal[outlook];
  const rank = n > 0 ? ord[indexOf(cal, day + 1, true)]! + n - 1 : ord[indexOf(cal, day, true)]! + n;
  const index = rank < 0 ? undefined : nth[rank];
  if (index === undefined) throw outside(cal, `not ${n} working days from ${textOfDay(day)}`);
  return cal.firstDay + index;
};

/** The day itself when it is a working day, else the first one after (+1) or before it (-1). */
export const nearestWorking = (
  cal: WorkCalendar,
  day: Day,
  step: 1 | -1,
  outlook: Outlook = 'likely',
): Day => (isWorking(cal, day, outlook) ? day : addWorkingDays(cal, day, step, outlook));

/** The same calendar between two dates, both included; RangeError when it does not hold them. */
export const sliceOf = (compact: CompactCalendar, from: string, to: string): CompactCalendar => {
  const cal = openCalendar(compact);
  const first = indexOf(cal, dayFromText(from));
  const end = indexOf(cal, dayFromText(to)) + 1;
  if (end <= first) throw new RangeError(`a slice from ${from} to ${to} is empty`);
  const cut = (bitmap: string): string => packBits(unpackBits(bitmap, compact.dayCount).slice(first, end));
  const known = Math.max(cal.firstDay + first - 1, Math.min(cal.knownThrough, cal.firstDay + end - 1));
  return {
    id: compact.id,
    version: compact.version,
    firstDay: from,
    dayCount: end - first,
    working: cut(compact.working),
    knownThrough: textOfDay(known),
    earliest: cut(compact.earliest),
    latest: cut(compact.latest),
    ...withinSpan(compact, from, to),
  };
};

/** Of what a calendar says beside its bitmaps, that which lies between two dates. */
const withinSpan = (
  { excluded = [], officeHours = [] }: CompactCalendar,
  from: string,
  to: string,
): Pick<CompactCalendar, 'excluded' | 'officeHours'> => {
  const spans = excluded
    .filter((span) => span.from <= to && from <= span.to)
    .map((span) => ({ from: span.from < from ? from : span.from, to: span.to > to ? to : span.to }));
  const hours = officeHours.filter((each) => each.from <= to && from <= each.to);
  return {
    ...(spans.length === 0 ? {} : { excluded: spans }),
    ...(hours.length === 0 ? {} : { officeHours: hours }),
  };
};
