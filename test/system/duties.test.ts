import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDuties } from '../../api/duties/rounds.ts';
import { scheduleIdOf } from '../../api/duties/schedules.ts';
import { periodAt, periodEndMs, periodText } from '../../cases/index.ts';
import { CASE_TASK_QUEUE, DUTY_ROUND } from '../../workflows/types.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { secretsTold } from '../support/secrets.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
const MONTHLY = 'lz-virus-scan';
/** Came up once while the duty stood still. */
const STOOD_STILL = 'lz-extranet-check';
const DEPARTMENT = 'lz-civil';
const OTHER = 'lz-education';

const thisMonth = periodAt('month', Date.now());
/** A month before the present one: its name and its first instant. */
const monthAgo = (n: number) => {
  const month = { ...thisMonth, index: thisMonth.index - n };
  return {
    text: periodText(month),
    fromMs: periodEndMs({ ...month, index: month.index - 1 }),
    endMs: periodEndMs(month),
  };
};

let app: RunningApp;
/** Two units have duties of their own, so that a year is quickly over. */
beforeAll(async () => {
  app = await startRunningApp({
    duties: true,
    async prepare({ db, settings }) {
      // The duties have been this system's for two months and those of one unit for three, and nothing has come up in them.
      await settings.set('duties-since', monthAgo(2).fromMs);
      const everywhere = ['supervisor', 'auditor', 'administrator'];
      await db('role_grants')
        .whereNot('department_id', 'like', 'lz-%')
        .whereNotIn('role', everywhere)
        .delete();
      const own = ['unit-platform-administrator', 'security-lead', 'seal-keeper', 'responsible-department'];
      await db('role_grants').whereIn('role', own).whereNotIn('department_id', [DEPARTMENT, OTHER]).delete();
      await db('seats_held')
        .where({ department_id: DEPARTMENT, role: 'unit-platform-administrator' })
        .update({ since: new Date(monthAgo(3).fromMs) });
      const lastMonth = monthAgo(1).fromMs;
      await db('duty_pauses').insert({
        ...{ procedure: STOOD_STILL, paused_by: 'p-admin', reasons: '设备停用' },
        ...{ paused_at: new Date(lastMonth - 3_600_000), resumed_at: new Date(lastMonth + 86_400_000) },
        resumed_by: 'p-admin',
      });
    },
  });
});
afterAll(async () => {
  await app?.stop();
});

const post = (path: string, body?: object, key?: string) =>
  app.as('admin').post<Json>(`/api/v1/duties/${path}`, body, key);
const casesOf = async (procedure: string): Promise<Json[]> =>
  app.store.db('duty_cases').where({ procedure }).orderBy(['opens_at', 'case_no']);
const opened = async (no: string): Promise<boolean> => (await app.store.record.load(no)) !== null;
const advanceTo = async (to: string): Promise<void> => {
  const reply = await app.as('admin').post<Json>('/api/v1/demo/advance', { to });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
};
const keeperDone = async (): Promise<void> => {
  const last = allDuties().at(-1)?.id ?? '';
  await expect
    .poll(
      () =>
        app.client.schedule
          .getHandle(scheduleIdOf(last))
          .describe()
          .then(
            () => true,
            () => false,
          ),
      { timeout: 30_000 },
    )
    .toBe(true);
};

