import { describe, expect, it } from 'vitest';
import { endOf, term } from '../test/support/terms.ts';
import { deadlineOf, isoOf, type Limit, ledgerOf, openCalendar, type Term } from './index.ts';
import { calendars, composeCalendar, dayReasons, parentsOf, releases } from './tables.ts';

const select = (calendarId: string) => ({
  calendarId,
  parents: parentsOf(calendars, calendarId),
  from: '2025-01-01',
  to: '2028-12-31',
});
const calendar = (calendarId: string) => openCalendar(composeCalendar(releases, select(calendarId)));
const [cal, lhasa] = [calendar('cn'), calendar('cn-xz-lhasa')];
const days = (amount: number): Limit => ({ amount, unit: 'day', prolongedByHolidays: true });
const the15th: Limit = {
  unit: 'date',
  rule: { kind: 'day-of-month', day: 15 },
  move: 'next',
  prolongedByHolidays: true,
};
const dueDayOf = (t: Term, by = cal): string | null => {
  endOf(t, by);
  return deadlineOf(by, t)?.dueDay ?? null;
};

/** 税总办征科函〔2025〕64号: what is to be filed within 15 days after the end of a month, in 2026. An outside oracle: not one of
 *  these days is computed here. */
const filing2026 = [
  ['2025-12-31', '2026-01-01', '2026-01-20'],
  ['2026-01-31', '2026-02-01', '2026-02-24'],
  ['2026-02-28', '2026-03-01', '2026-03-16'],
  ['2026-03-31', '2026-04-01', '2026-04-20'],
  ['2026-04-30', '2026-05-01', '2026-05-22'],
  ['2026-05-31', '2026-06-01', '2026-06-15'],
  ['2026-06-30', '2026-07-01', '2026-07-15'],
  ['2026-07-31', '2026-08-01', '2026-08-17'],
  ['2026-08-31', '2026-09-01', '2026-09-15'],
  ['2026-09-30', '2026-10-01', '2026-10-26'],
  ['2026-10-31', '2026-11-01', '2026-11-16'],
  ['2026-11-30', '2026-12-01', '2026-12-15'],
] as const;

describe('the filing days of 2026 that the tax administration published come out (R12)', () => {
  it.each(filing2026)('15 days from %s', (monthEnd, _opens, due) => {
    expect(dueDayOf(term(`${monthEnd}T10:00:00`, days(15)))).toBe(due);
  });
  it.each(filing2026)('after %s: a duty open from %s and due by the 15th', (_monthEnd, opens, due) => {
    expect(dueDayOf(term(`${opens}T00:00:00`, the15th))).toBe(due);
  });
  it('without the setting an end is only moved off a rest day', () => {
    const plain: Limit = { amount: 15, unit: 'day' };
    expect(filing2026.map(([monthEnd]) => dueDayOf(term(`${monthEnd}T10:00:00`, plain)))).toEqual(
      filing2026.map(([, , due]) =>
        ['01', '04', '05', '10'].includes(due.slice(5, 7)) ? `${due.slice(0, 8)}15` : due,
      ),
    );
  });
});

/** Both sides reckoned by hand from the notice for 2026: off 4–6 Apr, 25–27 Sep, 1–7 Oct; worked 20 Sep, 10 Oct. */
const rows: [says: string, term: Term, due: string | null][] = [
  ['three days of the holiday in the limit', term('2026-04-03T10:00:00', days(12)), '2026-04-20'],
  ['two of the three: none of them count', term('2026-04-04T10:00:00', days(11)), '2026-04-15'],
  [
    'an end on the second day off is moved past the holiday',
    term('2026-09-30T10:00:00', days(2)),
    '2026-10-08',
  ],
  [
    'an end on the third: three working days more, the make-up Saturday too',
    term('2026-09-30T10:00:00', days(3)),
    '2026-10-10',
  ],
  ['two holidays in one limit add up', term('2026-09-20T10:00:00', days(30)), '2026-11-03'],
  [
    'days off for which the clock stood still do not count, and the rest are two',
    term('2026-09-30T10:00:00', days(15), { pauses: [['2026-09-30T12:00:00', '2026-10-05T12:00:00']] }),
    '2026-10-20',
  ],
  [
    'a pause in the days added excludes them',
    term('2026-09-30T10:00:00', days(15), { pauses: [['2026-10-19T10:00:00', '2026-10-21T10:00:00']] }),
    '2026-10-28',
  ],
  [
    'an open pause in them leaves no end',
    term('2026-09-30T10:00:00', days(15), { pauses: [['2026-10-19T10:00:00', null]] }),
    null,
  ],
  [
    'an extension in days is held to the same rule',
    term('2026-09-10T10:00:00', days(15), { extensions: [{ amount: 10, unit: 'day' }] }),
    '2026-10-16',
  ],
  [
    'one in working days is appended to the prolonged end',
    term('2026-09-30T10:00:00', days(15), { extensions: [{ amount: 2, unit: 'working-day' }] }),
    '2026-10-28',
  ],
  [
    'hours appended run from the prolonged end',
    term('2026-09-30T10:00:00', days(15), { extensions: [{ amount: 2, unit: 'hour' }] }),
    '2026-10-27',
  ],
  ['a fixed date: only two days off after its start', term('2026-10-06T10:00:00', the15th), '2026-10-15'],
  ['a fixed date: three', term('2026-10-05T23:59:00', the15th), '2026-10-20'],
  [
    'a fixed date takes no notice of a pause',
    term('2026-10-01T10:00:00', the15th, { pauses: [['2026-10-02T10:00:00', '2026-10-21T10:00:00']] }),
    '2026-10-26',
  ],
  [
    'a date that has passed already has nothing in it',
    term('2026-10-08T10:00:00', { ...the15th, rule: { kind: 'on', date: '2026-10-07' } } as Limit),
    '2026-10-08',
  ],
];

