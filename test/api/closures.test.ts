import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
beforeAll(async () => {
  world = await openWorld({ published: true });
});
afterAll(() => world.close());

const CITY = 'cn-gs-lzxq';
const ORGAN = `${CITY}-lz-tech`;
const notice = (title: string) => ({ title, publishedAt: '2026-11-23' });
const get = async (path: string): Promise<Json> => {
  const { status, body } = await world.as('supervisor').get(`/api/v1/${path}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const draft = (calendar: string, said: object) =>
  world.as('admin').post(`/api/v1/calendars/${calendar}/drafts`, { notice: notice('停止办公通告'), ...said });
/** Drafts by one, releases by another, and waits until it is in force. Answers what the preview said. */
const release = async (calendar: string, said: object): Promise<Json> => {
  const drafted = await draft(calendar, said);
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  const path = `calendars/${calendar}/drafts/${drafted.body.draft.number}`;
  const impact = await get(`${path}/impact`);
  const before = world.calendars.current(calendar).version;
  const done = await world.as('supervisor').post(`/api/v1/${path}/release`, {});
  expect(done.status, JSON.stringify(done.body)).toBe(201);
  await expect.poll(() => world.calendars.current(calendar).version, { timeout: 5_000 }).toBe(before + 1);
  return impact;
};
const snow = { from: '2026-11-24', to: '2026-11-26', reason: '暴雪' };
const coverage = { from: '2026-11-24', to: '2026-11-26' };
const file = async (): Promise<Json> => (await world.as('requester').submit()).body.case;
const yearDay = async (calendar: string, date: string): Promise<Json> =>
  (await get(`calendars/${calendar}?year=2026`)).days.find((day: Json) => day.date === date);

describe('a draft of closures and office hours', () => {
  it.each([
    ['nothing said', {}, 400, '/days'],
    ['no period', { closures: [snow] }, 400, '/coverage'],
    ['no reason', { closures: [{ ...snow, reason: '' }], coverage }, 400, '/closures/0/reason'],
    [
      'a date that does not exist',
      { closures: [{ ...snow, to: '2026-11-31' }], coverage },
      400,
      '/closures/0/to',
    ],
    [
      'an effect that does not exist',
      { closures: [{ ...snow, effect: 'half' }], coverage },
      400,
      '/closures/0/effect',
    ],
    [
      'an end before the beginning',
      { closures: [{ ...snow, to: '2026-11-23' }], coverage },
      422,
      '/closures',
    ],
    [
      'closing before opening',
      {
        officeHours: [
          { name: '作息时间', season: { from: '05-01', to: '09-30' }, opensAt: '17:00', closesAt: '09:00' },
        ],
        coverage,
      },
      422,
      '/officeHours',
    ],
  ])('is refused with its place: %s', async (_says, said, status, pointer) => {
    const before = await world.store.calendars.size();
    const answer = await draft(CITY, said);
    expect([answer.status, answer.body.errors?.[0]?.pointer], JSON.stringify(answer.body)).toEqual([
      status,
      pointer,
    ]);
    expect(await world.store.calendars.size()).toBe(before);
    expect((await get(`calendars/${CITY}/drafts`)).items).toEqual([]);
  });
});

describe('a closure that is released', () => {
  it('and says nothing of limits leaves them running, and is told of at once', async () => {
    const { no } = await file();
    const impact = await release(CITY, { closures: [snow], coverage });
    expect([impact.cases, impact.byCalendar]).toEqual([0, []]);
    expect(await yearDay(CITY, '2026-11-25')).toMatchObject({
      state: 'working',
      closure: { effect: 'runs', reason: '暴雪', notice: '停止办公通告' },
    });
    const { days, dueDate } = await get(`cases/${no}/clocks/review-1/ledger`);
    expect(dueDate).toBe('2026-11-25');
    expect(days.at(-1)).toMatchObject({
      ...{ date: '2026-11-25', kind: 'working', closed: 'runs', notice: '停止办公通告' },
      why: '工作日，暴雪，停止办公（期限照常计算），第 2 日',
    });
  });

  it('and excludes its days moves what counts them, as the preview says by calendar', async () => {
    const impact = await release(CITY, { closures: [{ ...snow, effect: 'excluded' }], coverage });
    expect(impact.totals).toMatchObject({ later: 1, earlier: 0, missed: 0, wouldNotBeMissed: 0 });
    expect(impact.byCalendar).toEqual([{ calendar: CITY, cases: 1, totals: impact.totals }]);
    expect(impact.items).toMatchObject([
      {
        kinds: ['later'],
        before: { dueDate: '2026-11-25' },
        after: { dueDate: '2026-11-30' },
        forgone: null,
      },
    ]);
    const { no } = await file();
    const { days, dueDate } = await get(`cases/${no}/clocks/review-1/ledger`);
    expect(dueDate).toBe('2026-11-30');
    expect(days[1]).toMatchObject({
      kind: 'off',
      closed: 'excluded',
      counted: false,
      notice: '停止办公通告',
    });
    const page = await request(world.app)
      .get(`/api/v1/cases/${no}/clocks/review-1/ledger.html`)
      .set('Authorization', `Bearer ${await world.tokenOf('requester')}`);
    expect(page.text).toContain(
      '<td>休息日，停止办公</td><td>暴雪，停止办公（期间不计），不计</td><td>停止办公通告</td>',
    );
  });

  it('the missed clocks that would still run by a draft are counted and can be listed alone', async () => {
    const monday = {
      closures: [{ from: '2026-11-30', to: '2026-12-04', reason: '暴雪', effect: 'excluded' }],
    };
    world.time.nowMs = Date.parse('2026-12-01T09:00:00+08:00');
    const { number } = (await draft(CITY, { ...monday, coverage: { from: '2026-11-30', to: '2026-12-04' } }))
      .body.draft;
    const path = `calendars/${CITY}/drafts/${number}`;
    const { totals } = await get(`${path}/impact`);
    expect(totals).toMatchObject({ missedKept: 2, wouldNotBeMissed: 2, later: 0 });
    const { items } = await get(`${path}/impact?kind=would-not-be-missed`);
    expect(items).toMatchObject(
      ['2026-11-25', '2026-11-30'].map((dueDate) => ({
        ...{ after: null, before: { dueDate }, forgone: { dueDate: '2026-12-07' } },
      })),
    );
    expect((await get(`${path}/impact?kind=later`)).items).toEqual([]);
  });
});

describe('a department with a calendar of its own', () => {
  it('is given one by an administrator, once', async () => {
    const body = { department: 'lz-tech' };
    expect((await world.as('supervisor').post('/api/v1/calendars', body)).status).toBe(403);
    expect((await world.as('admin').post('/api/v1/calendars', { department: 'nowhere' })).status).toBe(422);
    const made = await world.as('admin').post('/api/v1/calendars', body, { key: 'organ-calendar' });
    expect([made.status, made.body.calendar]).toEqual([
      201,
      { id: ORGAN, name: 'lz-tech', level: 'organ', parent: CITY, department: 'lz-tech' },
    ]);
    const again = await world.as('admin').post('/api/v1/calendars', body, { key: 'organ-calendar' });
    expect(again.body).toEqual(made.body);
    const other = await world.as('admin').post('/api/v1/calendars', body);
    expect([other.status, other.body.code]).toEqual([409, 'calendar_exists']);
    const ids = async () => (await get('calendars?limit=100')).items.map(({ id }: Json) => id);
    await expect.poll(ids, { timeout: 5_000 }).toContain(ORGAN);
  });

  it('handles new cases by it; cases it has keep the calendar they were filed under', async () => {
    world.time.nowMs = Date.parse('2026-12-07T09:30:00+08:00');
    const { no } = await file();
    expect((await get(`cases/${no}/clocks/review-1/ledger`)).calendar.id).toBe(ORGAN);
    const impact = await release(ORGAN, {
      closures: [{ from: '2026-12-08', to: '2026-12-08', reason: '搬迁', effect: 'excluded' }],
      officeHours: [
        { name: '冬季作息时间', season: { from: '10-01', to: '04-30' }, opensAt: '09:00', closesAt: '17:30' },
      ],
      coverage: { from: '2026-12-01', to: '2027-12-31' },
    });
    expect(impact.byCalendar).toMatchObject([{ calendar: ORGAN, cases: 1 }]);
    expect(impact.items).toMatchObject([{ case: no, kinds: ['later'] }]);
    expect((await yearDay(ORGAN, '2026-12-09')).hours).toEqual({
      ...{ name: '冬季作息时间', opensAt: '09:00', closesAt: '17:30' },
      notice: '停止办公通告',
    });
    expect((await yearDay(CITY, '2026-12-09')).hours).toBeNull();
    expect(world.calendars.current(ORGAN).knownThrough).toBe('2026-12-31');
  });

  it('is what a plan of its procedures goes by', async () => {
    const asked = { submittedAt: '2026-12-07T10:00:00+08:00' };
    const path = '/api/v1/procedures/lz-share-conditional/plan';
    const plan = await world.as('requester').post(path, asked, { key: null });
    expect(plan.body.calendar.id).toBe(ORGAN);
    expect(plan.body.stages[0].dueDate).toBe('2026-12-10');
  });
});
