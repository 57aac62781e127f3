import chineseDays from 'chinese-days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromText, textOfDay } from './days.ts';
import { calendars, composeCalendar, dayReasons, parentsOf, releases } from './tables.ts';
import { addWorkingDays, isWorking, kindOf, openCalendar } from './work-calendar.ts';

const compose = (calendarId: string, knownOn?: string, from = '2007-01-01', to = '2028-12-31') =>
  composeCalendar(releases, {
    calendarId,
    parents: parentsOf(calendars, calendarId),
    ...(knownOn === undefined ? {} : { knownOn }),
    from,
    to,
  });
const working = (date: string, calendarId = 'cn', knownOn?: string): boolean =>
  isWorking(openCalendar(compose(calendarId, knownOn)), dayFromText(date));

/** Both halves of every swap, typed from the notices: weekdays let off, weekend days worked. */
const swaps: [festival: string, off: string, worked: string][] = [
  ['2024 春节', '2024-02-13 2024-02-14 2024-02-15 2024-02-16', '2024-02-04 2024-02-18'],
  ['2024 清明节', '2024-04-05', '2024-04-07'],
  ['2024 劳动节', '2024-05-02 2024-05-03', '2024-04-28 2024-05-11'],
  ['2024 中秋节', '2024-09-16', '2024-09-14'],
  ['2024 国庆节', '2024-10-04 2024-10-07', '2024-09-29 2024-10-12'],
  ['2025 春节', '2025-02-03 2025-02-04', '2025-01-26 2025-02-08'],
  ['2025 劳动节', '2025-05-05', '2025-04-27'],
  ['2025 国庆节、中秋节', '2025-10-07 2025-10-08', '2025-09-28 2025-10-11'],
  ['2026 元旦', '2026-01-02', '2026-01-04'],
  ['2026 春节', '2026-02-20 2026-02-23', '2026-02-14 2026-02-28'],
  ['2026 劳动节', '2026-05-05', '2026-05-09'],
  ['2026 国庆节', '2026-10-06 2026-10-07', '2026-09-20 2026-10-10'],
];

describe('both halves of every swap of 2024 to 2026', () => {
  it.each(swaps)('%s', (_festival, off, worked) => {
    const cal = openCalendar(compose('cn'));
    for (const date of off.split(' ')) expect([date, kindOf(cal, dayFromText(date))]).toEqual([date, 'off']);
    for (const date of worked.split(' '))
      expect([date, kindOf(cal, dayFromText(date))]).toEqual([date, 'working']);
  });

  it('the table holds every make-up day of those years', () => {
    const named = releases.filter((r) => r.calendarId === 'cn' && r.coverage.from >= '2024-01-01');
    const made = named.flatMap((r) =>
      Object.keys(r.days).filter((date) => r.days[date]!.state === 'working'),
    );
    expect(made.sort()).toEqual(swaps.flatMap(([, , worked]) => worked.split(' ')).sort());
  });

  it.each([
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i working days', (year, count) => {
    const cal = openCalendar(compose('cn'));
    let n = 0;
    for (let day = dayFromText(`${year}-01-01`); day <= dayFromText(`${year}-12-31`); day++)
      n += Number(isWorking(cal, day));
    expect(n).toBe(count);
  });
});

