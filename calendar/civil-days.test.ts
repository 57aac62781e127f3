import { describe, expect, it } from 'vitest';
import { days, endOf, months, type Row, term } from '../test/support/terms.ts';

const rows: Row[] = [
  ['an end on a Friday stays', term('2026-11-24T10:00:00', days(3)), '2026-11-28T00:00'],
  ['an end on a Saturday moves to Monday', term('2026-11-24T10:00:00', days(4)), '2026-12-01T00:00'],
  ['an end in a holiday moves past it', term('2026-09-20T10:00:00', days(11)), '2026-10-09T00:00'],
  ['an end on the last day off', term('2026-09-27T10:00:00', days(10)), '2026-10-09T00:00'],
  ['month end, moved off a Sunday', term('2026-01-31T10:00:00', months(4)), '2026-06-02T00:00'],
  [
    'a pause in a limit of months excludes its days',
    term('2026-03-02T10:00:00', months(1), { pauses: [['2026-03-05T12:00:00', '2026-03-10T12:00:00']] }),
    '2026-04-08T00:00',
  ],
];

describe('limits in civil days and months (R8, R9)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });
});
