import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ensureShippedCalendars } from '../../api/published-calendars.ts';
import { isoOf } from '../../calendar/index.ts';
import { notice2027 } from '../support/notice-2027.ts';
import { ROUTES } from './contract.ts';
import type { Account } from './people.ts';
import { type Answer, DAY_MS, openWorld, START_MS, shareRequest, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
/** When every limit has been missed. */
const LATER_MS = START_MS + 10 * DAY_MS;
/** What the parameters of a path are filled with. */
const named: Record<string, string> = { '{register}': 'data-grants', '{id}': 'cn' };
let line: string;
beforeAll(async () => {
  world = await openWorld();
  await ensureShippedCalendars(world.store);
  const drafted = await world.as('admin').post('/api/v1/calendars/cn/drafts', notice2027());
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  for (let n = 0; n < 3; n++) {
    const filed = await world.as('requester').submit();
    named['{no}'] = filed.body.case.no;
    const open = { ...shareRequest({ resource: 'lz-stat-yearbook' }), procedure: 'lz-share-open' };
    const granted = await world.as('requester').submit(open);
    expect(granted.status).toBe(201);
    line = `data-grants/${granted.body.case.no}`;
    const from = isoOf(LATER_MS + n * DAY_MS);
    const shift = {
      department: 'lz-tech',
      officer: 'manager',
      place: 1,
      from,
      to: isoOf(LATER_MS + (n + 1) * DAY_MS),
    };
    expect((await world.as('admin').post('/api/v1/rota/shifts', shift)).status).toBe(201);
  }
  await world.as('manager').decide(named['{no}']!, 'review-1', { outcome: 'pass' });
  const pause = {
    act: 'pause',
    task: 'authorise-1',
    ground: 'hearing',
    reasons: '拟听证',
    documentNo: '1号',
  };
  for (let n = 0; n < 2; n++)
    expect((await world.as('provider').act(named['{no}']!, pause)).body.code).toBe('ground_not_listed');
  const fault = { kind: 'run_missing' as const, caseNo: named['{no}']!, details: {} };
  await world.store.alarms.raise([1, 2].map((n) => ({ ...fault, clock: `c-${n}` })));
  const { db } = world.store;
  await db('deliveries').insert(
    (await db('notices').select('id')).map(({ id }) => ({
      ...{ notice_id: id, person_id: 'p-manager', channel: 'e-mail', subject: 's', text: 't', urgent: false },
      ...{ state: 'given-up', last_failure: 'http_500', settled_at: db.fn.now() },
    })),
  );
  world.time.nowMs = LATER_MS;
});
afterAll(() => world.close());

const shapeOf = (schema: z.ZodType | undefined): object => (schema as z.ZodObject | undefined)?.shape ?? {};
/** Every route that answers with a page; the impact of a draft takes seconds and is made by the same function as the drafts. */
const LISTS = ROUTES.filter(
  ({ method, path, responses }) =>
    method === 'get' && !path.endsWith('/impact') && 'next' in shapeOf(responses[200]?.schema),
).map(({ path }) => path);

const READERS: Record<string, Account> = {
  '/api/v1/me/notices': 'manager',
  '/api/v1/tasks': 'manager',
  '/api/v1/rota': 'manager',
  '/api/v1/rota/now': 'manager',
};
const filledIn = (path: string): string =>
  path.replace('{register}/{id}', line).replaceAll(/\{\w+\}/g, (name) => named[name]!);
const read = (path: string, query = ''): Promise<Answer> =>
  world.as(READERS[path] ?? 'admin').get(`${filledIn(path)}${query}`);

describe('every list has the same habits', () => {
  it('these are the lists; all but the calls have something in them', async () => {
    expect(LISTS).toHaveLength(25);
    const empty: string[] = [];
    for (const path of LISTS) if ((await read(path)).body.items.length === 0) empty.push(path);
    expect(empty).toEqual(['/api/v1/calls']);
  });

  it.each(LISTS)('%s: limit, cursor, total when asked for, and a link to the next page', async (path) => {
    const all = await read(path, '?count=true&limit=200');
    expect(all.status, JSON.stringify(all.body)).toBe(200);
    const { items } = all.body;
    expect(all.body).toMatchObject({ next: null, total: items.length });
    expect((await read(path)).body).not.toHaveProperty('total');
    const seen: Json[] = [];
    for (let query = '?limit=1&count=true'; query !== ''; ) {
      const page = await read(path, query);
      expect(page.body.total).toBe(items.length);
      seen.push(...page.body.items);
      const next = /<[^?]*(\?[^>]*)>; rel="next"/.exec(page.headers.link ?? '')?.[1] ?? '';
      expect(next.includes(`cursor=${page.body.next}`)).toBe(page.body.next !== null);
      query = next;
    }
    expect(seen).toEqual(items);
  });

  it.each(LISTS)('%s: a wrong limit, cursor, count or name is malformed', async (path) => {
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=AAAA', 'count=maybe', 'nonsense=1']) {
      const { status, body } = await read(path, `?${query}`);
      const pointer = `/${query.split('=')[0]}`;
      expect([query, status, body.errors?.[0]?.pointer]).toEqual([query, 400, pointer]);
    }
  });
});
