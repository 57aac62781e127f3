import { dayFromText, dayOf, startOfDayMs, textOfDay } from '../calendar/index.ts';
import type { Recurrence } from '../procedures/schema.ts';

/** One turn of a recurring duty: the period it is for, as `2026-11`, `2026-Q4`, `2026-H2` or `2026`, and when its cases open. */
export type DutyTurn = { period: string; opensAtMs: number };

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const MONTHS_A_YEAR = 12;

/** Periods counted from year 0, so that the next one is one more. */
const indexAt = ({ every }: Recurrence, atMs: number): number => {
  const [year, month] = textOfDay(dayOf(atMs)).split('-').map(Number) as [number, number];
  return Math.floor((year * MONTHS_A_YEAR + month - 1) / MONTHS[every]);
};

const turnOf = (recurrence: Recurrence, index: number): DutyTurn => {
  const { every, opensOn } = recurrence;
  const months = index * MONTHS[every] + (opensOn?.month ?? 1) - 1;
  const date = `${yearOf(months)}-${twoDigits((months % MONTHS_A_YEAR) + 1)}-${twoDigits(opensOn?.day ?? 1)}`;
  const day = dayFromText(date);
  if (day === null) throw new RangeError(`a duty cannot open on ${date}`);
  return { period: periodText(every, index), opensAtMs: startOfDayMs(day) };
};

const yearOf = (months: number): number => Math.floor(months / MONTHS_A_YEAR);
const twoDigits = (n: number): string => String(n).padStart(2, '0');

const periodText = (every: Recurrence['every'], index: number): string => {
  const perYear = MONTHS_A_YEAR / MONTHS[every];
  const year = Math.floor(index / perYear);
  const part = (index % perYear) + 1;
  switch (every) {
    case 'month':
      return `${year}-${twoDigits(part)}`;
    case 'quarter':
      return `${year}-Q${part}`;
    case 'half-year':
      return `${year}-H${part}`;
    case 'year':
      return `${year}`;
  }
};

/** The turn of the period that holds the instant, whether it has opened yet or not. Epoch milliseconds, +08:00 periods. */
export const currentTurn = (recurrence: Recurrence, atMs: number): DutyTurn =>
  turnOf(recurrence, indexAt(recurrence, atMs));

/** The first turn that opens after the instant. */
export const nextTurn = (recurrence: Recurrence, afterMs: number): DutyTurn => {
  const current = currentTurn(recurrence, afterMs);
  return current.opensAtMs > afterMs ? current : turnOf(recurrence, indexAt(recurrence, afterMs) + 1);
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

/** Months (1 … 12) and day of the month on which turns open, for a scheduler. */
export const openingDays = ({ every, opensOn }: Recurrence): { months: number[]; day: number } => {
  const first = opensOn?.month ?? 1;
  const months = Array.from({ length: MONTHS_A_YEAR / MONTHS[every] }, (_, i) => i * MONTHS[every] + first);
  return { months, day: opensOn?.day ?? 1 };
};
