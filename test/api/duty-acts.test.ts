import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutDutyBirth } from '../../api/commands/duty-birth.ts';
import type { StoredCommand } from '../../store/index.ts';
import { openWorld, START_MS, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Its turn opens with the year, so that it has come up whenever this is run. */
const DUTY = 'lz-risk-yearly';
const opened = () => world.store.db('duty_cases').where({ procedure: DUTY });

describe('a duty that stands still, and one that does not', () => {
  it('a resumption that is refused opens nothing', async () => {
    const refused = await world.as('admin').post(`/api/v1/duties/${DUTY}/resume`, undefined);
    expect([refused.status, refused.body.code]).toEqual([409, 'duty_not_paused']);
    expect(await opened()).toEqual([]);
    expect(await world.store.db('commands')).toEqual([]);
  });

  it('is paused once, with the reason; the second time is told so', async () => {
    const reasons = '机构改革期间职责划转';
    const paused = await world.as('admin').post(`/api/v1/duties/${DUTY}/pause`, { reasons });
    expect(paused.status, JSON.stringify(paused.body)).toBe(201);
    expect(paused.body.duty.paused).toMatchObject({ by: '杨**', reason: reasons });
    expect(paused.body.duty.allowedActions).toEqual(['resume']);
    const listed = async (query: string) =>
      (await world.as('requester').get(`/api/v1/duties?limit=200&${query}`)).body.items;
    expect(await listed('paused=true')).toMatchObject([{ procedure: DUTY, allowedActions: [] }]);
    expect((await listed('paused=false')).map((one: { procedure: string }) => one.procedure)).not.toContain(
      DUTY,
    );
    const again = await world.as('admin').post(`/api/v1/duties/${DUTY}/pause`, { reasons });
    expect([again.status, again.body.code]).toEqual([409, 'duty_paused']);
  });

  it('resumed, the period that has begun is opened', async () => {
    const resumed = await world.as('admin').post(`/api/v1/duties/${DUTY}/resume`, undefined);
    expect(resumed.status, JSON.stringify(resumed.body)).toBe(201);
    expect(resumed.body.duty).toMatchObject({ paused: null, allowedActions: ['pause', 'trigger'] });
    expect(await opened()).not.toEqual([]);
  });
});

describe('cases are found by their period and the days they were filed on', () => {
  const listed = async (query: string): Promise<string[]> => {
    const { status, body } = await world.as('supervisor').get(`/api/v1/cases?limit=200&count=true&${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map(({ no }: { no: string }) => no);
  };

  it('period: the cases of a duty that came up for it, no others', async () => {
    const born: { case_no: string; period: string }[] = await opened();
    const { store, engine, calendars } = world;
    for (const { case_no: no } of born) {
      const { id } = await store.db('commands').where({ case_no: no }).first('id');
      const command = (await store.commands.get(id)) as StoredCommand;
      await carryOutDutyBirth({ store, engine, calendars, logger: console as never }, command);
    }
    const period = born[0]!.period;
    const numbers = born.filter((one) => one.period === period).map((one) => one.case_no);
    expect((await listed(`procedure=${DUTY}&period=${period}`)).toSorted()).toEqual(numbers.toSorted());
    expect(await listed(`procedure=${DUTY}&period=1999`)).toEqual([]);
  });

  it('from and to: both days are within, and neither is a day of another zone', async () => {
    const filedAt = async (local: string): Promise<string> => {
      world.time.nowMs = Date.parse(`${local}+08:00`);
      return (await world.as('requester').submit()).body.case.no;
    };
    const first = await filedAt('2026-11-24T00:00:00');
    const last = await filedAt('2026-11-25T23:59:59');
    const after = await filedAt('2026-11-26T00:00:00');
    const share = 'procedure=lz-share-conditional';
    expect(await listed(`${share}&from=2026-11-24&to=2026-11-25`)).toEqual([last, first]);
    expect(await listed(`${share}&from=2026-11-26`)).toEqual([after]);
    expect(await listed(`${share}&to=2026-11-24`)).toEqual([first]);
    expect(await listed(`${share}&from=2026-11-25&to=2026-11-24`)).toEqual([]);
    for (const wrong of ['from=24.11.2026', 'to=2026-02-30'])
      expect((await world.as('supervisor').get(`/api/v1/cases?${wrong}`)).status).toBe(400);
    world.time.nowMs = START_MS;
  });
});

/** Filed on 23 November 2026. */
describe('a duty filed by hand belongs to the period that it names', () => {
  const drill = (period: unknown) => world.as('manager').submit({ procedure: 'drill', form: { period } });
  const clockOf = async (period: string) => (await drill(period)).body.case.tasks[0].clock;

  it('filed before the period is over it is in time, and after it late at once', async () => {
    expect(await clockOf('2026')).toMatchObject({
      ...{ dueDate: '2026-12-31', state: 'running', light: 'green', overdue: false },
      limit: { unit: 'date', datedFrom: '2026-01-01' },
    });
    expect(await clockOf('2025')).toMatchObject({
      ...{ dueDate: '2025-12-31', state: 'missed', light: 'red', overdue: true },
      limit: { unit: 'date', datedFrom: '2025-01-01' },
    });
  });

  it.each(['2026-Q4', '2026-11', 'next year', '', '2023', '2029', 2026, undefined])(
    'of the year %j nothing is filed',
    async (period) => {
      const before = await world.stored();
      const { status, body } = await drill(period);
      expect([status, body.errors[0].pointer]).toEqual([422, '/form/period']);
      expect(await world.stored()).toEqual(before);
    },
  );
});
