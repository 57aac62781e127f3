import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseNo, freshStore, HOUR_MS, MONDAY_MS, shown, underReview } from '../test/store/sample.ts';
import { MALFORMED_CURSOR, type Page, type Store } from './index.ts';
import type { Grant } from './people.ts';

const managing: Grant[] = [{ role: 'platform-manager', department: 'lz-tech', jurisdiction: 'lz' }];
const everywhere = { scope: null, limit: 200 };

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

describe('paging', () => {
  const dueMs = MONDAY_MS + 1_000 * HOUR_MS; // all at one instant: the numbers must settle the order
  beforeAll(async () => {
    for (let n = 1_000; n < 1_040; n++) await underReview(store, n, dueMs);
  });

  it('walks every row once while rows are added', async () => {
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<{ case: { no: string } }> = shown(
        await store.supervision.overdue({
          ...everywhere,
          asOfMs: dueMs,
          limit: 7,
          cursor,
          procedure: 'lz-share-conditional',
        }),
      );
      walked.push(...page.items.map((item) => item.case.no));
      cursor = page.next;
      await underReview(store, 2_000 + walked.length, dueMs + HOUR_MS);
    } while (cursor !== null);
    expect(walked.filter((no) => no >= caseNo(1_000))).toEqual(
      Array.from({ length: 40 }, (_, i) => caseNo(1_000 + i)),
    );
    expect(new Set(walked).size).toBe(walked.length);
  });

  it('walks to-do and cases to the end, without a double', async () => {
    const query = { personId: 'p-9', grants: managing, asOfMs: MONDAY_MS, limit: 6 };
    const todo: string[] = [];
    const cases: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page<{ case: { no: string } }> = shown(await store.tasks.todo({ ...query, cursor }));
      todo.push(...page.items.map((item) => item.case.no));
      cursor = page.next;
    }
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page<{ state: { no: string } }> = shown(
        await store.cases.list({ ...query, view: 'all', cursor }),
      );
      cases.push(...page.items.map(({ state }) => state.no));
      cursor = page.next;
    }
    expect(new Set(todo).size).toBe(todo.length);
    expect(todo.length).toBe(await store.tasks.countTodo(query));
    expect(new Set(cases).size).toBe(cases.length);
    const { total } = shown(await store.cases.list({ ...query, view: 'all', count: true }));
    expect(cases.length).toBe(total);
  });

  it.each([
    '',
    'x',
    'bm9wZQ',
    '!!!',
    'W10',
    Buffer.from('["overdue",1]').toString('base64url'),
    'a'.repeat(9_999),
  ])('a cursor that is none of ours is a value, not an error (%#)', async (cursor) => {
    expect(await store.supervision.overdue({ ...everywhere, asOfMs: 0, cursor })).toBe(MALFORMED_CURSOR);
    const query = { personId: 'p', grants: [], asOfMs: 0, limit: 1, cursor };
    expect(await store.tasks.todo(query)).toBe(MALFORMED_CURSOR);
    expect(await store.tasks.done(query)).toBe(MALFORMED_CURSOR);
    expect(await store.cases.list({ ...query, view: 'all' })).toBe(MALFORMED_CURSOR);
    expect(await store.notices.forPerson(query)).toBe(MALFORMED_CURSOR);
  });

  it('a cursor of one list is refused by another', async () => {
    const page = shown(await store.supervision.overdue({ ...everywhere, asOfMs: MONDAY_MS + 9e9, limit: 1 }));
    expect(
      await store.tasks.todo({ personId: 'p', grants: [], asOfMs: 0, limit: 1, cursor: page.next }),
    ).toBe(MALFORMED_CURSOR);
  });
});
