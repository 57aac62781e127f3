import { describe, expect, it } from 'vitest';
import {
  at,
  at10,
  by,
  days,
  endOf,
  hours,
  months,
  organWith,
  reasonsWith,
  term,
  wd,
} from '../test/support/terms.ts';
import {
  type Closure,
  type ClosureEffect,
  dayOf,
  isWorking,
  type Limit,
  ledgerOf,
  msFromIso,
  remainingOf,
} from './index.ts';

/** Tuesday to Thursday: 24 to 26 November 2026. */
const snow = (effect: ClosureEffect, from = '2026-11-24', to = '2026-11-26'): Closure => ({
  ...{ from, to, effect },
  reason: '暴雪',
});
const closed = (effect: ClosureEffect) => organWith({ closures: [snow(effect)] });

/** Monday 23 November at ten: where each limit ends without a closure, and with each effect of one. */
const rows: [says: string, limit: Limit, plain: string, dayOff: string, excluded: string][] = [
  ['working days', wd(2), '2026-11-26', '2026-12-01', '2026-12-01'],
  ['civil days that end within it', days(2), '2026-11-26', '2026-11-28', '2026-12-01'],
  ['civil days that end after it', days(4), '2026-11-28', '2026-11-28', '2026-12-01'],
  ['… by more than its length', days(8), '2026-12-02', '2026-12-02', '2026-12-05'],
  ['a month', months(1), '2026-12-24', '2026-12-24', '2026-12-29'],
  ['hours', hours(30), '2026-11-24', '2026-11-24', '2026-11-24'],
  [
    'a date that does not move',
    by({ kind: 'day-of-month', day: 25 }),
    '2026-11-26',
    '2026-11-26',
    '2026-11-26',
  ],
  [
    'a date that moves on',
    by({ kind: 'day-of-month', day: 25 }, 'next'),
    '2026-11-26',
    '2026-11-28',
    '2026-11-28',
  ],
  [
    'a date that moves back',
    by({ kind: 'day-of-month', day: 25 }, 'previous'),
    '2026-11-26',
    '2026-11-24',
    '2026-11-24',
  ],
];

describe('a closure means for a limit what its notice says', () => {
  it.each(rows)('%s', (_says, limit, plain, dayOff, excluded) => {
    const ends = (['runs', 'day-off', 'excluded'] as const).map((effect) =>
      endOf(term(at10, limit), closed(effect))?.slice(0, 10),
    );
    expect(ends).toEqual([plain, dayOff, excluded]);
  });

  it('what is appended, and a pause beside it, are counted by the same days', () => {
    const t = term(at10, days(4), {
      extensions: [days(3)],
      pauses: [['2026-11-23T12:00:00', '2026-11-25T12:00:00']],
    });
    // Paused 24 and 25, excluded to 26: 27 November is the first day, 3 December the seventh.
    expect(endOf(t, closed('excluded'))).toBe('2026-12-04T00:00');
  });

  it('a pause on the last day that ends within it: finished when the office is open again', () => {
    const t = term('2026-11-20T10:00:00', wd(1), {
      pauses: [['2026-11-23T12:00:00', '2026-11-25T12:00:00']],
    });
    expect(endOf(t, closed('excluded'))).toBe('2026-11-28T00:00');
    expect(endOf(t, closed('runs'))).toBe('2026-11-26T00:00');
  });

  it('received during it as on the next working day: on the day the office opens', () => {
    const t = term('2026-11-25T10:00:00', wd(1), { startsOnWorkingDay: true });
    expect(endOf(t, closed('day-off'))).toBe('2026-12-01T00:00');
    expect(endOf(t, closed('runs'))).toBe('2026-11-27T00:00');
  });

  it('days off that prolong a limit are those of a holiday, not what is excluded anyway', () => {
    const limit: Limit = { amount: 10, unit: 'day', prolongedByHolidays: true };
    expect(endOf(term(at10, limit), closed('day-off'))).toBe('2026-12-09T00:00');
    expect(endOf(term(at10, limit), closed('excluded'))).toBe('2026-12-08T00:00');
  });

  it('what is left does not count it, while paused either', () => {
    const left = (pauses: [string, string | null][]) =>
      remainingOf(closed('excluded'), term(at10, days(4), { pauses }), at('2026-11-23T13:00:00'));
    expect(left([])).toEqual({ days: 4 });
    expect(left([['2026-11-23T12:00:00', null]])).toEqual({ days: 4 });
  });
});

