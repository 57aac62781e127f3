import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  dayFromText,
  deadlineOf,
  type Limit,
  ledgerOf,
  msFromIso,
  openCalendar,
  type Pause,
  remainingOf,
  type Term,
  textOfDay,
  warnAtMs,
} from './index.ts';
import { next, walkDeadline, walkLeft, workingIn } from './oracle.ts';
import { calendars, composeCalendar, parentsOf, releases } from './tables.ts';

const worlds = [
  ['cn', '2026-11-23'],
  ['cn', '2025-11-03'],
  ['cn', '2025-11-04'],
  ['cn-xz-lhasa', '2026-11-23'],
  ['cn-xz-lhasa', '2026-01-27'],
  ['cn-xz-lhasa', '2025-03-01'],
  ['cn-gs-lzxq', '2026-11-23'],
  ['cn-ha-luoyang', '2024-11-12'],
].map(([calendarId = '', knownOn = '']) => {
  const world = { calendarId, knownOn, parents: parentsOf(calendars, calendarId) };
  const compact = composeCalendar(releases, { ...world, from: '2024-01-01', to: '2032-12-31' });
  return { cal: openCalendar(compact), working: workingIn(releases, world) };
});

const MINUTE = 60_000;
const base = msFromIso('2025-01-01T00:00:00+08:00')!;
/** A setting that is on, off or not named. */
const setting = fc.constantFrom(true, false, undefined);
const settingsOf = (named: Record<string, boolean | undefined>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(named).flatMap(([name, on]) => (on === undefined ? [] : [[name, on]])));

const hours = fc.record({ unit: fc.constant('hour' as const), amount: fc.integer({ min: 1, max: 30 }) });
const dates = fc.record({
  unit: fc.constant('date' as const),
  prolongedByHolidays: fc.boolean(),
  move: fc.constantFrom('none' as const, 'next' as const, 'previous' as const),
  rule: fc.oneof(
    fc.record({ kind: fc.constant('day-of-month' as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ kind: fc.constant('month-end' as const), month: fc.integer({ min: 1, max: 12 }) }),
    fc.constant({ kind: 'quarter-first-ten-days' as const }),
    fc.record({
      kind: fc.constant('period-end' as const),
      of: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
    }),
  ),
});
/** Limits as they can also be appended to another one. */
const extensions: fc.Arbitrary<Limit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      unit: fc.constant('working-day' as const),
      amount: fc.integer({ min: 1, max: 45 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 60 }), setting).map(
      ([amount, prolongedByHolidays]): Limit => ({
        unit: 'day',
        amount,
        ...settingsOf({ prolongedByHolidays }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ unit: fc.constant('month' as const), amount: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: hours },
  {
    weight: 1,
    arbitrary: fc.record({ unit: fc.constant('minute' as const), amount: fc.integer({ min: 1, max: 300 }) }),
  },
  {
    weight: 2,
    arbitrary: dates,
  },
);

const limits: fc.Arbitrary<Limit> = fc.oneof(
  { weight: 12, arbitrary: extensions },
  {
    weight: 2,
    arbitrary: fc
      .tuple(hours, setting)
      .map(([limit, fromNextHour]): Limit => ({ ...limit, ...settingsOf({ fromNextHour }) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(dates, fc.integer({ min: -200, max: 1200 }))
      .map(([limit, day]): Limit => ({ ...limit, datedFrom: textOfDay(dayFromText('2025-01-01') + day) })),
  },
);

/** Minutes, with whole days, the close of business and both sides of midnight often hit. */
const minuteOfDay = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 1, 1050, 1439));
const pauses = (startMs: number): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: -2, max: 60 }),
        minuteOfDay,
        fc.integer({ min: 0, max: 20 }),
        minuteOfDay,
        fc.nat(19),
      )
      .map(([afterDays, fromMinute, days, toMinute, open]) => {
        const day =
          Math.floor(startMs / (1440 * MINUTE)) * 1440 * MINUTE - 480 * MINUTE + afterDays * 1440 * MINUTE;
        const fromMs = day + fromMinute * MINUTE;
        const toMs = Math.max(fromMs, day + days * 1440 * MINUTE + toMinute * MINUTE);
        return { fromMs, toMs: open === 0 ? null : toMs };
      }),
    { maxLength: 3 },
  );

const terms: fc.Arbitrary<Term> = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), minuteOfDay)
  .map(([day, minute]) => base + (day * 1440 + minute) * MINUTE)
  .chain((startMs) =>
    fc.record(
      {
        startMs: fc.constant(startMs),
        limit: limits,
        extensions: fc.array(extensions, { maxLength: 2 }),
        pauses: pauses(startMs),
        cutOffHour: fc.integer({ min: 0, max: 24 }),
        startsOnWorkingDay: fc.boolean(),
        closesAtMinute: fc.constantFrom(1050, 1080, 1440),
      },
      { requiredKeys: ['startMs', 'limit', 'extensions', 'pauses'] },
    ),
  );

/** The same term without the settings named. */
const without = (term: Term, ...names: string[]): Term =>
  JSON.parse(JSON.stringify(term), (key, value) => (names.includes(key) ? undefined : value));

