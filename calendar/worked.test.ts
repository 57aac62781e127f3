import { describe, expect, it } from 'vitest';
import { deadlineOf, isoOf, type Limit, ledgerOf, msFromIso, openCalendar, type Term } from './index.ts';
import { calendars, composeCalendar, dayReasons, parentsOf, releases } from './tables.ts';

const at = (text: string): number => {
  const ms = msFromIso(text);
  if (ms === null) throw new Error(text);
  return ms;
};
const select = (calendarId: string, knownOn = '2026-11-22') => ({
  calendarId,
  knownOn,
  parents: parentsOf(calendars, calendarId),
  from: '2015-01-01',
  to: '2029-12-31',
});
const calendar = (calendarId: string, knownOn?: string) =>
  openCalendar(composeCalendar(releases, select(calendarId, knownOn)));

type Row = {
  id: string;
  start: string;
  limit: Limit;
  /** Last moment; the exclusive end is a second later, except for limits that end on the instant. */
  last: string;
  term?: Partial<Term>;
  calendarId?: string;
  knownOn?: string;
};
const wd = (amount: number): Limit => ({ amount, unit: 'working-day' });
const rows: Row[] = [
  {
    id: 'WD-01 nine days of Spring Festival, both make-up Saturdays count',
    start: '2026-02-09T10:00:00+08:00',
    limit: wd(20),
    last: '2026-03-13T23:59:59+08:00',
  },
  {
    id: 'WD-02 accepted on a make-up Saturday: not counted',
    start: '2026-02-14T10:00:00+08:00',
    limit: wd(5),
    last: '2026-02-28T23:59:59+08:00',
  },
  {
    id: 'WD-04 due on a make-up Saturday',
    start: '2025-09-30T10:00:00+08:00',
    limit: wd(3),
    last: '2025-10-11T23:59:59+08:00',
  },
  {
    id: 'RC-01 received on a Saturday night',
    start: '2026-03-07T21:15:00+08:00',
    limit: wd(5),
    last: '2026-03-13T23:59:59+08:00',
  },
  {
    id: 'CB-01 ends at close of business',
    start: '2026-06-11T10:00:00+08:00',
    limit: wd(5),
    last: '2026-06-18T17:30:00+08:00',
    term: { closes: { atMinute: 17 * 60 + 30 } },
  },
  {
    id: 'EX-01 20 + 10 across Spring Festival',
    start: '2025-01-06T10:00:00+08:00',
    limit: wd(20),
    last: '2025-02-21T23:59:59+08:00',
    term: { extensions: [wd(10)] },
  },
  {
    id: 'PA-01 expert review excluded',
    start: '2026-04-20T10:00:00+08:00',
    limit: wd(20),
    last: '2026-06-02T23:59:59+08:00',
    term: { pauses: [{ fromMs: at('2026-04-27T10:00:00+08:00'), toMs: at('2026-05-12T15:00:00+08:00') }] },
  },
  {
    id: 'CO-01 one-time correction notice',
    start: '2026-01-26T10:00:00+08:00',
    limit: wd(5),
    last: '2026-02-02T23:59:59+08:00',
  },
  {
    id: 'RS-01 corrected request starts anew',
    start: '2026-05-11T10:00:00+08:00',
    limit: wd(20),
    last: '2026-06-08T23:59:59+08:00',
  },
  {
    id: 'ND-02 raw end on a make-up Saturday does not move',
    start: '2026-09-25T10:00:00+08:00',
    limit: { amount: 15, unit: 'day' },
    last: '2026-10-10T23:59:59+08:00',
  },
  {
    id: 'MO-01 no 31 February, month end is a make-up Saturday',
    start: '2026-01-31T10:00:00+08:00',
    limit: { amount: 1, unit: 'month' },
    last: '2026-02-28T23:59:59+08:00',
  },
  {
    id: 'HR-01 thirty minutes over the new lunar year',
    start: '2026-02-16T23:50:00+08:00',
    limit: { amount: 30, unit: 'minute' },
    last: '2026-02-17T00:20:00+08:00',
  },
  {
    id: 'CD-01 end of January, policy none',
    start: '2026-01-04T10:00:00+08:00',
    limit: { unit: 'date', rule: { kind: 'month-end', month: 1 }, move: 'none' },
    last: '2026-01-31T23:59:59+08:00',
  },
  {
    id: 'LO-01 national calendar',
    start: '2026-02-11T10:00:00+08:00',
    limit: wd(10),
    last: '2026-03-03T23:59:59+08:00',
  },
  {
    id: 'LO-01 in Lhasa: three working days later',
    start: '2026-02-11T10:00:00+08:00',
    limit: wd(10),
    last: '2026-03-06T23:59:59+08:00',
    calendarId: 'cn-xz-lhasa',
  },
  {
    id: 'RC-02 the same receipt taken as on the next working day',
    start: '2026-03-07T21:15:00+08:00',
    limit: wd(5),
    last: '2026-03-16T23:59:59+08:00',
    term: { startsOnWorkingDay: true },
  },
  {
    id: 'LO-02 Lhasa 2025, off 27 February to 4 March',
    start: '2025-02-24T10:00:00+08:00',
    limit: wd(5),
    last: '2025-03-07T23:59:59+08:00',
    calendarId: 'cn-xz-lhasa',
  },
  {
    id: 'LO-02 the same nationally',
    start: '2025-02-24T10:00:00+08:00',
    limit: wd(5),
    last: '2025-03-03T23:59:59+08:00',
  },
  {
    id: 'LO-03 Lhasa 2023, make-up days 18 and 19 February: earlier',
    start: '2023-02-16T10:00:00+08:00',
    limit: wd(3),
    last: '2023-02-19T23:59:59+08:00',
    calendarId: 'cn-xz-lhasa',
  },
  {
    id: 'LO-03 … off 20 to 26 February: later',
    start: '2023-02-16T10:00:00+08:00',
    limit: wd(5),
    last: '2023-02-28T23:59:59+08:00',
    calendarId: 'cn-xz-lhasa',
  },
  {
    id: 'LO-03 … the day before its notice: as nationally',
    start: '2023-02-16T10:00:00+08:00',
    limit: wd(5),
    last: '2023-02-23T23:59:59+08:00',
    calendarId: 'cn-xz-lhasa',
    knownOn: '2023-02-13',
  },
  {
    id: 'VE-01 before the notice of 13 May 2015',
    start: '2015-08-31T10:00:00+08:00',
    limit: wd(5),
    last: '2015-09-07T23:59:59+08:00',
    knownOn: '2015-05-12',
  },
  {
    id: 'VE-01 3 and 4 September 2015 off, Sunday the 6th worked',
    start: '2015-08-31T10:00:00+08:00',
    limit: wd(5),
    last: '2015-09-08T23:59:59+08:00',
    knownOn: '2015-05-13',
  },
  {
    id: 'VE-05 before the extension of 26 January 2020',
    start: '2020-01-20T10:00:00+08:00',
    limit: wd(5),
    last: '2020-02-01T23:59:59+08:00',
    knownOn: '2020-01-25',
  },
  {
    id: 'VE-05 after it',
    start: '2020-01-20T10:00:00+08:00',
    limit: wd(5),
    last: '2020-02-04T23:59:59+08:00',
    knownOn: '2020-01-26',
  },
  {
    id: 'VE-06 Hubei, off to 13 February 2020',
    start: '2020-01-20T10:00:00+08:00',
    limit: wd(5),
    last: '2020-02-17T23:59:59+08:00',
    calendarId: 'cn-hb',
  },
  {
    id: 'VE-04 before the Labour Day change',
    start: '2019-03-18T10:00:00+08:00',
    limit: wd(30),
    last: '2019-04-30T23:59:59+08:00',
    knownOn: '2019-03-21',
  },
  {
    id: 'VE-04 after it: the make-up Sunday brings the end forward',
    start: '2019-03-18T10:00:00+08:00',
    limit: wd(30),
    last: '2019-04-29T23:59:59+08:00',
    knownOn: '2019-03-22',
  },
  {
    id: 'PR-01 New Year 2027 is off by the Measures',
    start: '2026-12-25T10:00:00+08:00',
    limit: wd(20),
    last: '2027-01-25T23:59:59+08:00',
  },
];

