import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseNo,
  freshStore,
  HOUR_MS,
  MONDAY_MS,
  manager,
  requester,
  Story,
  shown,
  underReview,
} from '../test/store/sample.ts';
import type { Store } from './index.ts';
import type { Grant } from './people.ts';

const managing: Grant[] = [{ role: 'platform-manager', department: 'lz-tech', jurisdiction: 'lz' }];
const supervising: Grant[] = [{ role: 'supervisor', department: 'lz-supervision', jurisdiction: 'lz' }];
const everywhere = { scope: null, limit: 200 };

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const overdueAt = async (asOfMs: number, filter = {}) =>
  shown(await store.supervision.overdue({ ...everywhere, asOfMs, ...filter })).items.map(
    (item) => item.case.no,
  );

describe('overdue is right at the millisecond, though the engine has written nothing', () => {
  const DUE_MS = MONDAY_MS + 48 * HOUR_MS;
  let story: Story;
  beforeAll(async () => {
    story = await underReview(store, 1, DUE_MS);
  });

  it.each([
    ['one millisecond before', DUE_MS - 1, false],
    ['at the instant', DUE_MS, true],
    ['one millisecond after', DUE_MS + 1, true],
  ])('%s', async (_says, asOfMs, overdue) => {
    expect((await overdueAt(asOfMs)).includes(story.no)).toBe(overdue);
    expect((await store.supervision.summary({ asOfMs, scope: null })).overdue).toBe(overdue ? 1 : 0);
    expect((await store.counts({ personId: 'p-9', grants: managing, asOfMs })).overdue).toBe(overdue ? 1 : 0);
    const red = await store.tasks.todo({
      personId: 'p-9',
      grants: managing,
      light: 'red',
      asOfMs,
      limit: 50,
    });
    expect(shown(red).items.length).toBe(overdue ? 1 : 0);
    const list = await store.cases.list({
      ...{
        view: 'started' as const,
        personId: requester.personId,
        grants: [],
        light: 'red' as const,
        asOfMs,
        limit: 50,
      },
    });
    expect(shown(list).items.map(({ state }) => state.no)).toEqual(overdue ? [story.no] : []);
  });

  it('a decided task is not overdue, however late it is asked', async () => {
    story.decided('review-1', DUE_MS + HOUR_MS).closed(DUE_MS + HOUR_MS);
    await store.record.append(story.no, story.after(3));
    expect(await overdueAt(DUE_MS + 1_000 * HOUR_MS)).toEqual([]);
  });
});

