import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';
import { callWay } from '../calls/calling.ts';
import { handling } from './hand-over.ts';

const BATCH = 100;

export type NoticeKeeper = {
  /** Does everything that is due at the instant (epoch milliseconds): notices handed over, calls made, stepped on and ended. */
  look(nowMs: number): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Hands notices over to the channels and sees to the calls of the duty watch, a look every second. Every step is one
 * transaction: cut off anywhere it is done or not done, and any number of processes may look side by side.
 */
export const keepNotices = ({
  store,
  clock,
  logger,
  channels,
  publicUrl,
  roundEveryMs = 1_000,
}: {
  store: Pick<Store, 'outbox' | 'calls'>;
  clock: { nowMs(): number; demo: boolean };
  logger: Logger;
  /** Channels that are switched on, beside the application. */
  channels: readonly string[];
  publicUrl: string | null;
  roundEveryMs?: number;
}): NoticeKeeper => {
  const way = callWay(channels);
  // Whoever is called has the whole time to answer, also when we were late to call. Where time is moved, what was due on the way
  // happened when it was due.
  const calledAtMs = (dueAtMs: number): number => (clock.demo ? dueAtMs : clock.nowMs());
  const handle = handling({ channels, publicUrl, way, calledAtMs });

  const step = async (nowMs: number): Promise<number> => {
    const steps = await store.calls.stepDue({ nowMs, limit: BATCH, way, calledAtMs });
    for (const { caseNo, department, exhausted } of steps) {
      if (exhausted) logger.warn({ case: caseNo, department }, 'nobody on the rota has answered a call');
    }
    return steps.length;
  };
  const lookOnce = async (nowMs: number): Promise<void> => {
    while ((await store.outbox.handOver(BATCH, handle)) === BATCH);
    await store.calls.endSettled(nowMs);
    while ((await step(nowMs)) > 0);
  };
  // One look at a time, so that an answered one leaves nothing that another has in hand.
  let last: Promise<unknown> = Promise.resolve();
  const look = (nowMs: number): Promise<void> => {
    const mine = last.then(() => lookOnce(nowMs));
    last = mine.catch(() => undefined);
    return mine;
  };

  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      await look(clock.nowMs()).catch((error: unknown) => {
        if (!signal.aborted) logger.error({ err: error }, 'notices not looked after, will be tried again');
      });
      await sleep(roundEveryMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    look,
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
