import { dayFromText, dayOf, startOfDayMs, textOfDay } from '../calendar/index.ts';
import type { PeriodLength } from '../procedures/fields.ts';

/** 所属期间: a year `2026`, half-year `2026-H2`, quarter `2026-Q4` or month `2026-11`; counted from year 0, so that the next is one more. */
export type Period = { every: PeriodLength; index: number };

const MONTHS_A_YEAR = 12;
export const MONTHS_OF = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const TEXT = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The period of that length that holds an instant, epoch milliseconds; in local time (+08:00). */
export const periodAt = (every: PeriodLength, atMs: number): Period => {
  const [year, month] = textOfDay(dayOf(atMs)).split('-').map(Number) as [number, number];
  return { every, index: Math.floor((year * MONTHS_A_YEAR + month - 1) / MONTHS_OF[every]) };
};

/** null: the text names no period. */
export const readPeriod = (text: string): Period | null => {
  const [, year, month, quarter, half] = TEXT.exec(text) ?? [];
  if (year === undefined) return null;
  const of = (every: PeriodLength, part: string): Period => ({
    every,
    index: (Number(year) * MONTHS_A_YEAR) / MONTHS_OF[every] + Number(part) - 1,
  });
  if (month !== undefined) return of('month', month);
  if (quarter !== undefined) return of('quarter', quarter);
  return half === undefined ? of('year', '1') : of('half-year', half);
};

export const periodText = ({ every, index }: Period): string => {
  const perYear = MONTHS_A_YEAR / MONTHS_OF[every];
  const year = String(Math.floor(index / perYear)).padStart(4, '0');
  const part = (index % perYear) + 1;
  switch (every) {
    case 'month':
      return `${year}-${twoDigits(part)}`;
    case 'quarter':
      return `${year}-Q${part}`;
    case 'half-year':
      return `${year}-H${part}`;
    case 'year':
      return year;
  }
};

/** A day (default the first) of a month (1 … of the period, default its first), YYYY-MM-DD. */
export const dayInPeriod = ({ every, index }: Period, { month = 1, day = 1 } = {}): string => {
  const months = index * MONTHS_OF[every] + month - 1;
  const year = String(Math.floor(months / MONTHS_A_YEAR)).padStart(4, '0');
  return `${year}-${twoDigits((months % MONTHS_A_YEAR) + 1)}-${twoDigits(day)}`;
};

/** The first instant after a period, epoch milliseconds. */
export const periodEndMs = ({ every, index }: Period): number =>
  startOfDayMs(dayFromText(dayInPeriod({ every, index: index + 1 })) as number);
