import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../store/index.ts';
import { CASE_TASK_QUEUE } from '../../workflows/types.ts';
import { CASE_FAULTS } from './case-faults.ts';
import { type CaseLooks, LOOK_AGAIN_AFTER_MS } from './case-looks.ts';
import type { WatchdogDeps } from './watchdog.ts';

const PAGE = 500;
/** Doubtful cases, and those without a run, looked at in one round. */
const LOOKED_AT = 50;
/** A worker asks for work at least so often. */
const POLLS_WITHIN_MS = 90_000;
/** A run that was started so lately may not be listed yet. */
const LISTED_WITHIN_MS = 10_000;
/** Workflow ids that are case numbers; other runs are not about one case. */
const CASE_NUMBER = /^[A-Z]{2,4}-\d{8}-/;

/**
 * Compares all runs of the engine with all open cases at once: open cases without a run, runs without an open case, and what was in
 * doubt before. Rejects when the engine does not answer; nothing is concluded from that.
 */
export const runLooks = ({ client, store }: WatchdogDeps, looks: CaseLooks, signal: AbortSignal) => {
  const { namespace } = client.options;

  /** Whether a worker has lately asked for work. */
  const isWorkerThere = async (): Promise<boolean> => {
    const { pollers } = await client.workflowService.describeTaskQueue({
      ...{ namespace, taskQueue: { name: CASE_TASK_QUEUE }, taskQueueType: 1 },
    });
    const sinceMs = Date.now() - POLLS_WITHIN_MS;
    return (pollers ?? []).some(
      ({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000 > sinceMs,
    );
  };

  /** An engine or a worker that is away is told by others (/readyz, its own log); it makes no fault of every case. */
  const settleDoubts = async (): Promise<void> => {
    const isThere = await isWorkerThere().catch((error: unknown) => {
      looks.forgetDoubts();
      throw error;
    });
    if (!isThere) looks.forgetDoubts({ kind: 'run_not_answering' });
    await lookAtCases([...looks.doubtful(), ...(await store.watched.withoutRun(LOOKED_AT))]);
  };

  const lookAtCases = async (caseNos: readonly string[]): Promise<void> => {
    for (const caseNo of [...new Set(caseNos)].slice(0, LOOKED_AT)) {
      const [watched] = await store.watched.cases({ only: caseNo });
      if (watched === undefined) looks.forgetDoubts({ caseNo });
      else await looks.lookAt(watched);
    }
  };

  const running = async (): Promise<Set<string>> => {
    const found = new Set<string>();
    for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` }))
      if (CASE_NUMBER.test(workflowId)) found.add(workflowId);
    return found;
  };

  const casesWithoutRun = async (runs: ReadonlySet<string>, startedByMs: number): Promise<string[]> => {
    const missing: string[] = [];
    for (let afterNo = ''; ; ) {
      const page = await store.record.openCases({ afterNo, limit: PAGE });
      for (const { no, engineStartedAtMs } of page)
        if (engineStartedAtMs !== null && engineStartedAtMs <= startedByMs && !runs.has(no)) missing.push(no);
      if (page.length < PAGE) return missing;
      afterNo = page.at(-1)?.no ?? '';
    }
  };

  const strays = async (caseNos: readonly string[]): Promise<string[]> => {
    const found: string[] = [];
    for (let from = 0; from < caseNos.length; from += PAGE) {
      const page = caseNos.slice(from, from + PAGE);
      const open = await store.watched.openAmong(page);
      found.push(...page.filter((no) => !open.has(no)));
    }
    return found;
  };

  /** Runs of cases that are closed, or were never filed. */
  const lookAtStrays = async (runs: ReadonlySet<string>): Promise<void> => {
    const suspects = await strays([...runs]);
    const known = await store.alarms.openCases('run_of_closed_case');
    if (suspects.length > 0) await sleep(LOOK_AGAIN_AFTER_MS, undefined, { signal });
    for (const caseNo of new Set([...(await strays(suspects)), ...known])) {
      const isThere = ![null, 'gone'].includes((await looks.ask(caseNo)) as null | 'gone');
      const found: Fault[] =
        isThere && (await strays([caseNo])).length > 0
          ? [{ kind: 'run_of_closed_case', caseNo, clock: '', details: {} }]
          : [];
      await looks.report(found);
      await store.alarms.resolveGone(caseNo, ['run_of_closed_case'], found);
    }
  };

  /** Answers how long the comparison itself took, without the looks that it gave rise to. Milliseconds. */
  return async (): Promise<number> => {
    // What was found in cases that have been closed since is no fault any more.
    await store.alarms.resolveOfEnded(CASE_FAULTS);
    await settleDoubts();
    const startedByMs = Date.now() - LISTED_WITHIN_MS;
    const begunMs = performance.now();
    const runs = await running();
    const missing = await casesWithoutRun(runs, startedByMs);
    const tookMs = performance.now() - begunMs;
    await lookAtCases(missing);
    await lookAtStrays(runs);
    return tookMs;
  };
};
