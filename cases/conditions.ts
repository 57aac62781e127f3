import type { Condition } from '../procedures/schema.ts';
import type { CaseState } from './state.ts';

/** Whether `condition` holds in `state`. An unknown fact or an unsettled stage makes its own condition false. */
export const holds = (condition: Condition, state: CaseState): boolean => {
  if ('fact' in condition) {
    const value = state.facts[condition.fact];
    return value !== undefined && condition.in.includes(value);
  }
  if ('settled' in condition) {
    const result = state.results[condition.settled];
    return result !== undefined && (condition.as === undefined || condition.as.includes(result.outcome));
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, state));
  if ('any' in condition) return condition.any.some((part) => holds(part, state));
  return !holds(condition.not, state);
};
