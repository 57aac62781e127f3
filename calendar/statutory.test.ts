import { LunarDay, SolarTerm } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { textOfDay } from './days.ts';
import { FIRST_YEAR, festivalsOf, grantedDaysOf, LAST_YEAR, statutoryDaysOf } from './statutory.ts';

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
const two = (n: number): string => String(n).padStart(2, '0');
type Solar = { getYear(): number; getMonth(): number; getDay(): number };
const text = (day: Solar): string => `${day.getYear()}-${two(day.getMonth())}-${two(day.getDay())}`;

describe('statutory days', () => {
  it.each(years)('%i: the lunar festivals are where a second computation has them', (year) => {
    const first = (name: string) => textOfDay(festivalsOf(year).find((f) => f.name === name)!.first);
    const eve = year >= 2025 || (year >= 2008 && year <= 2013);
    const newYear = LunarDay.fromYmd(year, 1, 1);
    expect(first('春节')).toBe(text((eve ? newYear.next(-1) : newYear).getSolarDay()));
    if (year < 2008) return;
    expect(first('清明节')).toBe(text(SolarTerm.fromIndex(year, 7).getJulianDay().getSolarDay()));
    expect(first('端午节')).toBe(text(LunarDay.fromYmd(year, 5, 5).getSolarDay()));
    expect(first('中秋节')).toBe(text(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
  });

  it('are 10, 11, 11 and 13 by the editions of the Measures', () => {
    expect([2007, 2008, 2014, 2024, 2025, 2035].map(grantedDaysOf)).toEqual([10, 11, 11, 11, 13, 13]);
  });

  it('two festivals on one day are one day off with two names', () => {
    const names = [...statutoryDaysOf(2031)].map(([day, name]) => [textOfDay(day), name]);
    expect(names).toContainEqual(['2031-10-01', '中秋节、国庆节']);
    expect(statutoryDaysOf(2031).size).toBe(12);
  });

  it('2025 as known before the decree of 10 November 2024 had 11', () => {
    const known = (on: string) => festivalsOf(2025, on).reduce((n, f) => n + f.last - f.first + 1, 0);
    expect([known('2024-11-09'), known('2024-11-10')]).toEqual([11, 13]);
  });

  it('a year without data is an error, not a guess', () => {
    expect(() => festivalsOf(2036)).toThrow(RangeError);
    expect(() => festivalsOf(2006)).toThrow(RangeError);
  });
});
