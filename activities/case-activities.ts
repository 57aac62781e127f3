import { ApplicationFailure } from '@temporalio/common';
import type { CaseEvent } from '../cases/index.ts';
import { RecordConflict } from '../store/index.ts';

/** What the activities need of the store. */
export type CaseRecord = { append(caseNo: string, events: CaseEvent[]): Promise<unknown> };

/** All that a case does to the world by itself. Any of these may run twice; each comes out once. */
export const caseActivities = (record: CaseRecord) => ({
  /** Records what a timer brought about. A record that says otherwise is beyond mending by another try. */
  async recordEvents(caseNo: string, events: CaseEvent[]): Promise<void> {
    await record.append(caseNo, events).catch((error: unknown) => {
      if (error instanceof RecordConflict) {
        throw ApplicationFailure.nonRetryable('the record and the engine disagree', 'RecordConflict');
      }
      throw error;
    });
  },
});
export type CaseActivities = ReturnType<typeof caseActivities>;
