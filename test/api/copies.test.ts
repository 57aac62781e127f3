import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import type { Account } from './people.ts';
import { openWorld, START_MS, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const acts = (shown: Json): string[] => shown.allowedActions.map(({ act }: Json) => act);
const copied = async () => (await world.as('requester2').get('/api/v1/cases?view=copied')).body.items;

const copiedTo = async (account: Account): Promise<string[]> =>
  (await world.as(account).get('/api/v1/cases?view=copied')).body.items.map((item: Json) => item.no);
const unreadOf = async (account: Account): Promise<number> =>
  (await world.as(account).get('/api/v1/me')).body.counts.copied;

describe('a case that is copied to several people', () => {
  let no: string;
  beforeAll(async () => {
    no = (await world.as('requester').submit()).body.case.no;
  });
  const copy = (people: string[]) => world.as('requester').act(no, { act: 'copy', people });

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
      code: 'read_already',
      detail: '您已阅过该案件。',
    });
  });

  it('is read once it has been opened, and is not copied again', async () => {
    expect((await world.as('office').get(`/api/v1/cases/${no}`)).status).toBe(200);
    expect(await unreadOf('office')).toBe(0);
    expect((await copy(['office'])).body).toMatchObject({ status: 409, code: 'copied_already' });
    expect((await copy(['dq-issuer'])).body).toMatchObject({ status: 422, code: 'addressee_invalid' });
    const handedOn = { act: 'copy', people: ['provider'] };
    expect((await world.as('office').act(no, handedOn)).body).toMatchObject({ code: 'act_not_allowed' });
    expect(acts((await world.as('office').get(`/api/v1/cases/${no}`)).body)).not.toContain('copy');
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

it('抄送: whoever a case is copied to is told, finds it, marks it read, and the sender sees that', async () => {
  const { no } = (await world.as('requester').submit()).body.case;
  expect((await world.as('requester2').get(`/api/v1/cases/${no}`)).status).toBe(404);
  expect(await copied()).toEqual([]);

  const sent = await world.as('requester').act(no, { act: 'copy', people: ['requester2', 'office'] });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  expect(sent.body.case.copies).toEqual([
    { name: '李**', readAt: null },
    { name: '蒋**', readAt: null },
  ]);
  expect(acts(sent.body.case)).not.toContain('mark-read');

  const told = await world.as('requester2').get('/api/v1/me/notices');
  expect(told.body.items).toMatchObject([{ kind: 'copied', title: '抄送给您的办件', case: { no } }]);
  expect(await copied()).toMatchObject([{ no, unread: true }]);
  const seen = await world.as('requester2').get(`/api/v1/cases/${no}`);
  expect(acts(seen.body)).toContain('mark-read');

  world.time.nowMs = START_MS + 60_000;
  const read = await world.as('requester2').act(no, { act: 'mark-read' });
  expect(read.status, JSON.stringify(read.body)).toBe(201);
  expect(acts(read.body.case)).not.toContain('mark-read');
  const { body } = await world.as('requester').get(`/api/v1/cases/${no}`);
  expect(body.copies).toEqual([
    { name: '李**', readAt: isoOf(START_MS + 60_000) },
    { name: '蒋**', readAt: null },
  ]);
  expect(await copied()).toMatchObject([{ no, unread: false }]);

  for (const [account, code] of [
    ['requester2', 'read_already'],
    ['requester', 'not_copied'],
  ] as const)
    expect((await world.as(account).act(no, { act: 'mark-read' })).body).toMatchObject({ code });
  const again = { act: 'copy', people: ['office'] };
  expect((await world.as('requester').act(no, again)).body).toMatchObject({ code: 'copied_already' });
  const events = await world.as('requester').get(`/api/v1/cases/${no}/events?limit=200`);
  expect(events.body.items.map(({ type }: Json) => type)).toEqual(
    expect.arrayContaining(['Copied', 'CopyRead']),
  );
});

it('a copy that is marked read without having been opened is read in the list as well', async () => {
  const { no } = (await world.as('requester').submit()).body.case;
  await world.as('requester').act(no, { act: 'copy', people: ['requester2'] });
  await world.as('requester2').act(no, { act: 'mark-read' });
  expect((await copied()).find((item: Json) => item.no === no)).toMatchObject({ unread: false });
});
