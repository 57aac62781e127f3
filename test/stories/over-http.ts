import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedTimeOf } from '../support/advance.ts';
import { playHttp } from '../support/play-http.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import type { Scene } from '../support/scene.ts';
import { secretsTold } from '../support/secrets.ts';
import type { Story } from '../support/story.ts';

const SETUP_WITHIN_MS = 1_800_000;
const SEARCHED_WITHIN_MS = 120_000;
/** Hundreds of stories act at once; a small machine answers so many without making the others wait long. */
const REQUESTS_AT_ONCE = 12;
/** However busy the machine is: these stories are not about an engine that is away. */
const ENGINE_WAIT_MS = 60_000;

/**
 * Stories again, over HTTP: the real engine in virtual time, real PostgreSQL. They are played at once, in one shared time that stands
 * while they act, so that a last second is one.
 */
export const holdOverHttp = (stories: readonly Story[], scenes: readonly Scene[] = []): void => {
  describe('stories hold over HTTP on the real engine', () => {
    let app: RunningApp;
    let outcomes: PromiseSettledResult<unknown>[] = [];

    beforeAll(async () => {
      app = await startRunningApp({
        timeStands: true,
        requestsAtOnce: REQUESTS_AT_ONCE,
        engineWaitMs: ENGINE_WAIT_MS,
      });
      const time = sharedTimeOf(app);
      const played = stories.map((story) => () => playHttp(app, time, story));
      const acted = scenes.map((scene) => () => scene.play(app, time));
      outcomes = await time.playAll<unknown>([...played, ...acted]);
    }, SETUP_WITHIN_MS);
    afterAll(async () => {
      await app?.stop();
    });

    const names = [
      ...stories.map(({ procedure, name }) => `${procedure}: ${name}`),
      ...scenes.map(({ name }) => name),
    ];
    it.each(names.map((name, index) => [name, index] as const))('%s', (_name, index) => {
      const outcome = outcomes[index];
      if (outcome?.status === 'rejected') throw outcome.reason;
      expect(outcome?.status).toBe('fulfilled');
    });

    it(
      'nothing of people, and nothing that they wrote, is told to the engine, the log or the metrics',
      async () => {
        expect(await secretsTold(app)).toEqual([]);
      },
      SEARCHED_WITHIN_MS,
    );
  });
};
