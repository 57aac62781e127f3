import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';
import type { Calendars } from '../calendars.ts';
import { caseLooks } from './case-looks.ts';
import { runLooks } from './run-looks.ts';

export type WatchdogDeps = {
  client: Client;
  store: Store;
  calendars: Calendars;
  logger: Logger;
  nowMs: () => number;
  wakeSpreadMs: number;
  /** How long a case may be without a run, or its run without an answer, before that is a fault. Default two minutes. */
  patienceMs?: number;
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
const PATIENCE_MS = 120_000;
/** Cases that wake within this are looked at in turn with all the others. */
const WAKES_WITHIN_MS = 3_600_000;
const WAKING_EVERY_MS = 10_000;
const RUNS_EVERY_MS = 10_000;
/** The comparison of all runs with all cases takes no more than this part of the time. */
const RUNS_SHARE = 1 / 20;

/**
 * Compares without end what must agree: the open cases of the record, the runs of the engine, their timers, the stored instants and the
 * calendars. Case by case, every other look at one that wakes soonest; and all runs with all cases at once. A fault that is still there
 * at a second look becomes an alarm; one that is gone resolves it.
 */
export const startWatchdog = (deps: WatchdogDeps): Watchdog => {
  const { store, logger, nowMs, patienceMs = PATIENCE_MS } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  setMaxListeners(0, signal);
  const looks = caseLooks(deps, patienceMs, signal);
  const lookAtRuns = runLooks(deps, looks, signal);

  /** The next of all cases, by number; '' after the last. */
  const lookByNumber = async (afterNo: string, limit: number): Promise<string> => {
    const batch = await store.watched.cases({ afterNo, limit });
    await Promise.all(batch.map(looks.lookAt));
    return batch.at(-1)?.state.no ?? '';
  };

  let wakingAfter: { wakeAtMs: number; no: string } | null = null;
  let wakingFromMs = 0;
  /** The next of those that wake soonest; false: all have been looked at lately. */
  const lookByWake = async (): Promise<boolean> => {
    if (performance.now() < wakingFromMs) return false;
    const wakesByMs = nowMs() + WAKES_WITHIN_MS;
    const [next] = await store.watched.cases({ wakesByMs, after: wakingAfter, limit: 1 });
    if (next === undefined || next.wakeAtMs === null) {
      wakingAfter = null;
      wakingFromMs = performance.now() + WAKING_EVERY_MS;
      return false;
    }
    wakingAfter = { wakeAtMs: next.wakeAtMs, no: next.state.no };
    await looks.lookAt(next);
    return true;
  };

  let afterNo = '';
  let isTurnOfWake = false;
  const step = async (): Promise<number> => {
    isTurnOfWake = !isTurnOfWake;
    if (!(isTurnOfWake && (await lookByWake()))) afterNo = await lookByNumber(afterNo, 1);
    return EVERY_MS;
  };
  const compareRuns = async (): Promise<number> => Math.max(RUNS_EVERY_MS, (await lookAtRuns()) / RUNS_SHARE);

  /** `work` again and again, after the pause that it asks for. Milliseconds. */
  const loop = async (firstPauseMs: number, work: () => Promise<number>): Promise<void> => {
    for (let pauseMs = firstPauseMs; ; ) {
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      pauseMs = await work().catch((error: unknown) => {
        if (!signal.aborted) logger.warn({ err: error }, 'the watchdog could not look');
        return firstPauseMs;
      });
    }
  };
  const loops = [loop(EVERY_MS, step), loop(RUNS_EVERY_MS, compareRuns)];
  return {
    async sweep() {
      let after = '';
      do after = await lookByNumber(after, SWEPT_AT_ONCE);
      while (after !== '');
      await lookAtRuns();
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
};
