import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseNo,
  freshStore,
  HOUR_MS,
  MONDAY_MS,
  manager,
  Story,
  shown,
  underReview,
} from '../test/store/sample.ts';
import { type OverdueItem, type Page, rebuild, type Store } from './index.ts';

let store: Store;
const DUE_MS = MONDAY_MS + 100 * HOUR_MS;
const LEAD = { role: 'unit-head', department: 'lz-tech' } as const;
const PROVIDER = { role: 'data-provider', department: 'lz-people' } as const;
const everywhere = { scope: null, limit: 200 };

/** One case whose task is due before its whole, one whose task is due after, and one without a limit over the whole. */
const soonTask = new Story(caseNo(1))
  .submitted(MONDAY_MS)
  .underWholeLimit(MONDAY_MS, DUE_MS)
  .opened('review-1', MONDAY_MS, DUE_MS - 50 * HOUR_MS);
const lateTask = new Story(caseNo(2))
  .submitted(MONDAY_MS)
  .underWholeLimit(MONDAY_MS, DUE_MS, PROVIDER)
  .opened('review-1', MONDAY_MS, DUE_MS + 50 * HOUR_MS);
beforeAll(async () => {
  store = await freshStore();
  await store.record.birth(soonTask.birth());
  await store.record.birth(lateTask.birth());
  await underReview(store, 3, DUE_MS - 10 * HOUR_MS);
});
afterAll(() => store.close());

const nameOf = ({ case: of, task, clock }: OverdueItem) =>
  `${Number(of.no.slice(-4))} ${task?.id ?? clock.id}`;
const late = async (asOfMs: number, filter = {}) =>
  shown(await store.supervision.overdue({ ...everywhere, asOfMs, ...filter })).items.map(nameOf);
const TASKS = ['1 review-1', '3 review-1'];

describe('a limit over the whole case is overdue at the millisecond, though the engine has written nothing', () => {
  it.each([
    ['one millisecond before', DUE_MS - 1, TASKS],
    ['at the instant', DUE_MS, [...TASKS, '1 whole-1', '2 whole-1']],
    [
      'when its task is late as well',
      DUE_MS + 50 * HOUR_MS,
      [...TASKS, '1 whole-1', '2 whole-1', '2 review-1'],
    ],
  ])('%s', async (_says, asOfMs, expected) => {
    expect(await late(asOfMs)).toEqual(expected);
    const query = { ...everywhere, asOfMs, limit: 1, count: true };
    expect(shown(await store.supervision.overdue(query)).total).toBe(expected.length);
  });

  it.each([
    ['department', { department: 'lz-people' }, ['2 whole-1']],
    ['standing', { kind: 'statutory' }, ['1 whole-1', '2 whole-1']],
    ['procedure', { procedure: 'dq-correction-own' }, []],
    ['rung', { rung: 1 }, []],
    ['who may see it', { scope: { jurisdictions: [], departments: ['lz-people'] } }, ['2 whole-1']],
    ['place', { scope: { jurisdictions: ['dq'], departments: [] } }, []],
  ])('by %s', async (_by, filter, expected) => {
    expect(await late(DUE_MS, filter)).toEqual(expected);
  });

  it('page after page shows tasks and whole cases once each', async () => {
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<OverdueItem> = shown(
        await store.supervision.overdue({ ...everywhere, asOfMs: DUE_MS, limit: 1, cursor }),
      );
      walked.push(...page.items.map(nameOf));
      cursor = page.next;
    } while (cursor !== null);
    expect(walked).toEqual([...TASKS, '1 whole-1', '2 whole-1']);
  });

  it('is counted beside the tasks, in all and by department', async () => {
    const summary = await store.supervision.summary({ asOfMs: DUE_MS - 1, scope: null });
    expect(summary).toMatchObject({ open: 3, overdue: 2, wholeCases: { open: 2, overdue: 0, dueSoon: 2 } });
    const after = await store.supervision.summary({ asOfMs: DUE_MS, scope: null });
    expect(after.wholeCases).toMatchObject({ open: 2, overdue: 2, overdueByKind: { statutory: 2 } });
    expect(after.byDepartment).toMatchObject([
      { department: 'lz-tech', open: 3, overdue: 2, wholeCases: { open: 1, overdue: 1 } },
      { department: 'lz-people', open: 0, overdue: 0, wholeCases: { open: 1, overdue: 1 } },
    ]);
  });
});

it('its warning reaches whose limit it is, and its ladder is told with it', async () => {
  lateTask.add('ClockWarned', DUE_MS - HOUR_MS, { clock: 'whole-1', warnAtMs: DUE_MS - HOUR_MS });
  lateTask.escalated('whole-1', 1, DUE_MS, LEAD);
  await store.record.append(lateTask.no, lateTask.after(4));
  const grants = [{ ...PROVIDER, jurisdiction: 'lz' as const }];
  const told = shown(await store.notices.forPerson({ personId: 'p-x', grants, limit: 50 }));
  expect(told.items).toMatchObject([{ caseNo: lateTask.no, kind: 'due-soon' }]);
  const items = shown(await store.supervision.overdue({ ...everywhere, asOfMs: DUE_MS, rung: 1 })).items;
  expect(items).toMatchObject([{ task: null, ...PROVIDER, rung: 1, escalatedTo: LEAD }]);
});

it('once the case has ended nothing of it is overdue, and the lists are as the record makes them', async () => {
  soonTask.decided('review-1', DUE_MS + HOUR_MS, 'refuse', manager);
  soonTask.add('ClockStopped', DUE_MS + HOUR_MS, { clock: 'whole-1', as: 'missed' }).closed(DUE_MS + HOUR_MS);
  await store.record.append(soonTask.no, soonTask.after(4));
  expect((await late(DUE_MS + HOUR_MS)).filter((item) => item.startsWith('1 '))).toEqual([]);
  expect((await rebuild(store.db, { repair: false })).differences).toEqual([]);
});
