/** Working-time arithmetic: the engine. It holds no table of days; a calendar comes in as data. Tables, releases and the
 *  import of new ones are in `tables.ts`, which workflows do not import. */
export type { Closure, ClosureEffect } from './closures.ts';
export { CLOSURE_WORDS } from './closures.ts';
export { startDayOf } from './course.ts';
export type { Day } from './days.ts';
export { dayFromText, dayOf, isoOf, msFromIso, startOfDayMs, textOfDay, weekdayOf } from './days.ts';
export type { Deadline } from './deadline.ts';
export { deadlineOf } from './deadline.ts';
export type { Ledger } from './ledger.ts';
export { ledgerOf } from './ledger.ts';
export type { DayReason, DayReasons, LedgerRow } from './ledger-rows.ts';
export type { HoursInForce, OpenHours, Season } from './office-hours.ts';
export { officeHoursOf } from './office-hours.ts';
export type { Remaining } from './remaining.ts';
export { overdueByOf, remainingOf, warnAtMs } from './remaining.ts';
export type { DateRule, DayEnd, Limit, Move, Pause, Term } from './term.ts';
export type { CompactCalendar, DayKind, WorkCalendar } from './work-calendar.ts';
export {
  addWorkingDays,
  isExcluded,
  isWorking,
  kindOf,
  openCalendar,
  sliceOf,
  workingDaysBetween,
} from './work-calendar.ts';
