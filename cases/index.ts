/** The decider: pure, the same in the workflow sandbox, in the API and in a unit test. */
export { type AllowedAct, allowedActs } from './allowed-acts.ts';
export { ruleIdOf } from './clocks.ts';
export type {
  Command,
  CommandBody,
  Filing,
  PersonCommand,
  Refusal,
  RefusalCode,
  SystemCommand,
  Tick,
} from './commands.ts';
export { adoptionId } from './commands.ts';
export { decide, refusalOf } from './decide.ts';
export type { CaseEvent, DeadlineFacts, EventData, EventOf, EventType, ThingKey } from './events.ts';
export { evolve, fold, unborn } from './evolve.ts';
export { type ForeseenChange, foreseeCalendar } from './foresee-calendar.ts';
export { holderOf } from './holder.ts';
export { nextWakeIsUrgent, nextWakeMs } from './next-wake.ts';
export { ownersOf } from './owner.ts';
export { type Period, periodAt, periodEndMs, periodText, readPeriod } from './period.ts';
export { reckonedClock } from './reckon.ts';
export {
  currentTurn,
  type DutyTurn,
  nextTurn,
  openingDays,
  turnsBetween,
  turnsSoFar,
} from './recurrence.ts';
export { isRefusal } from './refusals.ts';
export { PRACTICE, procedureOfCase, type Rules } from './rules.ts';
export * from './state.ts';
export { answeredSupplements } from './supplements.ts';
export { whyNotNow } from './why-not-now.ts';
