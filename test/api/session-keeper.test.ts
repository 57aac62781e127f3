import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { keepSessions } from '../../api/security/session-keeper.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('sessions that nobody can use any more are cleared away, a few at a time, and no other', async () => {
  const { sessions, db } = world.store;
  const nowMs = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(nowMs);
  const keeper = keepSessions({ store: world.store, logger: pino({ level: 'silent' }), batch: 2 });
  try {
    const lasting = await sessions.create('p-operator', 600_001);
    for (let n = 0; n < 5; n++) await sessions.create('p-operator', 600_000);
    const closed = [await sessions.create('p-issuer', 900_000), await sessions.create('p-issuer', 900_000)];
    await db('people').where({ id: 'p-issuer' }).update({ disabled: true });
    expect(await keeper.look()).toBe(2);
    clock.mockReturnValue(nowMs + 600_000);
    expect(await sessions.clear(2)).toBe(2);
    expect(await keeper.look()).toBe(3);
    await db('people').where({ id: 'p-issuer' }).update({ disabled: false });
    for (const { token } of closed) expect(await sessions.find(token)).toBeNull();
    expect(await sessions.find(lasting.token)).not.toBeNull();
  } finally {
    clock.mockRestore();
    await keeper.stop();
  }
});
