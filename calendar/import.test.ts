import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { checkRelease } from './check-release.ts';
import { contradictionsIn, type Parsed, parseHolidayIcs, parseHolidayJson, releaseFrom } from './import.ts';
import { type Release, releases } from './tables.ts';

const folder = createRequire(import.meta.url)
  .resolve('chinese-days/dist/years/2026.json')
  .replace('2026.json', '');
const yearFile = (name: string): string => readFileSync(folder + name, 'utf8');
const fileOf = (parsed: Parsed) => {
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.file;
};
const national = releases.filter((r) => r.calendarId === 'cn');
const before2026 = national.filter((r) => r.coverage.to < '2026-01-01');
const shipped2026 = national.at(-1)!;
const as2026 = {
  calendarId: 'cn',
  version: before2026.length + 1,
  notice: shipped2026.notice,
  coverage: shipped2026.coverage,
};
const states = (release: Release): Record<string, string> =>
  Object.fromEntries(
    Object.entries(release.days)
      .map(([date, { state }]) => [date, state])
      .sort(),
  );

const dayList = (release: Release): string =>
  JSON.stringify({
    year: 2026,
    papers: ['https://www.gov.cn/notice.htm'],
    days: Object.entries(release.days).map(([date, { name, state }]) => ({
      name,
      date,
      isOffDay: state === 'off',
    })),
  });

describe('three forms of one year give one release', () => {
  it('dictionaries, day list and iCalendar', () => {
    const forms = [
      parseHolidayJson(yearFile('2026.json')),
      parseHolidayJson(dayList(shipped2026)),
      parseHolidayIcs(yearFile('2026.ics')),
    ].map(fileOf);
    expect(forms.map((f) => f.form)).toEqual(['chinese-days', 'holiday-cn', 'icalendar']);
    expect(forms[1]?.papers).toEqual(['https://www.gov.cn/notice.htm']);
    for (const file of forms) {
      const release = releaseFrom(file, as2026);
      expect(states(release)).toEqual(states(shipped2026));
      expect(release.days['2026-02-14']?.name).toBe('春节');
      expect(checkRelease(release, before2026, file)).toEqual([]);
    }
  });
});

