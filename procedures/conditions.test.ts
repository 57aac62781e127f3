import { expect, it } from 'vitest';
import { holds } from './conditions.ts';
import type { Fact } from './schema.ts';

it.each<[period: Fact | undefined, isDecember: boolean]>([
  ['2026-12', true],
  ['2027-12', true],
  ['2026-11', false],
  ['2026-Q4', false],
  ['2026', false],
  [undefined, false],
])('the period %s is a December: %s', (period, isDecember) => {
  const facts: Record<string, Fact> = period === undefined ? {} : { period };
  expect(holds({ month: 12, of: 'period' }, { facts, results: {} })).toBe(isDecember);
});
