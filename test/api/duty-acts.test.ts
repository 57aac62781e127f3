import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

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
    expect(paused.body.duty.paused).toMatchObject({ by: '杨管理', reason: reasons });
    const again = await world.as('admin').post(`/api/v1/duties/${DUTY}/pause`, { reasons });
    expect([again.status, again.body.code]).toEqual([409, 'duty_paused']);
  });

  it('resumed, the period that has begun is opened', async () => {
    const resumed = await world.as('admin').post(`/api/v1/duties/${DUTY}/resume`, undefined);
    expect(resumed.status, JSON.stringify(resumed.body)).toBe(201);
    expect(resumed.body.duty.paused).toBeNull();
    expect(await opened()).not.toEqual([]);
  });
});
