import { holds } from '../procedures/conditions.ts';
import type { ClockRule, LegalLimit, LimitRule } from '../procedures/schema.ts';
import type { CaseState } from './state.ts';

/** The limit that applies: the plain one, or the first whose condition holds; null when none does. */
export const limitOf = ({ limit }: ClockRule, state: CaseState): LegalLimit | null => {
  if (!Array.isArray(limit)) return dated(limit, state);
  const applies = limit.find(({ when }) => holds(when, state));
  return applies === undefined ? null : dated(applies.limit, state);
};

/** A limit that ends with a date of the case as the dated limit it is now; null while nobody has given the date. */
const dated = (limit: LimitRule, { facts }: CaseState): LegalLimit | null => {
  if (!('until' in limit)) return limit;
  const date = facts[limit.until.fact];
  if (typeof date !== 'string') return null;
  const { unit, move, kind, basis } = limit;
  return { unit, rule: { kind: 'on', date }, move, kind, basis };
};
