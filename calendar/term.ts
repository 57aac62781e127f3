/** What a limit is computed from. Plain JSON throughout: stored with each clock, handed to workflows. */
import { type Day, dayFromText, firstDayFrom, HOUR_MS, MINUTE_MS } from './days.ts';

/** A fixed date set by a document (R11), relative to the civil date on which the term starts: the first such day on or
 *  after the start day; for an extension, the first such day after the end it is appended to. */
export type DateRule =
  /** By the 25th; 31 means the end of every month. */
  | { kind: 'day-of-month'; day: number }
  /** By the end of a month, 1 … 12. */
  | { kind: 'month-end'; month: number }
  /** By the end of the month, quarter, half-year or year. */
  | { kind: 'period-end'; of: 'month' | 'quarter' | 'half-year' | 'year' }
  /** Within the first ten days of a quarter's first month: 10 Jan, Apr, Jul, Oct. */
  | { kind: 'quarter-first-ten-days' }
  | { kind: 'on'; date: string };

/** Where a fixed date goes that falls on a rest day (R11). */
export type Move = 'none' | 'next' | 'previous';

/**
 * One limit: the unit is stored with each limit because the statutes differ (R1, R8, R9, R10, R11).
 *
 * `prolongedByHolidays`: three or more days off in a row within the limit prolong it by as many working days (顺延, Tax
 * Collection Rules 109; R12). A limit in days begins with the day after its start, a fixed date's with its start day.
 *
 * `fromNextHour`: counted from the hour after the one in which the start falls (次时, SPC interpretation of the Civil
 * Procedure Law 125; R10), as days are from the day after. Of the limit itself, not of an extension.
 *
 * `datedFrom` (YYYY-MM-DD): the day from which the date is sought instead of the start day: the first of the period (所属期间) that the
 * matter belongs to, so that what begins after the date of its period is late at once. Of the limit itself, and of a rule that recurs.
 */
export type Limit =
  | { amount: number; unit: 'working-day' | 'month' | 'minute' }
  | { amount: number; unit: 'day'; prolongedByHolidays?: boolean }
  | { amount: number; unit: 'hour'; fromNextHour?: boolean }
  | { unit: 'date'; rule: DateRule; move: Move; prolongedByHolidays?: boolean; datedFrom?: string };

/** Time that does not count (R5): from inclusive, to exclusive; null = still paused. */
export type Pause = { fromMs: number; toMs: number | null };

/** When a day ends for an item: at a minute of the day, 1 … 1440, or when business closes (下班) by the office hours
 *  (办公时间) that the calendar holds for that day; at 24:00 where it holds none. */
export type DayEnd = { atMinute: number } | 'office-hours';

/** Everything a deadline is computed from. */
export type Term = {
  startMs: number;
  limit: Limit;
  /** Appended to the original end, in this order (R4). */
  extensions: Limit[];
  pauses: Pause[];
  /** A start from then on counts as the next civil day (R2); for limits in days and months only. Absent = never. */
  cutOff?: DayEnd;
  /** A start on a rest day counts as the next working day (R2), after the cut-off; for limits in days and months only. */
  startsOnWorkingDay?: boolean;
  /** When the item ends on its last day (R3); absent = 24:00. Not for hour and minute limits. */
  closes?: DayEnd;
};

/** A stretch of the term. Neighbours of one unit are one stage: 20 + 10 working days are 30, and a month and a month are
 *  two months, so that only the final end is moved off a rest day. */
export type Stage =
  | { kind: 'count'; unit: 'working-day' | 'day' | 'month'; amount: number; prolonged: boolean }
  | { kind: 'clock'; ms: number }
  | { kind: 'date'; rule: DateRule; move: Move; prolonged: boolean; from: Day | null };

const MOVES: readonly Move[] = ['none', 'next', 'previous'];

