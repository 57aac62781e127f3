import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStore, HOUR_MS, MONDAY_MS } from '../test/store/sample.ts';
import type { Store } from './index.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const SHARE = { procedure: 'lz-share-conditional', edition: '2021-1' };
let count = 0;
const set = (fields: { validFrom: string; amount?: number; atMs?: number; limit?: string }) => {
  count += 1;
  const { limit = 'review', amount = 4, atMs = MONDAY_MS, validFrom } = fields;
  const target = {
    id: `t-${count}`,
    ...SHARE,
    limit,
    amount,
    validFrom,
    reasons: '提速',
    documentNo: '文〔2026〕1号',
  };
  return store.targets.set(store.db, { ...target, by: 'p-admin', atMs });
};
const inForce = async (at: string) => {
  const found = await store.targets.inForce(SHARE, Date.parse(`${at}+08:00`));
  return found.map(({ limit, amount }) => [limit, amount]);
};
const refused = { message: expect.stringContaining('only ever withdrawn') };

describe('the setting of a target', () => {
  it('holds from the beginning of its day, and not before it was entered', async () => {
    await set({ validFrom: '2026-12-01', amount: 3 });
    await set({ validFrom: '2026-11-23', amount: 4 });
    expect(await inForce('2026-11-23T09:29:59')).toEqual([]);
    expect(await inForce('2026-11-23T09:30:00')).toEqual([['review', 4]]);
    expect(await inForce('2026-11-30T23:59:59')).toEqual([['review', 4]]);
    expect(await inForce('2026-12-01T00:00:00')).toEqual([['review', 3]]);
    expect(await store.targets.inForce({ ...SHARE, edition: 'another' }, MONDAY_MS * 2)).toEqual([]);
  });

  it('a second one from the same day is not taken while the first stands', async () => {
    expect(await set({ validFrom: '2026-12-01', amount: 5 })).toBe(false);
    expect(await set({ validFrom: '2026-12-01', limit: 'other' })).toBe(true);
  });

  it('taken back it holds no more from that instant on; what was filed before is told as before', async () => {
    const back = { by: 'p-admin', reasons: '有误', documentNo: null };
    const atMs = Date.parse('2026-12-02T12:00:00+08:00');
    expect(await store.targets.withdraw(store.db, 't-1', { ...back, atMs })).toBe(true);
    expect(await store.targets.withdraw(store.db, 't-1', { ...back, atMs })).toBe(false);
    expect(await inForce('2026-12-02T11:59:59')).toContainEqual(['review', 3]);
    expect(await inForce('2026-12-02T12:00:00')).toContainEqual(['review', 4]);
    expect(await set({ validFrom: '2026-12-01', amount: 5, atMs })).toBe(true);
    expect((await store.targets.documents(['t-1', 'nothing'])).get('t-1')).toBe('文〔2026〕1号');
  });

  it('is kept as it was set: neither changed, nor withdrawn anew, nor deleted', async () => {
    const table = () => store.db('target_settings');
    await expect(table().where({ id: 't-2' }).update({ amount: 9 })).rejects.toMatchObject(refused);
    await expect(table().where({ id: 't-1' }).update({ withdrawn_by: 'x' })).rejects.toMatchObject(refused);
    await expect(table().delete()).rejects.toMatchObject({ message: expect.stringContaining('append-only') });
  });

  it.each([0, 367])('an amount of %i is none', async (amount) => {
    await expect(set({ validFrom: '2026-12-24', amount })).rejects.toThrow();
  });
});

describe('that a measure is still applied', () => {
  const entry = { regulation: 'LZ-D', documentNo: '文〔2023〕31号', note: null, by: 'p-admin' };
  it('stands once, by its document, until it is taken back; both are kept', async () => {
    const { measures } = store;
    expect(await measures.apply(store.db, { ...entry, id: 'm-1', atMs: MONDAY_MS })).toBe(true);
    expect(await measures.apply(store.db, { ...entry, id: 'm-2', atMs: MONDAY_MS })).toBe(false);
    const back = { by: 'p-other', atMs: MONDAY_MS + HOUR_MS, reasons: '有误' };
    expect(await measures.withdraw(store.db, 'LZ-D', back)).toBe(true);
    expect(await measures.withdraw(store.db, 'LZ-D', back)).toBe(false);
    expect(await measures.apply(store.db, { ...entry, id: 'm-3', atMs: MONDAY_MS + 2 * HOUR_MS })).toBe(true);
    expect(await measures.all()).toMatchObject([
      { id: 'm-3', withdrawn: null },
      { id: 'm-1', withdrawn: back },
    ]);
    const table = () => store.db('applied_measures');
    await expect(table().where({ id: 'm-3' }).update({ note: 'x' })).rejects.toMatchObject(refused);
    await expect(table().delete()).rejects.toThrow();
  });
});
