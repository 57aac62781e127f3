import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../cases/index.ts';
import {
  caseNo,
  freshStore,
  HOUR_MS,
  MONDAY_MS,
  received,
  Story,
  underReview,
} from '../test/store/sample.ts';
import { type NewCommand, RecordConflict, RecordGap, type Store } from './index.ts';

const DUE_MS = MONDAY_MS + 48 * HOUR_MS;
let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const rowsOf = async (table: string, no: string) =>
  store.db(table).where(table === 'cases' ? { no } : { case_no: no });
const everything = async (no: string) =>
  Promise.all(
    ['cases', 'tasks', 'clocks', 'case_events', 'notices', 'case_seats', 'participants'].map((t) =>
      rowsOf(t, no),
    ),
  );

describe('a recorded batch is there whole, once, and in order', () => {
  it('recorded twice is recorded once', async () => {
    const story = await underReview(store, 1, DUE_MS);
    story.decided('review-1', MONDAY_MS + HOUR_MS).opened('authorise-1', MONDAY_MS + HOUR_MS, DUE_MS);
    const first = await store.record.append(story.no, story.after(3));
    const once = await everything(story.no);
    const again = await store.record.append(story.no, story.after(3));
    expect(first.appended).toBe(4);
    expect(again).toEqual({ state: first.state, appended: 0 });
    expect(await everything(story.no)).toEqual(once);
    expect(await store.record.birth(story.birth(3))).toMatchObject({ appended: 0 });
    expect(await everything(story.no)).toEqual(once);
  });

  it('an overlapping batch adds only what is new', async () => {
    const story = await underReview(store, 2, DUE_MS);
    story.decided('review-1', MONDAY_MS + HOUR_MS);
    await store.record.append(story.no, story.events);
    expect((await store.record.events(story.no)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect((await store.record.load(story.no))!.state).toEqual(fold(story.events));
  });

  it('another event under a recorded number is a conflict and changes nothing', async () => {
    const story = await underReview(store, 3, DUE_MS);
    const other = new Story(story.no).submitted(MONDAY_MS + 3).opened('review-1', MONDAY_MS + 4, DUE_MS);
    const before = await everything(story.no);
    await expect(store.record.append(story.no, other.after(1))).rejects.toThrow(RecordConflict);
    await expect(store.record.birth(other.birth())).rejects.toThrow(RecordConflict);
    expect(await everything(story.no)).toEqual(before);
  });

  it('a gap is refused and changes nothing', async () => {
    const story = await underReview(store, 4, DUE_MS);
    story.decided('review-1', MONDAY_MS + HOUR_MS).closed(MONDAY_MS + HOUR_MS);
    const before = await everything(story.no);
    await expect(store.record.append(story.no, story.after(4))).rejects.toThrow(RecordGap);
    await expect(store.record.append(story.no, [story.events[3]!, story.events[5]!])).rejects.toThrow(
      RecordGap,
    );
    await expect(store.record.append('LZ-20261123-9999', story.events)).rejects.toThrow(RecordGap);
    expect(await everything(story.no)).toEqual(before);
  });

  it('of twenty writers of the same events one records them and all agree', async () => {
    const story = await underReview(store, 5, DUE_MS);
    story.decided('review-1', MONDAY_MS + HOUR_MS);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => store.record.append(story.no, story.after(3))),
    );
    expect(results.map(({ appended }) => appended).sort()).toEqual([...Array(19).fill(0), 2]);
    expect(new Set(results.map(({ state }) => state.seq))).toEqual(new Set([5]));
  });

  it('of two different decisions of one task at the same moment one is recorded', async () => {
    const story = await underReview(store, 6, DUE_MS);
    const pass = new Story(story.no).submitted(MONDAY_MS + 6).opened('review-1', MONDAY_MS + 6, DUE_MS);
    const refuse = new Story(story.no).submitted(MONDAY_MS + 6).opened('review-1', MONDAY_MS + 6, DUE_MS);
    pass.decided('review-1', MONDAY_MS + HOUR_MS, 'pass');
    refuse.decided('review-1', MONDAY_MS + HOUR_MS, 'refuse');
    const results = await Promise.allSettled(
      [pass, refuse].map(({ events }) => store.record.append(story.no, events.slice(3))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(RecordConflict),
    });
  });

  it('a command that has borne one case cannot bear another', async () => {
    const story = await underReview(store, 7, DUE_MS);
    const twin = new Story(caseNo(8)).submitted(MONDAY_MS);
    await expect(
      store.record.birth({ ...twin.birth(), command: { id: `submit-${story.no}` } }),
    ).rejects.toThrow(RecordConflict);
    expect(await store.record.load(caseNo(8))).toBeNull();
  });

  it('a receipt is kept with the case it brought about, and its key brings about no other', async () => {
    const receiptOf = (no: string, id: string): NewCommand => ({
      ...{ id, personId: 'p-1', key: 'one-key', requestDigest: 'x', caseNo: no, knownSeq: 0 },
      ...{ body: { type: 'submit' }, content: { form: {} }, receivedAtMs: MONDAY_MS },
    });
    const story = new Story(caseNo(71)).submitted(MONDAY_MS);
    const birth = { ...story.birth(), command: { id: 'c-71' }, receipt: receiptOf(story.no, 'c-71') };
    expect(await store.record.birth(birth)).toMatchObject({ appended: 1 });
    expect(await store.commands.get('c-71')).toMatchObject({
      state: 'done',
      httpStatus: 201,
      caseNo: story.no,
    });
    expect(await store.record.birth(birth)).toMatchObject({ appended: 0 });
    const twin = new Story(caseNo(72)).submitted(MONDAY_MS);
    await expect(
      store.record.birth({ ...twin.birth(), command: { id: 'c-72' }, receipt: receiptOf(twin.no, 'c-72') }),
    ).rejects.toThrow(RecordConflict);
    expect(await store.record.load(twin.no)).toBeNull();
    expect(await store.commands.get('c-72')).toBeNull();
  });

  it('nothing is stored when any part of it fails', async () => {
    const story = await underReview(store, 9, DUE_MS);
    await received(store, `decide-${story.no}-review-1`);
    const before = await everything(story.no);
    // A decision without an outcome breaks the constraint of the last table that is written for it.
    story.decided('review-1', MONDAY_MS + HOUR_MS, null as never);
    await expect(store.record.append(story.no, story.after(3))).rejects.toThrow(/tasks/);
    expect(await everything(story.no)).toEqual(before);
    expect((await store.commands.get(`decide-${story.no}-review-1`))!.state).toBe('pending');
  });
});

