import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { freePort } from '../../runtime/embedded/ports.ts';
import { type RunningTemporal, startTemporal } from '../../runtime/embedded/temporal.ts';
import { tempFolder } from '../setup/temp-folder.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

/** Temporal away for a while, and Temporal with all it knew gone: the record carries every case on. */
describe('the engine is expendable', () => {
  const folder = tempFolder('engine-lost').path;
  const dbFile = join(folder, 'temporal.db');
  let port: number;
  let temporal: RunningTemporal;
  let app: RunningApp;

  const engineUp = async (): Promise<void> => {
    temporal = await startTemporal({ binary: inject('temporalCliPath'), dataDir: folder, dbFile, port });
  };
  beforeAll(async () => {
    port = await freePort();
    await engineUp();
    app = await startRunningApp({
      temporal: { address: temporal.address, namespace: 'default' },
      engineWaitMs: 1_500,
    });
  });
  afterAll(async () => {
    await app?.stop();
    await temporal?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const { form } = procedureById('lz-share-conditional') as Procedure;
  const file = async (): Promise<string> => {
    const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
    const body = { procedure: 'lz-share-conditional', form: sampleForm(form, app.clock.nowMs(), ids) };
    const filed = await app.as('lz-requester').post<Json>('/api/v1/cases', body);
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    return filed.body.case.no;
  };
  const pass = (no: string) =>
    app.as('lz-manager').post<Json>(`/api/v1/cases/${no}/tasks/review-1/decisions`, { outcome: 'pass' });
  const eventsOf = async (no: string) => await app.store.record.events(no, 0);
  const runningAgain = async (no: string): Promise<void> => {
    await expect
      .poll(
        async () =>
          await app.client.workflow
            .getHandle(no)
            .describe()
            .then(({ status }) => status.name)
            .catch(() => 'absent'),
        { timeout: 40_000, interval: 250 },
      )
      .toBe('RUNNING');
  };

  it('while it is away submissions are accepted and decisions are received; back again, each is carried out once', async () => {
    const before = await file();
    await app.engineStart(before);
    await temporal.stop();
    const during = await file();
    const replies = await Promise.all([pass(before), pass(during)]);
    expect(replies.map(({ status }) => status)).toEqual([202, 202]);
    const command = replies[0]?.headers.get('location') ?? '';
    expect((await app.as('lz-manager').get<Json>(command)).body.state).toBe('pending');
    await engineUp();
    await expect
      .poll(async () => (await app.as('lz-manager').get<Json>(command)).body.state, { timeout: 60_000 })
      .toBe('done');
    for (const no of [before, during]) {
      await expect
        .poll(async () => (await eventsOf(no)).filter(({ type }) => type === 'Decided').length, {
          timeout: 60_000,
        })
        .toBe(1);
    }
  }, 150_000);

  it('its database file deleted while cases are open: every open case goes on from the record, clocks and all', async () => {
    const waiting = await file();
    const decided = await file();
    expect((await pass(decided)).status).toBe(201);
    const seqs = new Map([
      [waiting, (await eventsOf(waiting)).length],
      [decided, (await eventsOf(decided)).length],
    ]);
    await temporal.stop();
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${dbFile}${suffix}`, { force: true });
    const pending = await pass(waiting);
    expect(pending.status).toBe(202);
    await engineUp();
    await app.worker.stop();
    await app.worker.start();
    await runningAgain(waiting);
    await runningAgain(decided);
    const commandId = (pending.headers.get('location') ?? '').split('/').at(-1) ?? '';
    await expect
      .poll(async () => (await app.store.commands.get(commandId))?.state, { timeout: 60_000 })
      .toBe('done');
    expect((await eventsOf(waiting)).filter(({ type }) => type === 'Decided')).toHaveLength(1);
    expect(await eventsOf(decided)).toHaveLength(seqs.get(decided) ?? 0);

    const due = (await app.store.record.load(decided))?.state.clocks['authorise-1']?.dueAtMs ?? 0;
    const advanced = await app
      .as('admin')
      .post<Json>('/api/v1/demo/advance', { to: new Date(due).toISOString() });
    expect(advanced.status, JSON.stringify(advanced.body)).toBe(200);
    const missed = (await eventsOf(decided)).filter(({ type }) => type === 'ClockMissed');
    expect(missed.map((event) => event.data)).toEqual([{ clock: 'authorise-1', dueAtMs: due }]);
    expect(missed[0]?.atMs).toBeGreaterThanOrEqual(due);
  }, 150_000);
});
