/** The days off for everyone that the Holiday Measures (全国年节及纪念日放假办法) name, by year. They are all that is known of
 *  a year before its notice appears (R15), and what every notice must contain (import check). */
import { type Day, dayFromText } from './days.ts';

/** Gregorian dates (MM-DD) of lunar new year's day, Qingming, Dragon Boat (5/5) and Mid-Autumn (8/15), from the
 *  conventional lunar calendar of GB/T 33661-2017; compared by a test with a second computation (tyme4ts). */
const LUNAR: Readonly<
  Record<number, readonly [spring: string, qingming: string, boat: string, moon: string]>
> = {
  2007: ['02-18', '04-05', '06-19', '09-25'],
  2008: ['02-07', '04-04', '06-08', '09-14'],
  2009: ['01-26', '04-04', '05-28', '10-03'],
  2010: ['02-14', '04-05', '06-16', '09-22'],
  2011: ['02-03', '04-05', '06-06', '09-12'],
  2012: ['01-23', '04-04', '06-23', '09-30'],
  2013: ['02-10', '04-04', '06-12', '09-19'],
  2014: ['01-31', '04-05', '06-02', '09-08'],
  2015: ['02-19', '04-05', '06-20', '09-27'],
  2016: ['02-08', '04-04', '06-09', '09-15'],
  2017: ['01-28', '04-04', '05-30', '10-04'],
  2018: ['02-16', '04-05', '06-18', '09-24'],
  2019: ['02-05', '04-05', '06-07', '09-13'],
  2020: ['01-25', '04-04', '06-25', '10-01'],
  2021: ['02-12', '04-04', '06-14', '09-21'],
  2022: ['02-01', '04-05', '06-03', '09-10'],
  2023: ['01-22', '04-05', '06-22', '09-29'],
  2024: ['02-10', '04-04', '06-10', '09-17'],
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
};

export const FIRST_YEAR = 2007;
export const LAST_YEAR = 2035;

/** An edition of the Holiday Measures: what it grants, from which year, and when it was published. */
type Edition = {
  decree: string;
  publishedAt: string;
  fromYear: number;
  /** Days of Spring Festival counted from lunar new year's day; -1 = the eve. */
  spring: readonly [first: number, last: number];
  mayDays: number;
  traditional: boolean;
};

const EDITIONS: readonly Edition[] = [
  {
    decree: '国务院令第270号',
    publishedAt: '1999-09-18',
    fromYear: 2000,
    spring: [0, 2],
    mayDays: 3,
    traditional: false,
  },
  {
    decree: '国务院令第513号',
    publishedAt: '2007-12-14',
    fromYear: 2008,
    spring: [-1, 1],
    mayDays: 1,
    traditional: true,
  },
  {
    decree: '国务院令第644号',
    publishedAt: '2013-12-11',
    fromYear: 2014,
    spring: [0, 2],
    mayDays: 1,
    traditional: true,
  },
  {
    decree: '国务院令第795号',
    publishedAt: '2024-11-10',
    fromYear: 2025,
    spring: [-1, 2],
    mayDays: 2,
    traditional: true,
  },
];

export type Festival = {
  name: '元旦' | '春节' | '清明节' | '劳动节' | '端午节' | '中秋节' | '国庆节';
  first: Day;
  last: Day;
};

/** The festivals of a year with their statutory days, by the edition in force and known on a day; undefined `knownOn` = by
 *  the newest. RangeError outside FIRST_YEAR … LAST_YEAR. */
export const festivalsOf = (year: number, knownOn?: string): Festival[] => {
  const lunar = LUNAR[year];
  const edition = EDITIONS.findLast(
    (e) => e.fromYear <= year && (knownOn === undefined || e.publishedAt <= knownOn),
  );
  if (!lunar || !edition)
    throw new RangeError(`statutory days are kept for ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}`);
  const on = (monthDay: string): Day => dayFromText(`${year}-${monthDay}`);
  const span = (name: Festival['name'], first: Day, days = 1): Festival => ({
    name,
    first,
    last: first + days - 1,
  });
  const [spring, qingming, boat, moon] = lunar;
  const [from, to] = edition.spring;
  const festivals = [
    span('元旦', on('01-01')),
    span('春节', on(spring) + from, to - from + 1),
    span('劳动节', on('05-01'), edition.mayDays),
    span('国庆节', on('10-01'), 3),
  ];
  if (edition.traditional)
    festivals.push(span('清明节', on(qingming)), span('端午节', on(boat)), span('中秋节', on(moon)));
  return festivals.sort((a, b) => a.first - b.first || a.last - b.last);
};

/** The statutory days of a year with their names. When two festivals meet, the day carries both names. */
export const statutoryDaysOf = (year: number, knownOn?: string): Map<Day, string> => {
  const days = new Map<Day, string>();
  for (const { name, first, last } of festivalsOf(year, knownOn))
    for (let day = first; day <= last; day++) {
      const other = days.get(day);
      days.set(day, other ? `${other}、${name}` : name);
    }
  return days;
};

/** How many days off the Measures grant in a year; festivals that fall on one day are granted one by one. */
export const grantedDaysOf = (year: number): number =>
  festivalsOf(year).reduce((sum, { first, last }) => sum + last - first + 1, 0);
