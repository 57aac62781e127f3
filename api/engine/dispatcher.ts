import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Refusal } from '../../cases/index.ts';
import type { Store, StoredCommand } from '../../store/index.ts';
import type { CaseEngine } from './types.ts';

export type DispatcherDeps = {
  store: Store;
  engine: CaseEngine;
  clock: { nowMs(): number };
  logger: Logger;
  /** Writes a refusal down as the command's answer. */
  refuse(commandId: string, refusal: Refusal): Promise<void>;
  /** Looks whether the engine is still the same; rejects when it is away. */
  checkEngine(): Promise<void>;
  /** Gives birth to the case of a received submission; false when the command is none. */
  bear(command: StoredCommand): Promise<boolean>;
};

const ROUND_EVERY_MS = 1_000;
const BATCH = 50;
const CHECK_EVERY_ROUNDS = 5;
const LEASE_MS = 20_000;
const WAIT_MS = 10_000;
/** A case filed this long ago without a run was left behind by its caller. */
const UNSTARTED_AFTER_MS = 5_000;

export type Dispatcher = {
  stop(): Promise<void>;
  round(): Promise<{ commands: number; started: number }>;
  /** Something has just been written for it: the next round begins at once. */
  kick(): void;
};

/**
 * Carries out what an interrupted caller or an absent engine left pending: received commands, and cases without a run. Any number
 * of dispatchers may work side by side; each command is leased to one of them, and twice carried out is once.
 */
export const startDispatcher = (deps: DispatcherDeps): Dispatcher => {
  const { store, engine, clock, logger, refuse, bear, checkEngine } = deps;
  const stopping = new AbortController();
  let kicked = false;
  let awake = new AbortController();

  const dispatch = async (command: StoredCommand): Promise<void> => {
    const { id } = command;
    try {
      if (await bear(command)) return;
      const done = await engine.execute(command, WAIT_MS);
      if (done.kind === 'refused') await refuse(id, done.refusal);
    } catch (error) {
      logger.error({ command: id, err: error }, 'pending command failed, will be tried again');
    }
  };

  const round = async () => {
    const unstarted = await store.record.unstarted({
      submittedBeforeMs: clock.nowMs() - UNSTARTED_AFTER_MS,
      limit: BATCH,
    });
    await Promise.all(unstarted.map((caseNo) => engine.start(caseNo)));
    // Delivery goes by real time, whatever the time of the cases.
    const pending = await store.commands.claimPending({
      nowMs: Date.now(),
      limit: BATCH,
      leaseMs: LEASE_MS,
    });
    const byCase = new Map<string, StoredCommand[]>();
    for (const command of pending) {
      const key = command.caseNo ?? command.id;
      byCase.set(key, [...(byCase.get(key) ?? []), command]);
    }
    // Commands of one case in the order they were received; cases side by side.
    const inOrder = async (commands: StoredCommand[]): Promise<void> => {
      for (const command of commands) await dispatch(command);
    };
    await Promise.all([...byCase.values()].map(inOrder));
    return { commands: pending.length, started: unstarted.length };
  };

  const loop = async (): Promise<void> => {
    for (let rounds = 0; !stopping.signal.aborted; rounds++) {
      kicked = false;
      if (rounds % CHECK_EVERY_ROUNDS === 0) {
        await checkEngine().catch((error: unknown) =>
          logger.warn({ err: error }, 'the engine does not answer'),
        );
      }
      const busy = await round().catch((error: unknown) => {
        logger.error({ err: error }, 'dispatcher round failed');
        return null;
      });
      if (busy?.commands === BATCH || busy?.started === BATCH) continue;
      if (kicked) continue;
      awake = new AbortController();
      const { signal } = awake;
      if (!stopping.signal.aborted) await sleep(ROUND_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    round,
    kick() {
      kicked = true;
      awake.abort();
    },
    async stop() {
      stopping.abort();
      awake.abort();
      await running;
    },
  };
};