describe('a file that cannot be read is refused with its reason, never half read', () => {
  it.each([
    ['not JSON', '{', 'JSON'],
    ['not an object', '[]', '对象'],
    ['no days at all', '{"year": 2027}', '没有 days'],
    ['the empty file of an unpublished year', '{"year": 2027, "papers": [], "days": []}', '尚未公布'],
    [
      'a date that does not exist',
      '{"days": [{"name": "春节", "date": "2027-02-30", "isOffDay": true}]}',
      '2027-02-30',
    ],
    ['no state', '{"days": [{"name": "春节", "date": "2027-02-06"}]}', 'isOffDay'],
    ['a bad key', '{"holidays": {"2027-2-6": "x,春节,1"}}', '2027-2-6'],
  ])('%s', (_says, text, word) => {
    const parsed = parseHolidayJson(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toContain(word);
  });

  it.each([
    ['no calendar', 'hello'],
    [
      'a calendar without holidays',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:生日\r\nDTSTART;VALUE=DATE:20270101\r\nEND:VEVENT\r\nEND:VCALENDAR',
    ],
    [
      'an event that ends before it begins',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:春节(休)\nDTSTART;VALUE=DATE:20270106\nDTEND;VALUE=DATE:20270105\nEND:VEVENT\nEND:VCALENDAR',
    ],
    [
      'an event with a time of day',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:春节(休)\nDTSTART:20270106T000000Z\nEND:VEVENT\nEND:VCALENDAR',
    ],
  ])('iCalendar: %s', (_says, text) => {
    expect(parseHolidayIcs(text).ok).toBe(false);
  });

  it('a folded line is one line; without an end an event lasts one day', () => {
    const text =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:元\r\n 旦 休\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect(fileOf(parseHolidayIcs(text)).entries).toEqual([
      { date: '2027-01-01', state: 'off', name: '元旦' },
    ]);
  });
});

describe('the checks of a release', () => {
  it('find nothing in what is shipped, release by release in the order of publication', () => {
    const found = releases.flatMap((release) => {
      const chain = release.calendarId === 'cn' ? ['cn'] : ['cn', release.calendarId];
      const base = releases.filter(
        (r) =>
          chain.includes(r.calendarId) &&
          (r.calendarId === 'cn'
            ? release.calendarId !== 'cn' || r.version < release.version
            : r.version < release.version),
      );
      return checkRelease(release, base).map(
        (f) => `${release.notice.title} ${f.code} ${f.dates?.join(' ') ?? ''}`,
      );
    });
    expect(found).toEqual([]);
  });

  type Change = (days: Release['days']) => unknown;
  const off = { state: 'off', name: '春节' } as const;
  const work = { state: 'working', name: '春节' } as const;
  const rows: [says: string, codes: string[], change: Change][] = [
    ['a make-up day on a Tuesday', ['make-up-on-weekday'], (d) => Object.assign(d, { '2026-03-03': work })],
    [
      'a statutory day worked',
      ['make-up-on-weekday', 'statutory-day-worked', 'balance'],
      (d) => Object.assign(d, { '2026-02-17': work }),
    ],
    ['a statutory day missing', ['statutory-day-worked', 'balance'], (d) => delete d['2026-05-01']],
    ['a bridged day too many', ['balance'], (d) => Object.assign(d, { '2026-02-24': off })],
    ['a make-up day forgotten', ['balance'], (d) => delete d['2026-02-28']],
    [
      'a make-up day in the wrong week: seven days in a row',
      ['long-run'],
      (d) => {
        delete d['2026-02-28'];
        d['2026-03-07'] = work;
        d['2026-03-08'] = work;
        d['2026-03-02'] = off;
      },
    ],
    ['a day of another year', ['outside-coverage'], (d) => Object.assign(d, { '2027-01-02': off })],
    ['a date that does not exist', ['bad-date'], (d) => Object.assign(d, { '2026-02-30': off })],
    [
      'no days',
      ['no-days'],
      (d) => {
        for (const date of Object.keys(d)) delete d[date];
      },
    ],
    ['no name', ['no-name'], (d) => Object.assign(d, { '2026-02-21': { state: 'off', name: '' } })],
  ];
  it.each(rows)('%s', (_says, codes, change) => {
    const release: Release = { ...as2026, days: structuredClone(shipped2026.days) };
    change(release.days);
    const found = checkRelease(release, before2026);
    expect(found.map((f) => f.code)).toEqual(codes);
    for (const { message } of found) expect(message).toMatch(/[一-龥]/);
  });

  it.each([
    ['a version that is not the next', 'version-not-next', { version: 99 }],
    [
      'published before the last one',
      'published-before-last',
      { notice: { title: '通知', publishedAt: '2023-01-01' } },
    ],
    [
      'published after its year',
      'published-after-coverage',
      { notice: { title: '通知', publishedAt: '2027-01-01' } },
    ],
    ['no title', 'no-notice', { notice: { title: ' ', publishedAt: '2025-11-04' } }],
    ['an end before the beginning', 'bad-coverage', { coverage: { from: '2026-12-31', to: '2026-01-01' } }],
  ])('%s', (_says, code, change) => {
    expect(checkRelease({ ...shipped2026, ...as2026, ...change }, before2026).map((f) => f.code)).toEqual([
      code,
    ]);
  });

  it('a year covered twice is pointed out', () => {
    const again = { ...shipped2026, version: national.length + 1 };
    expect(checkRelease(again, national).map((f) => [f.code, f.severity])).toEqual([
      ['covered-already', 'warning'],
    ]);
  });

  it('a file that says both of one day, or one day twice', () => {
    const file = fileOf(
      parseHolidayJson(
        dayList(shipped2026).replace(
          '"days":[',
          '"days":[{"name":"春节","date":"2026-02-14","isOffDay":true},{"name":"春节","date":"2026-02-15","isOffDay":true},',
        ),
      ),
    );
    expect(contradictionsIn(file)).toEqual(['2026-02-14']);
    const found = checkRelease(releaseFrom(file, as2026), before2026, file);
    expect(found.map((f) => [f.code, f.dates])).toEqual([
      ['contradiction', ['2026-02-14']],
      ['duplicate', ['2026-02-15']],
    ]);
  });
});
