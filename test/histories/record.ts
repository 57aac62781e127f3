import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { sharedTimeOf } from '../support/advance.ts';
import { playHttp } from '../support/play-http.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { fileCase, type Json } from '../support/scene.ts';
import { ADOPTED, CASE_SHAPES, UNDER_TARGETS } from './shapes.ts';

const FOLDER = new URL('./recorded/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}.json`, FOLDER);
/** What was recorded stays: a later release must be able to go on with it. To record a shape anew, give its old file another name. */
const isLacking = (name: string): boolean => !existsSync(fileOf(name));

it('records one history of each shape of case that is not recorded yet', async () => {
  // A last second is one only while time stands.
  const app = await startRunningApp({ timeStands: true });
  try {
    mkdirSync(FOLDER, { recursive: true });
    const time = sharedTimeOf(app);
    const shapes = CASE_SHAPES.filter(({ name }) => isLacking(name));
    const played = await time.playAll(
      shapes.map(
        ({ story }) =>
          () =>
            playHttp(app, time, story),
      ),
    );
    for (const [index, { name }] of shapes.entries()) {
      const outcome = played[index];
      if (outcome?.status !== 'fulfilled') throw outcome?.reason;
      await keep(app, name, outcome.value);
    }
    if (isLacking(ADOPTED)) await keep(app, ADOPTED, await adopted(app));
    if (isLacking(UNDER_TARGETS)) await keep(app, UNDER_TARGETS, await underTargets(app));
  } finally {
    await app.stop();
  }
});

const keep = async (app: RunningApp, name: string, caseNo: string): Promise<void> => {
  const history = await app.client.workflow.getHandle(caseNo).fetchHistory();
  writeFileSync(fileOf(name), `${historyToJSON(history)}\n`);
};

/** The number of a case that a day off has reached by its roll-out. */
const adopted = async (app: RunningApp): Promise<string> => {
  const { no, see } = await fileCase(app, 'lz-share-conditional');
  await app.engineStart(no);
  const date: string = (await see()).tasks[0].clock.dueDate;
  const calendar = '/api/v1/calendars/cn-gs-lzxq';
  const drafted = await app.as('admin').post<Json>(`${calendar}/drafts`, {
    notice: { title: '临时放假', publishedAt: `${date.slice(0, 4)}-01-01` },
    coverage: { from: date, to: date },
    days: [{ date, state: 'off', name: '临时放假' }],
  });
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  const released = await app
    .as('auditor')
    .post<Json>(`${calendar}/drafts/${drafted.body.draft.number}/release`);
  const rollout = `${calendar}/rollouts/${released.body.draft.version}`;
  const state = async () => (await app.as('supervisor').get<Json>(rollout)).body.state;
  await expect.poll(state, { timeout: 30_000 }).toBe('done');
  return no;
};

/** The number of a case that goes on under a target that was taken back after it was filed. */
const underTargets = async (app: RunningApp): Promise<string> => {
  const procedure = 'lz-resource-unpublished';
  const from = isoOf(app.clock.nowMs()).slice(0, 10);
  const set = await app.as('admin').post<Json>(`/api/v1/procedures/${procedure}/targets`, {
    ...{ edition: '2021-1', limit: 'publish', amount: 20, from },
    ...{ reasons: '年末承办力量不足', documentNo: '样例文号' },
  });
  expect(set.status, JSON.stringify(set.body)).toBe(201);
  const { no, decide } = await fileCase(app, procedure);
  const back = `/api/v1/targets/${set.body.target.id}/withdraw`;
  expect((await app.as('admin').post(back, { reasons: '恢复原定' })).status).toBe(201);
  await decide('review', 'approve');
  return no;
};