describe('a louder notice on the same day', () => {
  const working = (cal = organWith()) => isWorking(cal, dayOf(at('2026-11-25T12:00:00')));
  const again = { days: { '2026-11-25': { state: 'working' as const, name: '恢复办公' } } };

  it('takes a closure back by naming the day', () => {
    expect(working(organWith({ closures: [snow('excluded')] }, again))).toBe(true);
    const t = term(at10, days(1), {});
    expect(endOf(t, organWith({ closures: [snow('excluded')] }, again))).toBe('2026-11-26T00:00');
  });

  it('gives it another effect', () => {
    const cal = organWith(
      { calendarId: 'city', closures: [snow('excluded')] },
      { closures: [snow('day-off')] },
    );
    expect(endOf(term(at10, days(4)), cal)).toBe('2026-11-28T00:00');
  });

  it('takes nothing back when it only tells of one', () => {
    const cal = organWith({ calendarId: 'city', closures: [snow('excluded')] }, { closures: [snow('runs')] });
    expect(endOf(term(at10, days(4)), cal)).toBe('2026-12-01T00:00');
  });

  it('is not the city’s: the layer nearest the organ is louder', () => {
    expect(working(organWith(again, { calendarId: 'city', closures: [snow('day-off')] }))).toBe(true);
  });

  it('a notice that names no day says nothing of a year that is not published', () => {
    const cal = organWith({ calendarId: 'cn', closures: [snow('runs', '2027-03-01', '2027-03-05')] });
    expect(cal.knownThrough).toBe(dayOf(msFromIso('2026-12-31T12:00:00+08:00')!));
  });
});

describe('the ledger tells of it', () => {
  const told = (effect: ClosureEffect, limit = days(2)) => {
    const notice = { closures: [snow(effect)] };
    const { rows } = ledgerOf(organWith(notice), term(at10, limit), reasonsWith(notice));
    return rows.map((row) => [row.date.slice(5), row.kind, row.closed, row.why, row.notice]);
  };
  const said = '第 1 号通知';

  it.each([
    [
      'excluded',
      [
        ['11-24', 'off', 'excluded', '暴雪，停止办公（期间不计），不计', said],
        ['11-25', 'off', 'excluded', '暴雪，停止办公（期间不计），不计', said],
        ['11-26', 'off', 'excluded', '暴雪，停止办公（期间不计），不计', said],
        ['11-27', 'working', undefined, '工作日，第 1 日', undefined],
        ['11-28', 'off', undefined, '周末，第 2 日', undefined],
        ['11-29', 'off', undefined, '周末，期限末日顺延中', undefined],
        ['11-30', 'working', undefined, '工作日，期限末日移至本日', undefined],
      ],
    ],
    [
      'day-off',
      [
        ['11-24', 'off', 'day-off', '暴雪，停止办公（按休息日计），第 1 日', said],
        ['11-25', 'off', 'day-off', '暴雪，停止办公（按休息日计），第 2 日', said],
        ['11-26', 'off', 'day-off', '暴雪，停止办公（按休息日计），期限末日顺延中', said],
        ['11-27', 'working', undefined, '工作日，期限末日移至本日', undefined],
      ],
    ],
    [
      'runs',
      [
        ['11-24', 'working', 'runs', '工作日，暴雪，停止办公（期限照常计算），第 1 日', said],
        ['11-25', 'working', 'runs', '工作日，暴雪，停止办公（期限照常计算），第 2 日', said],
      ],
    ],
  ] as const)('%s', (effect, expected) => {
    expect(told(effect).slice(1)).toEqual(expected);
  });

  it('beside the holiday on which it falls', () => {
    const notice = { closures: [snow('runs', '2026-10-01', '2026-10-01')] };
    const { rows } = ledgerOf(organWith(notice), term('2026-09-30T10:00:00', days(1)), reasonsWith(notice));
    expect(rows[1]).toMatchObject({
      why: '国庆节放假，暴雪，停止办公（期限照常计算），第 1 日',
      notice: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）；第 1 号通知',
    });
  });

  it('without its notice at hand, that the day is excluded', () => {
    const { rows } = ledgerOf(closed('excluded'), term(at10, days(1)));
    expect(rows[1]?.why).toBe('停止办公（期间不计），不计');
  });
});
