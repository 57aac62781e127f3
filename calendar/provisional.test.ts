import { describe, expect, it } from 'vitest';
import { deadlineOf, type Limit, ledgerOf, msFromIso, openCalendar, type Term } from './index.ts';
import { composeCalendar, releases } from './tables.ts';

const cal = openCalendar(
  composeCalendar(releases, { calendarId: 'cn', parents: [], from: '2025-01-01', to: '2028-12-31' }),
);
const at10 = '2026-11-23T10:00:00';
const wd = (amount: number): Limit => ({ amount, unit: 'working-day' });
const days = (amount: number): Limit => ({ amount, unit: 'day' });
const hours = (amount: number): Limit => ({ amount, unit: 'hour' });
const by = (
  rule: (Limit & { unit: 'date' })['rule'],
  move: 'none' | 'next' | 'previous' = 'none',
): Limit => ({ unit: 'date', rule, move });
const term = (start: string, limit: Limit): Term => ({
  startMs: msFromIso(`${start}+08:00`)!,
  limit,
  extensions: [],
  pauses: [],
});

describe('a deadline is provisional exactly when it rests on an unpublished day (R15)', () => {
  it.each([
    ['the last known day', term('2026-12-24T10:00:00', wd(5)), false],
    ['one day more', term('2026-12-24T10:00:00', wd(6)), true],
    ['hours rest on no calendar', term('2026-12-31T23:00:00', hours(2)), false],
    ['a fixed date without a move rests on none', term(at10, by({ kind: 'month-end', month: 1 })), false],
    ['a fixed date with a move does', term(at10, by({ kind: 'month-end', month: 1 }, 'next')), true],
    [
      'also when it moves back into the known year',
      term(at10, by({ kind: 'on', date: '2027-01-01' }, 'previous')),
      true,
    ],
    ['20 working days from 3 December', term('2026-12-03T10:00:00', wd(20)), false],
    ['20 working days from 4 December', term('2026-12-04T10:00:00', wd(20)), true],
    ['days that end in it', term('2026-12-24T10:00:00', days(30)), true],
  ])('%s', (_says, t, provisional) => {
    const deadline = deadlineOf(cal, t)!;
    expect(deadline.provisional).toBe(provisional);
    expect(ledgerOf(cal, t).provisional).toBe(provisional);
    if (!provisional)
      expect([deadline.earliestAtMs, deadline.latestAtMs]).toEqual([deadline.dueAtMs, deadline.dueAtMs]);
  });
});
