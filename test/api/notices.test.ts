import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import type { Account } from './people.ts';
import { openWorld, START_MS, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
const cases: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  for (let n = 0; n < 3; n++) cases.push((await world.as('requester').submit()).body.case.no);
});
afterAll(() => world.close());

const notices = async (account: Account, query = ''): Promise<Json> =>
  (await world.as(account).get(`/api/v1/me/notices${query}`)).body;
const read = (account: Account, id: unknown, key?: string) =>
  world.as(account).post(`/api/v1/me/notices/${id}/read`, undefined, key === undefined ? {} : { key });

describe('what a person was told', () => {
  it('latest first, a page at a time, with how many are unread', async () => {
    const all = await notices('manager');
    expect(all).toMatchObject({ unread: 3, next: null });
    expect(all.items.map((item: Json) => item.case.no)).toEqual([...cases].reverse());
    expect(all.items[0]).toMatchObject({
      ...{ kind: 'task-opened', title: '新的待办', readAt: null, at: isoOf(START_MS) },
      to: { role: 'platform-manager', department: 'lz-tech' },
    });
    const first = await notices('manager', '?limit=2');
    const rest = await notices('manager', `?limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
  });

  it('read once, it stays read, for this person only', async () => {
    const [{ id }] = (await notices('manager')).items;
    const done = await read('manager', id, 'read-it');
    expect(done.status).toBe(201);
    expect(done.body.notice).toMatchObject({ id, readAt: isoOf(START_MS) });
    expect((await read('manager', id, 'read-it')).body).toEqual(done.body);
    world.time.nowMs += 60_000;
    expect((await read('manager', id)).body.notice.readAt).toBe(isoOf(START_MS));
    world.time.nowMs = START_MS;
    expect(await notices('manager')).toMatchObject({
      unread: 2,
      items: [{ id, readAt: isoOf(START_MS) }, {}, {}],
    });
    const unread = await notices('manager', '?unread=true');
    expect(unread.items).toHaveLength(2);
    expect(unread.items.map((item: Json) => item.id)).not.toContain(id);
    expect(await notices('manager2')).toMatchObject({ unread: 3 });
  });

  it('of one kind, or all at once, for this person only', async () => {
    expect((await notices('manager', '?kind=urged')).items).toEqual([]);
    const todo = await notices('manager', '?kind=task-opened&count=true');
    expect(todo).toMatchObject({ unread: 2, total: 3 });
    const readAll = (body: object) => world.as('manager').post('/api/v1/me/notices/read-all', body);
    expect((await readAll({ kinds: ['urged'] })).body).toEqual({ unread: 2 });
    expect((await readAll({})).body).toEqual({ unread: 0 });
    expect((await notices('manager', '?unread=true')).items).toEqual([]);
    expect(await notices('manager2')).toMatchObject({ unread: 3 });
  });

  it('is nobody else’s to read', async () => {
    const [{ id }] = (await notices('manager')).items;
    for (const wrong of [id, 999_999, 'x', '0', '99999999999999999999'])
      expect((await read('provider', wrong)).status).toBe(404);
    expect((await notices('provider')).items).toEqual([]);
    expect(await notices('nobody')).toEqual({ items: [], next: null, unread: 0 });
  });

  it.each(['?limit=0', '?cursor=nope', '?unread=maybe', '?count=maybe'])(
    'a bad question %s is refused',
    async (query) => {
      expect((await world.as('manager').get(`/api/v1/me/notices${query}`)).status).toBe(400);
    },
  );
});

describe('where a person is reached', () => {
  const set = (contact: object, key?: string) =>
    world.as('manager').post('/api/v1/me/contact', contact, key === undefined ? {} : { key });
  it('is the person’s to say, and shown to nobody else', async () => {
    expect((await world.as('manager').get('/api/v1/me/contact')).body).toEqual({ email: null, phone: null });
    const done = await set({ email: 'zhao@example.com', phone: '+86 138-0013-8000' }, 'contact');
    expect(done.body.contact).toEqual({ email: 'zhao@example.com', phone: '+8613800138000' });
    expect((await set({ email: 'zhao@example.com', phone: '+86 138-0013-8000' }, 'contact')).body).toEqual(
      done.body,
    );
    expect((await world.as('manager').get('/api/v1/me/contact')).body).toEqual(done.body.contact);
    expect((await world.as('manager2').get('/api/v1/me/contact')).body).toEqual({ email: null, phone: null });
    const me = await world.as('manager').get('/api/v1/me');
    expect(me.text).not.toMatch(/13800138000|zhao@/);
  });
  it('is kept in one place: not in receipts, not in the log', async () => {
    const receipts = JSON.stringify(await world.store.db('commands'));
    expect(receipts).toContain('set-contact');
    expect(receipts + world.lines.join('')).not.toMatch(/138.?0013.?8000|zhao@/);
  });
  it.each([
    [{ email: 'nobody', phone: null }, '/email'],
    [{ email: 'a@example.com, b@example.com', phone: null }, '/email'],
    [{ email: 'a@example.com\r\nBcc: b@example.com', phone: null }, '/email'],
    [{ email: null, phone: 'call me' }, '/phone'],
    [{ email: null, phone: '1' }, '/phone'],
    [{ email: null }, '/phone'],
    [{ email: null, phone: null, person: 'p-admin' }, '/person'],
  ])('%j is refused and changes nothing', async (contact, pointer) => {
    const before = await world.as('manager').get('/api/v1/me/contact');
    const answer = await set(contact);
    expect(answer.body).toMatchObject({ status: 400, code: 'malformed_request' });
    expect(answer.body.errors.map((error: Json) => error.pointer)).toContain(pointer);
    expect((await world.as('manager').get('/api/v1/me/contact')).body).toEqual(before.body);
  });
});

describe('what could not be delivered', () => {
  const path = '/api/v1/supervision/deliveries';
  const lost = async (): Promise<number> => {
    const [notice] = await world.store.db('notices').limit(1);
    const [row] = await world.store
      .db('deliveries')
      .insert({
        ...{
          notice_id: notice.id,
          person_id: 'p-manager',
          channel: 'sms',
          subject: 's',
          text: 't',
          urgent: true,
        },
        ...{ state: 'given-up', last_failure: 'http_500', attempts: 10, settled_at: isoOf(START_MS) },
      })
      .onConflict(['notice_id', 'person_id', 'channel'])
      .merge()
      .returning('id');
    return row.id;
  };
  it('is listed for those who watch over the system, and counted', async () => {
    const id = await lost();
    for (const account of ['supervisor', 'auditor', 'admin'] as const) {
      const { body } = await world.as(account).get(path);
      expect(body.items).toMatchObject([
        { id, to: '赵**', channel: 'sms', failure: 'http_500', attempts: 10 },
      ]);
    }
    for (const account of ['manager', 'lead', 'nobody'] as const)
      expect((await world.as(account).get(path)).status).toBe(403);
    const { default: request } = await import('supertest');
    const metrics = (await request(world.app).get('/metrics')).text;
    expect(metrics).toMatch(/shixian_deliveries\{state="given_up"\} 1/);
  });
  it('is sent anew on an administrator’s word, once', async () => {
    const id = await lost();
    const retry = (account: Account, of: number, key = 'retry') =>
      world.as(account).post(`${path}/${of}/retry`, undefined, { key });
    expect((await retry('supervisor', id)).status).toBe(403);
    const done = await retry('admin', id);
    expect(done.body).toEqual({ delivery: { id, state: 'waiting' } });
    expect((await retry('admin', id)).body).toEqual(done.body);
    expect((await retry('admin', id, 'another')).status).toBe(404);
    expect((await world.as('admin').get(path)).body.items).toEqual([]);
  });
});

it('who is asked for an opinion hears of it, and by when it is due', async () => {
  const asked = { act: 'ask-opinion', task: 'review-1', role: 'data-provider', department: 'lz-hrss' };
  const no = cases[0] as string;
  const reply = await world.as('manager').act(no, { ...asked, reasons: '请就用途提出意见' });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  expect((await notices('provider')).items).toMatchObject([{ kind: 'task-opened', case: { no } }]);
  const opinion = reply.body.case.tasks.find(({ stage }: Json) => stage === 'opinion');
  expect(opinion).toMatchObject({ title: '答复意见', clock: { limit: { kind: 'house', amount: 5 } } });
});
