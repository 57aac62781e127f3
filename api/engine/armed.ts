import type { Client, WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { fold } from '../../cases/index.ts';
import { type Armed, armedQuery, type CaseInput } from '../../workflows/contract.ts';
import { runWakeMs } from '../../workflows/wake.ts';
import { isAsleep, isGone } from './failures.ts';

/**
 * What the run of a case goes by; `gone`: no run is open. A run that has slept since its start is held by no worker that could be asked:
 * it goes by what it was started with, and its timer is the engine's own. Throws when the engine or the worker does not answer, and
 * when the run itself cannot: its workflow task fails.
 */
export const armedOf = async (client: Client, caseNo: string): Promise<Armed | 'gone'> => {
  const handle = client.workflow.getHandle(caseNo);
  try {
    const { status, executionTime } = await handle.describe();
    if (status.name !== 'RUNNING') return 'gone';
    return await handle.query(armedQuery).catch((error: unknown) => {
      if (!isAsleep(error)) throw error;
      return armedSinceStart(handle, executionTime?.getTime() ?? null);
    });
  } catch (error) {
    if (isGone(error)) return 'gone';
    throw error;
  }
};

/** The engine counts a sleep from when it takes the start in, so it ends by so much later as that took. */
const START_TAKES_AT_MOST_MS = 5_000;

/** `wakesAtMs`: on the engine's clock. */
const armedSinceStart = async (handle: WorkflowHandle, wakesAtMs: number | null): Promise<Armed> => {
  const { events } = await handle.fetchHistory();
  if ((events?.length ?? 0) > 1) throw new Error('a run that is awake and cannot be asked');
  const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  if (payload == null) throw new Error('a run without its input');
  const input = defaultPayloadConverter.fromPayload<CaseInput>(payload);
  const { id, version } = input.calendar;
  const state = fold(input.events);
  const meantMs = runWakeMs(state, input.wakeSpreadMs);
  const armedMs = wakesAtMs === null ? null : wakesAtMs + input.clockOffsetMs;
  const lateMs = (armedMs ?? 0) - (meantMs ?? 0);
  const isAsMeant = lateMs >= 0 && lateMs < START_TAKES_AT_MOST_MS;
  return { armedMs: isAsMeant ? meantMs : armedMs, seq: state.seq, calendar: { id, version } };
};
