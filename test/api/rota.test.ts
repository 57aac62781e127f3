import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import type { Account } from './people.ts';
import { DAY_MS, HOUR_MS, openWorld, START_MS, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const shift = (fields: Record<string, unknown> = {}) => ({
  ...{ department: 'lz-civil', officer: 'duty', place: 1 },
  ...{ from: isoOf(START_MS + DAY_MS), to: isoOf(START_MS + 2 * DAY_MS) },
  ...fields,
});
const set = (account: Account, fields: Record<string, unknown> = {}, key?: string) =>
  world.as(account).post('/api/v1/rota/shifts', shift(fields), key === undefined ? {} : { key });
const days = (from: number, to: number) => ({
  from: isoOf(START_MS + from * DAY_MS),
  to: isoOf(START_MS + to * DAY_MS),
});

describe('the rota of a department', () => {
  it('is set by its security lead; says who, when, and by whom', async () => {
    const made = await set('security', days(1, 2));
    expect(made.status).toBe(201);
    expect(made.body.shift).toMatchObject({
      ...{ department: 'lz-civil', place: 1, officer: '褚值班', onDuty: false, withdrawn: null },
      set: { by: '卫安全', at: isoOf(START_MS) },
    });
    const rota = await world.as('requester').get('/api/v1/rota');
    expect(rota.body.items).toEqual([made.body.shift]);
  });

  it('the same key sets one shift; another body under it is refused', async () => {
    const first = await set('security', days(3, 4), 'one-key');
    const again = await set('security', days(3, 4), 'one-key');
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replay']).toBe('true');
    expect((await set('security', days(4, 5), 'one-key')).body).toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('administrators set it as well, also where nobody of the department keeps it', async () => {
    const made = await set('admin', { ...days(1, 2), department: 'lz-office', officer: 'office' });
    expect(made.status).toBe(201);
  });

  it('who is on duty now is told in the order in which they are called; from the start, up to the end', async () => {
    await set('security', { officer: 'security', place: 2, ...days(10, 11) });
    await set('security', { ...days(10, 11) });
    const onDuty = async (atMs: number): Promise<string[]> => {
      world.time.nowMs = atMs;
      const { body } = await world.as('requester').get('/api/v1/rota/now');
      world.time.nowMs = START_MS;
      return body.items.map((item: { officer: string }) => item.officer);
    };
    expect(await onDuty(START_MS + 10 * DAY_MS - 1)).toEqual([]);
    expect(await onDuty(START_MS + 10 * DAY_MS)).toEqual(['褚值班', '卫安全']);
    expect(await onDuty(START_MS + 11 * DAY_MS - 1)).toEqual(['褚值班', '卫安全']);
    expect(await onDuty(START_MS + 11 * DAY_MS)).toEqual([]);
  });

  it('a shift without a beginning begins now', async () => {
    const { from: _from, ...open } = shift({ place: 9, officer: 'requester', to: isoOf(START_MS + HOUR_MS) });
    const made = await world.as('security').post('/api/v1/rota/shifts', open);
    expect(made.body.shift).toMatchObject({ from: isoOf(START_MS), onDuty: true });
  });

  it('a withdrawn shift is kept with who withdrew it, and its place is free', async () => {
    const { body } = await set('security', days(20, 21));
    const path = `/api/v1/rota/shifts/${body.shift.id}/withdrawal`;
    const gone = await world.as('security').post(path, undefined, { key: 'withdraw' });
    expect(gone.status).toBe(201);
    expect(gone.body.shift.withdrawn).toEqual({ by: '卫安全', at: isoOf(START_MS) });
    expect((await world.as('security').post(path, undefined, { key: 'withdraw' })).body).toEqual(gone.body);
    expect((await world.as('security').post(path, undefined)).body).toMatchObject({
      status: 409,
      code: 'shift_over',
    });
    expect((await set('security', days(20, 21))).status).toBe(201);
    const window = `from=${encodeURIComponent(isoOf(START_MS + 20 * DAY_MS))}&to=${encodeURIComponent(isoOf(START_MS + 21 * DAY_MS))}`;
    const list = async (more: string) =>
      (await world.as('security').get(`/api/v1/rota?${window}${more}`)).body.items;
    expect(await list('')).toHaveLength(1);
    expect(await list('&withdrawn=true')).toHaveLength(2);
  });

  it('of twenty who want one place at once, one has it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => set('security', { ...days(30, 31), place: 3 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(422)]);
  });

  it('is read a page at a time', async () => {
    const walked: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await world.as('security').get(`/api/v1/rota?limit=2${query}`);
      walked.push(...body.items.map(({ id }: { id: number }) => id));
      cursor = body.next;
    }
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked.length).toBeGreaterThan(5);
  });
});

