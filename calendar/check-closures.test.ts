import { describe, expect, it } from 'vitest';
import { checkRelease } from './check-release.ts';
import { type Closure, type OfficeHours, type Release, releases } from './tables.ts';

const national = releases.filter(({ calendarId }) => calendarId === 'cn');
const release = (said: Partial<Release>): Release => ({
  ...{ calendarId: 'organ', version: 1, days: {} },
  notice: { title: '停止办公通告', publishedAt: '2026-11-20' },
  coverage: { from: '2026-11-23', to: '2026-12-31' },
  ...said,
});
const snow = (
  from: string,
  to: string,
  effect: Closure['effect'] = 'excluded',
  reason = '暴雪',
): Closure => ({
  ...{ from, to, effect, reason },
});
const hours = (from: string, to: string, opensAtMinute = 540, closesAtMinute = 1050): OfficeHours => ({
  ...{ name: '作息时间', season: { from, to }, opensAtMinute, closesAtMinute },
});
const found = (said: Partial<Release>, base: readonly Release[] = national): string[] =>
  checkRelease(release(said), base).map(({ severity, code }) => `${severity} ${code}`);
const worked = { '2026-11-25': { state: 'working' as const, name: '恢复办公' } };

describe('the checks of closures and office hours', () => {
  it.each<[says: string, said: Partial<Release>, found: string[]]>([
    ['a closure, and no day named', { closures: [snow('2026-11-24', '2026-11-26')] }, []],
    ['office hours of a whole year', { officeHours: [hours('05-01', '09-30'), hours('10-01', '04-30')] }, []],
    [
      'a whole year’s coverage that names no day is no schedule',
      { officeHours: [hours('01-01', '12-31')], coverage: { from: '2027-01-01', to: '2027-12-31' } },
      [],
    ],
    ['nothing at all', {}, ['error no-days']],
    [
      'a closure that ends before it begins',
      { closures: [snow('2026-11-26', '2026-11-24')] },
      ['error bad-closure'],
    ],
    [
      'one without a reason',
      { closures: [snow('2026-11-24', '2026-11-24', 'runs', ' ')] },
      ['error bad-closure'],
    ],
    [
      'one of an effect that does not exist',
      { closures: [snow('2026-11-24', '2026-11-24', 'half' as Closure['effect'])] },
      ['error bad-closure'],
    ],
    [
      'one of half a year',
      { closures: [snow('2026-01-01', '2026-06-30')], coverage: { from: '2026-01-01', to: '2026-12-31' } },
      ['error bad-closure'],
    ],
    ['a date that does not exist', { closures: [snow('2026-11-31', '2026-12-01')] }, ['error bad-date']],
    [
      'outside what the notice covers',
      { closures: [snow('2026-11-20', '2026-11-24')] },
      ['error bad-closure'],
    ],
    [
      'two effects on one day',
      { closures: [snow('2026-11-24', '2026-11-26'), snow('2026-11-26', '2026-11-27', 'runs')] },
      ['error closure-overlap'],
    ],
    [
      'one effect twice',
      { closures: [snow('2026-11-24', '2026-11-26'), snow('2026-11-26', '2026-11-27')] },
      [],
    ],
    [
      'a notice without a title',
      { closures: [snow('2026-11-24', '2026-11-24')], notice: { title: '', publishedAt: '2026-11-20' } },
      ['error no-notice'],
    ],
    [
      'closing after it opens',
      { officeHours: [hours('05-01', '09-30', 1050, 540)] },
      ['error bad-office-hours'],
    ],
    [
      'no minute of the day',
      { officeHours: [hours('05-01', '09-30', 540, 1441)] },
      ['error bad-office-hours'],
    ],
    ['a season from no day', { officeHours: [hours('02-30', '09-30')] }, ['error bad-office-hours']],
    [
      'two schedules on one day',
      { officeHours: [hours('05-01', '09-30'), hours('09-30', '04-30')] },
      ['error office-hours-overlap'],
    ],
    [
      '… over New Year',
      { officeHours: [hours('10-01', '01-01'), hours('01-01', '09-30')] },
      ['error office-hours-overlap'],
    ],
  ])('%s', (_says, said, codes) => {
    expect(found(said)).toEqual(codes);
  });

  it('a day is not both shut and worked in one notice; a later one takes it back, though it is a weekday', () => {
    const closures = [snow('2026-11-24', '2026-11-26')];
    const before = release({ closures });
    expect(found({ closures, days: worked })).toContain('error closure-overlap');
    expect(found({ days: worked, version: 2 }, [...national, before])).toEqual([]);
    expect(found({ days: worked })).toEqual(['error make-up-on-weekday']);
  });

  it('another effect than this calendar’s earlier notice gave is worth a second look', () => {
    const before = release({ closures: [snow('2026-11-24', '2026-11-26', 'runs')] });
    const closures = [snow('2026-11-26', '2026-11-27')];
    expect(found({ closures, version: 2 }, [...national, before])).toEqual(['warning closure-changed']);
    expect(found({ closures }, [...national, { ...before, calendarId: 'city' }])).toEqual([]);
  });
});
