import { type CompactCalendar, type DayReasons, openCalendar, type WorkCalendar } from '../calendar/index.ts';
import type { CalendarRef, CaseState, Rules } from '../cases/index.ts';
import { JURISDICTIONS } from '../procedures/regulations.ts';
import type { Procedure } from '../procedures/schema.ts';

/** Where calendars come from. Both throw for a calendar that was never published. */
export type Calendars = {
  /** The newest version of a calendar. */
  current(calendarId: string): CompactCalendar;
  /** Exactly the version a case or clock refers to. */
  at(ref: CalendarRef): CompactCalendar;
  /** Names and notices of days between two dates, for the ledger; without it the ledger's reasons are general. */
  reasons?(ref: CalendarRef, from: string, to: string): DayReasons;
};

/** The calendar a case, or one of its clocks, is reckoned by. Opened once for each content. */
export const calendarFor = (calendars: Calendars, ref: CalendarRef): WorkCalendar =>
  openCalendar(calendars.at(ref));

/** The rules a new case of the procedure is accepted under. */
export const rulesForNew = (calendars: Calendars, procedure: Procedure): Rules => ({
  procedure,
  calendar: openCalendar(calendars.current(JURISDICTIONS[procedure.jurisdiction].calendar)),
});

/** The rules a case goes by: the edition and the calendar it has. */
export const rulesOf = (calendars: Calendars, procedure: Procedure, state: CaseState): Rules => ({
  procedure,
  calendar: calendarFor(calendars, state.calendar),
});
