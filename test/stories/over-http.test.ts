import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedTimeOf } from '../support/advance.ts';
import { playHttp } from '../support/play-http.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { storiesOverHttp } from './over-http.ts';

/**
 * Stories again, over HTTP: the real engine in virtual time, real PostgreSQL. They are played at once, in one shared time that stands
 * while they act, so that a last second is one.
 */
describe('stories hold over HTTP on the real engine', () => {
  let app: RunningApp;
  const outcomes = new Map<string, PromiseSettledResult<string>>();
  const nameOf = (story: (typeof storiesOverHttp)[number]) => `${story.procedure}: ${story.name}`;

  beforeAll(async () => {
    app = await startRunningApp({ timeStands: true });
    const time = sharedTimeOf(app);
    const settled = await time.playAll(storiesOverHttp.map((story) => () => playHttp(app, time, story)));
    for (const [index, story] of storiesOverHttp.entries()) {
      outcomes.set(nameOf(story), settled[index] as PromiseSettledResult<string>);
    }
  }, 1_800_000);
  afterAll(async () => {
    await app?.stop();
  });

  it.each(storiesOverHttp.map((story) => [nameOf(story)] as const))('%s', (name) => {
    const outcome = outcomes.get(name);
    if (outcome?.status === 'rejected') throw outcome.reason;
    expect(outcome?.status).toBe('fulfilled');
  });
});
