/** Fixed dates set by a document (R11). */
import { civilOf, type Day, dayFromText, dayOfCivil, monthLength } from './days.ts';
import type { DateRule } from './term.ts';

const whole = (n: number, from: number, to: number, what: string): number => {
  if (!Number.isInteger(n) || n < from || n > to) throw new RangeError(`not a ${what}: ${n}`);
  return n;
};

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const monthsOf = (period: keyof typeof MONTHS): number => {
  const months: number | undefined = MONTHS[period];
  if (months === undefined) throw new RangeError(`not a period: ${period}`);
  return months;
};

/** The first day the rule names on or after `from`; for 'on' the date itself, even when it has passed. A day of the month
 *  that a month lacks is that month's end. RangeError when the rule names no day. */
export const dayOfRule = (rule: DateRule, from: Day): Day => {
  if (rule.kind === 'on') return dayFromText(rule.date);
  const { year, month } = civilOf(from);
  /** Candidate in the month that is `ahead` months later. */
  const candidate = (ahead: number): Day | null => {
    const y = year + Math.floor((month - 1 + ahead) / 12);
    const m = ((month - 1 + ahead) % 12) + 1;
    const end = monthLength(y, m);
    switch (rule.kind) {
      case 'day-of-month':
        return dayOfCivil(y, m, Math.min(whole(rule.day, 1, 31, 'day of a month'), end));
      case 'month-end':
        return m === whole(rule.month, 1, 12, 'month') ? dayOfCivil(y, m, end) : null;
      case 'period-end':
        return m % monthsOf(rule.of) === 0 ? dayOfCivil(y, m, end) : null;
      case 'quarter-first-ten-days':
        return m % 3 === 1 ? dayOfCivil(y, m, 10) : null;
      default:
        throw new RangeError(`not a rule for a date: ${JSON.stringify(rule)}`);
    }
  };
  for (let ahead = 0; ahead <= 12; ahead++) {
    const day = candidate(ahead);
    if (day !== null && day >= from) return day;
  }
  throw new RangeError(`not a rule for a date: ${JSON.stringify(rule)}`);
};
