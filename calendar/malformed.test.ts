import { describe, expect, it } from 'vitest';
import {
  at10,
  by,
  type DateRule,
  days,
  endOf,
  hours,
  nextHour,
  of,
  term,
  wd,
} from '../test/support/terms.ts';
import type { Limit } from './index.ts';

describe('a term that means nothing is a programming error', () => {
  it.each([
    ['no amount', wd(0)],
    ['a negative amount', days(-1)],
    ['half a working day', wd(0.5)],
    ['a month that does not exist', by({ kind: 'month-end', month: 13 })],
    ['a date that does not exist', by({ kind: 'on', date: '2026-02-30' })],
    ['a period that does not exist', by({ kind: 'period-end', of: 'week' } as unknown as DateRule)],
    ['a fixed date of a period', of('2026-11-01', { kind: 'on', date: '2026-11-27' })],
    ['a period from a day that does not exist', of('2026-02-30', { kind: 'month-end', month: 9 })],
    ['days of a period', { amount: 3, unit: 'day', datedFrom: '2026-11-01' } as unknown as Limit],
    ['a unit that does not exist', { amount: 1, unit: 'week' } as unknown as Limit],
    ['minutes from the next hour', { amount: 30, unit: 'minute', fromNextHour: true } as unknown as Limit],
    ['days from the next hour', { amount: 3, unit: 'day', fromNextHour: true } as unknown as Limit],
  ])('%s', (_says, limit) => {
    expect(() => endOf(term(at10, limit))).toThrow(RangeError);
  });

  it('an extension that would begin with an hour of its own', () => {
    expect(() => endOf(term(at10, hours(2), { extensions: [nextHour(1)] }))).toThrow(RangeError);
  });

  it('an extension that would belong to a period of its own', () => {
    const extension = of('2026-01-01', { kind: 'month-end', month: 9 });
    expect(() => endOf(term(at10, hours(2), { extensions: [extension] }))).toThrow(RangeError);
  });

  it('a pause that ends before it begins', () => {
    expect(() =>
      endOf(term(at10, wd(1), { pauses: [['2026-11-24T12:00:00', '2026-11-24T11:00:00']] })),
    ).toThrow(RangeError);
  });
});
