import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.ts';
import { allProcedures, type Procedure, procedureById } from './index.ts';
import { isSettable, limitsIn, type TargetSetting, withTargets } from './targets.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const named = (id: string): Procedure => procedureById(id) as Procedure;
const addresses = (procedure: Procedure) => limitsIn(procedure).map(({ address }) => address);
const settable = (procedure: Procedure) =>
  limitsIn(procedure).flatMap(({ address, limit }) => (isSettable(limit) ? [address] : []));
const setting = (limit: string, amount = 7): TargetSetting => ({ limit, amount, setting: `set ${limit}` });

describe('the address of a limit', () => {
  it.each([
    ['lz-share-conditional', ['review', 'authorise', 'exchange']],
    ['lz-incident-report', ['report:1', 'report:2']],
    ['lz-incident-room', ['outage/power-back', 'outage/two-hours']],
  ])('%s', (id, expected) => {
    expect(addresses(named(id))).toEqual(expect.arrayContaining(expected));
  });

  it('of the whole case is none of a stage', () => {
    const caseClocks = {
      review: { title: '全程', by: 'platform-manager' as const, limit: share.stages.review!.within! },
    };
    expect(addresses({ ...share, caseClocks })).toEqual(['review', 'authorise', 'exchange', '*/review']);
  });

  it('is of one limit only, in every procedure', () => {
    for (const procedure of allProcedures())
      expect(new Set(addresses(procedure)).size, procedure.id).toBe(addresses(procedure).length);
  });
});

describe('targets that have been set', () => {
  const withSettings = fc
    .constantFrom(...allProcedures().filter((one) => settable(one).length > 0))
    .chain((procedure) =>
      fc.subarray(settable(procedure), { minLength: 1 }).chain((chosen) =>
        fc
          .array(fc.integer({ min: 1, max: 366 }), { minLength: chosen.length, maxLength: chosen.length })
          .map((amounts) => ({
            procedure,
            settings: chosen.map((limit, index) => setting(limit, amounts[index])),
          })),
      ),
    );

  it('change the amounts of just these limits and nothing else, and leave nothing wrong with the procedure', () => {
    fc.assert(
      fc.property(withSettings, ({ procedure, settings }) => {
        const changed = withTargets(procedure, settings);
        expect(findingsOf(changed)).toEqual([]);
        const expected = limitsIn(procedure).map((at) => {
          const set = settings.find(({ limit }) => limit === at.address);
          return set === undefined
            ? at
            : { ...at, limit: { ...at.limit, amount: set.amount, setting: set.setting } };
        });
        expect(limitsIn(changed)).toEqual(expected);
        for (const { limit } of limitsIn(changed)) if ('setting' in limit) expect(limit.kind).toBe('target');
        // Set back to what is shipped, all that is left is which setting did it.
        const back = settings.map((set) => {
          const { limit } = limitsIn(procedure).find(({ address }) => address === set.limit)!;
          return { ...set, amount: isSettable(limit) ? limit.amount : 0 };
        });
        const text = JSON.stringify(withTargets(changed, back), (key, value) =>
          key === 'setting' ? undefined : value,
        );
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(procedure)));
      }),
      { numRuns: 200 },
    );
  });

  it('none leave the procedure itself', () => {
    for (const procedure of allProcedures()) expect(withTargets(procedure, [])).toBe(procedure);
  });

  it('reach a clock over the whole case', () => {
    const limit = share.stages.review!.within!;
    const caseClocks = { whole: { title: '全程', by: 'platform-manager' as const, limit } };
    const changed = withTargets({ ...share, caseClocks }, [setting('*/whole', 20)]);
    expect(changed.caseClocks?.whole?.limit).toMatchObject({ amount: 20, kind: 'target' });
    expect(changed.stages.review).toEqual(share.stages.review);
  });

  it.each([
    ['a statutory limit', 'lz-share-conditional', 'authorise'],
    ['a statutory limit beside a target', 'lz-incident-report', 'report:1'],
    ['a house limit', 'lz-share-upward', 'answer'],
    ['a limit that ends with a date', 'lz-operator-report', 'perform'],
    ['several limits at once', 'lz-incident-report', 'report'],
    ['no limit', 'lz-share-conditional', 'nothing'],
  ])('%s is not set: a wrong number would be a wrong date', (_what, id, address) => {
    expect(() => withTargets(named(id), [setting(address)])).toThrow('is no target limit');
  });
});
