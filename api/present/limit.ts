import type { Documents } from '../../procedures/diagram.ts';
import { citationText } from '../../procedures/regulations.ts';
import type { LimitRule } from '../../procedures/schema.ts';

export type { Documents };
export const NO_DOCUMENTS: Documents = new Map();

/** A limit as readers see it; a date has its rule instead of an amount, or names the fact that sets it. A setting of how it is
 *  counted is told where it is set. */
export const presentLimit = (limit: LimitRule, documents: Documents) => ({
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
  ...('setting' in limit && limit.setting !== undefined
    ? { setting: { id: limit.setting, documentNo: documents.get(limit.setting) ?? null } }
    : {}),
});