const termOf = ({ start, limit, term }: Row): Term => ({
  startMs: at(start),
  limit,
  extensions: [],
  pauses: [],
  ...term,
});

describe('the worked examples of the rules come out', () => {
  it.each(rows)('$id', (row) => {
    const deadline = deadlineOf(calendar(row.calendarId ?? 'cn', row.knownOn), termOf(row))!;
    const last = row.last.endsWith('23:59:59+08:00') ? deadline.dueAtMs - 1000 : deadline.dueAtMs;
    expect(isoOf(last)).toBe(row.last);
    expect(deadline.dueDay).toBe(row.last.slice(0, 10));
    expect(deadline.provisional).toBe(row.id.startsWith('PR-'));
  });

  it('PR-01 says that it is provisional and in which range it will fall', () => {
    const row = rows.at(-1)!;
    const deadline = deadlineOf(calendar('cn'), termOf(row))!;
    expect([isoOf(deadline.earliestAtMs), isoOf(deadline.latestAtMs)]).toEqual([
      '2027-01-26T00:00:00+08:00',
      '2027-01-26T00:00:00+08:00',
    ]);
  });

  it('PA-01 excludes nine working days, and its ledger names them', () => {
    const row = rows.find(({ id }) => id.startsWith('PA-01'))!;
    const ledger = ledgerOf(calendar('cn'), termOf(row), dayReasons(releases, select('cn')));
    const excluded = ledger.rows.filter((r) => r.kind === 'working' && !r.counted && r.date > '2026-04-20');
    expect(excluded.map((r) => r.date.slice(5))).toEqual([
      '04-28',
      '04-29',
      '04-30',
      '05-06',
      '05-07',
      '05-08',
      '05-09',
      '05-11',
      '05-12',
    ]);
    expect(ledger.rows.filter((r) => r.counted).length).toBe(20);
    expect(ledger.rows.at(-1)).toEqual({
      date: '2026-06-02',
      weekday: 2,
      kind: 'working',
      why: '工作日，第 20 日',
      counted: true,
      n: 20,
    });
    expect(ledger.rows.find((r) => r.date === '2026-05-09')).toEqual({
      date: '2026-05-09',
      weekday: 6,
      kind: 'working',
      why: '调休上班（劳动节），中止期间，不计',
      notice: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
      counted: false,
      n: 5,
    });
  });
});
