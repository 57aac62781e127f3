import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
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
