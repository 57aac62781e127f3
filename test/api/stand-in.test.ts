import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import type { Account } from './people.ts';
import { DAY_MS, HOUR_MS, openWorld, START_MS, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.time.nowMs = START_MS;
});

const day = (n: number): string => isoOf(START_MS + n * DAY_MS);
const onRota = async (officer: string, place: number, from: number, to: number): Promise<number> => {
  const shift = { department: 'lz-civil', officer, place, from: day(from), to: day(to) };
  const made = await world.as('security').post('/api/v1/rota/shifts', shift);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.shift.id;
};
const standIn = (account: Account, shift: number, body: object, key?: string) =>
  world.as(account).post(`/api/v1/rota/shifts/${shift}/stand-in`, body, key === undefined ? {} : { key });
const onDutyAt = async (atMs: number): Promise<string[]> => {
  world.time.nowMs = atMs;
  const { body } = await world.as('security').get('/api/v1/rota/now');
  return body.items.map(({ officer, standsInFor }: Json) => `${officer} ${standsInFor}`);
};

describe('a duty officer who is away has a stand-in', () => {
  it('in the same place for that time, named beside whom he stands in for; before and after the officer is on duty', async () => {
    const shift = await onRota('duty', 1, 10, 20);
    const body = { officer: 'requester', from: day(12), to: day(13) };
    const made = await standIn('security', shift, body, 'once');
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body.shift).toMatchObject({
      ...{ department: 'lz-civil', place: 1, officer: '王小明', standsInFor: '褚值班' },
      ...{ from: day(12), to: day(13), set: { by: '卫安全' } },
    });
    expect((await standIn('security', shift, body, 'once')).body).toEqual(made.body);
    const [own, instead] = [['褚值班 null'], ['王小明 褚值班']];
    expect(await onDutyAt(START_MS + 12 * DAY_MS - 1)).toEqual(own);
    expect(await onDutyAt(START_MS + 12 * DAY_MS)).toEqual(instead);
    expect(await onDutyAt(START_MS + 13 * DAY_MS - 1)).toEqual(instead);
    expect(await onDutyAt(START_MS + 13 * DAY_MS)).toEqual(own);
    expect(await onDutyAt(START_MS + 20 * DAY_MS)).toEqual([]);
  });

  it('from now to the end where nothing else is said, without a moment in which nobody is on duty', async () => {
    const shift = await onRota('duty', 1, 30, 31);
    world.time.nowMs = START_MS + 30 * DAY_MS + 5 * HOUR_MS;
    const made = await standIn('security', shift, { officer: 'requester' });
    expect(made.body.shift).toMatchObject({ from: isoOf(world.time.nowMs), to: day(31), onDuty: true });
    expect(await onDutyAt(START_MS + 30 * DAY_MS + 5 * HOUR_MS)).toEqual(['王小明 褚值班']);
    expect(await onDutyAt(START_MS + 31 * DAY_MS - 1)).toEqual(['王小明 褚值班']);
  });

  it('a stand-in who is away has one as well, for the same officer; the officer may take the shift back', async () => {
    const shift = await onRota('duty', 1, 40, 42);
    const first = await standIn('security', shift, { officer: 'requester', from: day(41) });
    const second = await standIn('security', first.body.shift.id, { officer: 'colleague' });
    expect(second.body.shift).toMatchObject({ officer: '钱进', standsInFor: '褚值班' });
    const back = await standIn('security', second.body.shift.id, { officer: 'duty' });
    expect(back.body.shift).toMatchObject({ officer: '褚值班', standsInFor: null });
  });

  it.each<[string, Account, object, number, string, string | null]>([
    ['somebody without the right', 'duty', { officer: 'requester' }, 403, 'role_not_allowed', null],
    ['the officer of the shift', 'security', { officer: 'duty' }, 422, 'officer_invalid', '/officer'],
    [
      'somebody of another department',
      'security',
      { officer: 'manager' },
      422,
      'officer_invalid',
      '/officer',
    ],
    [
      'somebody who stands in line already',
      'security',
      { officer: 'security' },
      422,
      'officer_twice',
      '/officer',
    ],
    ['before the shift', 'security', { officer: 'requester', from: day(49) }, 422, 'shift_invalid', '/from'],
    ['after the shift', 'security', { officer: 'requester', to: day(53) }, 422, 'shift_invalid', '/to'],
    ['no time at all', 'security', { officer: 'requester', to: day(50) }, 422, 'shift_invalid', '/to'],
    ['an unknown field', 'security', { officer: 'requester', why: 'x' }, 400, 'malformed_request', '/why'],
  ])('%s is refused, and the shift stands', async (_says, account, body, status, code, pointer) => {
    const { rows } = await world.store.db.raw(
      `SELECT s.id FROM duty_shifts s WHERE s.from_at = ? AND s.withdrawn_at IS NULL ORDER BY s.id LIMIT 1`,
      [day(50)],
    );
    const shift = rows[0]?.id ?? (await onRota('duty', 1, 50, 52));
    if (rows.length === 0) await onRota('security', 2, 50, 52);
    const answer = await standIn(account, shift, body);
    expect(answer.body).toMatchObject({ status, code });
    if (pointer !== null) expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(await onDutyAt(START_MS + 51 * DAY_MS)).toEqual(['褚值班 null', '卫安全 null']);
  });

  it('a shift that is withdrawn or over can have none', async () => {
    const shift = await onRota('duty', 1, 60, 61);
    await world.as('security').post(`/api/v1/rota/shifts/${shift}/withdrawal`, undefined);
    const answer = await standIn('security', shift, { officer: 'requester' });
    expect(answer.body).toMatchObject({ status: 409, code: 'shift_over' });
  });
});

