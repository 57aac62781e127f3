import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { allDuties, type DutyRounds } from './rounds.ts';
import { ensureSchedule } from './schedules.ts';

type KeeperDeps = {
  client: Client;
  rounds: DutyRounds;
  clock: { nowMs(): number };
  logger: Logger;
  /** What else is looked after by the calendar. */
  look?: (nowMs: number) => Promise<unknown>;
};

const LOOK_EVERY_MS = 3_600_000;
const AGAIN_AFTER_MS = 10_000;

/**
 * Sees to it that duties come up: that each has its Schedule, and each period its cases, also when the Schedule could not
 * fire. Looks at the start and every hour; again after a moment when something it needs is away.
 */
export const keepDuties = ({
  client,
  rounds,
  clock,
  logger,
  look: lookMore,
}: KeeperDeps): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const look = async (): Promise<number> => {
    try {
      await rounds.openSoFar(clock.nowMs());
      await lookMore?.(clock.nowMs());
      for (const duty of new Map(allDuties().map((each) => [each.id, each])).values()) {
        if (signal.aborted) break;
        await ensureSchedule(client, duty);
      }
      return LOOK_EVERY_MS;
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error }, 'duties not looked after, will be tried again');
      return AGAIN_AFTER_MS;
    }
  };
  const running = (async () => {
    while (!signal.aborted) await sleep(await look(), undefined, { signal }).catch(() => undefined);
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
