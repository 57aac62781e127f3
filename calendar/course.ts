/** The course of one clock through its days: where it starts, which days stand still, and how far its stages reach. */
import { countedUnit, daysToCount, nthCounted, runFor } from './counting.ts';
import { dayOfRule } from './dated.ts';
import { type Day, dayOf, startOfDayMs } from './days.ts';
import { receiptDayOf } from './office-hours.ts';
import { prolongingDays } from './prolong.ts';
import {
  clockStartOf,
  type DayEnd,
  mergedStops,
  pausedDaysOf,
  type Stage,
  type Stop,
  stagesOf,
  stopsOf,
  type Term,
} from './term.ts';
import { nearestWorking, type Outlook, type WorkCalendar } from './work-calendar.ts';

/** A stretch that ends with a day. */
export type DayStage = Stage & { kind: 'count' | 'date' };

/** A term made ready: stretches, stops and days that do not count. */
export type Course = {
  stages: readonly Stage[];
  stops: readonly Stop[];
  pausedDays: readonly Stop[];
  /** The paused days, and those that a closure excludes (期间不计). */
  stoppedDays: readonly Stop[];
  /** The start, and the instant from which a clock of hours and minutes runs. */
  startMs: number;
  clockStartMs: number;
  receiptDay: Day;
  startsOnWorkingDay: boolean;
  closes: DayEnd | undefined;
};

/** The course of a term by a calendar; `stops` when they are other than its pauses. */
export const courseOf = (
  cal: WorkCalendar,
  term: Term,
  stops: readonly Stop[] = stopsOf(term.pauses),
): Course => {
  const pausedDays = pausedDaysOf(stops);
  return {
    stages: stagesOf(term),
    stops,
    pausedDays,
    stoppedDays: cal.excluded.length === 0 ? pausedDays : mergedStops([...pausedDays, ...cal.excluded]),
    startMs: term.startMs,
    clockStartMs: clockStartOf(term),
    receiptDay: receiptDayOf(cal, term),
    startsOnWorkingDay: term.startsOnWorkingDay ?? false,
    closes: term.closes,
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
export const startDayOf = (cal: WorkCalendar, term: Term): Day =>
  startOf(cal, 'likely', courseOf(cal, term)).day;

/** Days that do not count for a stage. A date that a document has set takes no notice of a pause. */
export const stoppedDaysFor = (cal: WorkCalendar, course: Course, stage: DayStage): readonly Stop[] =>
  stage.kind === 'date' ? cal.excluded : course.stoppedDays;

/** Whether the last day of a stage depends on which days are working, even before it is moved off a rest day. */
export const restsOnCalendar = (stage: DayStage): boolean =>
  stage.prolonged || (stage.kind === 'count' && stage.unit === 'working-day');

/** The first day of a stage after `day`. A fixed date may be the day on which the term itself starts, and is sought from the first
 *  day of its period where it belongs to one. */
export const firstDayOf = ({ startMs }: Course, stage: DayStage, index: number, day: Day): Day =>
  stage.kind === 'date' && index === 0 ? (stage.from ?? dayOf(startMs)) : day + 1;

/** A move backwards ends the earlier the fewer days are working. */
export const BACKWARDS: Readonly<Record<Outlook, Outlook>> = {
  likely: 'likely',
  earliest: 'latest',
  latest: 'earliest',
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
  const stoppedDays = stoppedDaysFor(cal, course, stage);
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
