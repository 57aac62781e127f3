/** The end of a term, by prefix sums. One counting rule for start, pause and resume: a day counts when it is a working day
 *  (unit day and month: any day) and the clock was already running when the day began at 00:00. */
import { dayOfRule } from './dated.ts';
import { addMonths, type Day, dayOf, startOfDayMs, textOfDay } from './days.ts';
import {
  lastDayLengthOf,
  type Stage,
  type Stop,
  stagesOf,
  startDayOf,
  stoppedDaysOf,
  stopsOf,
  type Term,
} from './term.ts';
import {
  addWorkingDays,
  nearestWorking,
  type Outlook,
  type WorkCalendar,
  workingDaysBetween,
} from './work-calendar.ts';

export type Deadline = {
  /** Exclusive end in ms: for limits in days 24:00 of the due day, or the close of business. */
  dueAtMs: number;
  /** Last civil day of the term, 'YYYY-MM-DD'. */
  dueDay: string;
  /** The answer rests on a day that no published notice covers yet (R15). */
  provisional: boolean;
  /** What the end can turn out to be once the notice is published; both equal dueAtMs when not provisional. */
  earliestAtMs: number;
  latestAtMs: number;
};

/** Where a term ends, by one table. `raw` is the last counted day before any move off a rest day. */
export type End = { dueAtMs: number; dueDay: Day; raw: Day; consulted: Day };

/** A term made ready: stretches, stops and stopped days. */
export type Course = {
  stages: readonly Stage[];
  stops: readonly Stop[];
  stoppedDays: readonly Stop[];
  startMs: number;
  startDay: Day;
  lastDayLength: number;
};

export const courseOf = (term: Term): Course => {
  const stops = stopsOf(term.pauses);
  return {
    stages: stagesOf(term),
    stops,
    stoppedDays: stoppedDaysOf(stops),
    startMs: term.startMs,
    startDay: startDayOf(term),
    lastDayLength: lastDayLengthOf(term),
  };
};

/** The instant at which the clock has run for `ms` since `fromMs`, stops left out. Infinity when it stands still. */
export const runFor = (stops: readonly Stop[], fromMs: number, ms: number): number => {
  let end = fromMs + ms;
  for (const { from, to } of stops) {
    if (to <= fromMs) continue;
    if (from >= end) break;
    end += to - Math.max(from, fromMs);
  }
  return end;
};

/** Milliseconds the clock ran in [fromMs, toMs). */
export const ranBetween = (stops: readonly Stop[], fromMs: number, toMs: number): number => {
  let ran = Math.max(0, toMs - fromMs);
  for (const { from, to } of stops) ran -= Math.max(0, Math.min(to, toMs) - Math.max(from, fromMs));
  return ran;
};

/** Counted days in (a, b]. */
export const countedBetween = (
  cal: WorkCalendar,
  stoppedDays: readonly Stop[],
  unit: 'working-day' | 'day',
  a: Day,
  b: Day,
): number => {
  if (b <= a) return 0;
  const days = (x: Day, y: Day): number => (unit === 'day' ? y - x : workingDaysBetween(cal, x, y));
  let count = days(a, b);
  for (const { from, to } of stoppedDays) {
    const first = Math.max(from, a + 1);
    const end = Math.min(to, b + 1);
    if (end > first) count -= days(first - 1, end - 1);
  }
  return count;
};

/** The nth counted day after `after`; Infinity when the clock stands still before it. */
const nthCounted = (
  cal: WorkCalendar,
  outlook: Outlook,
  stoppedDays: readonly Stop[],
  unit: 'working-day' | 'day',
  after: Day,
  n: number,
): Day => {
  let from = after;
  let left = n;
  for (const stop of stoppedDays) {
    if (stop.to <= from + 1) continue;
    const day = unit === 'day' ? from + left : addWorkingDays(cal, from, left, outlook);
    if (day < stop.from) return day;
    if (stop.to === Number.POSITIVE_INFINITY) return stop.to;
    if (stop.from > from)
      left -= unit === 'day' ? stop.from - 1 - from : workingDaysBetween(cal, from, stop.from - 1, outlook);
    from = stop.to - 1;
  }
  return unit === 'day' ? from + left : addWorkingDays(cal, from, left, outlook);
};

/** Days to count for a stage that begins after `day`: months become the days up to the same day number (R9). */
export const daysToCount = (stage: Stage & { kind: 'count' }, day: Day): number =>
  stage.unit === 'month' ? addMonths(day, stage.amount) - day : stage.amount;

