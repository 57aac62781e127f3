/** Counting days and running time, stops left out. */
import { addMonths, type Day } from './days.ts';
import type { Stage, Stop } from './term.ts';
import { addWorkingDays, type Outlook, type WorkCalendar, workingDaysBetween } from './work-calendar.ts';

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

/** What a stage of days counts: months count civil days. */
export const countedUnit = ({ unit }: Stage & { kind: 'count' }): 'working-day' | 'day' =>
  unit === 'working-day' ? 'working-day' : 'day';

/** Days to count for a stage that begins after `day`: months become the days up to the same day number (R9). */
export const daysToCount = (stage: Stage & { kind: 'count' }, day: Day): number =>
  stage.unit === 'month' ? addMonths(day, stage.amount) - day : stage.amount;

/** The nth counted day after `after`; Infinity when the clock stands still before it. */
export const nthCounted = (
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
