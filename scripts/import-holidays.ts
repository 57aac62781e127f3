/** Writes the national tables in `calendar/data/` from the package chinese-days (a development dependency, MIT), by hand
 *  once a year: `npx tsx scripts/import-holidays.ts && npx biome check --write calendar/data`.
 *
 *  Two things are put right on the way, because a release says what one notice said: days that a later notice changed are
 *  taken back (those notices are kept by hand in `calendar/data/national-changes.ts`), and December days go to the notice
 *  of the New Year they belong to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Day, dayFromText, textOfDay } from '../calendar/days.ts';

type YearFile = { holidays: Record<string, string>; workdays: Record<string, string> };
type Entry = { date: string; state: 'working' | 'off'; name: string };

/** Document numbers and days of publication; a number only where it could be confirmed. */
const NOTICES: Record<number, readonly [publishedAt: string, number?: string]> = {
  2007: ['2006-12-18', '国办发明电〔2006〕49号'],
  2008: ['2007-12-18'],
  2009: ['2008-12-10', '国办发明电〔2008〕42号'],
  2010: ['2009-12-08', '国办发明电〔2009〕27号'],
  2011: ['2010-12-10', '国办发明电〔2010〕40号'],
  2012: ['2011-12-06', '国办发明电〔2011〕45号'],
  2013: ['2012-12-10', '国办发明电〔2012〕33号'],
  2014: ['2013-12-11', '国办发明电〔2013〕28号'],
  2015: ['2014-12-16', '国办发明电〔2014〕28号'],
  2016: ['2015-12-10', '国办发明电〔2015〕18号'],
  2017: ['2016-12-01', '国办发明电〔2016〕17号'],
  2018: ['2017-11-30', '国办发明电〔2017〕12号'],
  2019: ['2018-12-06', '国办发明电〔2018〕15号'],
  2020: ['2019-11-21', '国办发明电〔2019〕16号'],
  2021: ['2020-11-25', '国办发明电〔2020〕27号'],
  2022: ['2021-10-25', '国办发明电〔2021〕11号'],
  2023: ['2022-12-08', '国办发明电〔2022〕16号'],
  2024: ['2023-10-25', '国办发明电〔2023〕7号'],
  2025: ['2024-11-12', '国办发明电〔2024〕12号'],
  2026: ['2025-11-04', '国办发明电〔2025〕7号'],
};

/** Days that a later notice changed, as the yearly notice had them; null = it did not name the day. */
const AS_FIRST_PUBLISHED: Record<string, { state: 'working' | 'off'; name: string } | null> = {
  '2015-09-03': null,
  '2015-09-04': null,
  '2015-09-06': null,
  '2019-04-28': null,
  '2019-05-02': null,
  '2019-05-03': null,
  '2019-05-04': null,
  '2019-05-05': null,
  '2020-01-31': null,
  '2020-02-01': { state: 'working', name: '春节' },
  '2020-02-02': null,
};

/** Days of December 2006 that the notice for 2007 names; the source begins later. */
const BEFORE_THE_SOURCE: Entry[] = [
  { date: '2006-12-30', state: 'working', name: '元旦' },
  { date: '2006-12-31', state: 'working', name: '元旦' },
];

/** The source's short names in full. */
const NAMES: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

const sourceFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('chinese-days/dist/years/2026.json'));

const readYear = (folder: string, year: number): Entry[] => {
  const file = JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8')) as YearFile;
  const entries = (days: Record<string, string>, state: Entry['state']): Entry[] =>
    Object.entries(days).map(([date, words]) => {
      const name = words.split(',')[1] ?? '';
      return { date, state, name: NAMES[name] ?? name };
    });
  return [...entries(file.holidays, 'off'), ...entries(file.workdays, 'working')];
};

const asFirstPublished = (entries: Entry[]): Entry[] =>
  entries.flatMap((entry) => {
    const first = AS_FIRST_PUBLISHED[entry.date];
    return first === undefined ? [entry] : first === null ? [] : [{ ...entry, ...first }];
  });

/** The year whose notice names a day: New Year's days of December belong to the next. */
const noticeYear = ({ date, name }: Entry): number =>
  Number(date.slice(0, 4)) + (name === '元旦' && date.slice(5, 7) === '12' ? 1 : 0);

/** Rows of one year: a festival, its days off as ranges, its make-up days. */
const rowsOf = (entries: Entry[]): string[] => {
  const sorted = entries.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return [...new Set(sorted.map((e) => e.name))].map((name) => {
    const mine = sorted.filter((e) => e.name === name);
    const ranges: [Day, Day][] = [];
    for (const { date } of mine.filter((e) => e.state === 'off')) {
      const day = dayFromText(date);
      const last = ranges.at(-1);
      if (last && last[1] === day - 1) last[1] = day;
      else ranges.push([day, day]);
    }
    const off = ranges.map(([a, b]) => (a === b ? textOfDay(a) : `${textOfDay(a)}..${textOfDay(b)}`));
    const working = mine.filter((e) => e.state === 'working').map((e) => e.date);
    return `    ['${name}', '${off.join(' ')}', '${working.join(' ')}'],`;
  });
};

const yearText = (year: number, entries: Entry[]): string => {
  const [publishedAt, number] = NOTICES[year]!;
  const title = `国务院办公厅关于${year}年部分节假日安排的通知`;
  return [
    `  yearly(${year}, { title: '${title}', ${number ? `number: '${number}', ` : ''}publishedAt: '${publishedAt}' }, [`,
    ...rowsOf(entries),
    '  ]),',
  ].join('\n');
};

const main = (): void => {
  const folder = sourceFolder();
  const years = Object.keys(NOTICES).map(Number);
  const all = [...BEFORE_THE_SOURCE, ...asFirstPublished(years.flatMap((year) => readYear(folder, year)))];
  for (const [from, to] of [
    [2007, 2016],
    [2017, 2026],
  ] as const) {
    const text = [
      `/** The State Council's yearly notices for ${from} to ${to}: festival, days off, make-up days.`,
      ' *  Written by `scripts/import-holidays.ts` from chinese-days (MIT). */',
      "import { type NoticeDays, yearly } from './notice-days.ts';",
      '',
      `export const NATIONAL_${from}_${to}: NoticeDays[] = [`,
      ...years
        .filter((year) => from <= year && year <= to)
        .map((year) =>
          yearText(
            year,
            all.filter((entry) => noticeYear(entry) === year),
          ),
        ),
      '];',
      '',
    ].join('\n');
    const target = new URL(`../calendar/data/national-${from}-${to}.ts`, import.meta.url);
    writeFileSync(target, text);
  }
};

main();
