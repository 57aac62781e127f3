import { describe, expect, it } from 'vitest';
import { at10, by, endOf, of, type Row, term } from '../test/support/terms.ts';

const rows: Row[] = [
  [
    'by the 25th, on the 25th',
    term('2026-11-25T10:00:00', by({ kind: 'day-of-month', day: 25 })),
    '2026-11-26T00:00',
  ],
  [
    'by the 25th, on the 26th: next month',
    term('2026-11-26T10:00:00', by({ kind: 'day-of-month', day: 25 })),
    '2026-12-26T00:00',
  ],
  [
    'the 31st of a month that has 30 days',
    term(at10, by({ kind: 'day-of-month', day: 31 })),
    '2026-12-01T00:00',
  ],
  ['end of September', term(at10, by({ kind: 'month-end', month: 9 })), '2027-10-01T00:00'],
  [
    'end of January on its last day',
    term('2027-01-31T23:00:00', by({ kind: 'month-end', month: 1 })),
    '2027-02-01T00:00',
  ],
  [
    'first ten days of the quarter, within',
    term('2026-10-10T10:00:00', by({ kind: 'quarter-first-ten-days' })),
    '2026-10-11T00:00',
  ],
  [
    'first ten days of the quarter, after',
    term('2026-10-11T10:00:00', by({ kind: 'quarter-first-ten-days' })),
    '2027-01-11T00:00',
  ],
  [
    'a fixed date on a Sunday, not moved',
    term(at10, by({ kind: 'on', date: '2026-11-29' })),
    '2026-11-30T00:00',
  ],
  [
    '… to the next working day',
    term(at10, by({ kind: 'on', date: '2026-11-29' }, 'next')),
    '2026-12-01T00:00',
  ],
  [
    '… to the previous one',
    term(at10, by({ kind: 'on', date: '2026-11-29' }, 'previous')),
    '2026-11-28T00:00',
  ],
  [
    'a pause does not move a fixed date',
    term(at10, by({ kind: 'on', date: '2026-11-27' }), {
      pauses: [['2026-11-24T10:00:00', '2026-12-10T10:00:00']],
    }),
    '2026-11-28T00:00',
  ],
  [
    'touching pauses are one here too: paused before the date, still paused, no deadline',
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
      `the end of the ${period}`,
      term('2026-04-30T23:59:00', by({ kind: 'period-end', of: period })),
      ['2026-05-01T00:00', '2026-07-01T00:00', '2026-07-01T00:00', '2027-01-01T00:00'][i]!,
    ],
  ),
  [
    'the date of its period, on the last day',
    term('2026-09-30T23:59:00', of('2026-01-01', { kind: 'month-end', month: 9 })),
    '2026-10-01T00:00',
  ],
  [
    'the date of its period, begun the day after: past, not next year',
    term('2026-10-01T00:00:00', of('2026-01-01', { kind: 'month-end', month: 9 })),
    '2026-10-01T00:00',
  ],
  [
    'the date of a period that is yet to come',
    term('2026-08-01T00:00:00', of('2027-01-01', { kind: 'month-end', month: 9 })),
    '2027-10-01T00:00',
  ],
  [
    'R12: a date of its period, prolonged by the holidays that the period has from its first day',
    term('2026-10-12T09:00:00', {
      ...by({ kind: 'day-of-month', day: 15 }, 'next'),
      ...{ datedFrom: '2026-10-01', prolongedByHolidays: true },
    }),
    '2026-10-27T00:00',
  ],
  [
    'extended to another date',
    term(at10, by({ kind: 'day-of-month', day: 25 }), {
      extensions: [by({ kind: 'day-of-month', day: 25 })],
    }),
    '2026-12-26T00:00',
  ],
];

describe('dates that a document has set (R11)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });
});
