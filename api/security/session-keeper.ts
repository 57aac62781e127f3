import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';

const LOOK_EVERY_MS = 600_000;
const BATCH = 1_000;

/**
 * Clears away sessions that nobody can use any more, at the start and every ten minutes, so many at a time that nothing waits for
 * it. Any number of processes may do so. `look` answers how many have gone.
 */
export const keepSessions = ({
  store,
  logger,
  batch = BATCH,
}: {
  store: Pick<Store, 'sessions'>;
  logger: Logger;
  batch?: number;
}): { look(): Promise<number>; stop(): Promise<void> } => {
  let stopped = false;
  const look = async (): Promise<number> => {
    let gone = 0;
    for (let cleared = batch; cleared === batch && !stopped; gone += cleared)
      cleared = await store.sessions.clear(batch);
    return gone;
  };
  let looking: Promise<unknown> = Promise.resolve();
  const again = (): void => {
    looking = looking
      .then(look)
      .catch((error: unknown) => logger.warn({ err: error }, 'sessions not cleared away for now'));
  };
  again();
  const timer = setInterval(again, LOOK_EVERY_MS);
  timer.unref();
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
};
