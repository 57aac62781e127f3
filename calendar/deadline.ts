/** The end of a term, by prefix sums. One counting rule for start, pause and resume: a day counts when it is a working day
 *  (unit day and month: any day), no notice excludes it, and the clock was already running when the day began at 00:00. */
import { BACKWARDS, type Course, courseOf, type DayStage, standingAfter } from './course.ts';
import { type Day, dayOf, textOfDay } from './days.ts';
import { endOfDayMs } from './office-hours.ts';
import type { Term } from './term.ts';
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
  let dueAtMs = endOfDayMs(cal, course.closes, day);
  for (const { from, to } of course.stops) {
    if (dueAtMs <= from) break;
    if (to === Number.POSITIVE_INFINITY) return null;
    if (last.kind === 'date' || dueAtMs > to) continue;
    const resumed = dayOf(to);
    const open = endOfDayMs(cal, course.closes, resumed) > to ? resumed : resumed + 1;
    day = nearestWorking(cal, open, 1, outlook);
    consulted = day;
    dueAtMs = endOfDayMs(cal, course.closes, day);
  }
  return { dueAtMs, dueDay: day, raw, consulted };
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
  const course = courseOf(cal, term);
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
