import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';
import { type RolloutInput, rolloutWorkflowId } from '../../workflows/contract.ts';
import { CASE_TASK_QUEUE } from '../../workflows/types.ts';

const LOOK_EVERY_MS = 1_000;
/** A roll-out that is known to run is looked after again after so many looks. */
const AGAIN_AFTER_LOOKS = 30;
/** After everything that belongs to cases. */
const LOWEST_PRIORITY = 5;

/**
 * Sees to it that every roll-out that is not at its end has a run: after a release, and after the engine was away or lost.
 * Any number of processes may do so.
 */
export const keepRollouts = ({ client, store, logger }: { client: Client; store: Store; logger: Logger }) => {
  const startedAtLook = new Map<string, number>();
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    for (const rollout of await store.rollouts.running()) {
      const workflowId = rolloutWorkflowId(rollout);
      if (looks - (startedAtLook.get(workflowId) ?? -AGAIN_AFTER_LOOKS) < AGAIN_AFTER_LOOKS) continue;
      await client.workflow.start('calendarRollout', {
        workflowId,
        taskQueue: CASE_TASK_QUEUE,
        args: [rollout satisfies RolloutInput],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        priority: { priorityKey: LOWEST_PRIORITY },
        staticSummary: `日历发布后重算在办期限 ${workflowId}`,
      });
      startedAtLook.set(workflowId, looks);
    }
  };
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    looking = look()
      .catch((error: unknown) => logger.warn({ err: error }, 'roll-outs not looked after for now'))
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await looking;
    },
  };
};