describe('what is refused leaves nothing behind', () => {
  const stored = async () => ({
    ...(await world.stored()),
    shifts: Number((await world.store.db('duty_shifts').count({ n: '*' }))[0]!.n),
  });
  beforeEach(async () => {
    world.time.nowMs = START_MS;
  });
  const refusals: [string, Account, Record<string, unknown>, number, string, string | null][] = [
    ['somebody without the right', 'duty', {}, 403, 'role_not_allowed', null],
    [
      'the keeper of another department',
      'security',
      { department: 'lz-office' },
      403,
      'not_your_department',
      null,
    ],
    [
      'an officer of another department',
      'security',
      { officer: 'manager' },
      422,
      'officer_invalid',
      '/officer',
    ],
    ['nobody', 'security', { officer: 'no-such-account' }, 422, 'officer_invalid', '/officer'],
    [
      'a department that is none',
      'admin',
      { department: 'nowhere' },
      422,
      'department_unknown',
      '/department',
    ],
    ['a shift that is over', 'security', days(-2, -1), 422, 'shift_past', '/from'],
    ['a shift that has begun', 'security', days(-1, 1), 422, 'shift_past', '/from'],
    ['an end before the beginning', 'security', days(6, 5), 422, 'shift_invalid', '/to'],
    ['a shift of years', 'security', days(40, 800), 422, 'shift_invalid', '/to'],
    [
      'a place that is taken',
      'security',
      { ...days(1.5, 1.6), officer: 'security' },
      422,
      'place_taken',
      '/place',
    ],
    [
      'the same officer in two places',
      'security',
      { ...days(1.5, 1.6), place: 4 },
      422,
      'officer_twice',
      '/officer',
    ],
    ['a tenth place', 'security', { place: 10 }, 400, 'malformed_request', '/place'],
    ['half a place', 'security', { place: 1.5 }, 400, 'malformed_request', '/place'],
    ['a date without a time', 'security', { to: '2026-12-01' }, 400, 'malformed_request', '/to'],
    ['an unknown field', 'security', { note: 'x' }, 400, 'malformed_request', '/note'],
  ];
  it.each(refusals)('%s', async (_says, account, fields, status, code, pointer) => {
    const before = await stored();
    const answer = await set(account, fields);
    expect(answer.body).toMatchObject({ status, code });
    if (pointer !== null) expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(await stored()).toEqual(before);
  });
  it('the rota of another department is not there for those outside it', async () => {
    expect((await world.as('provider').get('/api/v1/rota?department=lz-civil')).status).toBe(404);
    expect((await world.as('provider').get('/api/v1/rota/now?department=lz-civil')).status).toBe(404);
    expect((await world.as('supervisor').get('/api/v1/rota?department=lz-civil')).status).toBe(200);
    const { body } = await world.as('security').get('/api/v1/rota?limit=1');
    const path = `/api/v1/rota/shifts/${body.items[0].id}/withdrawal`;
    expect((await world.as('provider').post(path, undefined)).status).toBe(403);
    expect((await world.as('security').post('/api/v1/rota/shifts/999999/withdrawal', undefined)).status).toBe(
      404,
    );
  });
  it('what the database itself holds: no two officers in one place at one time, no change of a shift', async () => {
    const [row] = await world.store.db('duty_shifts').whereNull('withdrawn_at').limit(1);
    const { id, command_id: _command, ...again } = row;
    const { from_at, to_at, set_at, ...rest } = again;
    const instants = { from_at: isoOf(from_at), to_at: isoOf(to_at), set_at: isoOf(set_at) };
    await expect(world.store.db('duty_shifts').insert({ ...rest, ...instants })).rejects.toThrow(
      /one_officer_a_place/,
    );
    const other = world.store.db('duty_shifts').where({ id }).update({ person_id: 'p-security' });
    await expect(other).rejects.toThrow(/only ever withdrawn/);
    await expect(world.store.db('duty_shifts').where({ id }).delete()).rejects.toThrow(/append-only/);
  });
});
