import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayFromText,
  dayOf,
  isoOf,
  msFromIso,
  startOfDayMs,
  textOfDay,
  weekdayOf,
} from './days.ts';

describe('a civil day is the +08:00 date, whatever the process thinks', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11_016, 2],
    ['2026-11-23', 20_780, 1],
    ['2100-03-01', 47_541, 1],
  ])('%s is day %i, weekday %i', (text, day, weekday) => {
    expect(dayFromText(text)).toBe(day);
    expect(textOfDay(day)).toBe(text);
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('every day from 1900 to 2100 goes to text and back and has the weekday of the platform', () => {
    for (let day = dayFromText('1900-01-01'); day <= dayFromText('2100-12-31'); day++) {
      const text = textOfDay(day);
      const there = new Date(`${text}T00:00:00Z`);
      if (dayFromText(text) !== day || there.getTime() !== day * 86_400_000) expect.fail(text);
      if (weekdayOf(day) !== (there.getUTCDay() || 7)) expect.fail(text);
    }
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '',
    ' 2026-01-01',
    '0000-01-01',
  ])('refuses %j', (text) => {
    expect(() => dayFromText(text)).toThrow(RangeError);
  });

  it('the day turns at 00:00 +08:00, not at 00:00 UTC', () => {
    expect(textOfDay(dayOf(Date.UTC(2026, 10, 22, 15, 59, 59, 999)))).toBe('2026-11-22');
    expect(textOfDay(dayOf(Date.UTC(2026, 10, 22, 16)))).toBe('2026-11-23');
    expect(startOfDayMs(dayFromText('2026-11-23'))).toBe(Date.UTC(2026, 10, 22, 16));
    expect(() => dayOf(Number.NaN)).toThrow(RangeError);
  });
});

describe('instants as text', () => {
  it.each([
    ['2026-11-23T09:30:00+08:00', '2026-11-23T09:30:00+08:00'],
    ['2026-11-23T01:30:00Z', '2026-11-23T09:30:00+08:00'],
    ['2026-11-22T20:30:00.120-05:00', '2026-11-23T09:30:00.120+08:00'],
    ['2026-11-23T09:30+08:00', '2026-11-23T09:30:00+08:00'],
    ['1969-12-31T23:59:59.999Z', '1970-01-01T07:59:59.999+08:00'],
  ])('%s is %s', (text, iso) => {
    expect(isoOf(msFromIso(text)!)).toBe(iso);
    expect(msFromIso(text)).toBe(Date.parse(text));
  });

  it.each([
    '2026-11-23T09:30:00',
    '2026-11-23',
    '2026-02-29T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23 09:30:00Z',
    'now',
    '',
  ])('%j is no instant', (text) => {
    expect(msFromIso(text)).toBeNull();
  });
});

describe('a month later is the same day number, else the end of the month (R9)', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 12, '2027-12-15'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(textOfDay(addMonths(dayFromText(from), months))).toBe(to);
  });
});
