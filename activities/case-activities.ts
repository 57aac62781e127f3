import { ApplicationFailure } from '@temporalio/common';
import type { CompactCalendar } from '../calendar/index.ts';
import type { CalendarRef, CaseEvent } from '../cases/index.ts';
import { RecordConflict } from '../store/index.ts';

/** What the activities need of the store. */
export type CaseRecord = { append(caseNo: string, events: CaseEvent[]): Promise<unknown> };

/** The newest version of a calendar when it is newer than the one referred to; else null. */
export type NewerCalendar = (ref: CalendarRef) => CompactCalendar | null;

/** All that a case does to the world by itself. Any of these may run twice; each comes out once. */
export const caseActivities = (record: CaseRecord, newerThan: NewerCalendar = () => null) => ({
  /**
   * Records what a timer brought about; a record that says otherwise is beyond mending by another try. Answers the calendar that
   * the case should go by where it is newer than the one it has, so that what time alone has started is counted by it too.
   */
  async recordEvents(
    caseNo: string,
    events: CaseEvent[],
    calendar?: CalendarRef,
  ): Promise<CompactCalendar | null> {
    await record.append(caseNo, events).catch((error: unknown) => {
      if (error instanceof RecordConflict) {
        throw ApplicationFailure.nonRetryable('the record and the engine disagree', 'RecordConflict');
      }
      throw error;
    });
    return calendar === undefined ? null : newerThan(calendar);
  },
});
export type CaseActivities = ReturnType<typeof caseActivities>;
