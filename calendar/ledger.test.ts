import { describe, expect, it } from 'vitest';
import { type Ledger, type Limit, ledgerOf, msFromIso, openCalendar, type Term } from './index.ts';
import { composeCalendar, dayReasons, releases } from './tables.ts';

const select = { calendarId: 'cn', parents: [], from: '2025-01-01', to: '2028-12-31' };
const cal = openCalendar(composeCalendar(releases, select));
const names = dayReasons(releases, select);
const at = (text: string): number => msFromIso(`${text}+08:00`)!;
const ledger = (start: string, limit: Limit, extra: Partial<Term> = {}): Ledger =>
  ledgerOf(cal, { startMs: at(start), limit, extensions: [], pauses: [], ...extra }, names);
/** A row as one line: month-day, counted so far, reason. */
const lines = ({ rows }: Ledger): string[] =>
  rows.map(({ date, counted, n, why }) => `${date.slice(5)} ${counted ? '+' : '-'}${n} ${why}`);
const wd = (amount: number): Limit => ({ amount, unit: 'working-day' });

describe('a ledger tells the reader why each day counts or does not', () => {
  it('from receipt after hours over a holiday to a make-up Saturday', () => {
    const told = ledger('2026-09-29T18:00:00', wd(2), { cutOff: { atMinute: 1020 } });
    expect(lines(told)).toEqual([
      '09-29 -0 17 时及以后收到，视为次日',
      '09-30 -0 起算当日，不计',
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'].map(
        (d) => `${d} -0 国庆节放假，不计`,
      ),
      '10-08 +1 工作日，第 1 日',
      '10-09 +2 工作日，第 2 日',
    ]);
    expect(told.rule).toBe('2 个工作日；起算当日不计，调休上班日计入，至末日 24 时止');
    expect(told.rows[2]?.notice).toBe('国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）');
  });

  it('days that end on a rest day: counted to the end of the limit, then moved', () => {
    expect(lines(ledger('2026-11-26T10:00:00', { amount: 2, unit: 'day' }))).toEqual([
      '11-26 -0 起算当日，不计',
      '11-27 +1 工作日，第 1 日',
      '11-28 +2 周末，第 2 日',
      '11-29 -2 周末，期限末日顺延中',
      '11-30 -2 工作日，期限末日移至本日',
    ]);
  });

  it('a pause that begins on the last day: that day is finished on resumption', () => {
    const pauses = [{ fromMs: at('2026-11-27T10:00:00'), toMs: at('2026-11-30T10:00:00') }];
    expect(lines(ledger('2026-11-26T10:00:00', wd(1), { pauses }))).toEqual([
      '11-26 -0 起算当日，不计',
      '11-27 +1 工作日，第 1 日',
      '11-28 -1 周末，中止期间，不计',
      '11-29 -1 周末，中止期间，不计',
      '11-30 -1 工作日，末日内曾中止，恢复当日届满',
    ]);
  });

  it('an open pause: up to the day it took effect, without an end', () => {
    const told = ledger('2026-11-26T10:00:00', wd(5), {
      pauses: [{ fromMs: at('2026-11-30T10:00:00'), toMs: null }],
    });
    expect(lines(told).slice(-2)).toEqual(['11-30 +2 工作日，第 2 日', '12-01 -2 中止中，恢复后接续计算']);
    expect([told.dueDay, told.dueAtMs, told.provisional]).toEqual([null, null, false]);
  });

  it('hours: minutes used by the end of each civil day', () => {
    expect(lines(ledger('2026-11-23T23:10:00', { amount: 2, unit: 'hour' }))).toEqual([
      '11-23 +50 累计 50 分钟',
      '11-24 +120 累计 120 分钟',
    ]);
  });

  it('hours from the next hour: since when they run, and why', () => {
    const told = ledger('2026-11-23T22:40:00', { amount: 2, unit: 'hour', fromNextHour: true });
    expect(lines(told)).toEqual([
      '11-23 +60 起算当时不计，自 23 时起，累计 60 分钟',
      '11-24 +120 累计 120 分钟',
    ]);
    expect(told.rule).toBe('2 小时；起算当时不计，自次时起连续计时，节假日、夜间不停');
    expect(lines(ledger('2026-11-23T23:10:00', { amount: 1, unit: 'hour', fromNextHour: true }))).toEqual([
      '11-23 -0 起算当时不计，自次日 0 时起计时',
      '11-24 +60 起算当时不计，自 00 时起，累计 60 分钟',
    ]);
  });

  it('received on a rest day where that is as received on the next working day', () => {
    const told = ledger('2026-11-27T18:00:00', wd(1), {
      cutOff: { atMinute: 1020 },
      startsOnWorkingDay: true,
    });
    expect(lines(told)).toEqual([
      '11-27 -0 17 时及以后收到，视为次日',
      '11-28 -0 周末收到，视为次一工作日收到',
      '11-29 -0 周末收到，视为次一工作日收到',
      '11-30 -0 起算当日，不计',
      '12-01 +1 工作日，第 1 日',
    ]);
    expect(told.rule).toBe(
      '1 个工作日；休息日收到的视为次一工作日收到，起算当日不计，调休上班日计入，至末日 24 时止',
    );
  });

  it('a fixed date, moved backwards', () => {
    const limit: Limit = { unit: 'date', rule: { kind: 'on', date: '2026-11-29' }, move: 'previous' };
    const told = ledger('2026-11-26T10:00:00', limit);
    expect(lines(told)).toEqual(['11-26 -0 工作日', '11-27 -0 工作日，期限末日移至本日']);
    expect(told.rule).toBe('2026-11-29 前（含当日），遇休息日提前');
  });

  it('a date of a period: the period it is sought in, and that it had passed when the limit began', () => {
    const limit: Limit = { unit: 'date', rule: { kind: 'month-end', month: 9 }, move: 'none' };
    const dated = { ...limit, datedFrom: '2026-01-01' };
    expect(lines(ledger('2026-09-29T10:00:00', dated))).toEqual([
      '09-29 -0 工作日',
      '09-30 -0 工作日，规定的截止日',
    ]);
    const late = ledger('2026-10-12T10:00:00', dated);
    expect(lines(late)).toEqual(['09-30 -0 工作日，规定的截止日，起算时已过']);
    expect(late.rule).toBe('9 月底前（所属期间自 2026-01-01 起，过期提出的即为逾期）');
  });

  it('an unpublished year says so on every day', () => {
    const told = ledger('2026-12-30T10:00:00', wd(3));
    expect(lines(told).slice(1)).toEqual([
      '12-31 +1 工作日，第 1 日',
      '01-01 -1 元旦放假，不计',
      '01-02 -1 周末（当年放假安排尚未公布），不计',
      '01-03 -1 周末（当年放假安排尚未公布），不计',
      '01-04 +2 推定工作日（当年放假安排尚未公布），第 2 日',
      '01-05 +3 推定工作日（当年放假安排尚未公布），第 3 日',
    ]);
    expect(told.rows[2]).toMatchObject({ kind: 'unknown', notice: '全国年节及纪念日放假办法' });
    expect(told.provisional).toBe(true);
  });
});
