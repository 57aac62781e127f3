import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from './people.ts';
import { openWorld, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
let no: string;
beforeAll(async () => {
  world = await openWorld();
  no = (await world.as('requester').submit()).body.case.no;
});
afterAll(() => world.close());

const copiedTo = async (account: Account): Promise<string[]> =>
  (await world.as(account).get('/api/v1/cases?view=copied')).body.items.map((item: Json) => item.no);
const unreadOf = async (account: Account): Promise<number> =>
  (await world.as(account).get('/api/v1/me')).body.counts.copied;
const copy = (people: string[]) => world.as('requester').act(no, { act: 'copy', people });

describe('a case that is copied to people', () => {
  it('is in their list of copies, unread, and they are told of it', async () => {
    expect((await world.as('duty').get(`/api/v1/cases/${no}`)).status).toBe(200); // same department
    expect((await world.as('office').get(`/api/v1/cases/${no}`)).status).toBe(404);
    expect((await copy(['office', 'security'])).status).toBe(201);
    for (const account of ['office', 'security'] as const) {
      expect(await copiedTo(account)).toEqual([no]);
      expect(await unreadOf(account)).toBe(1);
      const told = (await world.as(account).get('/api/v1/me/notices')).body;
      expect(told.items).toMatchObject([{ kind: 'copied', title: '抄送给您的办件', to: null, case: { no } }]);
    }
    expect(await copiedTo('duty')).toEqual([]);
  });

  it('is read once its reader says so, for that reader only', async () => {
    expect((await world.as('security').act(no, { act: 'mark-read' })).status).toBe(201);
    expect(await unreadOf('security')).toBe(0);
    expect(await unreadOf('office')).toBe(1);
    expect(await copiedTo('security')).toEqual([no]);
    expect((await world.as('security').act(no, { act: 'mark-read' })).body).toMatchObject({
      status: 409,
      code: 'not_copied',
    });
  });

  it('is read once it has been opened, and is not copied again', async () => {
    expect((await world.as('office').get(`/api/v1/cases/${no}`)).status).toBe(200);
    expect(await unreadOf('office')).toBe(0);
    expect((await copy(['office'])).body).toMatchObject({ status: 409, code: 'act_not_allowed' });
    expect((await copy(['office', 'provider'])).status).toBe(201);
    expect(await copiedTo('provider')).toEqual([no]);
    expect(await unreadOf('office')).toBe(0);
  });

  it('tells in its events to whom, by masked name', async () => {
    const { items } = (await world.as('requester').get(`/api/v1/cases/${no}/events`)).body;
    expect(items[0].data.submitter).toEqual({ name: '王**', department: 'lz-civil', role: 'requester' });
    expect(items.filter(({ type }: Json) => type === 'Copied').map(({ data }: Json) => data.people)).toEqual([
      ['蒋**', '卫**'],
      ['周**'],
    ]);
  });
});
