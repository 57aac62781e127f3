import { type CompactCalendar, type DayReasons, openCalendar, type WorkCalendar } from '../calendar/index.ts';
import type { CalendarLayer, Release } from '../calendar/tables.ts';
import type { CalendarRef, CaseState, Rules } from '../cases/index.ts';
import { JURISDICTIONS } from '../procedures/regulations.ts';
import type { Procedure } from '../procedures/schema.ts';

/** Where calendars come from. `current`, `at` and `reasons` throw RangeError for a calendar or version that was never published. */
export type Calendars = {
  /** The newest version of a calendar. */
  current(calendarId: string): CompactCalendar;
  /** Exactly the version a case or clock refers to. */
  at(ref: CalendarRef): CompactCalendar;
  /** Names and notices of days between two dates, for the ledger. */
  reasons(ref: CalendarRef, from: string, to: string): DayReasons;
  /** All layers. */
  layers(): readonly CalendarLayer[];
  /** Every release, in the order in which they took effect. */
  releases(): readonly Release[];
  /** What the calendars that a release would change would be with it: by id, those below its own included. */
  foreseen(release: Release): ReadonlyMap<string, CompactCalendar>;
  /** Takes up at once what has been released elsewhere. */
  refresh(): Promise<void>;
};

/** The calendar a case, or one of its clocks, is reckoned by. Opened once for each content. */
export const calendarFor = (calendars: Calendars, ref: CalendarRef): WorkCalendar =>
  openCalendar(calendars.at(ref));

/** The newest version of the calendar a case goes by, when it is newer than the one the case has; else null. */
export const newerFor = (calendars: Calendars, ref: CalendarRef): CompactCalendar | null => {
  const newest = calendars.current(ref.id);
  return newest.version > ref.version ? newest : null;
};

/** The rules a new case of the procedure is accepted under. */
export const rulesForNew = (calendars: Calendars, procedure: Procedure): Rules => ({
  procedure,
  calendar: openCalendar(calendars.current(JURISDICTIONS[procedure.jurisdiction].calendar)),
});

/** The rules a case goes by: its edition, and the newest calendar, which the decider adopts before anything else. */
export const rulesOf = (calendars: Calendars, procedure: Procedure, state: CaseState): Rules => ({
  procedure,
  calendar: openCalendar(newerFor(calendars, state.calendar) ?? calendars.at(state.calendar)),
});
