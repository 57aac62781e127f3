import { type CompactCalendar, type DayReasons, openCalendar, type WorkCalendar } from '../calendar/index.ts';
import type { CalendarLayer, Release } from '../calendar/tables.ts';
import type { CalendarRef, CaseState, Filing, Rules } from '../cases/index.ts';
import { JURISDICTIONS } from '../procedures/regulations.ts';
import type { Procedure } from '../procedures/schema.ts';
import { firstSeatOf } from '../procedures/seats.ts';
import { withTargets } from '../procedures/targets.ts';

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

/** Who takes part in a new case, what steers it, and the targets it is filed under. */
export type Steering = Pick<Filing, 'parties' | 'facts' | 'targets'>;

/** The department that handles a new case (承办机关): the one that takes it up first. */
const handlingDepartment = (procedure: Procedure, { parties, facts }: Steering): string | undefined => {
  const seat = firstSeatOf(procedure, facts);
  if (seat === undefined || typeof seat === 'string') return seat && parties[seat];
  const named = facts[seat.department];
  return typeof named === 'string' ? named : parties[seat.role];
};

/** The rules a new case of the procedure is accepted under: its edition with the targets of the filing, and the calendar of the department
 *  that handles it where it has one of its own, else of its place. A case keeps both, whoever takes it over. */
export const rulesForNew = (calendars: Calendars, procedure: Procedure, steering: Steering): Rules => {
  const handling = handlingDepartment(procedure, steering);
  const own = calendars
    .layers()
    .find(({ department }) => department !== undefined && department === handling);
  const id = own?.id ?? JURISDICTIONS[procedure.jurisdiction].calendar;
  return {
    procedure: withTargets(procedure, steering.targets ?? []),
    calendar: openCalendar(calendars.current(id)),
  };
};

/** The rules a case goes by: its edition with the targets it was filed under, and the newest calendar, which the decider adopts before anything else. */
export const rulesOf = (calendars: Calendars, procedure: Procedure, state: CaseState): Rules => ({
  procedure,
  calendar: openCalendar(newerFor(calendars, state.calendar) ?? calendars.at(state.calendar)),
});
