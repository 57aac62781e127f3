import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf, isoOf, textOfDay, weekdayOf } from '../../calendar/index.ts';
import type { EventOf } from '../../cases/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';
import { secretsTold } from '../support/secrets.ts';
import { wireOf } from '../support/wire.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
type Moved = EventOf<'DeadlineMoved'>;

const LANZHOU_CASES = 100;
const LHASA_CASES = 4;
const FRIDAY = 5;

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
  // A Friday morning, so that a limit of two working days goes over a weekend.
  const now = app.clock.nowMs();
  const ahead = ((FRIDAY - weekdayOf(dayOf(now)) + 7) % 7) + 7;
  await app
    .as('admin')
    .post('/api/v1/demo/advance', { to: `${textOfDay(dayOf(now) + ahead)}T10:00:00+08:00` });
});
afterAll(async () => {
  await app?.stop();
});
const { get, post } = wireOf(() => app);

const day = (ahead: number): string => textOfDay(dayOf(app.clock.nowMs()) + ahead);

const file = async (account: string, procedure: string, resource: string): Promise<Json> => {
  const { form } = procedureById(procedure) as Procedure;
  const ids = { resource, department: `${account.slice(0, 2)}-hrss` };
  const filed = await post(account, '/api/v1/cases', {
    procedure,
    form: sampleForm(form, app.clock.nowMs(), ids),
  });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  return filed.body.case;
};
const fileMany = async (count: number, ...of: Parameters<typeof file>): Promise<Json[]> => {
  const cases: Json[] = [];
  while (cases.length < count)
    cases.push(
      ...(await Promise.all(Array.from({ length: Math.min(15, count - cases.length) }, () => file(...of)))),
    );
  return cases;
};

const released = async (
  calendar: string,
  days: { date: string; state: 'working' | 'off'; name: string }[],
) => {
  const dates = days.map(({ date }) => date).sort();
  const drafted = await post('admin', `/api/v1/calendars/${calendar}/drafts`, {
    notice: { title: `关于临时放假安排的通知 ${dates.join(' ')}`, publishedAt: day(0) },
    coverage: { from: dates[0], to: dates.at(-1) },
    days,
  });
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  const path = `/api/v1/calendars/${calendar}/drafts/${drafted.body.draft.number}`;
  const impact: Json[] = [];
  let totals: Json = null;
  for (let next: string | null = ''; next !== null; ) {
    const answer = await get('supervisor', `${path}/impact?limit=200${next && `&cursor=${next}`}`);
    expect(
      answer.status,
      JSON.stringify(answer.body) + app.logs.filter((l) => l.includes('"level":50')).join(),
    ).toBe(200);
    const page: Json = answer.body;
    impact.push(...page.items);
    totals = page.totals;
    next = page.next;
  }
  const done = await post('supervisor', `${path}/release`);
  expect(done.status, JSON.stringify(done.body)).toBe(201);
  return { impact, totals, rollout: `/api/v1/calendars/${calendar}/rollouts/${done.body.draft.version}` };
};
const standing = async (rollout: string): Promise<Json> => (await get('supervisor', rollout)).body;
const finished = (rollout: string) =>
  expect.poll(async () => (await standing(rollout)).state, { timeout: 90_000, interval: 300 }).toBe('done');
const movesOf = async (no: string): Promise<Moved[]> =>
  (await app.store.record.events(no, 0)).filter((event): event is Moved => event.type === 'DeadlineMoved');
const dueOf = async (no: string, clock: string): Promise<string> => {
  const state = (await app.store.record.load(no))?.state;
  return isoOf(state?.clocks[clock]?.dueAtMs ?? 0);
};

let lanzhou: Json[] = [];
let lhasa: Json[] = [];

