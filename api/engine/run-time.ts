import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { tsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { knowsNothing } from './failures.ts';

const { WORKFLOW_EXECUTION_STATUS_RUNNING } = proto.temporal.api.enums.v1.WorkflowExecutionStatus;

/** Under this name a run carries the offset that it was started with, in milliseconds: see `CaseInput.clockOffsetMs`. */
export const CLOCK_OFFSET_MEMO = 'clockOffsetMs';

/**
 * What time it is for the run of a case, epoch milliseconds: the engine's own virtual time of the run and the offset it was started with.
 * null when the engine knows no such run; 'ended' when it has closed.
 */
export const caseTimeMs = async (client: Client, caseNo: string): Promise<number | 'ended' | null> => {
  try {
    const { workflowExecutionInfo, workflowExtendedInfo } =
      await client.workflowService.describeWorkflowExecution({
        namespace: client.options.namespace,
        execution: { workflowId: caseNo },
      });
    if (workflowExecutionInfo?.status !== WORKFLOW_EXECUTION_STATUS_RUNNING) return 'ended';
    const current = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    const memo = workflowExecutionInfo.memo?.fields?.[CLOCK_OFFSET_MEMO];
    const offsetMs = memo == null ? 0 : defaultPayloadConverter.fromPayload<number>(memo);
    return (current == null ? Date.now() : tsToMs(current)) + offsetMs;
  } catch (error) {
    if (knowsNothing(error)) return null;
    throw error;
  }
};
