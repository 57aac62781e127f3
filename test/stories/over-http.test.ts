import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playHttp } from '../support/play-http.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { SharedTime } from '../support/shared-time.ts';
import { allStories } from './index.ts';

/** Every story again, over HTTP: the real engine in virtual time, real PostgreSQL. They are played at once, in one shared time. */
describe('every story holds over HTTP on the real engine', () => {
  let app: RunningApp;
  const outcomes = new Map<string, PromiseSettledResult<void>>();
  const nameOf = (story: (typeof allStories)[number]) => `${story.procedure}: ${story.name}`;

  beforeAll(async () => {
    app = await startRunningApp();
    const time = new SharedTime(async (ms) => {
      const to = new Date(ms).toISOString();
      const { status, body } = await app.as('admin').post<{ now: string }>('/api/v1/demo/advance', { to });
      if (status !== 200) throw new Error(`advance: ${JSON.stringify(body)}`);
      return app.clock.nowMs();
    });
    const settled = await time.playAll(allStories.map((story) => () => playHttp(app, time, story)));
    for (const [index, story] of allStories.entries()) {
      outcomes.set(nameOf(story), settled[index] as PromiseSettledResult<void>);
    }
  }, 480_000);
  afterAll(async () => {
    await app?.stop();
  });

  it.each(allStories.map((story) => [nameOf(story)] as const))('%s', (name) => {
    const outcome = outcomes.get(name);
    if (outcome?.status === 'rejected') throw outcome.reason;
    expect(outcome?.status).toBe('fulfilled');
  });
});