it('a day off reaches every open case it moves exactly once, as foreseen, though the worker is stopped half-way', async () => {
  lanzhou = await fileMany(LANZHOU_CASES, 'lz-requester', 'lz-share-conditional', 'lz-hrss-employment');
  lhasa = await fileMany(LHASA_CASES, 'ls-requester', 'ls-share-conditional', 'ls-hrss-employment');
  const { impact, totals, rollout } = await released('cn-gs-lzxq', [
    { date: day(3), state: 'off', name: '临时放假' },
  ]);
  expect(totals).toMatchObject({ later: LANZHOU_CASES, earlier: 0, missed: 0 });
  expect(new Set(impact.map((item) => item.case))).toEqual(new Set(lanzhou.map(({ no }) => no)));
  expect((await movesOf(lanzhou[0].no)).length).toBe(0);

  await expect
    .poll(async () => (await standing(rollout)).done, { timeout: 60_000, interval: 50 })
    .toBeGreaterThan(5);
  await app.worker.stop();
  const halfWay = await standing(rollout);
  expect(halfWay.done).toBeLessThan(LANZHOU_CASES);
  await app.worker.start();
  await finished(rollout);

  expect(await standing(rollout)).toMatchObject({ total: LANZHOU_CASES, done: LANZHOU_CASES });
  for (const item of impact) {
    const moves = await movesOf(item.case);
    expect(moves.map(({ data }) => data.why)).toEqual(['calendar']);
    expect(await dueOf(item.case, item.clock)).toBe(item.after.dueAt);
  }
  for (const { no } of lhasa) expect(await movesOf(no)).toEqual([]);
}, 180_000);

it('the engine arms the moved limit: nothing is missed at the old end, and all is at the new one', async () => {
  const [first] = lanzhou;
  const [move] = (await movesOf(first.no))[0]?.data.moves ?? [];
  const isMissed = async () =>
    (await app.store.record.events(first.no, 0)).some(({ type }) => type === 'ClockMissed');
  await app.as('admin').post('/api/v1/demo/advance', { to: isoOf((move?.oldDueAtMs ?? 0) + 60_000) });
  expect(await isMissed()).toBe(false);
  await app.as('admin').post('/api/v1/demo/advance', { to: isoOf(move?.dueAtMs ?? 0) });
  expect(await isMissed()).toBe(true);
}, 180_000);

it('an overlay of Lhasa moves only the cases of Lhasa', async () => {
  const fresh = await fileMany(2, 'ls-requester', 'ls-share-conditional', 'ls-hrss-employment');
  const { impact, rollout } = await released('cn-xz-lhasa', [
    { date: day(1), state: 'off', name: '藏历新年' },
  ]);
  expect(impact.every(({ case: no }) => no.startsWith('LS-'))).toBe(true);
  await finished(rollout);
  for (const { no } of fresh) expect(await movesOf(no)).toHaveLength(1);
  expect(await movesOf(lanzhou[0].no)).toHaveLength(1);
}, 120_000);

it('a case that a release does not move adopts it with its next command, before anything is counted', async () => {
  const { no, tasks } = await file('lz-requester', 'lz-share-conditional', 'lz-hrss-employment');
  const far = [0, 1, 2, 3, 4, 5, 6]
    .map((i) => day(i + 60))
    .find((date) => weekdayOf(dayOf(Date.parse(date))) === 3);
  const { rollout } = await released('cn-gs-lzxq', [{ date: far ?? '', state: 'off', name: '停电检修' }]);
  await finished(rollout);
  expect(await movesOf(no)).toEqual([]);
  const decided = await post('lz-manager', `/api/v1/cases/${no}/tasks/${tasks[0].id}/decisions`, {
    outcome: 'pass',
  });
  expect(decided.status, JSON.stringify(decided.body)).toBe(201);
  const events = await app.store.record.events(no, 0);
  const adopted = events.findIndex(({ type }) => type === 'DeadlineMoved');
  const decision = events.findIndex(({ type }) => type === 'Decided');
  expect(adopted).toBeGreaterThan(0);
  expect(adopted).toBeLessThan(decision);
  const newest = app.calendars.current('cn-gs-lzxq').version;
  const opened = decided.body.case.tasks.find((task: Json) => task.state === 'open');
  expect(opened.clock.calendar.version).toBe(newest);
}, 120_000);

it('what time alone brings about in a case left out by the roll-out makes it adopt the calendar too', async () => {
  const { no, tasks } = await file('lz-requester', 'lz-share-conditional', 'lz-hrss-employment');
  const far = [0, 1, 2, 3, 4, 5, 6]
    .map((i) => day(i + 90))
    .find((date) => weekdayOf(dayOf(Date.parse(date))) === 3);
  const { rollout } = await released('cn-gs-lzxq', [{ date: far ?? '', state: 'off', name: '停电检修' }]);
  await finished(rollout);
  expect(await movesOf(no)).toEqual([]);
  await app.as('admin').post('/api/v1/demo/advance', { to: tasks[0].clock.dueAt });
  const newest = app.calendars.current('cn-gs-lzxq');
  await expect
    .poll(async () => (await app.store.record.calendarOf(no))?.version, { timeout: 10_000 })
    .toBe(newest.version);
  expect(await movesOf(no)).toHaveLength(1);
}, 120_000);

