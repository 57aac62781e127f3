import { pino } from 'pino';
import { afterEach, beforeEach, expect } from 'vitest';
import type { ApiConfig } from '../../api/app.ts';
import { keepNotices, type NoticeKeeper } from '../../api/notify/keeper.ts';
import { isoOf } from '../../calendar/index.ts';
import type { Account } from './people.ts';
import { openWorld, START_MS, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

export const MINUTE_MS = 60_000;

/** A world of its own for every test of a file, with incidents, a rota, and processes that look after calls when told to. */
export const useCallWorld = (config: ApiConfig = {}) => {
  let world: World;
  const keepers: NoticeKeeper[] = [];
  beforeEach(async () => {
    world = await openWorld({ config });
    world.time.nowMs = START_MS;
  });
  afterEach(async () => {
    await Promise.all(keepers.splice(0).map((keeper) => keeper.stop()));
    await world.close();
  });

  /** A process that looks after calls; it looks when it is told to. */
  const keeper = (demo = true): NoticeKeeper => {
    const made = keepNotices({
      ...{ store: world.store, clock: { nowMs: () => world.time.nowMs, demo }, publicUrl: null },
      ...{ logger: pino({ level: 'silent' }), channels: ['e-mail', 'sms', 'telephone'], roundEveryMs: 1e9 },
    });
    keepers.push(made);
    return made;
  };
  const at = async (minutes: number, look: NoticeKeeper): Promise<void> => {
    world.time.nowMs = START_MS + minutes * MINUTE_MS;
    await look.look(world.time.nowMs);
  };
  const onRota = async (officer: Account, place: number, department = 'lz-civil', minutes = 1_440) => {
    const to = isoOf(world.time.nowMs + minutes * MINUTE_MS);
    const made = await world.as('admin').post('/api/v1/rota/shifts', { department, officer, place, to });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.shift.id as number;
  };
  const incident = async (): Promise<string> => {
    const filed = await world.as('duty').submit({
      procedure: 'lz-incident-virus',
      form: {
        system: { name: '受理系统', kind: 'business-system' },
        ...{ category: 'attack', level: 'IV', foundAt: isoOf(world.time.nowMs), description: '两台终端' },
        classified: false,
      },
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    return filed.body.case.no;
  };
  const calls = async (account: Account = 'security', query = ''): Promise<Json[]> =>
    (await world.as(account).get(`/api/v1/calls${query}`)).body.items;
  const acknowledge = (account: Account, id: number, key?: string) =>
    world
      .as(account)
      .post(`/api/v1/calls/${id}/acknowledgement`, undefined, key === undefined ? {} : { key });
  const messages = (): Promise<Json[]> =>
    world.store
      .db('deliveries as d')
      .join('notices as n', 'n.id', 'd.notice_id')
      .where('n.kind', 'duty-call')
      .orderBy('d.id')
      .select('d.person_id', 'd.channel', 'n.at');

  return { world: () => world, keeper, at, onRota, incident, calls, acknowledge, messages };
};