describe('both sides of every boundary of a limit that holidays prolong', () => {
  it.each(rows)('%s', (_says, t, due) => {
    expect(dueDayOf(t)).toBe(due);
  });

  it('a layer counts with its own days off: nine nationally, twelve in Lhasa', () => {
    const t = term('2026-02-14T10:00:00', days(15));
    expect([dueDayOf(t), dueDayOf(t, lhasa)]).toEqual(['2026-03-12', '2026-03-17']);
  });

  it('is provisional when a day of the limit or of what is added is unpublished', () => {
    const newYear = deadlineOf(cal, term('2026-12-31T10:00:00', days(15)))!;
    expect([newYear.dueDay, newYear.provisional]).toEqual(['2027-01-20', true]);
    expect(deadlineOf(cal, term('2026-12-01T10:00:00', the15th))!.provisional).toBe(false);
    const spring = deadlineOf(cal, term('2027-01-31T10:00:00', days(15)))!;
    // Likely: off 5–8 Feb by the Measures, four days. At most: 3–14 Feb, twelve.
    expect([spring.earliestAtMs, spring.dueAtMs, spring.latestAtMs].map(isoOf)).toEqual([
      '2027-02-20T00:00:00+08:00',
      '2027-02-20T00:00:00+08:00',
      '2027-03-04T00:00:00+08:00',
    ]);
  });

  it('its range holds what comes, also where a stage that begins later holds less of a holiday', () => {
    // By the Measures alone 14–19 Feb are off after the 31 days, six; by the notice 15–23 Feb and 4–6 Apr, twelve.
    const t = term(
      '2025-12-31T10:00:00',
      { amount: 31, unit: 'working-day' },
      {
        extensions: [{ ...the15th, rule: { kind: 'quarter-first-ten-days' }, move: 'none' } as Limit],
      },
    );
    const [guess, truth] = ['2025-11-03', '2025-11-04'].map((knownOn) =>
      deadlineOf(openCalendar(composeCalendar(releases, { ...select('cn'), knownOn })), t),
    );
    expect(guess!.earliestAtMs).toBeLessThanOrEqual(truth!.dueAtMs);
    expect(guess!.latestAtMs).toBeGreaterThanOrEqual(truth!.dueAtMs);
    expect([guess, truth].map((d) => d?.dueDay)).toEqual(['2026-04-20', '2026-04-28']);
  });

  it('its ledger names the days that prolong it, counts those added and says the rule', () => {
    const told = ledgerOf(cal, term('2026-04-03T10:00:00', days(12)), dayReasons(releases, select('cn')));
    const lines = told.rows.map(
      ({ date, counted, n, why }) => `${date.slice(5)} ${counted ? '+' : '-'}${n} ${why}`,
    );
    expect(lines.slice(0, 5)).toEqual([
      '04-03 -0 起算当日，不计',
      '04-04 +1 清明节放假，第 1 日，计入顺延日数',
      '04-05 +2 清明节放假，第 2 日，计入顺延日数',
      '04-06 +3 清明节放假，第 3 日，计入顺延日数',
      '04-07 +4 工作日，第 4 日',
    ]);
    expect(lines.slice(-6)).toEqual([
      '04-15 +12 工作日，第 12 日',
      '04-16 -12 工作日，顺延第 1 个工作日（共 3 个）',
      '04-17 -12 工作日，顺延第 2 个工作日（共 3 个）',
      '04-18 -12 周末，不计',
      '04-19 -12 周末，不计',
      '04-20 -12 工作日，顺延第 3 个工作日（共 3 个）',
    ]);
    expect(told.rule).toBe(
      '12 日（自然日），期限内连续休假 3 日以上的，按休假日数顺延相同个数的工作日；起算当日不计，末日遇休息日顺延，至末日 24 时止',
    );
  });

  it('the ledger of a fixed date does too', () => {
    const told = ledgerOf(cal, term('2026-10-05T10:00:00', the15th));
    expect(told.rows.map(({ date, why }) => [date.slice(5), why]).slice(0, 3)).toEqual([
      ['10-05', '放假，计入顺延日数'],
      ['10-06', '放假，计入顺延日数'],
      ['10-07', '放假，计入顺延日数'],
    ]);
    expect(told.rows.at(-1)?.why).toBe('工作日，顺延第 3 个工作日（共 3 个）');
    expect(told.rule).toBe(
      '15 日前（含当日），遇休息日顺延，期限内连续休假 3 日以上的，按休假日数顺延相同个数的工作日',
    );
  });

  it.each(['working-day', 'month', 'hour', 'minute'])(
    'a limit in the unit %s has no such setting',
    (unit) => {
      const limit = { amount: 1, unit, prolongedByHolidays: true } as unknown as Limit;
      expect(() => deadlineOf(cal, term('2026-11-23T10:00:00', limit))).toThrow(RangeError);
    },
  );

  it('ends at the close of business where the item says so', () => {
    const t = term('2026-09-30T10:00:00', days(15), { closes: { atMinute: 1050 } });
    expect(isoOf(deadlineOf(cal, t)!.dueAtMs)).toBe('2026-10-26T17:30:00+08:00');
  });
});
