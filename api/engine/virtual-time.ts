import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DueCase, Store } from '../../store/index.ts';
import { fastForward } from './fast-forward.ts';
import { caseTimeMs } from './run-time.ts';

/** The one source of time for the API, the dispatcher and the lists. */
export type Clock = {
  /** Epoch milliseconds: real time plus how far virtual time has been moved forward. */
  nowMs(): number;
  /** Whether time can be moved: the engine is the embedded one. */
  readonly demo: boolean;
};

/** Real time; for a system whose engine is not ours to move. */
export const realClock: Clock = { nowMs: () => Date.now(), demo: false };

/** Cases moved forward at once. */
const SIDE_BY_SIDE = 16;
const BATCH = 500;
const REREAD_EVERY_MS = 1_000;
const FOLLOW_EVERY_MS = 500;
const POLL_EVERY_MS = 10;
const SETTLE_WITHIN_MS = 300_000;
/**
 * A run is taken this near to what it has due. Not up to it: a fast-forward whose end comes while a task is under way goes on to the next
 * timer, however far that is.
 */
const SHORT_OF_MS = 30;
const WORTH_SKIPPING_MS = 60;
/** Time is moved this much beyond the target, so that what is due just then fires on the way and not after. */
const BEYOND_MS = 100;

export type VirtualTimeDeps = {
  client: Client;
  store: Store;
  logger: Logger;
  /** The run of a case ended on the way: what it left is to be recorded. */
  settle: (caseNo: string) => Promise<void>;
  /** Carries out what is pending. */
  dispatch: () => Promise<unknown>;
  /** Looks after what goes by the calendar without a case of its own, once time stands there. */
  look?: (nowMs: number) => Promise<unknown>;
  /** Time stands between moves, so that an instant can be met to the millisecond. Default: real time goes on from each move. */
  stands?: boolean;
  /** What comes up by the calendar and not by a case: when, and how to let it. None: nothing does. */
  duties?: {
    openingsBetween(afterMs: number, untilMs: number): number[];
    openAt(atMs: number): Promise<void>;
  };
};

/**
 * Virtual time of the embedded engine: an offset kept in PostgreSQL, and every open run that has something due taken forward to it. A run
 * with nothing due may lag behind, and none is ever taken further than to what it has due: it is not early when the clock stands. An
 * advance that was interrupted is finished by the next one, for the engine knows how far each run has come.
 */
export const virtualTime = async ({
  client,
  store,
  logger,
  settle,
  dispatch,
  duties,
  look,
  stands = false,
}: VirtualTimeDeps) => {
  let offsetMs = await store.clock.offsetMs();
  const reread = setInterval(() => {
    store.clock.offsetMs().then(
      (stored) => {
        offsetMs = Math.max(offsetMs, stored);
      },
      () => undefined, // PostgreSQL is away; the offset known goes on
    );
  }, REREAD_EVERY_MS);
  reread.unref();
  let standsAtMs = Date.now() + offsetMs;
  const clock: Clock = { nowMs: () => (stands ? standsAtMs : Date.now() + offsetMs), demo: true };

  /** Takes one run forward to just before what it has due next, which then fires of itself. */
  const takeForward = async ({ no, wakeAtMs }: DueCase): Promise<void> => {
    const timeMs = await caseTimeMs(client, no);
    if (timeMs === null) return; // the dispatcher starts it
    const byMs = timeMs === 'ended' ? 0 : wakeAtMs - SHORT_OF_MS - timeMs;
    const outcome = byMs > WORTH_SKIPPING_MS ? await fastForward(client, no, byMs) : timeMs;
    if (outcome === 'ended') await settle(no);
  };

  /** Takes every run that has something due forward to the offset, until all of it has had its effect. */
  const settleDue = async (dueByMs: number): Promise<void> => {
    for (const giveUpAtMs = Date.now() + SETTLE_WITHIN_MS; Date.now() < giveUpAtMs; ) {
      const queue = await store.record.due(dueByMs, BATCH);
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) await takeForward(next);
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      if ((await store.commands.pendingOfSystem()) > 0) await dispatch();
      else if ((await store.record.dueCount(dueByMs)) === 0) return;
      await sleep(POLL_EVERY_MS);
    }
    logger.warn('something due has not had its effect in time; is a worker up?');
  };

  const moveTo = async (targetMs: number): Promise<void> => {
    offsetMs = await store.clock.setOffset(Math.max(offsetMs, targetMs - Date.now() + BEYOND_MS));
    standsAtMs = Math.max(standsAtMs, targetMs + BEYOND_MS);
  };

  // One move at a time: a second fast-forward of a run would replace the first.
  let moves = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(move: () => Promise<T>): Promise<T> => {
    moves += 1;
    const mine = last.then(move);
    last = mine
      .catch(() => undefined)
      .finally(() => {
        moves -= 1;
      });
    return mine;
  };

  /** Runs left behind are taken forward when something of theirs comes up. */
  const follow = async (): Promise<void> => {
    for (const late of await store.record.due(clock.nowMs(), BATCH)) await takeForward(late);
  };
  const following = setInterval(() => {
    if (moves > 0) return;
    inTurn(follow).catch((error: unknown) =>
      logger.warn({ err: error }, 'runs stay behind virtual time for now'),
    );
  }, FOLLOW_EVERY_MS);
  following.unref();

  return {
    clock,
    /** How far it is ahead of real time, milliseconds. */
    offsetMs: (): number => offsetMs,
    /** Moves time to `targetMs`; answers when everything due by then has had its effect. Never backwards. One at a time. */
    advanceTo: (targetMs: number): Promise<number> =>
      inTurn(async () => {
        // Duties open on the way, each at its instant, so that what follows from them has its effect as well.
        for (const openingMs of duties?.openingsBetween(clock.nowMs(), targetMs) ?? []) {
          await moveTo(openingMs);
          await duties?.openAt(openingMs);
          await settleDue(clock.nowMs());
          await look?.(clock.nowMs());
        }
        await moveTo(targetMs);
        await settleDue(Math.max(targetMs, clock.nowMs()));
        await look?.(clock.nowMs());
        return clock.nowMs();
      }),
    /** Ends the work in the background. */
    stop() {
      clearInterval(reread);
      clearInterval(following);
    },
  };
};
export type VirtualTime = Awaited<ReturnType<typeof virtualTime>>;
