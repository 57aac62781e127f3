import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { CalendarActivities } from '../activities/calendar-activities.ts';
import type { RolloutInput } from './contract.ts';

const { planRollout, adoptInCases, finishRollout } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

/** Long enough for every process to have heard of the release. */
const HEARD_BY_ALL = '3 seconds';
/** Cases that were being filed under the old version when the first round looked are found by the second. */
const ROUNDS = 2;

/**
 * Brings a released calendar to the open cases that it moves, batch after batch. What has been done is in the database, so a run
 * that is lost is simply started again. Ends when no case is left.
 */
export async function calendarRollout({ calendarId, version, round = 1 }: RolloutInput): Promise<void> {
  const rollout = { calendarId, version };
  for (let now = round; now <= ROUNDS; now++) {
    await sleep(HEARD_BY_ALL);
    await planRollout(rollout);
    while ((await adoptInCases(rollout)).left) {
      if (workflowInfo().continueAsNewSuggested)
        await continueAsNew<typeof calendarRollout>({ calendarId, version, round: now });
    }
  }
  await finishRollout(rollout);
}
