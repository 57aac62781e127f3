import { nextDue } from './clocks.ts';
import type { CaseState } from './state.ts';

/** The earliest instant (epoch ms) at which a tick would do something; null when only people can move the case. */
export const nextWakeMs = (state: CaseState): number | null => nextDue(state)?.atMs ?? null;

/** Whether the next wake belongs to a clock that counts in minutes or hours: never spread, always first. */
export const nextWakeIsUrgent = (state: CaseState): boolean => {
  const unit = nextDue(state)?.clock.limit.unit;
  return unit === 'hour' || unit === 'minute';
};
