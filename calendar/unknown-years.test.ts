import { describe, expect, it } from 'vitest';
import { dayFromText, textOfDay } from './days.ts';
import { composeCalendar, type Release, releases } from './tables.ts';
import { addWorkingDays, isWorking, openCalendar, workingDaysBetween } from './work-calendar.ts';

const national = releases.filter((r) => r.calendarId === 'cn');
const open = (from: readonly Release[], year: number) =>
  openCalendar(
    composeCalendar(from, {
      calendarId: 'cn',
      parents: [],
      from: `${year - 1}-01-01`,
      to: `${year + 1}-12-31`,
    }),
  );
/** What had been published before the year's notice, without it. */
const withoutYear = (year: number): Release[] => national.filter((r) => r.coverage.to < `${year}-01-01`);
const withoutOneOff2015 = national.filter((r) => r.notice.number !== '国发明电〔2015〕1号');

/** Counts the true deadlines of 1 to 60 working days from every day of a year that fall outside the range. */
const outside = (year: number, truth: readonly Release[]): string[] => {
  const guess = open(withoutYear(year), year);
  const real = open(truth, year);
  const found: string[] = [];
  for (let day = dayFromText(`${year}-01-01`); day <= dayFromText(`${year}-12-31`); day++)
    for (let n = 1; n <= 60; n++) {
      const due = addWorkingDays(real, day, n);
      if (due < addWorkingDays(guess, day, n, 'earliest') || due > addWorkingDays(guess, day, n, 'latest'))
        found.push(`${textOfDay(day)} + ${n}: ${textOfDay(due)}`);
    }
  return found;
};

describe('the range of a year without a notice holds what the notice then ordered', () => {
  it.each([2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025])(
    '%i taken as unknown: every deadline of 1 to 60 working days from every day of it',
    (year) => {
      expect(outside(year, year === 2015 ? withoutOneOff2015 : national)).toEqual([]);
    },
  );

  it('a one-off holiday is outside what can be foreseen: 3 September 2015, and it alone', () => {
    const found = outside(2015, national);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((text) => text >= '2015-06' && text < '2015-09-07')).toBe(true);
  });

  it('is bounded: 20 working days from a day of 2027 are uncertain by 5 working days on average, 17 at most', () => {
    const cal = open(withoutYear(2027), 2027);
    let sum = 0;
    let widest = 0;
    for (let day = dayFromText('2027-01-01'); day <= dayFromText('2027-12-31'); day++) {
      const early = addWorkingDays(cal, day, 20, 'earliest');
      const width = workingDaysBetween(cal, early, addWorkingDays(cal, day, 20, 'latest'));
      sum += width;
      widest = Math.max(widest, width);
    }
    expect(sum / 365).toBeLessThan(5);
    expect(widest).toBeLessThanOrEqual(17);
  });

  it('latest is within likely, likely within earliest, and all three are one in known years', () => {
    const cal = open(national, 2027);
    for (let day = cal.firstDay; day <= cal.lastDay; day++) {
      const [early, likely, late] = (['earliest', 'likely', 'latest'] as const).map((o) =>
        isWorking(cal, day, o),
      );
      if (day <= cal.knownThrough) expect([early, late]).toEqual([likely, likely]);
      expect(Number(late)).toBeLessThanOrEqual(Number(likely));
      expect(Number(likely)).toBeLessThanOrEqual(Number(early));
    }
    expect(textOfDay(cal.knownThrough)).toBe('2026-12-31');
  });
});
