import { randomUUID } from 'node:crypto';
import { type Client, isGrpcDeadlineError, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';

const Result = proto.temporal.api.enums.v1.FastForwardPollingResult;
const GRPC_NOT_FOUND = 5;

/** `completed`: the execution's own clock stands `byMs` further on. `ended`: it closed before, or on the way. */
export type FastForwardOutcome = 'completed' | 'ended';

export interface FastForwardOptions {
  /** How long to wait in real time before giving up. Default 120,000. */
  readonly timeoutMs?: number;
}

/** The server refuses to skip more waits than this in one go; one timer is one or two. */
const MAX_SKIPS = 100_000;

/**
 * Moves the clock of one open execution on by `byMs` (from its own now), firing on the way every timer that falls
 * due, in order, and waits until that is done. Only a Temporal of ours can do it (see `startTemporal`).
 *
 * What it is good to know:
 * - What was skipped stays: several calls add up, and real time goes on from there.
 * - It stops for work in flight. An activity or a workflow task on the way is waited for in real time, so with no
 *   worker up it waits until the timeout; with nothing pending it is done at once.
 * - The next call to the same execution replaces one that is still under way, whose skipped time is then not the
 *   sum. The one replaced throws; let callers take turns per execution.
 * - Activities, the database and other executions keep their own time, a child that is already running too.
 * - Not for an execution that continues-as-new on the way or has done so after skipped time: server 1.32.0 shifts
 *   the start of the new run twice, and its timers go wrong. Later servers do not.
 * - Timers come up to some tens of milliseconds late in virtual time, never early.
 *
 * Throws RangeError when `byMs` is negative or no number, the SDK's ServiceError when there is no such execution or
 * the server cannot skip time, and Error when replaced or out of time.
 */
export async function fastForward(
  client: Client,
  workflowId: string,
  byMs: number,
  options: FastForwardOptions = {},
): Promise<FastForwardOutcome> {
  if (!Number.isFinite(byMs) || byMs < 0) throw new RangeError(`cannot fast-forward by ${byMs} ms`);
  const timeoutMs = options.timeoutMs ?? 120_000;
  const giveUpAtMs = Date.now() + timeoutMs;
  const execution = { namespace: client.options.namespace, workflowExecution: { workflowId } };
  const fastForwardId = randomUUID();
  // Less than a millisecond is refused by the server as nothing.
  const duration = msToTs(Math.max(1, Math.round(byMs)));
  try {
    return await client.connection.withDeadline(giveUpAtMs, async () => {
      await client.workflowService.updateWorkflowExecutionOptions({
        ...execution,
        workflowExecutionOptions: {
          timeSkippingConfig: {
            enabled: true,
            fastForwardConfig: { id: fastForwardId, duration },
            maxSessionSkipCount: MAX_SKIPS,
          },
        },
        updateMask: { paths: ['time_skipping_config'] },
      });
      return await outcomeOf(client, execution, fastForwardId);
    });
  } catch (error) {
    if (
      isGrpcServiceError(error) &&
      error.code === GRPC_NOT_FOUND &&
      error.message.includes('already completed')
    ) {
      return 'ended';
    }
    // Near the deadline the server may be the first to give up, and says so in other words.
    if (isGrpcDeadlineError(error) || Date.now() > giveUpAtMs - 200) {
      throw new Error(
        `${workflowId} did not come to the end of the fast-forward in ${timeoutMs} ms; is a worker up?`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

async function outcomeOf(
  client: Client,
  execution: { namespace: string; workflowExecution: { workflowId: string } },
  fastForwardId: string,
): Promise<FastForwardOutcome> {
  for (;;) {
    // The server holds each poll for some 20 seconds.
    const poll = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      ...execution,
      fastForwardId,
    });
    if (poll.fastForwardPollingResult === Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED)
      return 'completed';
    if (poll.fastForwardPollingResult === Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) {
      if (poll.failedReason.includes('ended')) return 'ended';
      throw new Error(
        `fast-forward of ${execution.workflowExecution.workflowId} came to nothing: ${poll.failedReason}`,
      );
    }
  }
}
