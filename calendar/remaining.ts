/** What is left of a term, when to warn, and how long ago it ended. Computed when it is asked, never stored. */

import { countedBetween, ranBetween, runFor } from './counting.ts';
import { type Course, courseOf, standingAfter, startOf } from './course.ts';
import { type Day, dayFromText, dayOf, firstDayFrom, MINUTE_MS, startOfDayMs } from './days.ts';
import { type Deadline, deadlineOf, endOf } from './deadline.ts';
import type { Term } from './term.ts';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from './work-calendar.ts';

/** The instant (ms) to warn at: when the last day of the term begins; for hour and minute limits when 75 % of the running
 *  time is used; for dated limits 2 working days before the end of the day. Never before the start. */
export const warnAtMs = (cal: WorkCalendar, term: Term, deadline: Deadline): number => {
  const course = courseOf(cal, term);
  const last = course.stages.at(-1)!;
  const dueDay = dayFromText(deadline.dueDay);
  if (last.kind === 'count') return Math.max(term.startMs, startOfDayMs(dueDay));
  if (last.kind === 'date') return Math.max(term.startMs, startOfDayMs(addWorkingDays(cal, dueDay + 1, -2)));
  // The last stage begins where the running clock stood `ms` before the end.
  const fromMs = standingAfter(cal, 'likely', course, course.stages.length - 1)?.atMs ?? term.startMs;
  return Math.max(term.startMs, Math.ceil(runFor(course.stops, fromMs, last.ms * 0.75)));
};

export type Remaining = { workingDays: number } | { days: number } | { minutes: number };

const inUnit = (term: Term, n: number): Remaining => {
  const { unit } = term.limit;
  if (unit === 'working-day') return { workingDays: n };
  return unit === 'hour' || unit === 'minute' ? { minutes: n } : { days: n };
};

/** The same course with its open pause taken back to nothing, and the instant at which that pause began. */
const withoutOpenStop = (
  cal: WorkCalendar,
  term: Term,
  { stops }: Course,
): { course: Course; stoppedAtMs: number } => {
  const closed = (stop: { to: number }): boolean => stop.to !== Number.POSITIVE_INFINITY;
  return {
    course: courseOf(cal, term, stops.filter(closed)),
    stoppedAtMs: stops.find((stop) => !closed(stop))?.from ?? Number.NaN,
  };
};

/** Whole units still to come at `nowMs`, in the unit of the limit: counted days including today when today counts and is
 *  not over (dated limits: civil days), or whole minutes of running time. 0 when the end has passed, never negative.
 *  While paused: what will be left on resumption. */
export const remainingOf = (cal: WorkCalendar, term: Term, nowMs: number): Remaining => {
  const deadline = deadlineOf(cal, term);
  let course = courseOf(cal, term);
  let asOfMs = nowMs;
  let dueAtMs: number;
  let lastDay: Day;
  if (deadline) {
    dueAtMs = deadline.dueAtMs;
    lastDay = dayFromText(deadline.dueDay);
  } else {
    const stopped = withoutOpenStop(cal, term, course);
    course = stopped.course;
    asOfMs = Math.min(nowMs, stopped.stoppedAtMs);
    const end = endOf(cal, 'likely', course)!;
    dueAtMs = end.dueAtMs;
    lastDay = end.raw;
  }
  if (asOfMs >= dueAtMs) return inUnit(term, 0);
  const { unit } = term.limit;
  if (unit === 'hour' || unit === 'minute') {
    const ran = ranBetween(course.stops, Math.max(asOfMs, course.clockStartMs), dueAtMs);
    return inUnit(term, Math.floor(ran / MINUTE_MS));
  }
  // While paused, the day on which the pause began has been counted when the clock ran at its 00:00.
  const today = deadline ? dayOf(asOfMs) : firstDayFrom(asOfMs);
  if (unit === 'date') return inUnit(term, lastDay - dayOf(asOfMs) + 1);
  const counted = unit === 'working-day' ? 'working-day' : 'day';
  const before = Math.max(today - 1, startOf(cal, 'likely', course).day);
  return inUnit(term, countedBetween(cal, course.stoppedDays, counted, before, lastDay));
};

/** How long ago the term ended: working days begun after the due day, and whole minutes. Both 0 before the end. */
export const overdueByOf = (
  cal: WorkCalendar,
  deadline: Deadline,
  nowMs: number,
): { workingDays: number; minutes: number } => {
  if (nowMs < deadline.dueAtMs) return { workingDays: 0, minutes: 0 };
  const dueDay = dayFromText(deadline.dueDay);
  return {
    workingDays: Math.max(0, workingDaysBetween(cal, dueDay, Math.max(dueDay, dayOf(nowMs)))),
    minutes: Math.floor((nowMs - deadline.dueAtMs) / MINUTE_MS),
  };
};
