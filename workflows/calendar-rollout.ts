import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { CalendarActivities } from '../activities/calendar-activities.ts';
import type { RolloutInput } from './contract.ts';

const { planRollout, adoptInCases, finishRollout } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '5 minutes',
  // So long nobody goes on after a worker was killed.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

/** Long enough for every process to have heard of the release. */
const HEARD_BY_ALL = '3 seconds';
/** Cases that were being filed under the old version when the first round looked are found by the second. */
const ROUNDS = 2;
const BATCHES_PER_RUN = 50;

/**
 * Brings a released calendar to the open cases that it moves, batch after batch. What has been done is in the database, so a run
 * that is lost is simply started again; one that has done its share of batches hands over to the next. Ends when no case is left.
 */
export async function calendarRollout(input: RolloutInput): Promise<void> {
  const { calendarId, version, goesOn, batchesPerRun = BATCHES_PER_RUN } = input;
  const rollout = { calendarId, version };
  let batches = 0;
  for (let round = goesOn?.round ?? 1; round <= ROUNDS; round++) {
    if (round !== goesOn?.round) {
      await sleep(HEARD_BY_ALL);
      await planRollout(rollout);
    }
    while ((await adoptInCases(rollout)).left) {
      batches += 1;
      if (batches >= batchesPerRun || workflowInfo().continueAsNewSuggested)
        await continueAsNew<typeof calendarRollout>({ ...input, goesOn: { round } });
    }
  }
  await finishRollout(rollout);
}
