/** Test support: prints one line that sums up many answers of the room; run in a process of its own per time zone. */
import {
  deadlineOf,
  isoOf,
  type Limit,
  ledgerOf,
  msFromIso,
  openCalendar,
  remainingOf,
  type Term,
} from './index.ts';
import { calendars, composeCalendar, dayReasons, parentsOf, type Release, releases } from './tables.ts';

let digest = 0;
let count = 0;
const take = (value: unknown): void => {
  for (const letter of JSON.stringify(value) ?? '')
    digest = (Math.imul(digest, 31) + letter.codePointAt(0)!) | 0;
  count++;
};

const limits: Limit[] = [
  { amount: 20, unit: 'working-day' },
  { amount: 15, unit: 'day' },
  { amount: 1, unit: 'month' },
  { amount: 4, unit: 'hour' },
  { unit: 'date', rule: { kind: 'day-of-month', day: 31 }, move: 'next' },
  { amount: 30, unit: 'day', prolongedByHolidays: true },
  { unit: 'date', rule: { kind: 'day-of-month', day: 15 }, move: 'next', prolongedByHolidays: true },
  { amount: 48, unit: 'hour', fromNextHour: true },
];
/** An organ that was shut for a week, and keeps hours by season. */
const organ: Release = {
  ...{ calendarId: 'cn-xz-lhasa', version: 99, days: {} },
  notice: { title: '停止办公通告', publishedAt: '2026-06-01' },
  coverage: { from: '2026-01-01', to: '2026-12-31' },
  closures: [{ from: '2026-07-06', to: '2026-07-12', effect: 'excluded', reason: '暴雨' }],
  officeHours: [
    { name: '夏季', season: { from: '05-01', to: '09-30' }, opensAtMinute: 540, closesAtMinute: 1080 },
    { name: '冬季', season: { from: '10-01', to: '04-30' }, opensAtMinute: 570, closesAtMinute: 1050 },
  ],
};
const published = [...releases, organ];

for (const calendarId of ['cn', 'cn-xz-lhasa']) {
  const select = {
    calendarId,
    parents: parentsOf(calendars, calendarId),
    from: '2025-01-01',
    to: '2028-12-31',
  };
  const compact = composeCalendar(published, select);
  const names = dayReasons(published, select);
  take([compact, names]);
  const cal = openCalendar(compact);
  const first = msFromIso('2026-01-01T00:00:00+08:00')!;
  for (let hour = 0; hour < 8760; hour += 7)
    for (const limit of limits) {
      const startMs = first + hour * 3_600_000;
      const pauses = hour % 3 === 0 ? [{ fromMs: startMs + 90_000_000, toMs: startMs + 300_000_000 }] : [];
      const receipt: Partial<Term> =
        hour % 2 === 0 ? { cutOff: 'office-hours', startsOnWorkingDay: true, closes: 'office-hours' } : {};
      const term: Term = { startMs, limit, extensions: [], pauses, ...receipt };
      const deadline = deadlineOf(cal, term);
      take([isoOf(startMs), deadline, remainingOf(cal, term, startMs + 200_000_000)]);
      if (hour % 49 === 0) take(ledgerOf(cal, term, names));
    }
}
console.log(`${count} ${digest}`);
