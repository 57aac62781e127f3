import { describe, expect, it } from 'vitest';
import { days, endOf, hours, type Row, term, wd } from '../test/support/terms.ts';

const rows: Row[] = [
  [
    'the start day is not counted, at its first instant either',
    term('2026-11-23T00:00:00', wd(1)),
    '2026-11-25T00:00',
  ],
  ['nor at its last', term('2026-11-23T23:59:59.999', wd(1)), '2026-11-25T00:00'],
  ['a millisecond later is the next day', term('2026-11-24T00:00:00', wd(1)), '2026-11-26T00:00'],
  [
    'a start on a rest day counts from the next working day',
    term('2026-11-21T10:00:00', wd(1)),
    '2026-11-24T00:00',
  ],
  [
    'before the cut-off hour',
    term('2026-11-23T16:59:59', wd(1), { cutOff: { atMinute: 1020 } }),
    '2026-11-25T00:00',
  ],
  [
    'at the cut-off hour: as if received the next day',
    term('2026-11-23T17:00:00', wd(1), { cutOff: { atMinute: 1020 } }),
    '2026-11-26T00:00',
  ],
  [
    'a cut-off on a Friday: Saturday, so nothing is lost',
    term('2026-11-27T18:00:00', wd(1), { cutOff: { atMinute: 1020 } }),
    '2026-12-01T00:00',
  ],
  [
    'no cut-off for limits in hours',
    term('2026-11-23T18:00:00', hours(1), { cutOff: { atMinute: 1020 } }),
    '2026-11-23T19:00',
  ],
  [
    'received on a Saturday, as received: Monday is day 1',
    term('2026-03-07T21:15:00', wd(5)),
    '2026-03-14T00:00',
  ],
  [
    '… as received on the next working day: a working day later',
    term('2026-03-07T21:15:00', wd(5), { startsOnWorkingDay: true }),
    '2026-03-17T00:00',
  ],
  [
    '… on a working day it is received that day',
    term('2026-03-09T21:15:00', wd(5), { startsOnWorkingDay: true }),
    '2026-03-17T00:00',
  ],
  [
    '… on a make-up Saturday too',
    term('2026-02-14T10:00:00', wd(1), { startsOnWorkingDay: true }),
    '2026-02-25T00:00',
  ],
  [
    '… in a holiday: the first working day after it',
    term('2026-10-03T10:00:00', wd(1), { startsOnWorkingDay: true }),
    '2026-10-10T00:00',
  ],
  [
    '… after the cut-off on a Friday',
    term('2026-11-27T18:00:00', wd(1), { cutOff: { atMinute: 1020 }, startsOnWorkingDay: true }),
    '2026-12-02T00:00',
  ],
  [
    '… civil days count from it as well',
    term('2026-11-21T10:00:00', days(1), { startsOnWorkingDay: true }),
    '2026-11-25T00:00',
  ],
  ['… hours do not', term('2026-11-21T10:00:00', hours(1), { startsOnWorkingDay: true }), '2026-11-21T11:00'],
];

describe('from when a limit is counted (R1, R2)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });
});