describe('the table agrees with another library', () => {
  const zone = process.env.TZ;
  // The library reads date texts as UTC and weekdays in local time.
  beforeAll(() => {
    process.env.TZ = 'Asia/Shanghai';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('chinese-days, on every day of 2008 to 2026', () => {
    const cal = openCalendar(compose('cn'));
    const different: string[] = [];
    for (let day = dayFromText('2008-01-01'); day <= dayFromText('2026-12-31'); day++) {
      const date = textOfDay(day);
      if (chineseDays.isWorkday(date) !== isWorking(cal, day)) different.push(date);
    }
    expect(different).toEqual([]);
  });
});

describe('what was known on a day', () => {
  it.each([
    ['2015-09-03', '2015-05-12', true, '2015-05-13', false],
    ['2015-09-06', '2015-05-12', false, '2015-05-13', true],
    ['2019-05-02', '2019-03-21', true, '2019-03-22', false],
    ['2019-05-05', '2019-03-21', false, '2019-03-22', true],
    ['2020-01-31', '2020-01-25', true, '2020-01-26', false],
    ['2020-02-01', '2020-01-25', true, '2020-01-26', false],
    ['2018-12-31', '2018-12-05', true, '2018-12-06', false],
    ['2018-12-29', '2018-12-05', false, '2018-12-06', true],
  ])('%s: on %s %s, on %s %s', (date, before, was, after, is) => {
    expect(working(date, 'cn', before)).toBe(was);
    expect(working(date, 'cn', after)).toBe(is);
  });

  it('a year is unknown until the day its notice is published', () => {
    const known = (on: string) => compose('cn', on, '2025-01-01', '2027-12-31').knownThrough;
    expect(known('2025-11-03')).toBe('2025-12-31');
    expect(known('2025-11-04')).toBe('2026-12-31');
    expect(known('2024-11-11')).toBe('2024-12-31');
  });

  it('the version counts the releases taken in, so that it grows with each', () => {
    const versions = ['2019-03-21', '2019-03-22', '2020-01-26', '2025-11-03', '2025-11-04'].map(
      (on) => compose('cn', on).version,
    );
    expect(versions).toEqual([14, 15, 17, 22, 23]);
    expect(compose('cn-xz-lhasa').version).toBe(26);
    expect(compose('cn-xz-lhasa', '2026-01-27').version).toBe(25);
  });

  it('nothing known: the whole calendar is an estimate', () => {
    const cal = openCalendar(compose('cn', '2006-01-01', '2008-01-01', '2008-12-31'));
    expect(textOfDay(cal.knownThrough)).toBe('2007-12-31');
    expect(kindOf(cal, dayFromText('2008-01-01'))).toBe('unknown');
  });
});

describe('layers: a lower one may switch a day either way', () => {
  it.each([
    ['Lhasa 2023: a weekday off', '2023-02-20', 'cn-xz-lhasa', false, true],
    ['Lhasa 2023: a make-up Saturday', '2023-02-18', 'cn-xz-lhasa', true, false],
    ['Lhasa 2025: off without make-up', '2025-03-04', 'cn-xz-lhasa', false, true],
    ['Lhasa 2025: works again', '2025-03-05', 'cn-xz-lhasa', true, true],
    ['Lhasa 2026: after the national holiday', '2026-02-24', 'cn-xz-lhasa', false, true],
    ['Lhasa 2026: last day', '2026-02-26', 'cn-xz-lhasa', false, true],
    ['Lhasa 2026: national make-up Saturday stays', '2026-02-28', 'cn-xz-lhasa', true, true],
    ['Hubei 2020: last day off', '2020-02-13', 'cn-hb', false, true],
    ['Hubei 2020: works again', '2020-02-14', 'cn-hb', true, true],
  ])('%s', (_says, date, layer, there, nationally) => {
    expect(working(date, layer)).toBe(there);
    expect(working(date)).toBe(nationally);
  });

  it('a layer speaks louder than a later national notice, and only where it speaks', () => {
    const later = {
      calendarId: 'cn',
      version: 99,
      notice: { title: '后发的全国通知', publishedAt: '2026-02-01' },
      coverage: { from: '2026-02-24', to: '2026-02-25' },
      days: {
        '2026-02-25': { state: 'working', name: '测试' },
        '2026-03-02': { state: 'off', name: '测试' },
      },
    } as const;
    const cal = openCalendar(
      composeCalendar([...releases, later], {
        calendarId: 'cn-xz-lhasa',
        parents: ['cn', 'cn-xz'],
        from: '2026-01-01',
        to: '2026-12-31',
      }),
    );
    expect(isWorking(cal, dayFromText('2026-02-25'))).toBe(false);
    expect(isWorking(cal, dayFromText('2026-03-02'))).toBe(false);
  });

  it('a layer turns a national make-up day into a day off, as Guangxi did on 1 April 2017', () => {
    const overlay = {
      calendarId: 'cn-xz',
      version: 99,
      notice: { title: '民族节日放假通知', publishedAt: '2017-03-01' },
      coverage: { from: '2017-04-01', to: '2017-04-01' },
      days: { '2017-04-01': { state: 'off', name: '三月三' } },
    } as const;
    const select = { calendarId: 'cn-xz', parents: ['cn'], from: '2017-01-01', to: '2017-12-31' };
    const [national, layered] = [releases, [...releases, overlay]].map((known) =>
      openCalendar(composeCalendar(known, select)),
    );
    const friday = dayFromText('2017-03-31');
    expect(textOfDay(addWorkingDays(national!, friday, 1))).toBe('2017-04-01');
    expect(textOfDay(addWorkingDays(layered!, friday, 1))).toBe('2017-04-05');
  });

  it.each(['cn-gs-lzxq', 'cn-ah', 'cn-ha-luoyang', 'cn-hl-daqing'])('%s has no days of its own yet', (id) => {
    const { working: here, knownThrough } = compose(id);
    expect([here, knownThrough]).toEqual([compose('cn').working, compose('cn').knownThrough]);
  });

  it('a calendar that does not exist, or a circle, is an error', () => {
    expect(() => parentsOf(calendars, 'cn-nowhere')).toThrow(RangeError);
    const circle = [
      { id: 'a', name: '甲', level: 'organ', parentId: 'b' },
      { id: 'b', name: '乙', level: 'organ', parentId: 'a' },
    ] as const;
    expect(() => parentsOf(circle, 'a')).toThrow(RangeError);
  });
});

describe('reasons', () => {
  const reasons = dayReasons(releases, {
    calendarId: 'cn-xz-lhasa',
    parents: ['cn', 'cn-xz'],
    from: '2026-01-01',
    to: '2027-12-31',
  });
  it('name the day and the notice that spoke loudest', () => {
    expect(reasons['2026-05-09']).toEqual({
      name: '劳动节',
      notice: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    });
    expect(reasons['2026-02-25']).toEqual({
      name: '春节、藏历新年',
      notice: '拉萨市人民政府办公室2026年春节、藏历新年放假安排通知',
    });
    expect(reasons['2026-03-02']).toBeUndefined();
  });
  it('of an unknown year name the Measures', () => {
    expect(reasons['2027-02-06']).toEqual({ name: '春节', notice: '全国年节及纪念日放假办法' });
  });
});
