import { describe, expect, it } from 'vitest';
import { at10, days, endOf, hours, organWith, reasonsWith, term, wd } from '../test/support/terms.ts';
import { dayFromText, ledgerOf, officeHoursOf, type Term } from './index.ts';

const summer = {
  ...{ name: '夏季作息时间', season: { from: '05-01', to: '09-30' } },
  ...{ opensAtMinute: 600, closesAtMinute: 1200 },
};
const winter = {
  ...{ name: '冬季作息时间', season: { from: '10-01', to: '04-30' } },
  ...{ opensAtMinute: 600, closesAtMinute: 1170 },
};
const notice = { officeHours: [summer, winter], coverage: { from: '2026-01-01', to: '2027-06-30' } };
const cal = organWith(notice);
const closes = { closes: 'office-hours' } as const;
const cutOff = { cutOff: 'office-hours' } as const;

const rows: [says: string, term: Term, end: string][] = [
  [
    'at the minute that the item names',
    term(at10, wd(1), { closes: { atMinute: 1050 } }),
    '2026-11-24T17:30',
  ],
  ['in winter', term(at10, wd(1), closes), '2026-11-24T19:30'],
  ['in summer', term('2026-06-11T10:00:00', wd(5), closes), '2026-06-18T20:00'],
  ['on the last day of summer', term('2026-09-29T10:00:00', wd(1), closes), '2026-09-30T20:00'],
  ['after it: by the season of the last day', term('2026-09-30T10:00:00', wd(1), closes), '2026-10-08T19:30'],
  ['over New Year', term('2026-12-31T10:00:00', wd(1), closes), '2027-01-04T19:30'],
  [
    'outside what the notice covers: at 24:00',
    term('2027-06-30T10:00:00', wd(1), closes),
    '2027-07-02T00:00',
  ],
  ['hours have no close of business', term(at10, hours(24), closes), '2026-11-24T10:00'],
  ['received before closing', term('2026-11-23T19:29:59', wd(1), cutOff), '2026-11-25T00:00'],
  ['received at closing: as on the next day', term('2026-11-23T19:30:00', wd(1), cutOff), '2026-11-26T00:00'],
  ['in summer later', term('2026-06-15T19:59:59', wd(1), cutOff), '2026-06-17T00:00'],
  [
    'resumed after closing: finished on the day after',
    term(at10, wd(1), { ...closes, pauses: [['2026-11-24T12:00:00', '2026-11-25T19:30:00']] }),
    '2026-11-26T19:30',
  ],
];

describe('a limit that ends when business closes (R2, R3)', () => {
  it.each(rows)('%s', (_says, t, end) => {
    expect(endOf(t, cal)).toBe(end);
  });

  it('ends at 24:00 where the calendar holds none', () => {
    expect(endOf(term(at10, wd(1), closes))).toBe('2026-11-25T00:00');
    expect(endOf(term('2026-11-23T23:00:00', wd(1), cutOff))).toBe('2026-11-25T00:00');
  });

  it('the nearest layer and the later notice of it are heard, on the days they speak of', () => {
    const until = (from: string, to: string, closesAtMinute: number, calendarId = 'organ') => ({
      ...{ calendarId, coverage: { from, to } },
      officeHours: [{ ...winter, closesAtMinute }],
    });
    const layered = organWith(
      until('2026-11-24', '2026-11-25', 1000),
      until('2026-11-25', '2026-11-25', 900),
      until('2026-11-01', '2026-11-30', 1080, 'city'),
    );
    const minutes = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-12-01'].map(
      (date) => officeHoursOf(layered, dayFromText(date))?.closesAtMinute ?? null,
    );
    expect(minutes).toEqual([1080, 1000, 900, 1080, null]);
  });

  it('its ledger says which schedule applied, and by which notice', () => {
    const t = term('2026-11-23T20:00:00', wd(1), { ...closes, ...cutOff });
    const { rule, rows } = ledgerOf(cal, t, reasonsWith(notice));
    expect(rule).toBe('1 个工作日；起算当日不计，调休上班日计入，至末日下班时止');
    expect(rows.map(({ date, why, notice: by }) => [date.slice(5), why, by])).toEqual([
      ['11-23', '19 时 30 分及以后收到，视为次日；冬季作息时间 10 时至 19 时 30 分', '第 1 号通知'],
      ['11-24', '起算当日，不计', undefined],
      ['11-25', '工作日，第 1 日；冬季作息时间 10 时至 19 时 30 分', '第 1 号通知'],
    ]);
    expect(ledgerOf(cal, term(at10, days(1), closes)).rows.at(-1)?.why).toBe(
      '工作日，第 1 日；办公时间 10 时至 19 时 30 分',
    );
  });
});
