import { describe, expect, it } from 'vitest';
import { packBits, unpackBits } from './bits.ts';
import { dayFromText, textOfDay } from './days.ts';
import { composeCalendar, releases, sliceOf } from './tables.ts';
import { addWorkingDays, isWorking, kindOf, openCalendar, workingDaysBetween } from './work-calendar.ts';

const compact = composeCalendar(releases, {
  calendarId: 'cn',
  parents: [],
  from: '2025-01-01',
  to: '2028-12-31',
});
const cal = openCalendar(compact);
const d = dayFromText;

describe('a calendar travels as a few hundred bytes of plain JSON', () => {
  it('four years take less than 1.2 kB and survive JSON', () => {
    expect(JSON.stringify(compact).length).toBeLessThan(1200);
    expect(openCalendar(JSON.parse(JSON.stringify(compact)))).toBe(cal);
  });

  it.each([0, 1, 7, 8, 9, 23, 24, 25, 1461])('a bitmap of %i days comes back as it was', (n) => {
    const bits = Array.from({ length: n }, (_, i) => (i * 7919) % 3 === 0);
    expect(unpackBits(packBits(bits), n)).toEqual(bits);
    const bytes = new Uint8Array(Math.ceil(n / 8));
    bits.forEach((on, i) => {
      if (on) bytes[i >> 3]! |= 1 << (i & 7);
    });
    expect(packBits(bits)).toBe(Buffer.from(bytes).toString('base64'));
  });

  it('is not opened from text that is no bitmap of its days', () => {
    expect(() => openCalendar({ ...compact, working: 'AAAA' })).toThrow(RangeError);
    expect(() => openCalendar({ ...compact, working: compact.working.replace(/^./, '?') })).toThrow(
      RangeError,
    );
    expect(() => openCalendar({ ...compact, dayCount: 0 })).toThrow(RangeError);
  });

  it('another content under the same id and version is another calendar', () => {
    const other = openCalendar({ ...compact, working: compact.earliest });
    expect(other).not.toBe(cal);
    expect(openCalendar(compact)).toBe(cal);
  });

  it('a slice answers as the whole does, and knows as much', () => {
    const slice = openCalendar(sliceOf(compact, '2026-02-01', '2027-03-31'));
    for (let day = slice.firstDay; day <= slice.lastDay; day++) {
      expect(kindOf(slice, day)).toBe(kindOf(cal, day));
      expect(isWorking(slice, day, 'earliest')).toBe(isWorking(cal, day, 'earliest'));
    }
    expect(textOfDay(slice.knownThrough)).toBe('2026-12-31');
    expect(sliceOf(compact, '2027-02-01', '2027-03-31').knownThrough).toBe('2027-01-31');
    expect(sliceOf(compact, '2026-02-01', '2026-03-31').knownThrough).toBe('2026-03-31');
    expect(() => sliceOf(compact, '2024-12-31', '2026-01-01')).toThrow(RangeError);
  });
});

describe('counting', () => {
  it('0 is the day itself; n and -n are inverse from a working day', () => {
    const saturday = d('2026-11-21');
    expect(addWorkingDays(cal, saturday, 0)).toBe(saturday);
    expect(textOfDay(addWorkingDays(cal, saturday, 1))).toBe('2026-11-23');
    expect(textOfDay(addWorkingDays(cal, saturday, -1))).toBe('2026-11-20');
    for (let day = d('2026-01-05'); day < d('2026-12-01'); day++)
      if (isWorking(cal, day))
        for (const n of [1, 5, 20]) expect(addWorkingDays(cal, addWorkingDays(cal, day, n), -n)).toBe(day);
  });

  it('working days between: after a, up to and with b; negative backwards', () => {
    expect(workingDaysBetween(cal, d('2026-02-13'), d('2026-02-28'))).toBe(6);
    expect(workingDaysBetween(cal, d('2026-02-28'), d('2026-02-13'))).toBe(-6);
    expect(workingDaysBetween(cal, d('2025-12-31'), d('2026-12-31'))).toBe(248);
    expect(workingDaysBetween(cal, d('2024-12-31'), d('2025-12-31'))).toBe(248);
  });

  it('a day after the last notice is unknown; a day outside the calendar is an error, never a guess', () => {
    expect(kindOf(cal, d('2026-12-31'))).toBe('working');
    expect(kindOf(cal, d('2027-01-01'))).toBe('unknown');
    expect(isWorking(cal, d('2027-01-01'))).toBe(false);
    expect(() => kindOf(cal, d('2024-12-31'))).toThrow(RangeError);
    expect(() => kindOf(cal, d('2029-01-01'))).toThrow(RangeError);
    expect(() => addWorkingDays(cal, d('2028-12-29'), 10)).toThrow(RangeError);
    expect(() => addWorkingDays(cal, d('2025-01-02'), -2)).toThrow(RangeError);
    expect(() => addWorkingDays(cal, d('2025-01-02'), 1.5)).toThrow(RangeError);
  });
});
