import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningApp } from './running-app.ts';
import { SharedTime } from './shared-time.ts';

const POLL_EVERY_MS = 20;

/** The virtual time of a running system, shared by the stories played on it; moved over HTTP by the administrator. */
export const sharedTimeOf = (app: RunningApp): SharedTime =>
  new SharedTime(async (ms) => {
    if (ms > app.clock.nowMs()) {
      const to = new Date(ms).toISOString();
      const { status, body } = await app.as('admin').post('/api/v1/demo/advance', { to });
      // Real time may have gone on meanwhile, and then there is nothing to move.
      const isPast = status === 422 && ms <= app.clock.nowMs();
      if (status !== 200 && !isPast) throw new Error(`advance: ${JSON.stringify(body)} ${lastError(app)}`);
    }
    // What is past needs no move, but may have yet to have its effect: a limit can be over when it begins.
    while ((await app.store.record.dueCount(app.clock.nowMs())) > 0) await sleep(POLL_EVERY_MS);
    return app.clock.nowMs();
  });

const lastError = ({ logs }: RunningApp): string =>
  logs.filter((line) => line.includes('"err"')).at(-1) ?? '';
