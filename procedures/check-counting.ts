import type { ClockRule, LimitRule } from './schema.ts';

/** Settings of a clock that none of its limits can follow. */
export const countingFindings = (at: string, rule: ClockRule, limits: readonly LimitRule[]): string[] => {
  const units = limits.map(({ unit }) => unit);
  const found: string[] = [];
  const countsDays = units.some((unit) => unit === 'working-day' || unit === 'day' || unit === 'month');
  if (!countsDays && (rule.cutOff !== undefined || rule.startsOnWorkingDay !== undefined))
    found.push(`${at}: a day of receipt for a clock that counts no days from it`);
  const endsWithDay = countsDays || units.includes('date');
  if (!endsWithDay && rule.closes !== undefined)
    found.push(`${at}: a close of business for a clock that ends with no day`);
  for (const end of [rule.cutOff, rule.closes])
    if (
      typeof end === 'object' &&
      !(Number.isInteger(end.atMinute) && end.atMinute >= 1 && end.atMinute <= 1440)
    )
      found.push(`${at}: no minute of the day: ${end.atMinute}`);
  return found;
};

/** Settings of a limit that mean nothing for it, or contradict what they are from. */
export const settingFindings = (at: string, limit: LimitRule): string[] => {
  const found: string[] = [];
  const { unit } = limit;
  if ('prolongedByHolidays' in limit) {
    if ((unit !== 'day' && unit !== 'date') || 'until' in limit)
      found.push(`${at}: prolonged by holidays is a limit in days or a date that recurs, not this one`);
    if (unit === 'date' && limit.move !== 'next')
      found.push(`${at}: a date that holidays prolong moves off a rest day to the next working day`);
  }
  if ('fromNextHour' in limit && unit !== 'hour')
    found.push(`${at}: only a limit in hours begins with the next hour`);
  return found;
};
