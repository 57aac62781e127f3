import { citationText } from '../../procedures/regulations.ts';
import type { LimitRule } from '../../procedures/schema.ts';

/** A limit as readers see it; a date has its rule instead of an amount, or names the fact that sets it. A setting of how it is
 *  counted is told where it is set. */
export const presentLimit = (limit: LimitRule) => ({
  ...(limit.unit === 'date'
    ? {
        amount: null,
        unit: limit.unit,
        rule: 'until' in limit ? { kind: 'fact', ...limit.until } : limit.rule,
      }
    : { amount: limit.amount, unit: limit.unit }),
  ...('prolongedByHolidays' in limit && limit.prolongedByHolidays ? { prolongedByHolidays: true } : {}),
  ...('datedBy' in limit ? { datedBy: limit.datedBy } : {}),
  ...('datedFrom' in limit ? { datedFrom: limit.datedFrom } : {}),
  ...('fromNextHour' in limit && limit.fromNextHour ? { fromNextHour: true } : {}),
  kind: limit.kind,
  basis: citationText(limit.basis),
});
