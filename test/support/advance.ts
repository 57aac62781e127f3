import type { RunningApp } from './running-app.ts';
import { SharedTime } from './shared-time.ts';

/** The virtual time of a running system, shared by the stories played on it; moved over HTTP by the administrator. */
export const sharedTimeOf = (app: RunningApp): SharedTime =>
  new SharedTime(async (ms) => {
    // What is past already needs no move; real time may have gone on meanwhile.
    if (ms > app.clock.nowMs()) {
      const to = new Date(ms).toISOString();
      const { status, body } = await app.as('admin').post('/api/v1/demo/advance', { to });
      if (status !== 200 && ms > app.clock.nowMs()) throw new Error(`advance: ${JSON.stringify(body)}`);
    }
    return app.clock.nowMs();
  });
