/** Holidays that prolong a limit (R12; Tax Collection Rules 109). */
import type { Day } from './days.ts';
import { holds, type Stop } from './term.ts';
import { isWorking, type Outlook, type WorkCalendar } from './work-calendar.ts';

/** A holiday prolongs a limit when so many of its days, one after the other, lie in it (Tax Collection Rules 109). */
const LONG_HOLIDAY = 3;

/** The days of [first, last] that prolong a limit (R12): days off for which the clock did not stand still, three or more in a
 *  row. The part of a holiday that lies within the limit is what counts, for its length and for its days. */
export const prolongingDays = (
  cal: WorkCalendar,
  outlook: Outlook,
  stoppedDays: readonly Stop[],
  first: Day,
  last: Day,
): Day[] => {
  const found: Day[] = [];
  let row: Day[] = [];
  for (let day = first; day <= last + 1; day++) {
    if (day <= last && !isWorking(cal, day, outlook) && !holds(stoppedDays, day)) row.push(day);
    else {
      if (row.length >= LONG_HOLIDAY) found.push(...row);
      row = [];
    }
  }
  return found;
};