describe('recurring duties', () => {
  it('each have a Schedule at midnight of their opening days, and the period that runs is there from the start', async () => {
    await keeperDone();
    const { spec, policies } = await app.client.schedule.getHandle(scheduleIdOf(MONTHLY)).describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    expect(spec.calendars?.[0]).toMatchObject({ dayOfMonth: [{ start: 1 }], hour: [{ start: 0 }] });
    expect(policies.overlap).toBe('ALLOW_ALL');
    expect(policies.catchupWindow).toBe(366 * 86_400_000);
    const period = new Date(app.clock.nowMs() + 8 * 3_600_000).toISOString().slice(0, 7);
    expect((await casesOf(MONTHLY)).map((row) => row.period)).toContain(period);
  });

  it('a period that nothing came up in is opened once it can be, with its own end, and is told of once', async () => {
    const periodsOf = async (procedure: string, unit: string) =>
      (await casesOf(procedure)).filter(({ department }) => department === unit).map(({ period }) => period);
    const months = [monthAgo(2).text, monthAgo(1).text, monthAgo(0).text];
    expect(await periodsOf(MONTHLY, DEPARTMENT)).toEqual(months);
    // Not while it stood still, nor before the unit had it.
    expect(await periodsOf(STOOD_STILL, DEPARTMENT)).toEqual([months[0], months[2]]);
    expect(await periodsOf(MONTHLY, OTHER)).toEqual([months[2]]);

    const [first] = await casesOf(MONTHLY);
    const escalated = async () =>
      (await app.store.record.events(first.case_no)).filter(({ type }) => type === 'Escalated');
    await expect.poll(async () => (await escalated()).length, { timeout: 20_000 }).toBe(1);
    const { state } = (await app.store.record.load(first.case_no)) ?? {};
    expect(state?.submittedAtMs).toBeGreaterThan(monthAgo(1).endMs);
    expect(state?.clocks['perform-1']).toMatchObject({
      dueAtMs: monthAgo(2).endMs,
      state: 'missed',
      rungFired: 1,
    });
  });

  it('a round of the Schedule asks for the cases of its nominal time, and twice is once', async () => {
    const handle = app.client.schedule.getHandle(scheduleIdOf(MONTHLY));
    const { fromMs, text, endMs } = monthAgo(3);
    const around = { start: new Date(fromMs - 1_000), end: new Date(fromMs + 1_000) };
    await handle.backfill({ ...around, overlap: 'ALLOW_ALL' });
    const made = async () => (await casesOf(MONTHLY)).filter(({ period }) => period === text);
    await expect.poll(async () => (await made()).length, { timeout: 20_000 }).toBe(1);
    const [first] = await made();
    await expect.poll(() => opened(first.case_no), { timeout: 10_000 }).toBe(true);
    const loaded = await app.store.record.load(first.case_no);
    expect(loaded?.state.clocks['perform-1']?.dueAtMs).toBe(endMs);

    const byHand = () =>
      app.client.workflow.execute(DUTY_ROUND, {
        workflowId: randomUUID(),
        taskQueue: CASE_TASK_QUEUE,
        args: [MONTHLY],
      });
    expect(await byHand()).toContain('0 opened, 2 there already');
  });

  it('triggered twice is once, and each unit that holds the role has its own case', async () => {
    const key = randomUUID();
    const first = await post(`${MONTHLY}/trigger`, undefined, key);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    const again = await post(`${MONTHLY}/trigger`);
    expect(again.body.cases).toEqual(first.body.cases);
    const replay = await post(`${MONTHLY}/trigger`, undefined, key);
    expect(replay.headers.get('idempotent-replay')).toBe('true');
    expect(replay.body.cases).toEqual(first.body.cases);
    const no: string = again.body.cases[0];
    await expect.poll(() => opened(no), { timeout: 10_000 }).toBe(true);
    const { body } = await app.as('supervisor').get<Json>(`/api/v1/cases/${no}`);
    expect(body).toMatchObject({ procedure: MONTHLY, status: 'open', family: 'duty' });
    expect(body.form.period).toBe(again.body.period);
    expect((await app.store.record.load(no))?.state.facts).toEqual({ period: again.body.period });
    expect(body.tasks[0].role).toBe('unit-platform-administrator');
    expect(again.body.cases).toHaveLength(2);
    const units = (await casesOf(MONTHLY)).filter(({ period }) => period === again.body.period);
    expect(units.map(({ department }) => department).toSorted()).toEqual([DEPARTMENT, OTHER]);
    const events = await app.store.record.events(no);
    expect(events[0]).toMatchObject({ type: 'Submitted', actor: 'system' });
  });

  it('one that several regulations have opens in each jurisdiction, under its own article and calendar', async () => {
    const { db, record } = app.store;
    const holders = { ly: 'security-lead', ls: 'platform-manager', dq: 'security-lead' };
    for (const [jurisdiction, role] of Object.entries(holders)) {
      const someone = await db('people as p')
        .join('departments as d', 'd.id', 'p.department_id')
        .where('d.jurisdiction', jurisdiction)
        .first({ person_id: 'p.id', department_id: 'd.id' });
      await db('role_grants')
        .insert({ ...someone, role })
        .onConflict()
        .ignore();
    }
    const { status, body } = await post('drill/trigger');
    expect(status, JSON.stringify(body)).toBe(201);
    const shown: Record<string, string> = {};
    for (const no of body.cases as string[]) {
      await expect.poll(() => opened(no), { timeout: 10_000 }).toBe(true);
      const { state } = (await record.load(no)) ?? {};
      const basis = state?.clocks['perform-1']?.limit.basis;
      shown[no.slice(0, 2)] = `${basis?.regulation} ${basis?.article} ${state?.calendar.id}`;
    }
    expect(shown).toEqual({
      LZ: 'LZ-D 第三十六条 cn-gs-lzxq',
      LY: 'LY-D 第四十四条 cn-ha-luoyang',
      LS: 'LS-N 第二十二条 cn-xz-lhasa',
      DQ: 'DQ-D 第三十一条 cn-hl-daqing',
    });
    expect((await post('drill/trigger')).body.cases).toEqual(body.cases);
    const inLhasa = (await app.as('supervisor').get<Json>('/api/v1/duties?jurisdiction=ls')).body.items;
    expect(inLhasa.find(({ procedure }: Json) => procedure === 'drill').lastPeriods[0].cases).toBe(1);
    await db('role_grants')
      .whereNot('department_id', 'like', 'lz-%')
      .whereIn('role', Object.values(holders))
      .delete();
  });

  it('over a virtual year every period opens once, each with the end its rule says; one that stands still opens nothing', async () => {
    const still = 'lz-elte-check';
    const paused = await post(`${still}/pause`, { reasons: '专网改造，设备停用' });
    expect(paused.status, JSON.stringify(paused.body)).toBe(201);
    expect(paused.body.duty.paused).toMatchObject({ reason: '专网改造，设备停用' });
    for (let i = 0; i < 2; i++) {
      const refusedAgain = await post(`${still}/pause`, { reasons: '再次' }, 'one-key');
      expect(refusedAgain).toMatchObject({ status: 409, body: { code: 'duty_paused' } });
    }
    const refused = await post(`${still}/trigger`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'duty_paused', paused: { reason: '专网改造，设备停用' } },
    });
    const stillBefore = (await casesOf(still)).length;

    await advanceTo('2028-01-01T00:00:00+08:00');

    const of2027 = (rows: Json[]) =>
      rows.map(({ period }) => period).filter((period) => period.startsWith('2027'));
    const mine = async (procedure: string) =>
      of2027((await casesOf(procedure)).filter(({ department }) => department === DEPARTMENT));
    expect(await mine(MONTHLY)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`),
    );
    expect(await mine('lz-password')).toEqual(['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4']);
    expect(await mine('lz-half-year-accounts')).toEqual(['2027-H1', '2027-H2']);
    expect(await mine('lz-catalogue-yearly')).toEqual(['2027']);
    expect((await casesOf(still)).length).toBe(stillBefore);

    const dueDays = await Promise.all(
      (await casesOf(MONTHLY))
        .filter(({ period, department }) => period.startsWith('2027') && department === DEPARTMENT)
        .map(async ({ case_no: no }) => (await app.store.record.load(no))?.state.clocks['perform-1']?.dueDay),
    );
    expect(dueDays.slice(0, 3)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
    const [september] = (await casesOf('lz-password')).filter(({ period }) => period === '2027-Q3');
    const loaded = await app.store.record.load(september.case_no);
    expect(loaded?.state.submittedAtMs).toBe(Date.parse('2027-09-01T00:00:00+08:00'));
    expect(loaded?.state.clocks['perform-1']).toMatchObject({ dueDay: '2027-09-30', state: 'missed' });
    const missed = (await app.store.record.events(september.case_no)).find(
      ({ type }) => type === 'ClockMissed',
    );
    expect(missed?.atMs).toBeLessThan(Date.parse('2027-10-02T00:00:00+08:00'));

    const { body } = await app.as('supervisor').get<Json>('/api/v1/duties?jurisdiction=lz');
    const shown = body.items.find(({ procedure }: Json) => procedure === MONTHLY);
    expect(shown.next.period).toBe('2028-02');
    expect(shown.lastPeriods[0]).toMatchObject({ period: '2028-01', closed: 0 });
    expect(shown.paused).toBeNull();

    const resumed = await post(`${still}/resume`);
    expect(resumed.body.duty.paused).toBeNull();
    expect(of2027(await casesOf(still))).toEqual([]);
    expect((await casesOf(still)).at(-1)?.period).toBe('2028-01');
    expect((await post(`${still}/resume`)).body.code).toBe('duty_not_paused');
  }, 240_000);

  it('nothing of people, and nothing that they wrote, is told to the engine, the log or the metrics', async () => {
    expect(await secretsTold(app, ['专网改造，设备停用'])).toEqual([]);
  }, 120_000);
});
