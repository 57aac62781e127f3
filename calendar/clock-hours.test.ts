import { describe, expect, it } from 'vitest';
import { at10, endOf, hours, nextHour, type Row, term } from '../test/support/terms.ts';

const rows: Row[] = [
  ['hours run through the night and the weekend', term('2026-11-27T22:00:00', hours(4)), '2026-11-28T02:00'],
  [
    'a pause takes its exact time',
    term(at10, hours(4), { pauses: [['2026-11-23T11:00:00', '2026-11-23T11:45:00']] }),
    '2026-11-23T14:45',
  ],
  [
    'touching pauses are one',
    term(at10, hours(1), {
      pauses: [
        ['2026-11-23T10:30:00', '2026-11-23T11:00:00'],
        ['2026-11-23T11:00:00', '2026-11-23T12:00:00'],
      ],
    }),
    '2026-11-23T12:30',
  ],
  [
    'a pause that begins at the end is none',
    term(at10, hours(1), { pauses: [['2026-11-23T11:00:00', null]] }),
    '2026-11-23T11:00',
  ],
  [
    'from the next hour: the hour of the start is not counted',
    term('2026-11-27T10:20:00', nextHour(48)),
    '2026-11-29T11:00',
  ],
  ['… at its first instant either', term('2026-11-27T10:00:00', nextHour(48)), '2026-11-29T11:00'],
  ['… nor at its last', term('2026-11-27T10:59:59.999', nextHour(48)), '2026-11-29T11:00'],
  ['… over midnight', term('2026-11-27T23:30:00', nextHour(1)), '2026-11-28T01:00'],
  [
    '… a pause within that hour takes nothing',
    term(at10, nextHour(2), { pauses: [['2026-11-23T10:10:00', '2026-11-23T11:00:00']] }),
    '2026-11-23T13:00',
  ],
  [
    '… a pause over its end takes what was counted',
    term(at10, nextHour(2), { pauses: [['2026-11-23T10:10:00', '2026-11-23T11:15:00']] }),
    '2026-11-23T13:15',
  ],
  [
    '… more hours are appended to the end',
    term(at10, nextHour(2), { extensions: [hours(1)] }),
    '2026-11-23T14:00',
  ],
  [
    '… not set: from the instant',
    term('2026-11-23T10:20:00', { amount: 48, unit: 'hour', fromNextHour: false }),
    '2026-11-25T10:20',
  ],
];

describe('limits in hours (R10)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t)).toBe(end);
  });
});