describe('when nobody is on duty', () => {
  const gaps = async (account: Account, query = ''): Promise<string[]> => {
    const { body } = await world.as(account).get(`/api/v1/supervision/rota-gaps${query}`);
    return body.items.map(({ department, from, to, isNow }: Json) =>
      [department, from, to, ...(isNow ? ['now'] : [])].join(' '),
    );
  };

  it('supervisors see it, department by department, with its beginning and its end', async () => {
    world.time.nowMs = START_MS + 100 * DAY_MS;
    await onRota('duty', 1, 101, 103);
    await onRota('security', 2, 102, 104);
    await onRota('duty', 1, 105, 120);
    const at = (n: number) => day(100 + n);
    expect(await gaps('supervisor', '?department=lz-civil')).toEqual([
      `lz-civil ${at(0)} ${at(1)} now`,
      `lz-civil ${at(4)} ${at(5)}`,
    ]);
    expect(await gaps('supervisor', '?department=lz-civil&days=20')).toHaveLength(2);
    expect(await gaps('supervisor', '?department=lz-civil&days=21')).toContain(
      `lz-civil ${at(20)} ${at(21)}`,
    );
    expect(await gaps('supervisor')).toContain(`lz-edu ${at(0)} ${at(14)} now`);
  });

  it('what reads the metrics can alert: how many departments have nobody on duty now', async () => {
    world.time.nowMs = START_MS + 150 * DAY_MS;
    const without = async (): Promise<number> => {
      const { text } = await request(world.app).get('/metrics');
      return Number(/^shixian_departments_without_duty (\d+)$/m.exec(text)?.[1]);
    };
    const before = await without();
    expect(before).toBe((await gaps('supervisor')).filter((gap) => gap.endsWith(' now')).length);
    await onRota('duty', 1, 150, 151);
    expect(await without()).toBe(before - 1);
  });

  it('a shift of somebody who may not sign in fills no gap; one whose stand-in is set has none', async () => {
    world.time.nowMs = START_MS + 200 * DAY_MS;
    const shift = await onRota('colleague', 1, 200, 214);
    expect(await gaps('supervisor', '?department=lz-civil')).toEqual([]);
    const disable = (disabled: boolean) =>
      world.store.db('people').where({ id: 'p-colleague' }).update({ disabled });
    await disable(true);
    expect(await gaps('supervisor', '?department=lz-civil')).toHaveLength(1);
    const made = await standIn('security', shift, { officer: 'requester' });
    expect(made.status).toBe(201);
    expect(await gaps('supervisor', '?department=lz-civil')).toEqual([]);
    await disable(false);
  });

  it('heads see those of their own department; others see none', async () => {
    world.time.nowMs = START_MS + 300 * DAY_MS;
    const seen = await gaps('head');
    expect(seen.map((gap) => gap.split(' ')[0])).toEqual(['lz-civil']);
    expect((await world.as('duty').get('/api/v1/supervision/rota-gaps')).status).toBe(403);
    for (const days of ['0', '93', 'x'])
      expect((await world.as('supervisor').get(`/api/v1/supervision/rota-gaps?days=${days}`)).status).toBe(
        400,
      );
  });
});
