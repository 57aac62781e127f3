import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseNo, freshStore, HOUR_MS, MONDAY_MS, Story, underReview } from '../test/store/sample.ts';
import { type Difference, rebuild, type Store } from './index.ts';

const DUE_MS = MONDAY_MS + 48 * HOUR_MS;
const lead = { role: 'unit-head', department: 'lz-tech' } as const;
let store: Store;
beforeAll(async () => {
  store = await freshStore();
  for (let n = 1; n <= 5; n++) {
    const story = await underReview(store, n, DUE_MS);
    story.decided('review-1', MONDAY_MS + HOUR_MS).opened('authorise-1', MONDAY_MS + HOUR_MS, DUE_MS);
    if (n > 1) story.escalated('authorise-1', 1, DUE_MS, lead);
    if (n > 2)
      story.add('ClockPaused', DUE_MS + 1, { clock: 'authorise-1', ground: 'supplement', endsAtMs: null });
    if (n > 3) {
      story.add('Transferred', DUE_MS + 2, {
        ...{ task: 'authorise-1', toDepartment: 'lz-hrss', toPerson: null, rungs: {} },
      });
    }
    if (n > 4) story.decided('authorise-1', DUE_MS + 3).closed(DUE_MS + 3);
    for (const event of story.after(3)) await store.record.append(story.no, [event]);
  }
});
afterAll(() => store.close());

const check = async (repair = false) => rebuild(store.db, { repair });

describe('the lists can be derived again from the events', () => {
  it('kept event by event they are what a rebuild derives', async () => {
    expect(await check()).toEqual({ cases: 5, differences: [] });
  });

  const no = caseNo(3);
  const planted: [string, string, Partial<Difference>][] = [
    [
      'cases, a column',
      `UPDATE cases SET red_at = now() WHERE no = '${no}'`,
      { table: 'cases', column: 'red_at' },
    ],
    [
      'cases, the state',
      `UPDATE cases SET state = '{}' WHERE no = '${no}'`,
      { table: 'cases', column: 'state' },
    ],
    [
      'tasks, a column',
      `UPDATE tasks SET department = 'x' WHERE case_no = '${no}' AND id = 'authorise-1'`,
      { table: 'tasks', key: `${no} authorise-1`, column: 'department', stored: 'x', derived: 'lz-tech' },
    ],
    [
      'tasks, an instant',
      `UPDATE tasks SET opened_at = opened_at + interval '1 ms' WHERE case_no = '${no}' AND id = 'review-1'`,
      { table: 'tasks', column: 'opened_at' },
    ],
    [
      'tasks, a row missing',
      `DELETE FROM tasks WHERE case_no = '${no}' AND id = 'review-1'`,
      { table: 'tasks', column: null, stored: null },
    ],
    [
      'clocks, a column',
      `UPDATE clocks SET rung = 7 WHERE case_no = '${no}' AND id = 'authorise-1'`,
      { table: 'clocks', column: 'rung', stored: 7 },
    ],
    [
      'participants, a row missing',
      `DELETE FROM participants WHERE case_no = '${no}' AND person_id = 'p-2'`,
      { table: 'participants', column: null },
    ],
    [
      'seats, a row too many',
      `INSERT INTO case_seats VALUES ('${no}', 'police', 'lz-police', now())`,
      { table: 'case_seats', column: null, derived: null },
    ],
  ];
  it.each(planted)('a difference in %s is found, repaired, and then gone', async (_says, sql, difference) => {
    await store.db.raw(sql);
    const found = await check();
    expect(found.differences).toMatchObject([{ caseNo: no, ...difference }]);
    expect((await check(true)).differences).toHaveLength(1);
    expect(await check()).toEqual({ cases: 5, differences: [] });
  });

  it('a case whose lists are gone altogether comes back', async () => {
    for (const table of ['case_seats', 'participants', 'clocks', 'tasks'])
      await store.db(table).where({ case_no: no }).delete();
    await store.db('cases').where({ no }).delete();
    const before = await store.record.load(no);
    expect(before).toBeNull();
    await rebuild(store.db, { caseNo: no, repair: true });
    expect(await check()).toEqual({ cases: 5, differences: [] });
    expect((await store.record.load(no))!.state.no).toBe(no);
  });

  it('one case alone can be looked at', async () => {
    expect(await rebuild(store.db, { caseNo: caseNo(1), repair: false })).toEqual({
      cases: 1,
      differences: [],
    });
    expect(await rebuild(store.db, { caseNo: 'LZ-0', repair: false })).toEqual({ cases: 0, differences: [] });
  });

  it('run beside the work it sees no difference that is not there', async () => {
    const story = new Story(caseNo(9)).submitted(MONDAY_MS);
    for (let n = 1; n <= 60; n++) story.opened(`stage${n}-1`, MONDAY_MS + n, DUE_MS);
    await store.record.birth(story.birth(1));
    const work = (async () => {
      for (const event of story.after(1)) await store.record.append(story.no, [event]);
    })();
    const seen: Difference[] = [];
    for (let i = 0; i < 10; i++) seen.push(...(await check()).differences);
    await work;
    expect(seen).toEqual([]);
  });
});
