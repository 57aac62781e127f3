import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Fault, Store, WatchedCase } from '../../store/index.ts';
import type { Armed } from '../../workflows/contract.ts';
import type { Calendars } from '../calendars.ts';
import { armedOf } from './armed.ts';
import { CASE_FAULTS, calendarFaults, deadlineFaults, timerFaults } from './case-faults.ts';

export type WatchdogDeps = {
  client: Client;
  store: Store;
  calendars: Calendars;
  logger: Logger;
  nowMs: () => number;
  wakeSpreadMs: number;
};
export type Watchdog = {
  /** Looks at every open case and every run once. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
};

// One at a time and often: people's requests are answered by the same process.
const EVERY_MS = 200;
/** Of a sweep that somebody waits for. */
const SWEPT_AT_ONCE = 20;
const RUNS_EVERY_MS = 10_000;
const PAGE = 50;
const ANSWERS_WITHIN_MS = 5_000;
/** Workflow ids that are case numbers; other runs are not about one case. */
const CASE_NUMBER = /^[A-Z]{2,4}-\d{8}-/;
/** What is found is looked at once more after this: people act while the watchdog looks. */
const LOOK_AGAIN_AFTER_MS = 1_500;

/**
 * Compares without end, case by case, what must agree: the open cases of the record, the runs of the engine, their timers, the
 * stored deadlines and the calendars. A fault that is still there at a second look becomes an alarm; one that is gone resolves it.
 */
export const startWatchdog = (deps: WatchdogDeps): Watchdog => {
  const { client, store, calendars, logger, nowMs, wakeSpreadMs } = deps;
  const stopping = new AbortController();

  /** What the run goes by; `gone`: no run is open; null: it did not answer. */
  const ask = (caseNo: string): Promise<Armed | 'gone' | null> =>
    client.connection
      .withDeadline(Date.now() + ANSWERS_WITHIN_MS, () => armedOf(client, caseNo))
      .catch(() => null);

  const faultsOf = async (watched: WatchedCase): Promise<Fault[]> => {
    const { state, engineStartedAtMs } = watched;
    const stored = [...deadlineFaults(calendars, watched), ...(await behind(watched))];
    if (engineStartedAtMs === null) return stored;
    const armed = await ask(state.no);
    if (armed === 'gone')
      return [...stored, { kind: 'run_missing', caseNo: state.no, clock: '', details: { seq: state.seq } }];
    return [...stored, ...timerFaults(watched, armed, { nowMs: nowMs(), spreadMs: wakeSpreadMs })];
  };
  /** While a roll-out is on its way, cases may be behind. */
  const behind = async (watched: WatchedCase): Promise<Fault[]> => {
    const found = calendarFaults(calendars, watched, nowMs());
    return found.length > 0 && (await store.rollouts.running()).length > 0 ? [] : found;
  };

  const report = async (faults: readonly Fault[]): Promise<void> => {
    for (const { kind, caseNo, clock } of await store.alarms.raise(faults))
      logger.error({ alarm: kind, case: caseNo, ...(clock === '' ? {} : { clock }) }, 'watchdog alarm');
  };

  const lookAt = async (watched: WatchedCase): Promise<void> => {
    const { no } = watched.state;
    let found = await faultsOf(watched);
    if (found.length > 0) {
      await sleep(LOOK_AGAIN_AFTER_MS, undefined, { signal: stopping.signal });
      const [again] = await store.alarms.watched({ only: no, limit: 1 });
      found = again === undefined ? [] : await faultsOf(again);
      await report(found);
    }
    await store.alarms.resolveGone(no, CASE_FAULTS, found);
  };

  const lookAtNext = async (afterNo: string, limit: number): Promise<string> => {
    const batch = await store.alarms.watched({ afterNo, limit });
    const last = batch.at(-1)?.state.no ?? '';
    await Promise.all(batch.map(lookAt));
    return last;
  };

  /** Runs of cases that are closed, or were never filed; and what was found in cases that have been closed since. */
  const lookAtRuns = async (): Promise<void> => {
    await store.alarms.resolveOfEnded(CASE_FAULTS);
    const strays = async (caseNos: readonly string[]): Promise<string[]> => {
      const open = await store.alarms.openAmong(caseNos);
      return caseNos.filter((no) => !open.has(no));
    };
    const suspects: string[] = [];
    let page: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` })) {
      if (CASE_NUMBER.test(workflowId)) page.push(workflowId);
      if (page.length < PAGE) continue;
      suspects.push(...(await strays(page)));
      page = [];
    }
    suspects.push(...(await strays(page)));
    const known = await store.alarms.openCases('run_of_closed_case');
    if (suspects.length > 0) await sleep(LOOK_AGAIN_AFTER_MS, undefined, { signal: stopping.signal });
    for (const caseNo of new Set([...(await strays(suspects)), ...known])) {
      const isThere = ![null, 'gone'].includes((await ask(caseNo)) as null | 'gone');
      const found: Fault[] =
        isThere && (await strays([caseNo])).length > 0
          ? [{ kind: 'run_of_closed_case', caseNo, clock: '', details: {} }]
          : [];
      await report(found);
      await store.alarms.resolveGone(caseNo, ['run_of_closed_case'], found);
    }
  };

  let afterNo = '';
  let nextRunsMs = performance.now() + RUNS_EVERY_MS;
  const step = async (): Promise<void> => {
    afterNo = await lookAtNext(afterNo, 1);
    if (afterNo !== '' || performance.now() < nextRunsMs) return;
    await lookAtRuns();
    nextRunsMs = performance.now() + RUNS_EVERY_MS;
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await step().catch((error: unknown) => {
        if (!stopping.signal.aborted) logger.warn({ err: error }, 'the watchdog could not look');
      });
    }
  };
  const running = loop();
  return {
    async sweep() {
      let after = '';
      do after = await lookAtNext(after, SWEPT_AT_ONCE);
      while (after !== '');
      await lookAtRuns();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
