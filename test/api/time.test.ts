import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { openWorld, START_MS, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Planned = { stage: string; startedAt: string; dueAt: string; dueDate: string };
const plan = (procedure: string, body: object = {}) =>
  world
    .as('requester')
    .post(`/api/v1/procedures/${procedure}/plan`, { submittedAt: isoOf(START_MS), ...body }, { key: null });

describe('what-if', () => {
  it('plans each stage from the due instant of the one before, with its rungs, and stores nothing', async () => {
    const before = await world.stored();
    const { body, status } = await plan('lz-share-conditional');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.stages.map(({ stage, startedAt, dueDate }: Planned) => [stage, startedAt, dueDate])).toEqual([
      ['review', '2026-11-23T09:30:00+08:00', '2026-11-25'],
      ['authorise', '2026-11-26T00:00:00+08:00', '2026-12-01'],
      ['exchange', '2026-12-02T00:00:00+08:00', '2026-12-04'],
    ]);
    expect(body.stages.map(({ startsAfter }: { startsAfter: string }) => startsAfter)).toEqual([
      null,
      'review',
      'authorise',
    ]);
    expect(body.stages[0].rungs).toHaveLength(3);
    expect(body.stages[0].rungs[0].at).toBe('2026-11-26T00:00:00+08:00');
    expect(await world.stored()).toEqual(before);
  });
  it('agrees with the case that is then filed and decided so', async () => {
    const decidedAt = { review: '2026-11-24T15:00:00+08:00' };
    const planned = (await plan('lz-share-conditional', { decidedAt })).body.stages;
    const { no } = (await world.as('requester').submit()).body.case;
    world.time.nowMs = Date.parse(decidedAt.review);
    const decided = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
    world.time.nowMs = START_MS;
    expect(decided.body.case.tasks[1].clock).toMatchObject({
      dueAt: planned[1].dueAt,
      dueDate: planned[1].dueDate,
    });
  });
  it('runs what is side by side from one fact, and shares a clock where the text does', async () => {
    const { body } = await plan('lz-licence-objection', {
      facts: { receivedAt: '2026-11-20T10:00:00+08:00' },
    });
    expect(body.stages.map(({ stage, dueDate }: Planned) => [stage, dueDate])).toEqual([
      ['mark', '2026-11-23'],
      ['verify', '2026-11-27'],
      ['reply', '2026-11-27'],
    ]);
  });
  it('a limit that depends on a fact follows it; nothing is missed by being decided at its end', async () => {
    const due = async (systemKind: string): Promise<string> => {
      const { body } = await plan('lz-incident-virus', { facts: { systemKind } });
      expect(body.stages.map(({ stage }: Planned) => stage)).not.toContain('inform');
      return body.stages.find(({ stage }: Planned) => stage === 'restore').dueAt;
    };
    expect(await due('website')).toBe('2026-11-23T11:30:00+08:00');
    expect(await due('office-system')).toBe('2026-11-23T13:30:00+08:00');
  });
  it.each([
    ['an unknown stage', { decidedAt: { nope: isoOf(START_MS) } }, 422, ['/decidedAt/nope']],
    [
      'a decision before the stage begins',
      { decidedAt: { review: isoOf(START_MS - 1000) } },
      422,
      ['/decidedAt/review'],
    ],
    ['an instant without offset', { submittedAt: '2026-11-23T09:30:00' }, 400, ['/submittedAt']],
    [
      'a day the calendar does not reach',
      { submittedAt: '1949-10-01T15:00:00+08:00' },
      422,
      ['/submittedAt'],
    ],
    ['a choice that is none', { facts: { systemKind: 'toaster' } }, 422, ['/facts/systemKind']],
  ])('refuses %s', async (_says, body, status, pointers) => {
    const answer = await plan('lz-incident-virus', body);
    const answered =
      pointers[0] === '/facts/systemKind' || pointers[0] === '/submittedAt'
        ? answer
        : await plan('lz-share-conditional', body);
    expect(answered.status).toBe(status);
    expect(answered.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });
});

describe('moving the time of the demo', () => {
  it('goes forward by a duration or to an instant, for the administrator only', async () => {
    const advance = (body: object, who: 'admin' | 'manager' = 'admin') =>
      world.as(who).post('/api/v1/demo/advance', body, { key: null });
    expect((await advance({ by: 'P1D' }, 'manager')).status).toBe(403);
    expect((await advance({ by: 'P1DT2H' })).body).toEqual({ now: '2026-11-24T11:30:00+08:00' });
    expect((await world.as('requester').get('/api/v1/clock')).body).toEqual({
      now: '2026-11-24T11:30:00+08:00',
      demo: true,
    });
    const keyed = () => world.as('admin').post('/api/v1/demo/advance', { by: 'PT10M' }, { key: 'further' });
    for (const replay of [undefined, 'true']) {
      const { body, headers } = await keyed();
      expect(body).toEqual({ now: '2026-11-24T11:40:00+08:00' });
      expect(headers['idempotent-replay']).toBe(replay);
    }
    const other = await world.as('admin').post('/api/v1/demo/advance', { by: 'PT1H' }, { key: 'further' });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect((await advance({ to: '2026-11-24T12:00:00+08:00' })).body).toEqual({
      now: '2026-11-24T12:00:00+08:00',
    });
    expect((await advance({ to: '2026-11-24T11:00:00+08:00' })).body).toMatchObject({
      status: 422,
      code: 'advance_invalid',
    });
    for (const body of [
      {},
      { by: 'P1D', to: '2026-12-01T00:00:00+08:00' },
      { by: '3 days' },
      { by: '-P1D' },
      { by: 'P0D' },
    ])
      expect((await advance(body)).status).toBe(400);
  });
  it('is not there without virtual time', async () => {
    const real = await openWorld({ virtual: false });
    expect((await real.as('admin').post('/api/v1/demo/advance', { by: 'P1D' })).status).toBe(404);
    await real.close();
  });
});

describe('lists', () => {
  it('go through all pages once, newest first, with a total when asked', async () => {
    const filed: string[] = [];
    for (let i = 0; i < 5; i++) {
      world.time.nowMs += 1000;
      filed.unshift((await world.as('requester2').submit()).body.case.no);
    }
    const seen: string[] = [];
    let path: string | null = '/api/v1/cases?view=started&limit=2&count=true';
    while (path !== null) {
      const page = await world.as('requester2').get(path);
      expect(page.body.total).toBe(5);
      seen.push(...page.body.items.map(({ no }: { no: string }) => no));
      path = /<([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1] ?? null;
      expect(path === null).toBe(page.body.next === null);
    }
    expect(seen).toEqual(filed);
  });
  it.each([
    'limit=0',
    'limit=201',
    'limit=1000000',
    'limit=x',
    'cursor=%20',
    'cursor=abc',
    'light=blue',
    'view=other',
    'nope=1',
    'q=a&q=b',
    'q=%00',
  ])('refuse %s', async (query) => {
    expect((await world.as('requester').get(`/api/v1/cases?${query}`)).status).toBe(400);
  });
  it('of procedures filter and page alike', async () => {
    const all = (await world.as('requester').get('/api/v1/procedures?limit=200')).body.items;
    const first = await world.as('requester').get('/api/v1/procedures?limit=1');
    expect(first.body.items).toEqual(all.slice(0, 1));
    const second = await world.as('requester').get(`/api/v1/procedures?limit=1&cursor=${first.body.next}`);
    expect(second.body.items).toEqual(all.slice(1, 2));
    for (const { id } of all)
      expect((await world.as('requester').get(`/api/v1/procedures/${id}`)).status).toBe(200);
  });
});
