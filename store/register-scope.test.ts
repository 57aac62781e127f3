import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegisterId } from '../procedures/schema.ts';
import type { ThingId } from '../procedures/things.ts';
import { freshStore, MONDAY_MS } from '../test/store/sample.ts';
import { MALFORMED_CURSOR, type Store } from './index.ts';
import { timestamp } from './instants.ts';
import { isWithinScope, type LinePart, type LineScope } from './register-scope.ts';

const THINGS: [RegisterId, ThingId | null][] = [
  ['accounts', 'office-account'],
  ['accounts', 'platform-account'],
  ['licences', 'licence'],
  ['filings', null],
];
const PLACES = ['lz', 'dq'];
const DEPARTMENTS = ['a', 'b', 'c'];

let store: Store;
/** Lines of every kind, in every place, of each department, and in force or not; each decided by one more department. */
beforeAll(async () => {
  store = await freshStore();
  const each = THINGS.flatMap(([register, thing]) =>
    PLACES.flatMap((jurisdiction) =>
      DEPARTMENTS.flatMap((department) =>
        ['open', 'close'].map((op) => ({ register, thing, jurisdiction, department, op })),
      ),
    ),
  );
  for (const [n, { register, thing, jurisdiction, department, op }] of each.entries()) {
    const no = `L-${n}`;
    const decider = DEPARTMENTS[(n * 7 + 1) % 5] ?? 'd';
    await store.db('case_files').insert({
      ...{ case_no: no, title: no, title_grams: [], form: { name: no }, family: 'share', jurisdiction },
      ...{ requester_person: 'p', requester_department: department, query_code: no, command_id: no },
    });
    const at = timestamp(MONDAY_MS);
    const actor = JSON.stringify({ personId: 'p', role: 'expert', department: decider });
    await store.db('case_events').insert({
      ...{ case_no: no, seq: 1, at, type: 'Decided', actor, data: '{}' },
    });
    await store.db('register_history').insert({
      ...{ case_no: no, seq: 2, register, op, at, actor: '"system"' },
      ...(thing === null ? {} : { thing, field: 'name', unique_in: 'jurisdiction' }),
    });
  }
});
afterAll(() => store.close());

const part = fc.record<LinePart>({
  register: fc.constantFrom(...THINGS.map(([register]) => register)),
  jurisdiction: fc.constantFrom(...PLACES),
  of: fc.option(fc.subarray(['office-account', 'licence'] as ThingId[], { minLength: 1 }), {
    nil: undefined,
  }),
  marked: fc.option(fc.constant(true), { nil: undefined }),
});
const scope = fc.record({
  departments: fc.subarray(DEPARTMENTS),
  jurisdictions: fc.subarray(PLACES, { maxLength: 1 }),
  parts: fc.array(part, { maxLength: 3 }),
});

const asked = { asOf: '2026-11-27', limit: 100 };
const linesOf = async (register: RegisterId, seen: LineScope) => {
  const page = await store.registers.list({ register, scope: seen, ...asked });
  if (page === MALFORMED_CURSOR) throw new Error('no page');
  return page.items;
};

it('the list, the counts and the single line show what is of a scope: the whole of its parts, and what is marked of those so meant', async () => {
  const registers = [...new Set(THINGS.map(([register]) => register))];
  const all = (await Promise.all(registers.map((register) => linesOf(register, 'all')))).flat();
  expect(all).toHaveLength(48);
  expect(new Set(all.flatMap(({ deciders }) => deciders))).toEqual(new Set(['a', 'b', 'c', 'd']));
  await fc.assert(
    fc.asyncProperty(scope, async (seen) => {
      const whole = all.filter((line) => isWithinScope(line, seen));
      const marked = { ...seen, parts: seen.parts.map((one) => ({ ...one, marked: undefined })) };
      const expected = all.filter(
        (line) => whole.includes(line) || (line.state !== 'open' && isWithinScope(line, marked)),
      );
      const keys = expected.map(({ key }) => key).sort();
      const listed = (await Promise.all(registers.map((register) => linesOf(register, seen)))).flat();
      expect(listed.map(({ key }) => key).sort()).toEqual(keys);
      const counts = await store.registers.counts(seen, asked.asOf);
      expect(counts.reduce((sum, { lines }) => sum + lines, 0)).toBe(keys.length);
      const [one] = all.filter(({ key }) => !keys.includes(key));
      if (one !== undefined) expect(await store.registers.line(one, seen, asked.asOf)).toBeNull();
    }),
    { numRuns: 40 },
  );
});
