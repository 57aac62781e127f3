import { describe, expect, it } from 'vitest';
import { isoOf } from '../calendar/index.ts';
import { cite } from '../procedures/regulations.ts';
import type { Recurrence } from '../procedures/schema.ts';
import { at } from '../test/support/pure-case.ts';
import { currentTurn, nextTurn, openingDays, turnsBetween } from './recurrence.ts';

const duty = (every: Recurrence['every'], opensOn?: Recurrence['opensOn']): Recurrence => ({
  ...{ every, holders: 'security-lead', kind: 'target', basis: cite('LZ-D', '第三十五条') },
  ...(opensOn === undefined ? {} : { opensOn }),
});
const opened = (recurrence: Recurrence, from: string, until: string): string[] =>
  turnsBetween(recurrence, at(from), at(until)).map(
    ({ period, opensAtMs }) => `${period} ${isoOf(opensAtMs).slice(0, 16)}`,
  );

describe('the turns of a duty', () => {
  it.each([
    ['month', undefined, 12, '2026-01 2026-01-01T00:00', '2026-12 2026-12-01T00:00'],
    ['month', { day: 25 }, 12, '2026-01 2026-01-25T00:00', '2026-12 2026-12-25T00:00'],
    ['quarter', undefined, 4, '2026-Q1 2026-01-01T00:00', '2026-Q4 2026-10-01T00:00'],
    ['quarter', { month: 3, day: 1 }, 4, '2026-Q1 2026-03-01T00:00', '2026-Q4 2026-12-01T00:00'],
    ['half-year', { month: 6, day: 1 }, 2, '2026-H1 2026-06-01T00:00', '2026-H2 2026-12-01T00:00'],
    ['year', { month: 9, day: 1 }, 1, '2026 2026-09-01T00:00', '2026 2026-09-01T00:00'],
  ] as const)('every %s, opening on %j: %i in a year', (every, opensOn, count, first, last) => {
    const turns = opened(duty(every, opensOn), '2025-12-31T23:59', '2026-12-31T23:59');
    expect(turns).toHaveLength(count);
    expect([turns[0], turns.at(-1)]).toEqual([first, last]);
  });

  it('one that opens at the very end of a stretch is in it and not in the next', () => {
    expect(opened(duty('month'), '2026-11-30T23:59', '2026-12-01T00:00')).toEqual([
      '2026-12 2026-12-01T00:00',
    ]);
    expect(opened(duty('month'), '2026-12-01T00:00', '2026-12-31T23:59')).toEqual([]);
  });

  it('of the period that holds an instant may still be to come', () => {
    const quarterly = duty('quarter', { month: 3, day: 1 });
    expect(currentTurn(quarterly, at('2026-11-23T09:00'))).toEqual({
      period: '2026-Q4',
      opensAtMs: at('2026-12-01T00:00'),
    });
    expect(nextTurn(quarterly, at('2026-12-01T00:00')).period).toBe('2027-Q1');
    expect(currentTurn(duty('year'), at('2026-12-31T23:59')).period).toBe('2026');
    expect(currentTurn(duty('year'), at('2027-01-01T00:00')).period).toBe('2027');
  });

  it('are told to a scheduler as months and a day', () => {
    expect(openingDays(duty('half-year', { month: 6, day: 1 }))).toEqual({ months: [6, 12], day: 1 });
    expect(openingDays(duty('month', { day: 25 }))).toMatchObject({ day: 25 });
  });
});
