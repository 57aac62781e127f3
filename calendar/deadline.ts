/** The end of a term, by prefix sums. One counting rule for start, pause and resume: a day counts when it is a working day
 *  (unit day and month: any day) and the clock was already running when the day began at 00:00. */
import { countedUnit, daysToCount, nthCounted, runFor } from './counting.ts';
import { dayOfRule } from './dated.ts';
import { type Day, dayOf, startOfDayMs, textOfDay } from './days.ts';
import { prolongingDays } from './prolong.ts';
import {
  clockStartOf,
  lastDayLengthOf,
  receiptDayOf,
  type Stage,
  type Stop,
  stagesOf,
  stoppedDaysOf,
  stopsOf,
  type Term,
} from './term.ts';
import { nearestWorking, type Outlook, type WorkCalendar } from './work-calendar.ts';

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

/** Where a term ends, by one table. `raw` is the last day before any move off a rest day; `consulted` the latest day whose
 *  being a working day or not decided the end. */
export type End = { dueAtMs: number; dueDay: Day; raw: Day; consulted: Day };

/** A stretch that ends with a day. */
export type DayStage = Stage & { kind: 'count' | 'date' };

/** A term made ready: stretches, stops and stopped days. */
export type Course = {
  stages: readonly Stage[];
  stops: readonly Stop[];
  stoppedDays: readonly Stop[];
  /** The start, and the instant from which a clock of hours and minutes runs. */
  startMs: number;
  clockStartMs: number;
  receiptDay: Day;
  startsOnWorkingDay: boolean;
  lastDayLength: number;
};

export const courseOf = (term: Term): Course => {
  const stops = stopsOf(term.pauses);
  return {
    stages: stagesOf(term),
    stops,
    stoppedDays: stoppedDaysOf(stops),
    startMs: term.startMs,
    clockStartMs: clockStartOf(term),
    receiptDay: receiptDayOf(term),
    startsOnWorkingDay: term.startsOnWorkingDay ?? false,
    lastDayLength: lastDayLengthOf(term),
  };
};

/** The day from which days are counted and which is itself not: of receipt, or the next working day where the item says so
 *  (R2). `consulted` as in `End`. */
export const startOf = (
  cal: WorkCalendar,
  outlook: Outlook,
  { stages, startMs, receiptDay, startsOnWorkingDay }: Course,
): { day: Day; consulted: Day } => {
  const isCounted = stages[0]?.kind === 'count';
  if (!isCounted || !startsOnWorkingDay)
    return { day: isCounted ? receiptDay : dayOf(startMs), consulted: Number.NEGATIVE_INFINITY };
  const day = nearestWorking(cal, receiptDay, 1, outlook);
  return { day, consulted: day };
};

/** The civil day from which a term is counted: of its start, or of the receipt where days are counted from that. */
export const startDayOf = (cal: WorkCalendar, term: Term): Day => startOf(cal, 'likely', courseOf(term)).day;

/** Whether the last day of a stage depends on which days are working, even before it is moved off a rest day. */
export const restsOnCalendar = (stage: DayStage): boolean =>
  stage.prolonged || (stage.kind === 'count' && stage.unit === 'working-day');

/** The first day of a stage after `day`. A fixed date may be the day on which the term itself starts, and is sought from the first
 *  day of its period where it belongs to one. */
export const firstDayOf = ({ startMs }: Course, stage: DayStage, index: number, day: Day): Day =>
  stage.kind === 'date' && index === 0 ? (stage.from ?? dayOf(startMs)) : day + 1;

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
  last: DayStage,
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

/** Where the walk through the stages stands: the day and instant reached; `consulted` as in `End`. */
export type Standing = { day: Day; atMs: number; consulted: Day };

/** The first day of the stretch in which holidays prolong a stage. By another table than the likely one it is where the stage
 *  begins at the other extreme: a later beginning leaves a part of a holiday out, so that a stage that begins later need not
 *  end later, and only so do the two ends hold between them what can come. */
const prolongedFrom = (cal: WorkCalendar, outlook: Outlook, course: Course, index: number): Day => {
  const stage = course.stages[index] as DayStage;
  const before = standingAfter(cal, BACKWARDS[outlook], course, index);
  return before === null ? Number.POSITIVE_INFINITY : firstDayOf(course, stage, index, before.day);
};

/** The last day of the stage that begins with `first`, before any move off a rest day; Infinity when the clock stands still
 *  before. A date that a document has set is not moved by a stop, and neither is what prolongs it. */
const lastDayOf = (cal: WorkCalendar, outlook: Outlook, course: Course, index: number, first: Day): Day => {
  const stage = course.stages[index] as DayStage;
  const stoppedDays = stage.kind === 'date' ? [] : course.stoppedDays;
  const last =
    stage.kind === 'date'
      ? dayOfRule(stage.rule, first)
      : nthCounted(cal, outlook, stoppedDays, countedUnit(stage), first - 1, daysToCount(stage, first - 1));
  if (!stage.prolonged || last === Number.POSITIVE_INFINITY) return last;
  const from = outlook === 'likely' ? first : prolongedFrom(cal, outlook, course, index);
  const more = prolongingDays(cal, outlook, stoppedDays, from, last).length;
  return more === 0 ? last : nthCounted(cal, outlook, stoppedDays, 'working-day', last, more);
};

/** How far the first `count` stages reach; null when the clock stands still before. */
export const standingAfter = (
  cal: WorkCalendar,
  outlook: Outlook,
  course: Course,
  count: number,
): Standing | null => {
  let { day, consulted } = startOf(cal, outlook, course);
  let atMs = course.clockStartMs;
  for (const [i, stage] of course.stages.slice(0, count).entries()) {
    if (stage.kind === 'clock') {
      atMs = runFor(course.stops, atMs, stage.ms);
      if (atMs === Number.POSITIVE_INFINITY) return null;
      day = dayOf(atMs - 1);
      continue;
    }
    day = lastDayOf(cal, outlook, course, i, firstDayOf(course, stage, i, day));
    if (day === Number.POSITIVE_INFINITY) return null;
    atMs = startOfDayMs(day + 1);
    if (restsOnCalendar(stage)) consulted = Math.max(consulted, day);
  }
  return { day, atMs, consulted };
};

/** Where the term ends by one of the calendar's tables; null while a pause that begins before the end is open. */
export const endOf = (cal: WorkCalendar, outlook: Outlook, course: Course): End | null => {
  const reached = standingAfter(cal, outlook, course, course.stages.length);
  if (reached === null) return null;
  const { day, atMs, consulted } = reached;
  const last = course.stages.at(-1)!;
  if (last.kind === 'clock') return { dueAtMs: atMs, dueDay: day, raw: day, consulted };
  const end = settle(cal, outlook, course, last, day);
  return end && { ...end, consulted: Math.max(end.consulted, consulted) };
};

/** The deadline of a term (R1–R5, R8–R12, R15); null while a pause that began before the end is open (for dated
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