const atNextFriday = async (): Promise<void> => {
  const now = app.clock.nowMs();
  const ahead = ((FRIDAY - weekdayOf(dayOf(now)) + 6) % 7) + 1;
  const to = `${textOfDay(dayOf(now) + ahead)}T10:00:00+08:00`;
  expect((await app.as('admin').post('/api/v1/demo/advance', { to })).status).toBe(200);
};
const missesOf = async (no: string): Promise<EventOf<'ClockMissed'>[]> =>
  (await app.store.record.events(no, 0)).filter(
    (event): event is EventOf<'ClockMissed'> => event.type === 'ClockMissed',
  );
const kindsOf = (impact: Json[], no: string): Json[] =>
  impact.filter((item) => item.case === no).map(({ kinds }) => kinds);

it('a worked Saturday ends the limit of the organ earlier, and the engine lets nobody past the new end', async () => {
  await atNextFriday();
  const missed = await file('lz-requester', 'lz-share-conditional', 'lz-hrss-employment');
  await atNextFriday();
  const running = await file('lz-requester', 'lz-share-conditional', 'lz-hrss-employment');
  const [saturday, lastMonday, ends] = [day(1), day(-4), day(4)];
  const { impact, rollout } = await released('cn-gs-lzxq', [
    { date: lastMonday, state: 'off', name: '停电检修' },
    { date: saturday, state: 'working', name: '停电检修' },
  ]);
  expect(kindsOf(impact, running.no)).toEqual([['earlier']]);
  // Another end would be later by the same release, but it was missed before.
  expect(kindsOf(impact, missed.no)).toEqual([['missed-kept']]);
  const [kept] = await missesOf(missed.no);
  await finished(rollout);

  expect(await dueOf(running.no, 'review-1')).toBe(`${ends}T00:00:00+08:00`);
  const end = Date.parse(`${ends}T00:00:00+08:00`);
  await app.as('admin').post('/api/v1/demo/advance', { to: isoOf(end - 60_000) });
  expect(await missesOf(running.no)).toEqual([]);
  await app.as('admin').post('/api/v1/demo/advance', { to: isoOf(end) });
  expect((await missesOf(running.no)).map(({ data }) => data.dueAtMs)).toEqual([end]);
  expect(await missesOf(missed.no)).toEqual([kept]);
}, 180_000);

it('the end that the side which filed the case was told never moves earlier', async () => {
  await atNextFriday();
  const account = 'dq-unit-platform-administrator';
  const { no, tasks } = await file(account, 'dq-licence-catalogue', 'dq-hrss-employment');
  const { impact, rollout } = await released('cn-hl-daqing', [
    { date: day(1), state: 'working', name: '临时上班' },
  ]);
  expect(kindsOf(impact, no)).toEqual([['filer-kept']]);
  const tuesdayEnds = day(5);
  await finished(rollout);
  expect(await dueOf(no, 'sync-1')).toBe(tasks[0].clock.dueAt);
  expect(tasks[0].clock.dueAt).toBe(`${tuesdayEnds}T00:00:00+08:00`);
}, 120_000);

it('a case whose new end has passed when the release comes is missed at that end, at once', async () => {
  await atNextFriday();
  const { no } = await file('lz-requester', 'lz-share-conditional', 'lz-hrss-employment');
  const [saturday, sunday, monday] = [day(1), day(2), day(3)];
  await app.as('admin').post('/api/v1/demo/advance', { to: `${monday}T10:00:00+08:00` });
  expect(await missesOf(no)).toEqual([]);
  const { impact, rollout } = await released('cn-gs-lzxq', [
    { date: saturday, state: 'working', name: '临时上班' },
    { date: sunday, state: 'working', name: '临时上班' },
  ]);
  expect(kindsOf(impact, no)).toEqual([['earlier', 'missed']]);
  await finished(rollout);
  expect((await missesOf(no)).map(({ data }) => isoOf(data.dueAtMs))).toEqual([`${monday}T00:00:00+08:00`]);
}, 120_000);

it('nothing of people, and nothing that they wrote, is told to the engine, the log or the metrics', async () => {
  expect(await secretsTold(app)).toEqual([]);
}, 120_000);
