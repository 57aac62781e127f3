import { describe, expect, it } from 'vitest';
import { deadlineOf, isoOf, type Limit, ledgerOf, msFromIso, openCalendar, type Term } from './index.ts';
import { composeCalendar, releases } from './tables.ts';

const cal = openCalendar(
  composeCalendar(releases, { calendarId: 'cn', parents: [], from: '2025-01-01', to: '2028-12-31' }),
);
const at = (text: string): number => msFromIso(`${text}+08:00`)!;
const wd = (amount: number): Limit => ({ amount, unit: 'working-day' });
const days = (amount: number): Limit => ({ amount, unit: 'day' });
const months = (amount: number): Limit => ({ amount, unit: 'month' });
const hours = (amount: number): Limit => ({ amount, unit: 'hour' });
const nextHour = (amount: number): Limit => ({ amount, unit: 'hour', fromNextHour: true });
type DateRule = (Limit & { unit: 'date' })['rule'];
const by = (rule: DateRule, move: 'none' | 'next' | 'previous' = 'none') =>
  ({ unit: 'date', rule, move }) as const satisfies Limit;
/** A date of the period that begins with `datedFrom`. */
const of = (datedFrom: string, ...rule: Parameters<typeof by>): Limit => ({ ...by(...rule), datedFrom });
type Extra = Partial<Omit<Term, 'pauses'>> & { pauses?: [string, string | null][] };
const term = (start: string, limit: Limit, { pauses = [], ...extra }: Extra = {}): Term => ({
  startMs: at(start),
  limit,
  extensions: [],
  pauses: pauses.map(([from, to]) => ({ fromMs: at(from), toMs: to === null ? null : at(to) })),
  ...extra,
});
const endOf = (t: Term): string | null => {
  const deadline = deadlineOf(cal, t);
  const ledger = ledgerOf(cal, t);
  expect(ledger.dueAtMs).toBe(deadline?.dueAtMs ?? null);
  if (deadline) expect(ledger.rows.at(-1)?.date).toBe(deadline.dueDay);
  return deadline && isoOf(deadline.dueAtMs).slice(0, 16);
};
type Row = [says: string, term: Term, end: string | null];
const at10 = '2026-11-23T10:00:00'; // a Monday
const rows: Row[] = [
  [
    'R1 the start day is not counted, at its first instant either',
    term('2026-11-23T00:00:00', wd(1)),
    '2026-11-25T00:00',
  ],
  ['R1 nor at its last', term('2026-11-23T23:59:59.999', wd(1)), '2026-11-25T00:00'],
  ['R1 a millisecond later is the next day', term('2026-11-24T00:00:00', wd(1)), '2026-11-26T00:00'],
  [
    'R1 a start on a rest day counts from the next working day',
    term('2026-11-21T10:00:00', wd(1)),
    '2026-11-24T00:00',
  ],
  ['R2 before the cut-off hour', term('2026-11-23T16:59:59', wd(1), { cutOffHour: 17 }), '2026-11-25T00:00'],
  [
    'R2 at the cut-off hour: as if received the next day',
    term('2026-11-23T17:00:00', wd(1), { cutOffHour: 17 }),
    '2026-11-26T00:00',
  ],
  [
    'R2 a cut-off on a Friday: Saturday, so nothing is lost',
    term('2026-11-27T18:00:00', wd(1), { cutOffHour: 17 }),
    '2026-12-01T00:00',
  ],
  [
    'R2 no cut-off for limits in hours',
    term('2026-11-23T18:00:00', hours(1), { cutOffHour: 17 }),
    '2026-11-23T19:00',
  ],
  [
    'R2 received on a Saturday, as received: Monday is day 1',
    term('2026-03-07T21:15:00', wd(5)),
    '2026-03-14T00:00',
  ],
  [
    'R2 … as received on the next working day: a working day later',
    term('2026-03-07T21:15:00', wd(5), { startsOnWorkingDay: true }),
    '2026-03-17T00:00',
  ],
  [
    'R2 … on a working day it is received that day',
    term('2026-03-09T21:15:00', wd(5), { startsOnWorkingDay: true }),
    '2026-03-17T00:00',
  ],
  [
    'R2 … on a make-up Saturday too',
    term('2026-02-14T10:00:00', wd(1), { startsOnWorkingDay: true }),
    '2026-02-25T00:00',
  ],
  [
    'R2 … in a holiday: the first working day after it',
    term('2026-10-03T10:00:00', wd(1), { startsOnWorkingDay: true }),
    '2026-10-10T00:00',
  ],
  [
    'R2 … after the cut-off on a Friday',
    term('2026-11-27T18:00:00', wd(1), { cutOffHour: 17, startsOnWorkingDay: true }),
    '2026-12-02T00:00',
  ],
  [
    'R2 … civil days count from it as well',
    term('2026-11-21T10:00:00', days(1), { startsOnWorkingDay: true }),
    '2026-11-25T00:00',
  ],
  [
    'R2 … hours do not',
    term('2026-11-21T10:00:00', hours(1), { startsOnWorkingDay: true }),
    '2026-11-21T11:00',
  ],
  ['R3 close of business', term(at10, wd(1), { closesAtMinute: 1050 }), '2026-11-24T17:30'],
  [
    'R3 no close of business for limits in hours',
    term(at10, hours(24), { closesAtMinute: 1050 }),
    '2026-11-24T10:00',
  ],
  ['R4 working days add up', term(at10, wd(3), { extensions: [wd(2)] }), '2026-12-01T00:00'],
  [
    'R4 days add up, only the final end moves',
    term('2026-11-20T10:00:00', days(1), { extensions: [days(2)] }),
    '2026-11-24T00:00',
  ],
  [
    'R4 a month and a month are two months',
    term('2026-01-31T10:00:00', months(1), { extensions: [months(1)] }),
    '2026-04-01T00:00',
  ],
  [
    'R4 another unit is appended to the original end',
    term(at10, wd(2), { extensions: [days(5)] }),
    '2026-12-01T00:00',
  ],
  [
    'R4 hours after working days run from 24:00',
    term(at10, wd(1), { extensions: [hours(2)] }),
    '2026-11-25T02:00',
  ],
  ['R4 working days after hours', term(at10, hours(2), { extensions: [wd(1)] }), '2026-11-25T00:00'],
  [
    'R5 a pause within a day takes nothing',
    term(at10, wd(2), { pauses: [['2026-11-24T09:00:00', '2026-11-24T17:00:00']] }),
    '2026-11-26T00:00',
  ],
  [
    'R5 a pause from 00:00 takes that day',
    term(at10, wd(2), { pauses: [['2026-11-24T00:00:00', '2026-11-24T17:00:00']] }),
    '2026-11-27T00:00',
  ],
  [
    'R5 a pause from a millisecond later does not',
    term(at10, wd(2), { pauses: [['2026-11-24T00:00:00.001', '2026-11-24T17:00:00']] }),
    '2026-11-26T00:00',
  ],
  [
    'R5 the day a pause ends does not count',
    term(at10, wd(2), { pauses: [['2026-11-24T09:00:00', '2026-11-25T00:00:00.001']] }),
    '2026-11-27T00:00',
  ],
  [
    'R5 a pause that ends at 00:00 gives that day back',
    term(at10, wd(2), { pauses: [['2026-11-24T09:00:00', '2026-11-25T00:00:00']] }),
    '2026-11-26T00:00',
  ],
  [
    'R5 a pause over a weekend takes nothing but what is working',
    term(at10, wd(5), { pauses: [['2026-11-27T09:00:00', '2026-11-30T09:00:00']] }),
    '2026-12-02T00:00',
  ],
  [
    'R5 overlapping pauses take a day once',
    term(at10, wd(2), {
      pauses: [
        ['2026-11-24T00:00:00', '2026-11-25T12:00:00'],
        ['2026-11-25T00:00:00', '2026-11-26T12:00:00'],
      ],
    }),
    '2026-12-01T00:00',
  ],
  [
    'R5 a pause that has ended before the start',
    term(at10, wd(1), { pauses: [['2026-11-01T00:00:00', '2026-11-20T12:00:00']] }),
    '2026-11-25T00:00',
  ],
  [
    'R5 a pause after the end changes nothing',
    term(at10, wd(1), { pauses: [['2026-11-25T00:00:00', '2026-12-25T12:00:00']] }),
    '2026-11-25T00:00',
  ],
  [
    'R5 nor does one that is open',
    term(at10, wd(1), { pauses: [['2026-11-25T00:00:00', null]] }),
    '2026-11-25T00:00',
  ],
  ['R5 an open pause has no deadline', term(at10, wd(2), { pauses: [['2026-11-24T12:00:00', null]] }), null],
  [
    'R5 an open pause on the last day has none either',
    term(at10, wd(1), { pauses: [['2026-11-24T23:59:00', null]] }),
    null,
  ],
  [
    'R5 a pause on the last day: finished on the day of resumption',
    term(at10, wd(1), { pauses: [['2026-11-24T12:00:00', '2026-12-02T12:00:00']] }),
    '2026-12-03T00:00',
  ],
  [
    'R5 … or the working day after it',
    term(at10, wd(1), { pauses: [['2026-11-24T12:00:00', '2026-11-28T12:00:00']] }),
    '2026-12-01T00:00',
  ],
  [
    'R5 … or the day after when the office has closed',
    term(at10, wd(1), { closesAtMinute: 1050, pauses: [['2026-11-24T12:00:00', '2026-11-25T17:30:00']] }),
    '2026-11-26T17:30',
  ],
  [
    'R5 a pause after close of business on the last day comes too late',
    term(at10, wd(1), { closesAtMinute: 1050, pauses: [['2026-11-24T17:30:00', '2026-12-02T12:00:00']] }),
    '2026-11-24T17:30',
  ],
  ['R8 an end on a Friday stays', term('2026-11-24T10:00:00', days(3)), '2026-11-28T00:00'],
  ['R8 an end on a Saturday moves to Monday', term('2026-11-24T10:00:00', days(4)), '2026-12-01T00:00'],
  ['R8 an end in a holiday moves past it', term('2026-09-20T10:00:00', days(11)), '2026-10-09T00:00'],
  ['R8 an end on the last day off', term('2026-09-27T10:00:00', days(10)), '2026-10-09T00:00'],
  ['R9 month end, moved off a Sunday', term('2026-01-31T10:00:00', months(4)), '2026-06-02T00:00'],
  [
    'R9 a pause in a limit of months excludes its days',
    term('2026-03-02T10:00:00', months(1), { pauses: [['2026-03-05T12:00:00', '2026-03-10T12:00:00']] }),
    '2026-04-08T00:00',
  ],
  [
    'R10 hours run through the night and the weekend',
    term('2026-11-27T22:00:00', hours(4)),
    '2026-11-28T02:00',
  ],
  [
    'R10 a pause takes its exact time',
    term(at10, hours(4), { pauses: [['2026-11-23T11:00:00', '2026-11-23T11:45:00']] }),
    '2026-11-23T14:45',
  ],
  [
    'R10 touching pauses are one',
    term(at10, hours(1), {
      pauses: [
        ['2026-11-23T10:30:00', '2026-11-23T11:00:00'],
        ['2026-11-23T11:00:00', '2026-11-23T12:00:00'],
      ],
    }),
    '2026-11-23T12:30',
  ],
  [
    'R10 a pause that begins at the end is none',
    term(at10, hours(1), { pauses: [['2026-11-23T11:00:00', null]] }),
    '2026-11-23T11:00',
  ],
  [
    'R10 from the next hour: the hour of the start is not counted',
    term('2026-11-27T10:20:00', nextHour(48)),
    '2026-11-29T11:00',
  ],
  ['R10 … at its first instant either', term('2026-11-27T10:00:00', nextHour(48)), '2026-11-29T11:00'],
  ['R10 … nor at its last', term('2026-11-27T10:59:59.999', nextHour(48)), '2026-11-29T11:00'],
  ['R10 … over midnight', term('2026-11-27T23:30:00', nextHour(1)), '2026-11-28T01:00'],
  [
    'R10 … a pause within that hour takes nothing',
    term(at10, nextHour(2), { pauses: [['2026-11-23T10:10:00', '2026-11-23T11:00:00']] }),
    '2026-11-23T13:00',
  ],
  [
    'R10 … a pause over its end takes what was counted',
    term(at10, nextHour(2), { pauses: [['2026-11-23T10:10:00', '2026-11-23T11:15:00']] }),
    '2026-11-23T13:15',
  ],
  [
    'R10 … more hours are appended to the end',
    term(at10, nextHour(2), { extensions: [hours(1)] }),
    '2026-11-23T14:00',
  ],
  [
    'R10 … not set: from the instant',
    term('2026-11-23T10:20:00', { amount: 48, unit: 'hour', fromNextHour: false }),
    '2026-11-25T10:20',
  ],
  [
    'R11 by the 25th, on the 25th',
    term('2026-11-25T10:00:00', by({ kind: 'day-of-month', day: 25 })),
    '2026-11-26T00:00',
  ],
  [
    'R11 by the 25th, on the 26th: next month',
    term('2026-11-26T10:00:00', by({ kind: 'day-of-month', day: 25 })),
    '2026-12-26T00:00',
  ],
  [
    'R11 the 31st of a month that has 30 days',
    term(at10, by({ kind: 'day-of-month', day: 31 })),
    '2026-12-01T00:00',
  ],
  ['R11 end of September', term(at10, by({ kind: 'month-end', month: 9 })), '2027-10-01T00:00'],
  [
    'R11 end of January on its last day',
    term('2027-01-31T23:00:00', by({ kind: 'month-end', month: 1 })),
    '2027-02-01T00:00',
  ],
  [
    'R11 first ten days of the quarter, within',
    term('2026-10-10T10:00:00', by({ kind: 'quarter-first-ten-days' })),
    '2026-10-11T00:00',
  ],
  [
    'R11 first ten days of the quarter, after',
    term('2026-10-11T10:00:00', by({ kind: 'quarter-first-ten-days' })),
    '2027-01-11T00:00',
  ],
  [
    'R11 a fixed date on a Sunday, not moved',
    term(at10, by({ kind: 'on', date: '2026-11-29' })),
    '2026-11-30T00:00',
  ],
  [
    'R11 … to the next working day',
    term(at10, by({ kind: 'on', date: '2026-11-29' }, 'next')),
    '2026-12-01T00:00',
  ],
  [
    'R11 … to the previous one',
    term(at10, by({ kind: 'on', date: '2026-11-29' }, 'previous')),
    '2026-11-28T00:00',
  ],
  [
    'R11 a pause does not move a fixed date',
    term(at10, by({ kind: 'on', date: '2026-11-27' }), {
      pauses: [['2026-11-24T10:00:00', '2026-12-10T10:00:00']],
    }),
    '2026-11-28T00:00',
  ],
  [
    'R11 touching pauses are one here too: paused before the date, still paused, no deadline',
    term(at10, by({ kind: 'on', date: '2026-11-27' }), {
      pauses: [
        ['2026-11-24T10:00:00', '2026-11-28T00:00:00'],
        ['2026-11-28T00:00:00', null],
      ],
    }),
    null,
  ],
  ...(['month', 'quarter', 'half-year', 'year'] as const).map(
    (period, i): Row => [
      `R11 the end of the ${period}`,
      term('2026-04-30T23:59:00', by({ kind: 'period-end', of: period })),
      ['2026-05-01T00:00', '2026-07-01T00:00', '2026-07-01T00:00', '2027-01-01T00:00'][i]!,
    ],
  ),
  [
    'R11 the date of its period, on the last day',
    term('2026-09-30T23:59:00', of('2026-01-01', { kind: 'month-end', month: 9 })),
    '2026-10-01T00:00',
  ],
  [
    'R11 the date of its period, begun the day after: past, not next year',
    term('2026-10-01T00:00:00', of('2026-01-01', { kind: 'month-end', month: 9 })),
    '2026-10-01T00:00',
  ],
  [
    'R11 the date of a period that is yet to come',
    term('2026-08-01T00:00:00', of('2027-01-01', { kind: 'month-end', month: 9 })),
    '2027-10-01T00:00',
  ],
  [
    'R12 a date of its period, prolonged by the holidays that the period has from its first day',
    term('2026-10-12T09:00:00', {
      ...of('2026-10-01', { kind: 'day-of-month', day: 15 }, 'next'),
      prolongedByHolidays: true,
    } as Limit),
    '2026-10-27T00:00',
  ],
  [
    'R11 extended to another date',
    term(at10, by({ kind: 'day-of-month', day: 25 }), {
      extensions: [by({ kind: 'day-of-month', day: 25 })],
    }),
    '2026-12-26T00:00',
  ],
];

