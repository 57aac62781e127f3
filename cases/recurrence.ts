import { dayFromText, startOfDayMs } from '../calendar/index.ts';
import type { Recurrence } from '../procedures/schema.ts';
import { dayInPeriod, MONTHS_OF, type Period, periodAt, periodText } from './period.ts';

/** One turn of a recurring duty: the period it is for, as `2026-11`, `2026-Q4`, `2026-H2` or `2026`, and when its cases open. */
export type DutyTurn = { period: string; opensAtMs: number };

const turnOf = ({ opensOn }: Recurrence, period: Period): DutyTurn => {
  const date = dayInPeriod(period, opensOn);
  const day = dayFromText(date);
  if (day === null) throw new RangeError(`a duty cannot open on ${date}`);
  return { period: periodText(period), opensAtMs: startOfDayMs(day) };
};

/** The turn of the period that holds the instant, whether it has opened yet or not. Epoch milliseconds, +08:00 periods. */
export const currentTurn = (recurrence: Recurrence, atMs: number): DutyTurn =>
  turnOf(recurrence, periodAt(recurrence.every, atMs));

/** The first turn that opens after the instant. */
export const nextTurn = (recurrence: Recurrence, afterMs: number): DutyTurn => {
  const current = currentTurn(recurrence, afterMs);
  if (current.opensAtMs > afterMs) return current;
  const { every, index } = periodAt(recurrence.every, afterMs);
  return turnOf(recurrence, { every, index: index + 1 });
};

/** Every turn that opens after one instant and not after another, in order. */
export const turnsBetween = (recurrence: Recurrence, afterMs: number, untilMs: number): DutyTurn[] => {
  const turns: DutyTurn[] = [];
  for (let turn = nextTurn(recurrence, afterMs); turn.opensAtMs <= untilMs; ) {
    turns.push(turn);
    turn = nextTurn(recurrence, turn.opensAtMs);
  }
  return turns;
};

/** How many periods before the present one are still made up for, by their length: a year of them. */
export const MADE_UP_FOR = { month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;

/**
 * The turns that have opened by `nowMs`, none before `sinceMs`, in order: that of the present period, and those of the periods before it
 * that are still made up for.
 */
export const turnsSoFar = (recurrence: Recurrence, sinceMs: number, nowMs: number): DutyTurn[] => {
  const { every, index } = periodAt(recurrence.every, nowMs);
  const count = MADE_UP_FOR[every] + 1;
  return Array.from({ length: count }, (_, i) =>
    turnOf(recurrence, { every, index: index - count + 1 + i }),
  ).filter(({ opensAtMs }) => opensAtMs >= sinceMs && opensAtMs <= nowMs);
};

/** Months (1 … 12) and day of the month on which turns open, for a scheduler. */
export const openingDays = ({ every, opensOn }: Recurrence): { months: number[]; day: number } => {
  const first = opensOn?.month ?? 1;
  const months = Array.from({ length: 12 / MONTHS_OF[every] }, (_, i) => i * MONTHS_OF[every] + first);
  return { months, day: opensOn?.day ?? 1 };
};
