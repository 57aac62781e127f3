import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { DAY_MS, openWorld, START_MS, shareRequest, type World } from './world.ts';

let world: World;
let no = '';
/** Monday 23 November 2026 and the following days, 09:30. */
const onDay = (ahead: number): void => {
  world.time.nowMs = START_MS + ahead * DAY_MS;
};
beforeAll(async () => {
  world = await openWorld();
  const filed = await world.as('requester').submit(shareRequest());
  no = filed.body.case.no;
  onDay(1);
  await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
  onDay(2);
  const asked = await world.as('provider').act(no, {
    act: 'request-supplement',
    task: 'authorise-1',
    reasons: '请补充<使用依据>的文号（补正通知〔2026〕3号）',
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  onDay(4);
  const answered = await world
    .as('requester')
    .act(no, { act: 'supplement', fields: { basis: '就业促进法第四十九条第二款' } });
  expect(answered.status, JSON.stringify(answered.body)).toBe(201);
  onDay(7);
});
afterAll(() => world.close());

describe('a provisional end is shown with what it can turn out to be', () => {
  it('in a plan, on the clock of a task, in the list of overdue work and in the ledger', async () => {
    const later = await openWorld();
    later.time.nowMs = Date.parse('2027-01-29T10:00:00+08:00');
    const shape = {
      provisional: true,
      earliest: { dueDate: expect.any(String) },
      latest: { dueDate: expect.any(String) },
    };
    const plan = await later
      .as('requester')
      .post(
        '/api/v1/procedures/lz-share-conditional/plan',
        { submittedAt: '2027-01-29T10:00:00+08:00' },
        { key: null },
      );
    expect(plan.body.stages[0]).toMatchObject(shape);
    const { earliest, latest } = plan.body.stages[0];
    expect(
      earliest.dueDate <= plan.body.stages[0].dueDate && plan.body.stages[0].dueDate <= latest.dueDate,
    ).toBe(true);
    expect(earliest.dueDate < latest.dueDate).toBe(true);
    const filed = (await later.as('requester').submit(shareRequest())).body.case;
    expect(filed.tasks[0].clock).toMatchObject({ provisional: true, earliest, latest });
    const ledger = await later.as('requester').get(`/api/v1/cases/${filed.no}/clocks/review-1/ledger`);
    expect(ledger.body).toMatchObject({ provisional: true, earliest, latest });
    later.time.nowMs += 20 * DAY_MS;
    const overdue = await later.as('supervisor').get('/api/v1/supervision/overdue');
    expect(overdue.body.items[0]).toMatchObject({
      dueDate: filed.tasks[0].clock.dueDate,
      provisional: true,
      earliest,
      latest,
    });
    await later.close();
  });
});

describe('a deadline explains itself', () => {
  const path = () => `/api/v1/cases/${no}/clocks/authorise-1`;

  it('as a page without script that shows rule, article, pauses with ground and document, every day and the end', async () => {
    const token = await world.tokenOf('provider');
    const page = await request(world.app)
      .get(`${path()}/ledger.html`)
      .set('Authorization', `Bearer ${token}`);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/<script|style=|onload/);
    for (const text of [
      '3 个工作日',
      '第三十条',
      '补正材料',
      '补正通知〔2026〕3号',
      '&lt;使用依据&gt;',
      '中止期间',
    ]) {
      expect(page.text).toContain(text);
    }
    const json = await world.as('provider').get(`${path()}/ledger`);
    for (const { date } of json.body.days) expect(page.text).toContain(`<td>${date}</td>`);
    expect(page.text).toContain(`${json.body.dueDate}，至`);
    const negotiated = await request(world.app)
      .get(`${path()}/ledger`)
      .set({ Authorization: `Bearer ${token}`, Accept: 'text/html,application/xhtml+xml' });
    expect(negotiated.text).toContain('期限计算单');
    const style = await request(world.app).get('/api/v1/ledger.css').set('Authorization', `Bearer ${token}`);
    expect(style.text).toContain('size: A4');
  });

  it('the page and the history of a case are not for strangers', async () => {
    for (const suffix of ['ledger.html', 'history'])
      expect((await world.as('dq-issuer').get(`${path()}/${suffix}`)).status).toBe(404);
    expect((await world.as('dq-issuer').get(`/api/v1/cases/${no}/time-use`)).status).toBe(404);
  });

  it('what was believed on a day is what the record says of that day', async () => {
    const asOf = async (ahead: number) =>
      (
        await world
          .as('supervisor')
          .get(`${path()}/history?asOf=${encodeURIComponent(isoOf(START_MS + ahead * DAY_MS))}`)
      ).body;
    expect((await asOf(0)).held).toBeNull();
    expect((await asOf(1.5)).held).toMatchObject({
      event: 'ClockStarted',
      state: 'running',
      dueDate: '2026-11-27',
    });
    expect((await asOf(3)).held).toMatchObject({ event: 'ClockPaused', state: 'paused', dueAt: null });
    const now = await asOf(5);
    expect(now.held).toMatchObject({ event: 'ClockResumed', dueDate: '2026-12-01', to: null });
    expect(now.beliefs).toHaveLength(3);
    for (const [i, belief] of now.beliefs.slice(0, -1).entries())
      expect(belief.to).toBe(now.beliefs[i + 1].from);
    const recorded = await world
      .as('supervisor')
      .get(`${path()}/history?by=record&asOf=2000-01-01T00:00:00%2B08:00`);
    expect(recorded.body.held).toBeNull();
  });

  it('the days of the departments, waiting included, add up to the whole course', async () => {
    const { body } = await world.as('supervisor').get(`/api/v1/cases/${no}/time-use`);
    const sum = body.departments.reduce(
      (days: number, d: { courseDays: number; waitingDays: number }) => days + d.courseDays + d.waitingDays,
      0,
    );
    // Tuesday to Monday without the weekend.
    expect([body.totalDays, sum]).toEqual([5, 5]);
    const use = (task: string) => body.tasks.find((t: { task: string }) => t.task === task);
    expect(use('review-1')).toMatchObject({
      limitDays: 2,
      usedDays: 1,
      savedDays: 1,
      overrunDays: 0,
      courseDays: 1,
    });
    expect(use('supplement-1')).toMatchObject({ department: 'lz-civil', courseDays: 0, waitingDays: 2 });
    expect(use('authorise-1')).toMatchObject({ limitDays: 3, usedDays: 2, courseDays: 2, waitingDays: 0 });
  });
});