describe('the record cannot be changed', () => {
  it.each([
    'UPDATE case_events SET type = type',
    'DELETE FROM case_events',
    'TRUNCATE case_events CASCADE',
    'UPDATE case_files SET title = title',
    'DELETE FROM case_files',
    'TRUNCATE case_files CASCADE',
    "UPDATE commands SET content = 'null'",
    'UPDATE commands SET received_at = now()',
    'DELETE FROM commands',
    'TRUNCATE commands',
  ])('%s is refused by the database', async (statement) => {
    await expect(store.db.raw(statement)).rejects.toThrow(/append-only/);
  });
});

describe('commands end with the events that they brought about', () => {
  it('whoever records the events ends the command', async () => {
    const story = await underReview(store, 20, DUE_MS);
    story.decided('review-1', MONDAY_MS + HOUR_MS);
    const id = `decide-${story.no}-review-1`;
    await received(store, id);
    await store.record.append(story.no, story.after(3));
    expect(await store.commands.get(id)).toMatchObject({ state: 'done', caseNo: story.no, httpStatus: 201 });
  });

  it('a command that changes nothing ends all the same', async () => {
    const story = await underReview(store, 21, DUE_MS);
    await received(store, 'said-twice');
    const { appended } = await store.record.append(story.no, [], { commandDone: { id: 'said-twice' } });
    expect(appended).toBe(0);
    expect((await store.commands.get('said-twice'))!.state).toBe('done');
  });

  it('a submission learns the number of its case', async () => {
    const story = new Story(caseNo(72)).submitted(MONDAY_MS);
    await received(store, `submit-${story.no}`);
    await store.record.birth(story.birth());
    expect(await store.commands.get(`submit-${story.no}`)).toMatchObject({ state: 'done', caseNo: story.no });
  });
});

describe('what is read is what was recorded', () => {
  it('tasks stand in the order of opening', async () => {
    const story = new Story(caseNo(30)).submitted(MONDAY_MS);
    for (const task of ['zz-1', 'a-long-name-1', 'b-1']) story.opened(task, MONDAY_MS, DUE_MS);
    await store.record.birth(story.birth());
    const { state } = (await store.record.load(story.no))!;
    expect(Object.keys(state.tasks)).toEqual(['zz-1', 'a-long-name-1', 'b-1']);
    expect(await store.record.events(story.no)).toEqual(story.events);
    expect(await store.record.events(story.no, 2, 1)).toEqual([story.events[2]]);
  });

  it('what people wrote is found by its command', async () => {
    await received(store, 'with-reasons');
    expect(await store.record.contents(['with-reasons', 'unknown'])).toEqual(
      new Map([['with-reasons', { reasons: '理由' }]]),
    );
  });

  it('open cases are walked by number, and those without an engine are known', async () => {
    await store.record.markEngineStarted([caseNo(1)]);
    const { engineStartedAtMs } = (await store.record.load(caseNo(1)))!;
    expect(engineStartedAtMs).toEqual(expect.any(Number));
    const walked: string[] = [];
    for (let afterNo = ''; ; afterNo = walked.at(-1)!) {
      const some = await store.record.openCases({ afterNo, limit: 3 });
      if (some.length === 0) break;
      walked.push(...some.map(({ no }) => no));
    }
    expect(walked).toEqual([...new Set(walked)].sort());
    const waiting = await store.record.unstarted({ submittedBeforeMs: MONDAY_MS + 100, limit: 100 });
    expect(waiting.sort()).toEqual(walked.filter((no) => no !== caseNo(1)));
    const dueMs = DUE_MS + 999 * HOUR_MS;
    expect(await store.record.due(dueMs, 10)).toEqual([{ no: caseNo(1), wakeAtMs: expect.any(Number) }]);
    expect(await store.record.due(MONDAY_MS, 10)).toEqual([]);
    expect(await store.record.dueCount(MONDAY_MS)).toBe(0);
    expect(await store.record.dueCount(dueMs)).toBeGreaterThan(5);
    await store.record.markEngineStarted([caseNo(1)]);
    expect((await store.record.load(caseNo(1)))!.engineStartedAtMs).toBe(engineStartedAtMs);
  });
});

describe('errors give nothing away', () => {
  it('neither bound values nor rows are in an error of the database, in a transaction or out of it', async () => {
    const half = { id: 'p', account: '张三', name: '张三' };
    const errors = await Promise.all([
      store
        .db('people')
        .insert(half)
        .catch((error) => error),
      store.db.transaction((trx) => trx('people').insert(half)).catch((error) => error),
      store.db.raw('INSERT INTO departments VALUES (?, NULL, ?)', ['张三', '张三']).catch((error) => error),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(Error);
      expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain('张三');
    }
  });
});
