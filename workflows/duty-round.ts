import { ApplicationFailure, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { DutyActivities } from '../activities/duty-activities.ts';
import { currentTurn } from '../cases/index.ts';
import { procedureEverywhere } from '../procedures/index.ts';

const { openDuties } = proxyActivities<DutyActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/**
 * One turn of a recurring duty in every jurisdiction that has it, started by its Schedule on the opening day. The cases open on that day whether people work on it or
 * not; their limits are by rule. What counts is the nominal time, so a round that was missed and is made up for later opens the cases
 * of its own period. Answers what came of it.
 */
export async function dutyRound(procedureId: string): Promise<string> {
  const outcomes: string[] = [];
  for (const { recurrence, jurisdiction } of procedureEverywhere(procedureId)) {
    if (recurrence === undefined) continue;
    const { period, opensAtMs } = currentTurn(recurrence, nominalMs());
    const round = { procedure: procedureId, period, opensAtMs, role: recurrence.holders, jurisdiction };
    const { opened, existing, paused } = await openDuties(round);
    const outcome = paused ? 'paused' : `${opened} opened, ${existing} there already`;
    outcomes.push(`${period} ${jurisdiction}: ${outcome}`);
  }
  if (outcomes.length === 0) throw ApplicationFailure.nonRetryable(`no recurring duty ${procedureId}`);
  return outcomes.join('; ');
}

/** When the Schedule meant this round to be; a round started by hand is meant for now. Epoch milliseconds. */
const nominalMs = (): number => {
  const [scheduled] = (workflowInfo().searchAttributes.TemporalScheduledStartTime ?? []) as unknown[];
  if (scheduled instanceof Date) return scheduled.getTime();
  return typeof scheduled === 'string' ? Date.parse(scheduled) : Date.now();
};
