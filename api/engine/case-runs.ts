import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/common';
import { type CaseEvent, type CaseState, PRACTICE } from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import type { Store } from '../../store/index.ts';
import {
  type CaseInput,
  type ExecuteRequest,
  eventsAfterQuery,
  executeUpdate,
} from '../../workflows/contract.ts';
import { CASE_TASK_QUEUE, priorityOf, SEARCH_ATTRIBUTES, WORKFLOW_TYPES } from '../../workflows/types.ts';
import { runWakeMs } from '../../workflows/wake.ts';
import type { Calendars } from '../calendars.ts';
import { knowsNothing } from './failures.ts';
import { gather } from './gather.ts';
import { CLOCK_OFFSET_MEMO } from './run-time.ts';
import type { Born } from './types.ts';

const keyword = (name: keyof typeof SEARCH_ATTRIBUTES, value: string) => ({
  key: defineSearchAttributeKey(SEARCH_ATTRIBUTES[name], SearchAttributeType.KEYWORD),
  value,
});

/** A shorter sleep is not worth a timer of the engine's. */
const WORTH_SLEEPING_MS = 1_000;

/**
 * The run sleeps until something of its case is due or somebody acts, whichever comes first: until then there is nothing for a worker to
 * do, and the engine holds the timer. null: it is looked at by a worker at once.
 */
const sleepMsOf = (state: CaseState, spreadMs: number, nowMs: number): number | null => {
  const sleepMs = (runWakeMs(state, spreadMs) ?? nowMs) - nowMs;
  return sleepMs > WORTH_SLEEPING_MS ? sleepMs : null;
};

/** More events than a case can come to: the engine ends a run long before. */
const ALL_EVENTS = 50_000;

export type CaseRunsDeps = {
  client: Client;
  store: Store;
  calendars: Calendars;
  wakeSpreadMs: number;
  /** How far virtual time is ahead of real time, milliseconds; 0 outside the demo. */
  offsetMs(): number | Promise<number>;
};

/** Runs that start together are noted together. */
const NOTED_WITHIN_MS = 20;

/** `launched`: the engine has the run, or there is none to have. `noted`: the record says so. */
type Starting = { launched: Promise<boolean>; noted: Promise<void> };

/** The runs of cases in the engine: started, spoken to and, where the record knows better, started again from the record. */
export type CaseRuns = ReturnType<typeof caseRuns>;

export const caseRuns = ({ client, store, calendars, wakeSpreadMs, offsetMs }: CaseRunsDeps) => {
  const markStarted = gather(store.record.markEngineStarted, NOTED_WITHIN_MS);
  /** One start a case at a time in this process: simultaneous callers share it. */
  const starting = new Map<string, Starting>();

  const handleOf = (caseNo: string): WorkflowHandle => client.workflow.getHandle(caseNo);

  const read = async (caseNo: string): Promise<Born | null> => {
    const recorded = await store.record.load(caseNo);
    if (recorded === null) return null;
    return { state: recorded.state, events: await store.record.events(caseNo, 0, ALL_EVENTS) };
  };

  /** Whether the case is one that has a run. */
  const launch = async (caseNo: string, again: boolean, born?: Born): Promise<boolean> => {
    const recorded = born ?? (await read(caseNo));
    if (recorded === null || recorded.state.status !== 'open') return false;
    const { state, events } = recorded;
    const procedure = procedureById(state.procedure, state.edition);
    if (procedure === null) throw new Error(`no procedure ${state.procedure}@${state.edition}`);
    const clockOffsetMs = await offsetMs();
    const input: CaseInput = {
      no: caseNo,
      events: [...events],
      calendar: calendars.at(state.calendar),
      clockOffsetMs,
      wakeSpreadMs,
      practice: PRACTICE,
    };
    const sleepMs = sleepMsOf(state, wakeSpreadMs, Date.now() + clockOffsetMs);
    await client.workflow.start(WORKFLOW_TYPES[procedure.family], {
      workflowId: caseNo,
      ...(sleepMs === null ? {} : { startDelay: sleepMs }),
      taskQueue: CASE_TASK_QUEUE,
      args: [input],
      workflowIdConflictPolicy: again ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
      workflowIdReusePolicy: again ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      priority: { priorityKey: priorityOf(procedure.family) },
      memo: { [CLOCK_OFFSET_MEMO]: clockOffsetMs },
      staticSummary: `${procedure.title} ${caseNo}`,
      typedSearchAttributes: [
        keyword('procedure', state.procedure),
        keyword('jurisdiction', procedure.jurisdiction),
        keyword('department', state.submitter.department),
      ],
    });
    return true;
  };

  const once = (caseNo: string, work: () => Promise<boolean>): Promise<void> => {
    const under = starting.get(caseNo);
    if (under !== undefined) return under.noted;
    const launched = work();
    const noted = launched
      .then(async (isRunning) => {
        if (isRunning) await markStarted(caseNo);
      })
      .finally(() => starting.delete(caseNo));
    starting.set(caseNo, { launched, noted });
    return noted;
  };

  /**
   * Waits, `waitMs` at most, for a start that is under way in this process: whoever files a case may act on it before the engine has its
   * run. How the start went is found out by speaking to the run.
   */
  const whenLaunched = async (caseNo: string, waitMs: number): Promise<void> => {
    const under = starting.get(caseNo);
    if (under === undefined) return;
    const waited = new AbortController();
    const late = sleep(waitMs, undefined, { signal: waited.signal });
    await Promise.race([under.launched, late])
      .catch(() => undefined)
      .finally(() => waited.abort());
  };

  /** Events that the engine has and the record has not; empty when the engine knows no such case. */
  const unrecorded = async (caseNo: string): Promise<CaseEvent[]> => {
    const recorded = await store.record.load(caseNo);
    if (recorded === null) return [];
    return await handleOf(caseNo)
      .query(eventsAfterQuery, recorded.state.seq)
      .catch((error: unknown) => {
        if (knowsNothing(error)) return [];
        throw error;
      });
  };

  return {
    /** Starts the run of an open case; a run that is there is left alone. A closed run is asked for what it still knows. */
    start: (caseNo: string, born?: Born): Promise<void> =>
      once(caseNo, async () => {
        try {
          return await launch(caseNo, false, born);
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
          const events = await unrecorded(caseNo);
          if (events.length > 0) await store.record.append(caseNo, events);
          return await launch(caseNo, true);
        }
      }),

    /** Ends whatever run there is and starts the case anew from the record: the record is the truth. */
    restart: (caseNo: string): Promise<void> => once(caseNo, () => launch(caseNo, true)),

    /** Carries a command out; answers the events after `knownSeq`. Throws what `failures.ts` tells apart. */
    async execute(caseNo: string, request: ExecuteRequest, waitMs: number): Promise<CaseEvent[]> {
      const deadlineMs = Date.now() + waitMs;
      await whenLaunched(caseNo, waitMs);
      return client.connection.withDeadline(deadlineMs, () =>
        handleOf(caseNo).executeUpdate(executeUpdate, { args: [request], updateId: request.command.id }),
      );
    },

    unrecorded,
  };
};
