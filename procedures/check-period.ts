import type { DateRule } from '../calendar/index.ts';
import { fieldSetting } from './facts.ts';
import type { PeriodLength } from './fields.ts';
import type { LimitRule, Procedure } from './schema.ts';

const LENGTHS: readonly PeriodLength[] = ['month', 'quarter', 'half-year', 'year'];

/** How long a period must be to have a date of the rule for certain; null: the rule names one day for good. */
const holding = (rule: DateRule): PeriodLength | null => {
  switch (rule.kind) {
    case 'on':
      return null;
    case 'day-of-month':
      return 'month';
    case 'month-end':
      return 'year';
    case 'period-end':
      return rule.of;
    case 'quarter-first-ten-days':
      return 'quarter';
  }
};

/** A limit that belongs to a period names one that a field asks for and that has such a date. */
export const periodFindings = (procedure: Procedure, at: string, limit: LimitRule): string[] => {
  if (!('datedBy' in limit)) return [];
  const { fact } = limit.datedBy;
  const field = fieldSetting(procedure, fact);
  if (field?.type !== 'period') return [`${at}: no field asks for the period ${fact}`];
  const needed = holding(limit.rule);
  return needed !== null && LENGTHS.indexOf(field.every) >= LENGTHS.indexOf(needed)
    ? []
    : [`${at}: the period ${fact} need not have such a date`];
};
