import { describe, expect, it } from 'vitest';
import {
  deadlineOf,
  isoOf,
  type Limit,
  msFromIso,
  openCalendar,
  overdueByOf,
  remainingOf,
  type Term,
  warnAtMs,
} from './index.ts';
import { composeCalendar, releases } from './tables.ts';

const cal = openCalendar(
  composeCalendar(releases, { calendarId: 'cn', parents: [], from: '2025-01-01', to: '2028-12-31' }),
);
const at = (text: string): number => msFromIso(`${text}+08:00`)!;
const term = (limit: Limit, extra: Partial<Term> = {}): Term => ({
  startMs: at('2026-11-23T10:00:00'),
  limit,
  extensions: [],
  pauses: [],
  ...extra,
});
const five: Limit = { amount: 5, unit: 'working-day' }; // Mon 23 Nov + 5: Mon 30 Nov 24:00
const pause = (from: string, to: string | null) => [{ fromMs: at(from), toMs: to === null ? null : at(to) }];

describe('what is left, at the instant it is asked', () => {
  it.each([
    ['before the first counted day', term(five), '2026-11-23T10:00:00', { workingDays: 5 }],
    ['today counts until it is over', term(five), '2026-11-24T23:59:59', { workingDays: 5 }],
    ['then it does not', term(five), '2026-11-25T00:00:00', { workingDays: 4 }],
    ['on a rest day', term(five), '2026-11-28T12:00:00', { workingDays: 1 }],
    ['on the last day', term(five), '2026-11-30T23:59:59', { workingDays: 1 }],
    ['at the end', term(five), '2026-12-01T00:00:00', { workingDays: 0 }],
    ['long after', term(five), '2027-06-01T00:00:00', { workingDays: 0 }],
    [
      'after close of business',
      term(five, { closes: { atMinute: 1050 } }),
      '2026-11-30T17:30:00',
      { workingDays: 0 },
    ],
    [
      'paused: what will be left on resumption',
      term(five, { pauses: pause('2026-11-25T12:00:00', null) }),
      '2026-12-20T00:00:00',
      { workingDays: 3 },
    ],
    [
      'paused from 00:00: that day has not been used',
      term(five, { pauses: pause('2026-11-25T00:00:00', null) }),
      '2026-12-20T00:00:00',
      { workingDays: 4 },
    ],
    [
      'resumed',
      term(five, { pauses: pause('2026-11-25T12:00:00', '2026-12-09T12:00:00') }),
      '2026-12-09T13:00:00',
      { workingDays: 3 },
    ],
    ['civil days', term({ amount: 4, unit: 'day' }), '2026-11-25T12:00:00', { days: 3 }],
    [
      'civil days up to an end that was moved',
      term({ amount: 5, unit: 'day' }),
      '2026-11-28T12:00:00',
      { days: 3 },
    ],
    [
      'a fixed date',
      term({ unit: 'date', rule: { kind: 'on', date: '2026-11-30' }, move: 'none' }),
      '2026-11-28T12:00:00',
      { days: 3 },
    ],
    ['whole minutes', term({ amount: 2, unit: 'hour' }), '2026-11-23T10:00:30', { minutes: 119 }],
    [
      'hours that have not begun: all of them',
      term({ amount: 2, unit: 'hour', fromNextHour: true }),
      '2026-11-23T10:30:00',
      { minutes: 120 },
    ],
    [
      'days that have not begun, received on a rest day',
      term(five, { startMs: at('2026-11-21T10:00:00'), startsOnWorkingDay: true }),
      '2026-11-22T10:00:00',
      { workingDays: 5 },
    ],
    [
      'civil days up to an end that holidays have put off',
      term({ amount: 3, unit: 'day', prolongedByHolidays: true }, { startMs: at('2026-09-30T10:00:00') }),
      '2026-10-09T12:00:00',
      { days: 2 },
    ],
    [
      'minutes while paused',
      term({ amount: 2, unit: 'hour' }, { pauses: pause('2026-11-23T10:30:00', null) }),
      '2026-11-24T00:00:00',
      { minutes: 90 },
    ],
  ])('%s', (_says, t, now, left) => {
    expect(remainingOf(cal, t, at(now))).toEqual(left);
  });
});

describe('the warning', () => {
  it.each([
    ['when the last working day begins', term(five), '2026-11-30T00:00:00+08:00'],
    [
      'days: when the last day begins, moved or not',
      term({ amount: 5, unit: 'day' }),
      '2026-11-30T00:00:00+08:00',
    ],
    [
      'hours: when three quarters of the time are used',
      term({ amount: 2, unit: 'hour' }),
      '2026-11-23T11:30:00+08:00',
    ],
    [
      'hours from the next hour: of the time that they run',
      term({ amount: 2, unit: 'hour', fromNextHour: true }),
      '2026-11-23T12:30:00+08:00',
    ],
    [
      'hours: running time, without pauses',
      term({ amount: 2, unit: 'hour' }, { pauses: pause('2026-11-23T10:30:00', '2026-11-23T11:00:00') }),
      '2026-11-23T12:00:00+08:00',
    ],
    [
      'hours after working days: of those hours',
      term({ amount: 1, unit: 'working-day' }, { extensions: [{ amount: 4, unit: 'hour' }] }),
      '2026-11-25T03:00:00+08:00',
    ],
    [
      'a fixed date on a Sunday: two working days before',
      term({ unit: 'date', rule: { kind: 'on', date: '2026-11-29' }, move: 'none' }),
      '2026-11-26T00:00:00+08:00',
    ],
    [
      'a fixed date on a Monday',
      term({ unit: 'date', rule: { kind: 'on', date: '2026-11-30' }, move: 'none' }),
      '2026-11-27T00:00:00+08:00',
    ],
    [
      'never before the start',
      term({ unit: 'date', rule: { kind: 'on', date: '2026-11-23' }, move: 'none' }),
      '2026-11-23T10:00:00+08:00',
    ],
  ])('%s', (_says, t, when) => {
    expect(isoOf(warnAtMs(cal, t, deadlineOf(cal, t)!))).toBe(when);
  });
});

describe('how long overdue', () => {
  const deadline = deadlineOf(cal, term(five))!;
  it.each([
    ['a millisecond before the end', at('2026-12-01T00:00:00') - 1, 0, 0],
    ['at the end: the first working day after it has begun', at('2026-12-01T00:00:00'), 1, 0],
    ['two days and a minute later', at('2026-12-03T00:01:00'), 3, 2 * 1440 + 1],
    ['a weekend adds nothing', at('2026-12-06T12:00:00'), 4, 5 * 1440 + 720],
  ])('%s', (_says, now, workingDays, minutes) => {
    expect(overdueByOf(cal, deadline, now)).toEqual({ workingDays, minutes });
  });

  it('after close of business the day itself is not a working day of delay', () => {
    const closed = deadlineOf(cal, term(five, { closes: { atMinute: 1050 } }))!;
    expect(overdueByOf(cal, closed, at('2026-11-30T18:00:00'))).toEqual({ workingDays: 0, minutes: 30 });
  });
});
