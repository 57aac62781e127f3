import { setTimeout as sleep } from 'node:timers/promises';
import type { AlarmKind, Fault, WatchedCase } from '../../store/index.ts';
import type { Armed } from '../../workflows/contract.ts';
import { armedOf } from './armed.ts';
import { CASE_FAULTS, calendarFaults, deadlineFaults, RECORD_FAULTS, timerFaults } from './case-faults.ts';
import { jumpsOf } from './jumps.ts';
import type { WatchdogDeps } from './watchdog.ts';

const ANSWERS_WITHIN_MS = 5_000;
/** What is found is looked at once more after this: people act while the watchdog looks. */
export const LOOK_AGAIN_AFTER_MS = 1_500;

/** What was found in a case, and which kinds could be judged: of the others nothing is known. */
type Findings = { found: Fault[]; judged: readonly AlarmKind[] };
/** What has only just begun may be nothing: a case just filed has no run yet, a worker just started has not answered yet. */
type Doubt = { kind: 'run_missing' | 'run_not_answering'; sinceMs: number };

export type CaseLooks = {
  /** What the run goes by; `gone`: no run is open; null: it did not answer. */
  ask(caseNo: string): Promise<Armed | 'gone' | null>;
  /** Looks at one open case; what is found twice becomes an alarm, what is found no more resolves it. */
  lookAt(watched: WatchedCase): Promise<void>;
  /** Cases that are without a run, or whose run does not answer, and not yet for so long that it is a fault. */
  doubtful(): string[];
  /** Without an engine and its workers nothing can be expected of a run: doubts begin anew when they are back. */
  forgetDoubts(of?: Partial<{ caseNo: string; kind: Doubt['kind'] }>): void;
  report(faults: readonly Fault[]): Promise<void>;
};

/** Looks at single cases. `patienceMs`: how long a case may be without a run, or its run without an answer. */
export const caseLooks = (deps: WatchdogDeps, patienceMs: number, signal: AbortSignal): CaseLooks => {
  const { client, store, calendars, logger, nowMs, wakeSpreadMs } = deps;
  const doubts = new Map<string, Doubt>();
  const hasJumped = jumpsOf({ nowMs, steadyMs: () => performance.now() });

  const ask: CaseLooks['ask'] = (caseNo) =>
    client.connection
      .withDeadline(Date.now() + ANSWERS_WITHIN_MS, () => armedOf(client, caseNo))
      .catch(() => null);

  /** A fault once it has lasted. */
  const lasting = (caseNo: string, kind: Doubt['kind'], details: Fault['details']): Fault[] => {
    const before = doubts.get(caseNo);
    const doubt = before?.kind === kind ? before : { kind, sinceMs: performance.now() };
    doubts.set(caseNo, doubt);
    const isFault = performance.now() - doubt.sinceMs >= patienceMs;
    return isFault ? [{ kind, caseNo, clock: '', details }] : [];
  };

  /** While a roll-out is on its way, cases may be behind. */
  const behind = async (watched: WatchedCase): Promise<Fault[]> => {
    const found = calendarFaults(calendars, watched, nowMs());
    return found.length > 0 && (await store.rollouts.running()).length > 0 ? [] : found;
  };

  const examine = async (watched: WatchedCase): Promise<Findings> => {
    const { no, seq } = watched.state;
    const stored = [...deadlineFaults(calendars, watched), ...(await behind(watched))];
    if (watched.engineStartedAtMs === null)
      return { found: [...stored, ...lasting(no, 'run_missing', { seq })], judged: RECORD_FAULTS };
    const armed = await ask(no);
    if (armed === 'gone') {
      doubts.delete(no);
      const missing: Fault = { kind: 'run_missing', caseNo: no, clock: '', details: { seq } };
      return { found: [...stored, missing], judged: CASE_FAULTS };
    }
    const at = { nowMs: nowMs(), spreadMs: wakeSpreadMs, hasJumped: hasJumped() };
    const found = [...stored, ...timerFaults(watched, armed, at)];
    if (armed === null)
      return { found: [...found, ...lasting(no, 'run_not_answering', { seq })], judged: RECORD_FAULTS };
    doubts.delete(no);
    return { found, judged: CASE_FAULTS };
  };

  const report: CaseLooks['report'] = async (faults) => {
    for (const { kind, caseNo, clock } of await store.alarms.raise(faults))
      logger.error({ alarm: kind, case: caseNo, ...(clock === '' ? {} : { clock }) }, 'watchdog alarm');
  };

  return {
    ask,
    report,
    doubtful: () => [...doubts.keys()],
    forgetDoubts({ caseNo, kind } = {}) {
      for (const [no, doubt] of doubts)
        if ((caseNo ?? no) === no && (kind ?? doubt.kind) === doubt.kind) doubts.delete(no);
    },
    async lookAt(watched) {
      const { no } = watched.state;
      let { found, judged } = await examine(watched);
      if (found.length > 0) {
        await sleep(LOOK_AGAIN_AFTER_MS, undefined, { signal });
        const [again] = await store.watched.cases({ only: no });
        ({ found, judged } = again === undefined ? { found: [], judged: CASE_FAULTS } : await examine(again));
        await report(found);
      }
      await store.alarms.resolveGone(no, judged, found);
    },
  };
};
