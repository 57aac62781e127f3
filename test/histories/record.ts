import { mkdirSync, writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { expect, it } from 'vitest';
import { allStories } from '../stories/index.ts';
import { sharedTimeOf } from '../support/advance.ts';
import { playHttp } from '../support/play-http.ts';
import { startRunningApp } from '../support/running-app.ts';
import { CASE_SHAPES } from './shapes.ts';

it('records one history of each shape of case', async () => {
  // A last second is one only while time stands.
  const app = await startRunningApp({ timeStands: true });
  try {
    const time = sharedTimeOf(app);
    const stories = CASE_SHAPES.map(({ procedure, kind }) => {
      const story = allStories.find((told) => told.procedure === procedure && told.kind === kind);
      if (story === undefined) throw new Error(`no story ${procedure} ${kind}`);
      return story;
    });
    const played = await time.playAll(stories.map((story) => () => playHttp(app, time, story)));
    mkdirSync(new URL('./recorded/', import.meta.url), { recursive: true });
    for (const [index, { procedure, kind }] of CASE_SHAPES.entries()) {
      const outcome = played[index];
      if (outcome?.status !== 'fulfilled') throw outcome?.reason;
      const history = await app.client.workflow.getHandle(outcome.value).fetchHistory();
      const file = new URL(`./recorded/${procedure}.${kind}.json`, import.meta.url);
      writeFileSync(file, `${historyToJSON(history)}\n`);
    }
    expect(played).toHaveLength(CASE_SHAPES.length);
  } finally {
    await app.stop();
  }
});