describe('the engine and a walk of the days agree', () => {
  it('on 100 000 random terms, and the ledger of each ends on its deadline', { timeout: 120_000 }, () => {
    let checked = 0;
    let open = 0;
    let provisional = 0;
    let dated = 0;
    const decisive = { prolongedByHolidays: 0, fromNextHour: 0, startsOnWorkingDay: 0 };
    fc.assert(
      fc.property(fc.nat(worlds.length - 1), terms, (w, term) => {
        const { cal, working } = worlds[w]!;
        const fast = deadlineOf(cal, term);
        const slow = walkDeadline(working, term);
        checked++;
        if (!fast) open++;
        if (fast?.provisional) provisional++;
        const text = JSON.stringify(term);
        for (const name of Object.keys(decisive) as (keyof typeof decisive)[])
          if (
            text.includes(`"${name}":true`) &&
            deadlineOf(cal, without(term, name))?.dueAtMs !== fast?.dueAtMs
          )
            decisive[name]++;
        if (
          text.includes('"datedFrom"') &&
          deadlineOf(cal, without(term, 'datedFrom'))?.dueAtMs !== fast?.dueAtMs
        )
          dated++;
        if (fast?.dueAtMs !== slow?.dueAtMs || fast?.dueDay !== slow?.dueDay)
          throw new Error(`engine ${fast?.dueDay} ${fast?.dueAtMs}, walk ${slow?.dueDay} ${slow?.dueAtMs}`);
        if (fast && !(fast.earliestAtMs <= fast.dueAtMs && fast.dueAtMs <= fast.latestAtMs))
          throw new Error('range');
        if (checked % 5 === 0) {
          const ledger = ledgerOf(cal, term);
          const last = ledger.rows.at(-1)!;
          if (ledger.dueAtMs !== (fast?.dueAtMs ?? null)) throw new Error(`ledger ${ledger.dueDay}`);
          if (ledger.provisional !== (fast?.provisional ?? false)) throw new Error('ledger provisional');
          if (fast && last.date !== fast.dueDay)
            throw new Error(`ledger row ${last.date}, due ${fast.dueDay}`);
          ledger.rows.forEach((row, i) => {
            if (i > 0 && row.date !== next(ledger.rows[i - 1]!.date) && row.date !== ledger.rows[i - 1]!.date)
              throw new Error(`ledger skips to ${row.date}`);
          });
        }
      }),
      { numRuns: 100_000 },
    );
    expect(checked).toBe(100_000);
    expect(open).toBeGreaterThan(1000);
    expect(provisional).toBeGreaterThan(5000);
    expect(Math.min(dated, ...Object.values(decisive))).toBeGreaterThan(1000);
  });

  it('on every working-day limit of 1 to 30 from every day of 2025 and 2026', () => {
    const { cal, working } = worlds[0]!;
    for (let day = dayFromText('2025-01-01'); day <= dayFromText('2026-12-31'); day++) {
      let date = textOfDay(day);
      for (let n = 1; n <= 30; n++) {
        do date = next(date);
        while (!working(date));
        if (textOfDay(addWorkingDays(cal, day, n)) !== date) expect.fail(`${textOfDay(day)} + ${n}`);
      }
    }
  });

  it('on the working days left, whenever it is asked', () => {
    const amount = fc.integer({ min: 1, max: 45 });
    let asked = 0;
    fc.assert(
      fc.property(fc.nat(worlds.length - 1), terms, amount, fc.nat(80 * 1440), (w, any, n, minute) => {
        const { cal, working } = worlds[w]!;
        const term: Term = { ...any, limit: { amount: n, unit: 'working-day' }, extensions: [] };
        const due = walkDeadline(working, term);
        const nowMs = term.startMs + minute * MINUTE;
        if (due === null || nowMs >= due.dueAtMs) return;
        asked++;
        const left = walkLeft(working, term, due.dueDay, nowMs);
        if (JSON.stringify(remainingOf(cal, term, nowMs)) !== `{"workingDays":${left}}`)
          throw new Error(`walk ${left}`);
      }),
      { numRuns: 10_000 },
    );
    expect(asked).toBeGreaterThan(2000);
  });

  it('a provisional range of 3 November 2025 holds what the notice of 4 November ordered', () => {
    const [before, after] = [worlds[1]!.cal, worlds[2]!.cal];
    let provisional = 0;
    fc.assert(
      fc.property(terms, (term) => {
        const guess = deadlineOf(before, term);
        if (!guess?.provisional) return;
        const truth = deadlineOf(after, term)?.dueAtMs;
        // An open pause that the true end does not outrun leaves nothing to compare.
        if (truth === undefined || truth > msFromIso('2027-01-01T00:00:00+08:00')!) return;
        provisional++;
        if (truth < guess.earliestAtMs || guess.latestAtMs < truth) throw new Error(`${truth}`);
      }),
      { numRuns: 20_000 },
    );
    expect(provisional).toBeGreaterThan(1000);
  });

  it('the warning comes in the term, what is left never grows, and nothing is left at the end', () => {
    const { cal } = worlds[0]!;
    const sizeOf = (left: object): number => Object.values(left)[0] as number;
    fc.assert(
      fc.property(terms, fc.array(fc.nat(80 * 1440), { minLength: 2, maxLength: 6 }), (term, moments) => {
        const deadline = deadlineOf(cal, term);
        if (!deadline) return;
        const warn = warnAtMs(cal, term, deadline);
        if (warn < term.startMs || (warn >= deadline.dueAtMs && warn > term.startMs))
          throw new Error(`warn ${warn}`);
        if (sizeOf(remainingOf(cal, term, deadline.dueAtMs)) !== 0) throw new Error('left at the end');
        let before = Number.POSITIVE_INFINITY;
        for (const minute of moments.sort((a, b) => a - b)) {
          const left = sizeOf(remainingOf(cal, term, term.startMs + minute * MINUTE));
          if (left > before || left < 0) throw new Error(`left ${left} after ${before}`);
          before = left;
        }
      }),
      { numRuns: 20_000 },
    );
  });
});
