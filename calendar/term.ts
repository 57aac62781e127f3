/** What a limit is computed from. Plain JSON throughout: stored with each clock, handed to workflows. */
import { DAY_MS, type Day, dayOf, firstDayFrom, HOUR_MS, MINUTE_MS } from './days.ts';

/** A fixed date set by a document (R11), relative to the civil date on which the term starts: the first such day on or
 *  after the start day; for an extension, the first such day after the end it is appended to. */
export type DateRule =
  /** By the 25th; 31 means the end of every month. */
  | { kind: 'day-of-month'; day: number }
  /** By the end of a month, 1 … 12. */
  | { kind: 'month-end'; month: number }
  /** Within the first ten days of a quarter's first month: 10 Jan, Apr, Jul, Oct. */
  | { kind: 'quarter-first-ten-days' }
  | { kind: 'on'; date: string };

/** One limit: the unit is stored with each limit because the statutes differ (R1, R8, R9, R10, R11). */
export type Limit =
  | { amount: number; unit: 'working-day' | 'day' | 'month' | 'hour' | 'minute' }
  | { unit: 'date'; rule: DateRule; move: 'none' | 'next' | 'previous' };

/** Time that does not count (R5): from inclusive, to exclusive; null = still paused. */
export type Pause = { fromMs: number; toMs: number | null };

/** Everything a deadline is computed from. */
export type Term = {
  startMs: number;
  limit: Limit;
  /** Appended to the original end, in this order (R4). */
  extensions: Limit[];
  pauses: Pause[];
  /** A start at or after this local hour counts as the next civil day (R2); for limits in days and months only. */
  cutOffHour?: number;
  /** Minute of the last day at which the item ends (R3), 1 … 1440; absent = 24:00. Not for hour and minute limits. */
  closesAtMinute?: number;
};

/** A stretch of the term. Neighbours of one unit are one stage: 20 + 10 working days are 30, and a month and a month are
 *  two months, so that only the final end is moved off a rest day. */
export type Stage =
  | { kind: 'count'; unit: 'working-day' | 'day' | 'month'; amount: number }
  | { kind: 'clock'; ms: number }
  | { kind: 'date'; rule: DateRule; move: 'none' | 'next' | 'previous' };

const stageOf = (limit: Limit): Stage => {
  if (limit.unit === 'date') {
    if (!['none', 'next', 'previous'].includes(limit.move)) throw new RangeError(`not a move: ${limit.move}`);
    return { kind: 'date', rule: limit.rule, move: limit.move };
  }
  const { unit, amount } = limit;
  if (unit === 'hour' || unit === 'minute') {
    const ms = amount * (unit === 'hour' ? HOUR_MS : MINUTE_MS);
    if (!(ms > 0) || !Number.isInteger(ms)) throw new RangeError(`not a limit: ${amount} ${unit}`);
    return { kind: 'clock', ms };
  }
  if (unit !== 'working-day' && unit !== 'day' && unit !== 'month')
    throw new RangeError(`not a unit: ${unit}`);
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`not a limit: ${amount} ${unit}`);
  return { kind: 'count', unit, amount };
};

/** The stretches of a term in order. RangeError for amounts that are no limit (zero, negative, fractions of a day). */
export const stagesOf = (term: Term): Stage[] => {
  const stages: Stage[] = [];
  for (const limit of [term.limit, ...term.extensions]) {
    const stage = stageOf(limit);
    const last = stages.at(-1);
    if (last?.kind === 'count' && stage.kind === 'count' && last.unit === stage.unit)
      stages[stages.length - 1] = { ...last, amount: last.amount + stage.amount };
    else if (last?.kind === 'clock' && stage.kind === 'clock')
      stages[stages.length - 1] = { kind: 'clock', ms: last.ms + stage.ms };
    else stages.push(stage);
  }
  return stages;
};

/** A stretch of stopped time, `to` exclusive; Infinity = still paused. */
export type Stop = { readonly from: number; readonly to: number };

/** Pauses in order, with overlapping and touching ones merged and empty ones left out. */
export const stopsOf = (pauses: readonly Pause[]): Stop[] => {
  if (pauses.length === 0) return [];
  const stops = pauses.map(
    ({ fromMs, toMs }): Stop => ({ from: fromMs, to: toMs ?? Number.POSITIVE_INFINITY }),
  );
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of stops.sort((a, b) => a.from - b.from)) {
    if (!Number.isFinite(from) || Number.isNaN(to) || to < from)
      throw new RangeError(`not a pause: ${from} to ${to}`);
    if (to === from) continue;
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
};

/** Days at whose 00:00 the clock stood still: from inclusive, to exclusive (decision 5: the day a pause begins counts when
 *  the clock still ran at its 00:00, the day it ends does not). */
export const stoppedDaysOf = (stops: readonly Stop[]): Stop[] =>
  stops
    .map(({ from, to }) => ({
      from: firstDayFrom(from),
      to: to === Number.POSITIVE_INFINITY ? to : firstDayFrom(to),
    }))
    .filter(({ from, to }) => to > from);

/** Whether one of the stretches holds a moment (an instant in stops, a day in stopped days). */
export const holds = (stops: readonly Stop[], at: number): boolean =>
  stops.some(({ from, to }) => from <= at && at < to);

/** The civil day from which days are counted; it is itself never counted. */
export const startDayOf = ({ startMs, cutOffHour }: Term): Day => {
  const day = dayOf(startMs);
  if (cutOffHour === undefined) return day;
  if (!(cutOffHour >= 0 && cutOffHour <= 24)) throw new RangeError(`not an hour: ${cutOffHour}`);
  return dayOf(startMs + (24 - cutOffHour) * HOUR_MS);
};

/** Length of the last day in milliseconds: 24 hours or up to the close of business. */
export const lastDayLengthOf = ({ closesAtMinute }: Term): number => {
  if (closesAtMinute === undefined) return DAY_MS;
  if (!Number.isInteger(closesAtMinute) || closesAtMinute < 1 || closesAtMinute > 1440)
    throw new RangeError(`not a minute of the day: ${closesAtMinute}`);
  return closesAtMinute * MINUTE_MS;
};
