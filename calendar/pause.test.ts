import { describe, expect, it } from 'vitest';
import { at10, endOf, type Row, term, wd } from '../test/support/terms.ts';

const rows: Row[] = [
  [
    'a pause within a day takes nothing',
    term(at10, wd(2), { pauses: [['2026-11-24T09:00:00', '2026-11-24T17:00:00']] }),
    '2026-11-26T00:00',
  ],
  [
    'a pause from 00:00 takes that day',
    term(at10, wd(2), { pauses: [['2026-11-24T00:00:00', '2026-11-24T17:00:00']] }),
    '2026-11-27T00:00',
  ],
  [
    'a pause from a millisecond later does not',
    term(at10, wd(2), { pauses: [['2026-11-24T00:00:00.001', '2026-11-24T17:00:00']] }),
    '2026-11-26T00:00',
  ],
  [
    'the day a pause ends does not count',
    term(at10, wd(2), { pauses: [['2026-11-24T09:00:00', '2026-11-25T00:00:00.001']] }),
    '2026-11-27T00:00',
  ],
  [
    'a pause that ends at 00:00 gives that day back',
    term(at10, wd(2), { pauses: [['2026-11-24T09:00:00', '2026-11-25T00:00:00']] }),
    '2026-11-26T00:00',
  ],
  [
    'a pause over a weekend takes nothing but what is working',
    term(at10, wd(5), { pauses: [['2026-11-27T09:00:00', '2026-11-30T09:00:00']] }),
    '2026-12-02T00:00',
  ],
  [
    'overlapping pauses take a day once',
    term(at10, wd(2), {
      pauses: [
        ['2026-11-24T00:00:00', '2026-11-25T12:00:00'],
        ['2026-11-25T00:00:00', '2026-11-26T12:00:00'],
      ],
    }),
    '2026-12-01T00:00',
  ],
  [
    'a pause that has ended before the start',
    term(at10, wd(1), { pauses: [['2026-11-01T00:00:00', '2026-11-20T12:00:00']] }),
    '2026-11-25T00:00',
  ],
  [
    'a pause after the end changes nothing',
    term(at10, wd(1), { pauses: [['2026-11-25T00:00:00', '2026-12-25T12:00:00']] }),
    '2026-11-25T00:00',
  ],
  [
    'nor does one that is open',
    term(at10, wd(1), { pauses: [['2026-11-25T00:00:00', null]] }),
    '2026-11-25T00:00',
  ],
  ['an open pause has no deadline', term(at10, wd(2), { pauses: [['2026-11-24T12:00:00', null]] }), null],
  [
    'an open pause on the last day has none either',
    term(at10, wd(1), { pauses: [['2026-11-24T23:59:00', null]] }),
    null,
  ],
  [
    'a pause on the last day: finished on the day of resumption',
    term(at10, wd(1), { pauses: [['2026-11-24T12:00:00', '2026-12-02T12:00:00']] }),
    '2026-12-03T00:00',
  ],
  [
    '… or the working day after it',
    term(at10, wd(1), { pauses: [['2026-11-24T12:00:00', '2026-11-28T12:00:00']] }),
    '2026-12-01T00:00',
  ],
  [
    '… or the day after when the office has closed',
    term(at10, wd(1), {
      closes: { atMinute: 1050 },
      pauses: [['2026-11-24T12:00:00', '2026-11-25T17:30:00']],
    }),
    '2026-11-26T17:30',
  ],
  [
    'a pause after close of business on the last day comes too late',
    term(at10, wd(1), {
      closes: { atMinute: 1050 },
      pauses: [['2026-11-24T17:30:00', '2026-12-02T12:00:00']],
    }),
    '2026-11-24T17:30',
  ],
];

describe('what a pause takes from a limit in days (R5)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });
});
