import { recounted } from './clocks.ts';
import { draftOf } from './draft.ts';
import type { DeadlineFacts } from './events.ts';
import type { Rules } from './rules.ts';
import type { CaseState, Clock } from './state.ts';

/** Every instant of a clock derived anew from its inputs, by the calendar of `rules`: what it holds must be this. */
export const reckonedClock = (rules: Rules, state: CaseState, clock: Clock): DeadlineFacts =>
  recounted(draftOf(rules, state, 0, null), clock, clock.term);
