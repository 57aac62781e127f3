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

it('the overdue list is right at the second a limit passes, also while the worker is stopped', async () => {
  const { form } = procedureById('lz-share-conditional') as Procedure;
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const filed = await app.as('lz-requester').post<Json>('/api/v1/cases', {
    procedure: 'lz-share-conditional',
    form: sampleForm(form, app.clock.nowMs(), ids),
  });
  const { no, tasks } = filed.body.case;
  const dueAtMs = Date.parse(tasks[0].clock.dueAt);
  await app.worker.stop();
  const overdue = async (asOfMs: number): Promise<string[]> => {
    const asOf = encodeURIComponent(isoOf(asOfMs));
    const { body } = await app.as('supervisor').get<Json>(`/api/v1/supervision/overdue?asOf=${asOf}`);
    return body.items.map((item: Json) => `${item.case.no}/${item.task}`);
  };
  expect(await overdue(dueAtMs - 1_000)).toEqual([]);
  expect(await overdue(dueAtMs)).toEqual([`${no}/review-1`]);
  const events = await app.store.record.events(no, 0);
  expect(events.some(({ type }) => type === 'ClockMissed')).toBe(false);
  await app.worker.start();
});
