import { describe, expect, it } from 'vitest';
import { at10, days, endOf, hours, months, type Row, term, wd } from '../test/support/terms.ts';

const rows: Row[] = [
  ['working days add up', term(at10, wd(3), { extensions: [wd(2)] }), '2026-12-01T00:00'],
  [
    'days add up, only the final end moves',
    term('2026-11-20T10:00:00', days(1), { extensions: [days(2)] }),
    '2026-11-24T00:00',
  ],
  [
    'a month and a month are two months',
    term('2026-01-31T10:00:00', months(1), { extensions: [months(1)] }),
    '2026-04-01T00:00',
  ],
  [
    'another unit is appended to the original end',
    term(at10, wd(2), { extensions: [days(5)] }),
    '2026-12-01T00:00',
  ],
  [
    'hours after working days run from 24:00',
    term(at10, wd(1), { extensions: [hours(2)] }),
    '2026-11-25T02:00',
  ],
  ['working days after hours', term(at10, hours(2), { extensions: [wd(1)] }), '2026-11-25T00:00'],
];

describe('what is appended to a limit (R4)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });
});
