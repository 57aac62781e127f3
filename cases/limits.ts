import type { Limit } from '../calendar/index.ts';
import { holds } from '../procedures/conditions.ts';
import { alternativesOf } from '../procedures/limits.ts';
import type { ClockRule, ClockStart, LegalLimit, LimitOfPeriod, LimitRule } from '../procedures/schema.ts';
import { dayInPeriod, type Period, periodAt, readPeriod } from './period.ts';
import type { CaseState } from './state.ts';

/**
 * The limit that applies: the plain one, or the first whose condition holds; null when none does. `startMs`: when its clock starts, epoch
 * milliseconds.
 */
export const limitOf = (rule: ClockRule, state: CaseState, startMs: number): LegalLimit | null => {
  const applies = applying(rule, state);
  return applies === undefined ? null : dated(applies.limit, state, startMs);
};

/** What of a limit is counted: neither its standing nor where it is from. */
export const countedOf = ({ kind: _kind, basis: _basis, setting: _setting, ...counted }: LegalLimit): Limit =>
  counted;

/** The event that starts the clock: that of the limit that applies, where it has one of its own. */
export const startOf = (rule: ClockRule, state: CaseState): ClockStart =>
  applying(rule, state)?.from ?? rule.from ?? 'opened';

const applying = (rule: ClockRule, state: CaseState) =>
  alternativesOf(rule).find(({ when }) => when === undefined || holds(when, state));

/** A limit that ends with a date of the case, or of a period it names, as the dated limit it is now; null while nobody has given the
 *  date. */
const dated = (limit: LimitRule, state: CaseState, startMs: number): LegalLimit | null => {
  if ('datedBy' in limit) return ofPeriod(limit, state, startMs);
  if (!('until' in limit)) return limit;
  const { facts } = state;
  const date = facts[limit.until.fact];
  if (typeof date !== 'string') return null;
  const { unit, move, kind, basis } = limit;
  return { unit, rule: { kind: 'on', date }, move, kind, basis };
};

const ofPeriod = (
  { datedBy, ...limit }: LimitOfPeriod,
  { facts }: CaseState,
  startMs: number,
): LegalLimit => {
  const period: Period | null =
    'every' in datedBy ? periodAt(datedBy.every, startMs) : readPeriod(String(facts[datedBy.fact]));
  if (period === null) return limit;
  const { every, index } = period;
  return { ...limit, datedFrom: dayInPeriod({ every, index: index + (datedBy.periods ?? 0) }) };
};
