import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DAY_MS, grant, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('a case from filing to its end', () => {
  it('is filed, reviewed, authorised and exchanged, each answer with the fresh case', async () => {
    const filed = await world.as('requester').submit();
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { no } = filed.body.case;
    expect(no).toBe('LZ-20261123-0001');
    expect(filed.headers.location).toBe(`/api/v1/cases/${no}`);
    expect(filed.headers['server-timing']).toMatch(/^app;dur=\d+\.\d$/);
    expect(filed.body.case).toMatchObject({
      status: 'open',
      result: null,
      light: 'green',
      requester: { department: 'lz-civil', name: '王小明' },
      tasks: [
        {
          id: 'review-1',
          state: 'open',
          role: 'platform-manager',
          department: 'lz-tech',
          clock: {
            limit: { amount: 2, unit: 'working-day', kind: 'target' },
            state: 'running',
            dueDate: '2026-11-25',
            dueAt: '2026-11-26T00:00:00+08:00',
            overdue: false,
            remaining: { workingDays: 2 },
          },
        },
      ],
    });
    expect(filed.body.case.queryCode).toMatch(/^[2-9A-Z]{10}$/);

    const todo = await world.as('manager').get('/api/v1/tasks?view=todo');
    expect(todo.body.items).toMatchObject([{ id: 'review-1', case: { no, requester: { name: '王**' } } }]);

    const passed = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
    expect(passed.status, JSON.stringify(passed.body)).toBe(201);
    expect(passed.body.decision).toMatchObject({ task: 'review-1', outcome: 'pass' });
    expect(passed.body.case.tasks[1]).toMatchObject({ id: 'authorise-1', department: 'lz-hrss' });

    const approved = await world.as('provider').decide(no, 'authorise-1', grant());
    expect(approved.status, JSON.stringify(approved.body)).toBe(201);
    expect(approved.body.case.tasks[1].fields).toMatchObject({ mode: 'query' });

    const done = await world.as('operator').decide(no, 'exchange-1', { outcome: 'done' });
    expect(done.body.case).toMatchObject({ status: 'closed', result: 'granted', light: null });
    expect(done.body.case.allowedActions.map(({ act }: { act: string }) => act)).not.toContain('decide');
  });

  it('an act answers with the case as the same person then reads it: names, reasons and copies of others included', async () => {
    const same = async (who: Parameters<World['as']>[0], answered: Answer) => {
      expect(answered.status, JSON.stringify(answered.body)).toBe(201);
      const { no } = answered.body.case;
      const read = await world.as(who).get(`/api/v1/cases/${no}`);
      expect(answered.body.case).toEqual(read.body);
      return no as string;
    };
    const no = await same('requester', await world.as('requester').submit());
    const reviewed = { outcome: 'pass', reasons: '材料齐全。' };
    await same('manager', await world.as('manager').decide(no, 'review-1', reviewed));
    const copied = { act: 'copy', people: ['office'] };
    await same('requester', await world.as('requester').act(no, copied));
    await same('provider', await world.as('provider').decide(no, 'authorise-1', grant()));
    await same('operator', await world.as('operator').decide(no, 'exchange-1', { outcome: 'done' }));
  });

  it('open data is granted on submission', async () => {
    const body = {
      procedure: 'lz-share-open',
      form: {
        resource: 'lz-stat-yearbook',
        purpose: '编制规划',
        basis: '三定方案',
        users: '规划科',
        items: ['年鉴'],
        mode: 'bulk',
        until: '2027-01-01',
        classified: false,
      },
    };
    const filed = await world.as('requester').submit(body);
    expect(filed.body.case).toMatchObject({ status: 'closed', result: 'granted' });
  });

  it('shows a limit as missed from its last second on, before anything was written', async () => {
    const { no } = (await world.as('requester').submit()).body.case;
    const dueMs = Date.parse('2026-11-26T00:00:00+08:00');
    const before = world.time.nowMs;
    world.time.nowMs = dueMs - 1;
    expect((await world.as('manager').get(`/api/v1/cases/${no}`)).body.tasks[0].clock).toMatchObject({
      state: 'running',
      overdue: false,
    });
    world.time.nowMs = dueMs;
    const overdue = await world.as('manager').get(`/api/v1/cases/${no}`);
    expect(overdue.body).toMatchObject({
      light: 'red',
      tasks: [{ light: 'red', clock: { state: 'missed', overdue: true } }],
    });
    const list = await world.as('supervisor').get('/api/v1/supervision/overdue?count=true');
    expect(list.body.items).toMatchObject([
      { case: { no }, task: 'review-1', overdueBy: { workingDays: 1, minutes: 0 }, rung: 0 },
    ]);
    const summary = await world.as('supervisor').get('/api/v1/supervision/summary');
    expect(summary.body).toMatchObject({
      open: 1,
      overdue: 1,
      byDepartment: [{ department: 'lz-tech', overdue: 1 }],
    });
    await world.engine.tick(no, dueMs + 10 * DAY_MS);
    world.time.nowMs = dueMs + 10 * DAY_MS;
    const escalated = await world.as('supervisor').get(`/api/v1/cases/${no}`);
    expect(escalated.body.escalations.map(({ rung }: { rung: number }) => rung)).toEqual([1, 2, 3]);
    expect(escalated.body.allowedActions).toContainEqual({ act: 'urge', demands: [] });
    expect((await world.as('requester').act(no, { act: 'withdraw' })).status).toBe(201);
    world.time.nowMs = before;
  });

  it('tells everything that happened in order, and how the limit was counted', async () => {
    const { no } = (await world.as('requester').submit()).body.case;
    await world.as('manager').decide(no, 'review-1', { outcome: 'refuse', reasons: '用途不明' });
    const events = await world.as('requester').get(`/api/v1/cases/${no}/events`);
    expect(events.body.items.map(({ seq }: { seq: number }) => seq)).toEqual(
      events.body.items.map((_: unknown, i: number) => i + 1),
    );
    const decided = events.body.items.find(({ type }: { type: string }) => type === 'Decided');
    expect(decided).toMatchObject({
      actor: { name: '赵**', department: 'lz-tech', role: 'platform-manager' },
      data: { outcome: 'refuse', reasons: '用途不明' },
    });
    const started = events.body.items.find(({ type }: { type: string }) => type === 'ClockStarted');
    expect(started.data).toMatchObject({
      dueAt: '2026-11-26T00:00:00+08:00',
      term: { startAt: '2026-11-23T09:30:00+08:00' },
      limit: { basis: '《兰州新区政务数据资源共享管理办法（试行）》第三十条第二款' },
    });
    const rest = await world.as('requester').get(`/api/v1/cases/${no}/events?after=2&limit=1`);
    expect(rest.body).toMatchObject({ items: [{ seq: 3 }], next: '3' });
    expect(rest.headers.link).toContain('rel="next"');
    const ledger = await world.as('requester').get(`/api/v1/cases/${no}/clocks/review-1/ledger`);
    expect(ledger.body).toMatchObject({ clock: 'review-1', dueDate: '2026-11-25', provisional: false });
    expect(ledger.body.days.filter(({ counted }: { counted: boolean }) => counted)).toHaveLength(2);
  });
});