/** A move backwards ends the earlier the fewer days are working. */
const BACKWARDS: Readonly<Record<Outlook, Outlook>> = {
  likely: 'likely',
  earliest: 'latest',
  latest: 'earliest',
};

/** Turns the last counted day into the end: R8 and R9 move an end on a rest day to the next working day, R11 moves by its
 *  policy, a working-day limit needs none. A pause that begins on the last day before its end leaves that day
 *  unfinished: the term then ends with the day of resumption, or the next working day when that is a rest day (or when
 *  the office has closed by then). null while such a pause is open. */
export const settle = (
  cal: WorkCalendar,
  outlook: Outlook,
  course: Course,
  last: Stage & { kind: 'count' | 'date' },
  raw: Day,
): End | null => {
  let day = raw;
  let consulted = last.kind === 'count' ? raw : Number.NEGATIVE_INFINITY;
  const move = last.kind === 'count' ? 'next' : last.move;
  if (move !== 'none') {
    day =
      move === 'next'
        ? nearestWorking(cal, raw, 1, outlook)
        : nearestWorking(cal, raw, -1, BACKWARDS[outlook]);
    consulted = Math.max(raw, day);
  }
  let dueAtMs = startOfDayMs(day) + course.lastDayLength;
  for (const { from, to } of course.stops) {
    if (dueAtMs <= from) break;
    if (to === Number.POSITIVE_INFINITY) return null;
    if (last.kind === 'date' || dueAtMs > to) continue;
    const resumed = dayOf(to);
    const open = startOfDayMs(resumed) + course.lastDayLength > to ? resumed : resumed + 1;
    day = nearestWorking(cal, open, 1, outlook);
    consulted = day;
    dueAtMs = startOfDayMs(day) + course.lastDayLength;
  }
  return { dueAtMs, dueDay: day, raw, consulted };
};

/** Where the term ends by one of the calendar's tables; null while a pause that begins before the end is open. */
export const endOf = (cal: WorkCalendar, outlook: Outlook, course: Course): End | null => {
  let day = course.startDay;
  let atMs = course.startMs;
  let consulted = Number.NEGATIVE_INFINITY;
  const { stages, stops, stoppedDays } = course;
  for (const [i, stage] of stages.entries()) {
    if (stage.kind === 'clock') {
      atMs = runFor(stops, atMs, stage.ms);
      if (atMs === Number.POSITIVE_INFINITY) return null;
      day = dayOf(atMs - 1);
      continue;
    }
    if (stage.kind === 'count') {
      const unit = stage.unit === 'working-day' ? 'working-day' : 'day';
      day = nthCounted(cal, outlook, stoppedDays, unit, day, daysToCount(stage, day));
      if (day === Number.POSITIVE_INFINITY) return null;
      if (unit === 'working-day') consulted = day;
    } else day = dayOfRule(stage.rule, i === 0 ? dayOf(course.startMs) : day + 1);
    if (i < stages.length - 1) {
      atMs = startOfDayMs(day + 1);
      continue;
    }
    const end = settle(cal, outlook, course, stage, day);
    return end && { ...end, consulted: Math.max(end.consulted, consulted) };
  }
  return { dueAtMs: atMs, dueDay: day, raw: day, consulted };
};

/** The deadline of a term (R1, R3, R4, R5, R8–R11, R15); null while a pause that began before the end is open (for dated
 *  limits too, although a pause does not move a date that a document has set). RangeError when the term is malformed or
 *  the calendar does not reach far enough. */
export const deadlineOf = (cal: WorkCalendar, term: Term): Deadline | null => {
  const course = courseOf(term);
  const end = endOf(cal, 'likely', course);
  if (!end) return null;
  const { dueAtMs } = end;
  const provisional = end.consulted > cal.knownThrough;
  let earliestAtMs = dueAtMs;
  let latestAtMs = dueAtMs;
  if (provisional)
    for (const outlook of ['earliest', 'latest'] as const) {
      // No end by this table: the open pause came first, so a true end lies no later than its beginning.
      const other = endOf(cal, outlook, course)?.dueAtMs ?? course.stops.at(-1)!.from;
      earliestAtMs = Math.min(earliestAtMs, other);
      latestAtMs = Math.max(latestAtMs, other);
    }
  return { dueAtMs, dueDay: textOfDay(end.dueDay), provisional, earliestAtMs, latestAtMs };
};