describe('lists show what they say', () => {
  const NOW_MS = MONDAY_MS + 100 * HOUR_MS;
  const lead = { role: 'unit-head', department: 'lz-tech' } as const;
  beforeAll(async () => {
    await store.db('departments').insert({ id: 'lz-tech', title: '科技发展局', jurisdiction: 'lz' });
    await store
      .db('people')
      .insert({ id: 'p-lead', account: 'a', name: '某', password_hash: '-', department_id: 'lz-tech' });
    await store
      .db('role_grants')
      .insert({ person_id: 'p-lead', role: lead.role, department_id: lead.department });
    for (const [n, hours] of [
      [11, 30],
      [12, 10],
      [13, 120],
    ] as const)
      await underReview(store, n, MONDAY_MS + hours * HOUR_MS);
    const late = new Story(caseNo(14))
      .submitted(MONDAY_MS)
      .opened('review-1', MONDAY_MS, MONDAY_MS + 5 * HOUR_MS);
    await store.record.birth(late.escalated('review-1', 1, MONDAY_MS + 5 * HOUR_MS, lead).birth());
    const calm = new Story(caseNo(15)).submitted(MONDAY_MS).opened('review-1', MONDAY_MS, null);
    await store.record.birth(calm.birth());
    const elsewhere = new Story('DQ-20261123-0001', 'dq-licence-objection')
      .submitted(MONDAY_MS)
      .opened(
        ...([
          'mark-1',
          MONDAY_MS,
          MONDAY_MS + HOUR_MS,
          { role: 'licence-issuer', department: 'dq-market' },
          'statutory',
        ] as const),
      );
    const file = {
      jurisdiction: 'dq',
      family: 'licence-objection',
      title: '证照异议',
      requesterPerson: 'p-3',
    };
    await store.record.birth(elsewhere.birth(3, file));
  });

  it('the longest overdue comes first, and filters narrow', async () => {
    const [a, b, c] = [14, 12, 11].map(caseNo);
    expect(await overdueAt(NOW_MS)).toEqual(['DQ-20261123-0001', a, b, c]);
    expect(await overdueAt(NOW_MS, { department: 'lz-tech' })).toEqual([a, b, c]);
    expect(await overdueAt(NOW_MS, { procedure: 'dq-licence-objection' })).toEqual(['DQ-20261123-0001']);
    expect(await overdueAt(NOW_MS, { family: 'share' })).toEqual([a, b, c]);
    expect(await overdueAt(NOW_MS, { rung: 1 })).toEqual([a]);
    expect(await overdueAt(NOW_MS, { kind: 'statutory' })).toEqual(['DQ-20261123-0001']);
    expect(await overdueAt(NOW_MS, { kind: 'target' })).toEqual([a, b, c]);
    expect(await overdueAt(NOW_MS, { kind: 'house' })).toEqual([]);
    expect(await overdueAt(NOW_MS, { jurisdiction: 'dq' })).toEqual(['DQ-20261123-0001']);
    expect(await overdueAt(NOW_MS, { q: '照异' })).toEqual(['DQ-20261123-0001']);
    expect(await overdueAt(NOW_MS, { q: b })).toEqual([b]);
    expect(await overdueAt(NOW_MS, { scope: { jurisdictions: ['dq'], departments: [] } })).toEqual([
      'DQ-20261123-0001',
    ]);
    expect(await overdueAt(NOW_MS, { scope: { jurisdictions: [], departments: ['lz-tech'] } })).toEqual([
      a,
      b,
      c,
    ]);
    expect(await overdueAt(NOW_MS, { scope: { jurisdictions: [], departments: [] } })).toEqual([]);
    const counted = shown(
      await store.supervision.overdue({ ...everywhere, asOfMs: NOW_MS, limit: 1, count: true }),
    );
    expect(counted).toMatchObject({ total: 4, items: [{ rung: 0, department: 'dq-market' }] });
  });

  it('soonest due comes first in the to-do list, then what has no clock', async () => {
    const todo = shown(
      await store.tasks.todo({ personId: 'p-9', grants: managing, asOfMs: NOW_MS, limit: 50 }),
    );
    expect(todo.items.map((item) => item.case.no)).toEqual([14, 12, 11, 13, 15].map(caseNo));
    expect(todo.items[0]).toMatchObject({
      task: { id: 'review-1' },
      clock: { id: 'review-1', state: 'missed' },
    });
    expect(todo.items.at(-1)!.clock).toBeNull();
  });

  it('a task kept for a person is in the list of that person only', async () => {
    const story = new Story(caseNo(16)).submitted(MONDAY_MS).opened('review-1', MONDAY_MS, null);
    story.add('Transferred', MONDAY_MS, {
      task: 'review-1',
      toDepartment: 'lz-tech',
      toPerson: 'p-7',
      rungs: {},
    });
    await store.record.birth(story.birth());
    const numbers = async (personId: string) =>
      shown(await store.tasks.todo({ personId, grants: managing, asOfMs: NOW_MS, limit: 50 })).items.map(
        (i) => i.case.no,
      );
    expect(await numbers('p-7')).toContain(story.no);
    expect(await numbers('p-9')).not.toContain(story.no);
    expect(await store.tasks.countTodo({ personId: 'p-7', grants: [], asOfMs: NOW_MS })).toBe(1);
  });

  it('who is told of a missed limit has a copy, unread until it is read', async () => {
    const counts = async () =>
      (await store.counts({ personId: 'p-lead', grants: [], asOfMs: NOW_MS })).copied;
    const copied = { view: 'copied' as const, personId: 'p-lead', grants: [], asOfMs: NOW_MS, limit: 50 };
    expect(shown(await store.cases.list(copied)).items).toMatchObject([
      { state: { no: caseNo(14) }, unread: true },
    ]);
    expect(await counts()).toBe(1);
    await store.cases.markRead(caseNo(14), 'p-lead', NOW_MS);
    expect(await counts()).toBe(0);
    expect(shown(await store.cases.list(copied)).items).toMatchObject([{ unread: false }]);
  });

  it('what a person decided is under done and handled', async () => {
    const done = shown(await store.tasks.done({ personId: manager.personId, asOfMs: NOW_MS, limit: 50 }));
    expect(done.items.map((item) => item.case.no)).toEqual([caseNo(1)]);
    const handled = {
      view: 'handled' as const,
      personId: manager.personId,
      grants: [],
      asOfMs: NOW_MS,
      limit: 50,
    };
    expect(shown(await store.cases.list(handled)).items.map(({ state }) => state.no)).toEqual([caseNo(1)]);
  });

  it('cases are found by number, by a part of the title, by status, department and light', async () => {
    const numbers = async (filter: object) =>
      shown(
        await store.cases.list({
          ...{ view: 'all' as const, personId: 'p-s', asOfMs: NOW_MS, limit: 50, count: true },
          grants: [...supervising, { role: 'supervisor', department: 'dq-supervision', jurisdiction: 'dq' }],
          ...filter,
        }),
      ).items.map(({ state }) => state.no);
    expect(await numbers({ q: '照异' })).toEqual(['DQ-20261123-0001']);
    expect(await numbers({ q: '议' })).toEqual(['DQ-20261123-0001']);
    expect(await numbers({ q: '%' })).toEqual([]);
    expect(await numbers({ q: 'lz-20261123-0013' })).toEqual([caseNo(13)]);
    expect(await numbers({ status: 'closed' })).toEqual([caseNo(1)]);
    expect(await numbers({ department: 'dq-market' })).toEqual(['DQ-20261123-0001']);
    expect(await numbers({ light: 'yellow' })).toEqual([caseNo(13)]);
    expect((await numbers({ light: 'green' })).sort()).toEqual([caseNo(15), caseNo(16)]);
    expect(await numbers({ grants: supervising, family: 'licence-objection' })).toEqual([]);
  });

  it('a case is seen by its people, its seats and its overseers, and by nobody else', async () => {
    const sees = (personId: string, grants: Grant[] = []) =>
      store.cases.visibleTo(personId, grants, caseNo(14));
    expect(await sees(requester.personId)).toBe(true);
    expect(await sees('p-9', managing)).toBe(true);
    expect(await sees('p-9', [{ ...lead, jurisdiction: 'lz' }])).toBe(true);
    expect(await sees('p-lead')).toBe(true);
    expect(await sees('p-9', supervising)).toBe(true);
    expect(await sees('p-9', [{ role: 'requester', department: 'lz-education', jurisdiction: 'lz' }])).toBe(
      false,
    );
    expect(await sees('p-9', [{ role: 'platform-manager', department: 'dq-tech', jurisdiction: 'dq' }])).toBe(
      false,
    );
    expect(await sees('p-9', [{ role: 'administrator', department: 'lz-systems', jurisdiction: 'lz' }])).toBe(
      false,
    );
    expect(await store.cases.visibleTo(requester.personId, supervising, 'LZ-20261123-9999')).toBe(false);
  });

  it('the summary adds up', async () => {
    const summary = await store.supervision.summary({ asOfMs: NOW_MS, scope: null });
    expect(summary).toMatchObject({ open: 7, overdue: 4, dueSoon: 1, openCases: 7 });
    expect(summary.overdueByKind).toEqual({ statutory: 1, target: 3, house: 0 });
    const lz = summary.byDepartment.find(({ department }) => department === 'lz-tech');
    expect(lz).toMatchObject({
      ...{ department: 'lz-tech', open: 6, overdue: 3, dueSoon: 1 },
      overdueByKind: { statutory: 0, target: 3, house: 0 },
    });
    expect(summary.byProcedure.map(({ overdue }) => overdue)).toEqual([3, 1]);
  });

  it('notices reach the seat and the person, each once', async () => {
    const notices = shown(await store.notices.forPerson({ personId: 'p-x', grants: [lead], limit: 50 }));
    expect(notices.items).toMatchObject([{ caseNo: caseNo(14), kind: 'escalated', to: lead }]);
    const closed = shown(
      await store.notices.forPerson({ personId: requester.personId, grants: [], limit: 50 }),
    );
    expect(closed.items).toMatchObject([{ caseNo: caseNo(1), kind: 'case-closed' }]);
    const handled: number[] = [];
    const handOver = () =>
      store.outbox.handOver(5, ({ id }) => {
        handled.push(id);
        return { sending: { channels: [], subject: '', text: '', urgent: false }, call: null };
      });
    while ((await Promise.all([handOver(), handOver(), handOver()])).some((count) => count > 0));
    const [{ all }] = (await store.db('notices').count({ all: '*' })) as [{ all: number }];
    expect(new Set(handled).size).toBe(handled.length);
    expect(handled).toHaveLength(all);
  });
});