/** RangeError for a setting that means nothing for the unit: one that is passed over is a wrong date. */
const assertSettings = (limit: Limit): void => {
  const { unit, prolongedByHolidays, fromNextHour, datedFrom } = limit as {
    unit: Limit['unit'];
    prolongedByHolidays?: boolean;
    fromNextHour?: boolean;
    datedFrom?: string;
  };
  if (prolongedByHolidays !== undefined && unit !== 'day' && unit !== 'date')
    throw new RangeError(`a limit in the unit ${unit} is not prolonged by holidays`);
  if (fromNextHour !== undefined && unit !== 'hour')
    throw new RangeError(`a limit in the unit ${unit} does not begin with the next hour`);
  if (datedFrom !== undefined && (limit.unit !== 'date' || limit.rule.kind === 'on'))
    throw new RangeError(`no date that recurs is sought from ${datedFrom}`);
};

const stageOf = (limit: Limit): Stage => {
  assertSettings(limit);
  if (limit.unit === 'date') {
    if (!MOVES.includes(limit.move)) throw new RangeError(`not a move: ${limit.move}`);
    return {
      kind: 'date',
      rule: limit.rule,
      move: limit.move,
      prolonged: limit.prolongedByHolidays ?? false,
      from: limit.datedFrom === undefined ? null : dayFromText(limit.datedFrom),
    };
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
  const prolonged = limit.unit === 'day' && (limit.prolongedByHolidays ?? false);
  return { kind: 'count', unit, amount, prolonged };
};

/** Two stretches as one, where they are of one unit: an extension is held to the rules of what it extends. */
const joined = (one: Stage | undefined, next: Stage): Stage | null => {
  if (one?.kind === 'clock' && next.kind === 'clock') return { kind: 'clock', ms: one.ms + next.ms };
  if (one?.kind !== 'count' || next.kind !== 'count' || one.unit !== next.unit) return null;
  return { ...one, amount: one.amount + next.amount, prolonged: one.prolonged || next.prolonged };
};

/** The stretches of a term in order. RangeError for amounts that are no limit (zero, negative, fractions of a day) and for
 *  settings that are not of their limit. */
export const stagesOf = (term: Term): Stage[] => {
  const stages: Stage[] = [];
  for (const limit of [term.limit, ...term.extensions]) {
    if (limit !== term.limit && 'fromNextHour' in limit)
      throw new RangeError('an extension is appended to the end and begins with no hour of its own');
    if (limit !== term.limit && 'datedFrom' in limit)
      throw new RangeError('an extension is appended to the end and belongs to no period of its own');
    const stage = stageOf(limit);
    const one = joined(stages.at(-1), stage);
    if (one === null) stages.push(stage);
    else stages[stages.length - 1] = one;
  }
  return stages;
};

/** A stretch of stopped time, `to` exclusive; Infinity = still paused. */
export type Stop = { readonly from: number; readonly to: number };

/** Stretches in order, with overlapping and touching ones merged and empty ones left out. */
export const mergedStops = (stops: readonly Stop[]): Stop[] => {
  if (stops.length === 0) return [];
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of stops.toSorted((a, b) => a.from - b.from)) {
    if (!Number.isFinite(from) || Number.isNaN(to) || to < from)
      throw new RangeError(`not a pause: ${from} to ${to}`);
    if (to === from) continue;
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
};

/** Pauses as stretches. */
export const stopsOf = (pauses: readonly Pause[]): Stop[] =>
  mergedStops(pauses.map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs ?? Number.POSITIVE_INFINITY })));

/** Days at whose 00:00 the clock stood still: from inclusive, to exclusive (decision 5: the day a pause begins counts when
 *  the clock still ran at its 00:00, the day it ends does not). */
export const pausedDaysOf = (stops: readonly Stop[]): Stop[] =>
  stops
    .map(({ from, to }) => ({
      from: firstDayFrom(from),
      to: to === Number.POSITIVE_INFINITY ? to : firstDayFrom(to),
    }))
    .filter(({ from, to }) => to > from);

/** Whether one of the stretches holds a moment (an instant in stops, a day in stopped days). */
export const holds = (stops: readonly Stop[], at: number): boolean =>
  stops.some(({ from, to }) => from <= at && at < to);

/** The instant from which a clock of hours and minutes runs: the start, or the full hour after it (R10). */
export const clockStartOf = ({ startMs, limit }: Term): number =>
  limit.unit === 'hour' && limit.fromNextHour === true
    ? (Math.floor(startMs / HOUR_MS) + 1) * HOUR_MS
    : startMs;
