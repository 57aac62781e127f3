import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
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

  for (const account of ['requester2', 'requester'] as const)
    expect((await world.as(account).act(no, { act: 'mark-read' })).body).toMatchObject({
      code: 'not_copied',
    });
  const again = { act: 'copy', people: ['office'] };
  expect((await world.as('requester').act(no, again)).body).toMatchObject({ code: 'act_not_allowed' });
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