describe('both sides of every boundary', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });

  it.each([
    ['no amount', wd(0)],
    ['a negative amount', days(-1)],
    ['half a working day', wd(0.5)],
    ['a month that does not exist', by({ kind: 'month-end', month: 13 })],
    ['a date that does not exist', by({ kind: 'on', date: '2026-02-30' })],
    ['a period that does not exist', by({ kind: 'period-end', of: 'week' } as unknown as DateRule)],
    ['a fixed date of a period', { ...by({ kind: 'on', date: '2026-11-27' }), datedFrom: '2026-11-01' }],
    ['a period from a day that does not exist', of('2026-02-30', { kind: 'month-end', month: 9 })],
    ['days of a period', { amount: 3, unit: 'day', datedFrom: '2026-11-01' } as unknown as Limit],
    ['a unit that does not exist', { amount: 1, unit: 'week' } as unknown as Limit],
    ['minutes from the next hour', { amount: 30, unit: 'minute', fromNextHour: true } as unknown as Limit],
    ['days from the next hour', { amount: 3, unit: 'day', fromNextHour: true } as unknown as Limit],
  ])('%s is a programming error', (_says, limit) => {
    expect(() => deadlineOf(cal, term(at10, limit))).toThrow(RangeError);
  });

  it('an extension that would begin with an hour of its own is a programming error', () => {
    expect(() => endOf(term(at10, hours(2), { extensions: [nextHour(1)] }))).toThrow(RangeError);
  });

  it('an extension that would belong to a period of its own is a programming error', () => {
    const extension = of('2026-01-01', { kind: 'month-end', month: 9 });
    expect(() => endOf(term(at10, hours(2), { extensions: [extension] }))).toThrow(RangeError);
  });

  it('a pause that ends before it begins is a programming error', () => {
    expect(() =>
      endOf(term(at10, wd(1), { pauses: [['2026-11-24T12:00:00', '2026-11-24T11:00:00']] })),
    ).toThrow(RangeError);
  });
});
