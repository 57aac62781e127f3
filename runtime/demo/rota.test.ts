import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../store/index.ts';
import { freshStore, MONDAY_MS } from '../../test/store/sample.ts';
import { seedDemoPeople } from './people.ts';
import { seedDemoRota } from './rota.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
  await seedDemoPeople(store, 'no password');
});
afterAll(() => store.close());

it('the demo has a rota for a year in every jurisdiction, once', async () => {
  const places = ['lz', 'dq', 'ah', 'ly', 'ls'];
  expect(await seedDemoRota(store, MONDAY_MS)).toBe(places.length * 5 * 4);
  expect(await seedDemoRota(store, MONDAY_MS + 1)).toBe(0);
  for (const place of places) {
    for (const days of [0, 200, 363]) {
      const atMs = MONDAY_MS + days * 86_400_000;
      const line = await store.rota.onDuty([`${place}-info`], atMs);
      expect(line.map((shift) => shift.place)).toEqual([1, 2, 3]);
      expect(await store.rota.onDuty([`${place}-party-office`], atMs)).toHaveLength(2);
      for (const { personId, department } of line)
        expect(await store.rota.belongs(personId, department)).toBe(true);
    }
  }
});

it('addresses of the demo lead nowhere', async () => {
  const contacts = await store.db('contacts');
  expect(contacts.length).toBeGreaterThan(100);
  for (const { email, phone } of contacts) {
    expect(email).toMatch(/@example\.com$/);
    expect(phone).toMatch(/^0000\d+$/);
  }
});
