import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshStore, HOUR_MS, MONDAY_MS, underReview } from '../test/store/sample.ts';
import type { Store } from './index.ts';

const DUE_MS = [72, 48, 96, 48].map((hours) => MONDAY_MS + hours * HOUR_MS);
let store: Store;
const numbers: string[] = [];
beforeAll(async () => {
  store = await freshStore();
  for (const [index, dueAtMs] of DUE_MS.entries())
    numbers.push((await underReview(store, index + 1, dueAtMs)).no);
});
afterAll(() => store.close());

/** What is come upon one by one, as the watchdog does. */
const walked = async (wakesByMs: number): Promise<string[]> => {
  const met: string[] = [];
  for (let after: { wakeAtMs: number; no: string } | null = null; ; ) {
    const [next] = await store.watched.cases({ wakesByMs, after, limit: 1 });
    if (next === undefined) return met;
    met.push(next.state.no);
    after = { wakeAtMs: next.wakeAtMs ?? 0, no: next.state.no };
  }
};

it('cases that wake soonest are met first, each once, and those that wake later not at all', async () => {
  const [second, first, late, firstToo] = numbers;
  expect(await walked(MONDAY_MS + 60 * HOUR_MS)).toEqual([first, firstToo, second]);
  expect(await walked(MONDAY_MS + 400 * HOUR_MS)).toEqual([first, firstToo, second, late]);
});

it('a case is watched with what every list says of its clocks', async () => {
  const [watched] = await store.watched.cases({ only: numbers[0] ?? '' });
  const said = { clock: 'review-1', dueAtMs: DUE_MS[0], warnAtMs: (DUE_MS[0] ?? 0) - 24 * HOUR_MS };
  expect(watched?.listed).toEqual([said, said]);
});

it('cases that no run is known of are told apart until one is', async () => {
  expect(await store.watched.withoutRun(10)).toEqual(numbers);
  await store.record.markEngineStarted(numbers.slice(0, 2));
  expect(await store.watched.withoutRun(10)).toEqual(numbers.slice(2));
});
