import { openCalendar, type WorkCalendar } from '../../calendar/index.ts';
import { calendars, composeCalendar, parentsOf, releases } from '../../calendar/tables.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';

/** The shipped calendar of a jurisdiction, opened, as known on a civil day (default: all that is shipped). */
export const calendarFor = (jurisdiction: Jurisdiction, knownOn?: string): WorkCalendar => {
  const calendarId = JURISDICTIONS[jurisdiction].calendar;
  const selection = {
    calendarId,
    parents: parentsOf(calendars, calendarId),
    from: '2024-01-01',
    to: '2030-12-31',
  };
  return openCalendar(
    composeCalendar(releases, knownOn === undefined ? selection : { ...selection, knownOn }),
  );
};
