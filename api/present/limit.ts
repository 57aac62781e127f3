import { citationText } from '../../procedures/regulations.ts';
import type { LegalLimit } from '../../procedures/schema.ts';

/** A limit as readers see it; a fixed date set by a document has its rule instead of an amount. */
export const presentLimit = (limit: LegalLimit) => ({
  ...(limit.unit === 'date'
    ? { amount: null, unit: limit.unit, rule: limit.rule }
    : { amount: limit.amount, unit: limit.unit }),
  kind: limit.kind,
  basis: citationText(limit.basis),
});
