import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseClockRule, Procedure } from '../../procedures/schema.ts';
import { START_MS, type World } from './world.ts';

/** Sharing with a limit over the whole case, which no regulated procedure has. */
const withWholeCaseClock = async (original: <T>() => Promise<T>) => {
  const module = await original<{ lzShareConditional: Procedure }>();
  const { lzShareConditional: share } = module;
  const whole: CaseClockRule = {
    title: '全程',
    by: 'platform-manager',
    limit: { amount: 7, unit: 'working-day', kind: 'target', basis: share.basis },
  };
  return { ...module, lzShareConditional: { ...share, caseClocks: { whole } } };
};

let world: World;
// Files of one worker share their modules: those that know the changed procedure are loaded anew, and forgotten.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../procedures/lanzhou/share.ts', withWholeCaseClock);
  const { openWorld } = await import('./world.ts');
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  vi.doUnmock('../../procedures/lanzhou/share.ts');
  vi.resetModules();
});

/** Filed on Monday 23 November: seven working days end with 2 December. */
const DUE_MS = Date.parse('2026-12-03T00:00:00+08:00');
const HOLDER = { role: 'platform-manager', department: 'lz-tech' };
const timeIs = (nowMs: number): void => {
  world.time.nowMs = nowMs;
};

describe('全程时限: a limit over the whole case, beside those of its stages', () => {
  it('stands in the procedure with whose it is, and in the plan', async () => {
    const { body } = await world.as('requester').get('/api/v1/procedures/lz-share-conditional');
    expect(body.caseClocks).toMatchObject([
      { id: 'whole', title: '全程', role: 'platform-manager', from: 'submitted', limits: [{ amount: 7 }] },
    ]);
    const asked = { submittedAt: '2026-11-23T09:30:00+08:00' };
    const plan = await world
      .as('requester')
      .post('/api/v1/procedures/lz-share-conditional/plan', asked, { key: null });
    expect(plan.body.caseClocks).toMatchObject([
      { clock: 'whole-1', title: '全程', dueDate: '2026-12-02', dueAt: '2026-12-03T00:00:00+08:00' },
    ]);
  });

  it('is shown with a light and the days left of its own, stands still for a supplement, and is overdue at the second', async () => {
    timeIs(START_MS);
    const { no } = (await world.as('requester').submit()).body.case;
    const wholeOf = async () => (await world.as('manager').get(`/api/v1/cases/${no}`)).body.caseClocks[0];
    expect(await wholeOf()).toMatchObject({
      ...{ title: '全程', stage: null, holder: HOLDER, state: 'running', light: 'green' },
      ...{ dueDate: '2026-12-02', remaining: { workingDays: 7 } },
    });
    await world.as('manager').act(no, { act: 'request-supplement', task: 'review-1', reasons: '请补充依据' });
    expect(await wholeOf()).toMatchObject({
      state: 'paused',
      dueAt: null,
      pauses: [{ ground: 'supplement' }],
    });
    await world.as('requester').act(no, { act: 'supplement', fields: {} });
    expect(await wholeOf()).toMatchObject({ state: 'running', dueDate: '2026-12-02' });
    await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });

    const late = async (asOfMs: number) => {
      const asOf = encodeURIComponent(new Date(asOfMs).toISOString());
      const path = `/api/v1/supervision/overdue?department=lz-tech&asOf=${asOf}`;
      return (await world.as('supervisor').get(path)).body.items;
    };
    expect(await late(DUE_MS - 1000)).toEqual([]);
    timeIs(DUE_MS);
    expect(await late(DUE_MS)).toMatchObject([
      { case: { no }, task: null, stage: null, stageTitle: '全程', ...HOLDER, rung: 0 },
    ]);
    const summary = await world.as('supervisor').get('/api/v1/supervision/summary');
    expect(summary.body.wholeCases).toMatchObject({ open: 1, overdue: 1 });
    expect(await wholeOf()).toMatchObject({ state: 'missed', light: 'red', overdue: true });
    const ledger = await world.as('manager').get(`/api/v1/cases/${no}/clocks/whole-1/ledger`);
    expect([ledger.status, ledger.body.dueDate]).toEqual([200, '2026-12-02']);
  });
});
