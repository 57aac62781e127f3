import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';
import { fastForward } from './fast-forward.ts';

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
const CATCH_UP_TRIES = 5;
/** A run this little behind fires what is due within the margin below. */
const CLOSE_ENOUGH_MS = 25;
const SETTLE_WITHIN_MS = 300_000;
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
  /** What comes up by the calendar and not by a case: when, and how to let it. None: nothing does. */
  duties?: {
    openingsBetween(afterMs: number, untilMs: number): number[];
    openAt(atMs: number): Promise<void>;
  };
};

/**
 * Virtual time of the embedded engine: an offset kept in PostgreSQL, and every open run taken forward by what it lags behind it.
 * An advance that was interrupted is finished by the next one, for each case remembers how far it has come.
 */
export const virtualTime = async ({
  client,
  store,
  logger,
  settle,
  dispatch,
  duties,
  look,
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
  const clock: Clock = { nowMs: () => Date.now() + offsetMs, demo: true };

  /**
   * Takes one run forward. Real time that passes while the engine works off what falls due on the way is no part of what it skips:
   * the run comes out that much behind, and is taken forward by that much again.
   */
  const takeForward = async (caseNo: string, fromMs: number, toMs: number): Promise<void> => {
    let behindMs = toMs - fromMs;
    for (let tries = 0; tries < CATCH_UP_TRIES && behindMs > CLOSE_ENOUGH_MS; tries++) {
      const beganMs = performance.now();
      const outcome = await fastForward(client, caseNo, behindMs);
      if (outcome === 'ended') {
        await settle(caseNo);
        behindMs = 0;
      } else {
        behindMs = Math.ceil(performance.now() - beganMs);
      }
    }
    await store.record.markEngineOffset(caseNo, toMs - behindMs);
  };

  /** Takes every run that has something due forward to the offset, until all of it has had its effect. */
  const settleDue = async (dueByMs: number): Promise<void> => {
    for (const giveUpAtMs = Date.now() + SETTLE_WITHIN_MS; Date.now() < giveUpAtMs; ) {
      const queue = await store.record.dueAndBehind(dueByMs, offsetMs - CLOSE_ENOUGH_MS, BATCH);
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          await takeForward(next.no, next.engineOffsetMs, offsetMs);
        }
      };
      if (queue.length > 0) await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      else {
        const asked = await store.commands.pendingOfSystem(dueByMs);
        if (asked > 0) await dispatch();
        else if ((await store.record.dueCount(dueByMs)) === 0) return;
        await sleep(POLL_EVERY_MS);
      }
    }
    logger.warn('something due has not had its effect in time; is a worker up?');
  };

  const moveTo = async (targetMs: number): Promise<void> => {
    offsetMs = await store.clock.setOffset(Math.max(offsetMs, targetMs - Date.now() + BEYOND_MS));
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
    const late = await store.record.dueAndBehind(clock.nowMs(), offsetMs - CLOSE_ENOUGH_MS, BATCH);
    for (const { no, engineOffsetMs } of late) await takeForward(no, engineOffsetMs, offsetMs);
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
