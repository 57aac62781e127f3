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

/** A limit that belongs to a period has such a date in it: one that a field asks for, or the one in which its clock starts. */
export const periodFindings = (procedure: Procedure, at: string, limit: LimitRule): string[] => {
  if (!('datedBy' in limit)) return [];
  const { datedBy } = limit;
  if ('every' in datedBy)
    return mayLackDate(datedBy.every, limit.rule)
      ? [`${at}: not every ${datedBy.every} has such a date`]
      : [];
  const { fact } = datedBy;
  const field = fieldSetting(procedure, fact);
  if (field?.type !== 'period') return [`${at}: no field asks for the period ${fact}`];
  return mayLackDate(field.every, limit.rule) ? [`${at}: the period ${fact} need not have such a date`] : [];
};

const mayLackDate = (every: PeriodLength, rule: DateRule): boolean => {
  const needed = holding(rule);
  return needed === null || LENGTHS.indexOf(every) < LENGTHS.indexOf(needed);
};
