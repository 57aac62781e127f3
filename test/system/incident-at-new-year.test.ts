import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { notice2027 } from '../support/notice-2027.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  await app?.stop();
});

it('an incident found at 23:50 on New Year’s Eve is escalated at 01:50 on New Year’s Day, while everybody sleeps', async () => {
  const eve = `${isoOf(app.clock.nowMs()).slice(0, 4)}-12-31T23:50:00+08:00`;
  const advanced = await app.as('admin').post<Json>('/api/v1/demo/advance', { to: eve });
  expect(advanced.status, JSON.stringify(advanced.body)).toBe(200);
  const { form } = procedureById('lz-incident-virus') as Procedure;
  const sample = sampleForm(form, app.clock.nowMs(), { resource: '', department: '' });
  const filed = await app.as('lz-duty').post<Json>('/api/v1/cases', {
    procedure: 'lz-incident-virus',
    form: { ...sample, foundAt: eve, system: { name: '门户网站', kind: 'website' } },
  });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const { no } = filed.body.case;
  const restore = filed.body.case.tasks.find((task: Json) => task.stage === 'restore');
  const due = `${Number(eve.slice(0, 4)) + 1}-01-01T01:50:00+08:00`;
  expect(restore.clock.dueAt).toBe(due);

  await app.as('admin').post('/api/v1/demo/advance', { by: 'PT1H59M' });
  const before = (await app.as('supervisor').get<Json>(`/api/v1/cases/${no}`)).body;
  expect(before.tasks.some((task: Json) => task.stage === 'inform')).toBe(false);

  await app.as('admin').post('/api/v1/demo/advance', { to: due });
  const after = (await app.as('lz-office').get<Json>(`/api/v1/cases/${no}`)).body;
  const informs = after.tasks.filter((task: Json) => task.stage === 'inform' && task.state === 'open');
  expect(informs.map((task: Json) => task.role).toSorted()).toEqual(['party-office', 'security-lead']);
  const missed = (await app.store.record.events(no, 0)).find(
    (event) => event.type === 'ClockMissed' && event.data.clock === 'restore-1',
  );
  const lateByMs = (missed?.atMs ?? 0) - Date.parse(due);
  expect(lateByMs).toBeGreaterThanOrEqual(0);
});

const knowsOnly2026 = isoOf(Date.now()).startsWith('2026');
it.runIf(knowsOnly2026)(
  'the notice of the new year makes a provisional limit firm, as foreseen, and moves nothing else',
  async () => {
    const { form } = procedureById('lz-share-conditional') as Procedure;
    const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
    const sample = sampleForm(form, app.clock.nowMs(), ids);
    const filed = await app
      .as('lz-requester')
      .post<Json>('/api/v1/cases', { procedure: 'lz-share-conditional', form: sample });
    const { no, tasks } = filed.body.case;
    const clock = async () =>
      (await app.as('supervisor').get<Json>(`/api/v1/cases/${no}`)).body.tasks[0].clock;
    expect(tasks[0].clock).toMatchObject({ provisional: true });

    const drafted = await app.as('admin').post<Json>('/api/v1/calendars/cn/drafts', notice2027());
    expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
    const draft = `/api/v1/calendars/cn/drafts/${drafted.body.draft.number}`;
    const { body: impact } = await app.as('supervisor').get<Json>(`${draft}/impact`);
    expect(impact.totals).toMatchObject({ firm: 1, later: 0, earlier: 0, missed: 0 });
    expect(impact.items.map((item: Json) => [item.case, item.kinds])).toEqual([[no, ['firm']]]);

    const done = await app.as('supervisor').post<Json>(`${draft}/release`);
    expect(done.status, JSON.stringify(done.body)).toBe(201);
    const rollout = `/api/v1/calendars/cn/rollouts/${done.body.draft.version}`;
    await expect
      .poll(async () => (await app.as('supervisor').get<Json>(rollout)).body.state, { timeout: 30_000 })
      .toBe('done');
    expect(await clock()).toMatchObject({ provisional: false, dueAt: tasks[0].clock.dueAt });
  },
  60_000,
);
