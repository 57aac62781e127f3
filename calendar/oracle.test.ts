import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  type DayEnd,
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
  type WorkCalendar,
  warnAtMs,
} from './index.ts';
import { daysIn, next, type World, walkDeadline, walkLeft } from './oracle.ts';
import { calendars, composeCalendar, parentsOf, type Release, releases } from './tables.ts';

/** A calendar for the engine, and what can be asked of its days by walking; `told`: what was drawn of it. */
const worldOf = (all: readonly Release[], world: World, told: readonly Release[] = []) => {
  const compact = composeCalendar(all, { ...world, from: '2024-01-01', to: '2032-12-31' });
  return { cal: openCalendar(compact), days: daysIn(all, world), told };
};

const shippedWorlds = [
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
  return worldOf(releases, world);
});

/** A notice of Lhasa or of an organ there, published in the order drawn: a closure or two of which the later one may lie over the
 *  earlier one of another notice, days taken back, and the office hours of a summer and of the rest of the year. */
const notices = fc
  .tuple(
    fc.constantFrom('cn', 'cn-xz', 'cn-xz-lhasa', 'organ'),
    fc.integer({ min: 0, max: 1000 }),
    fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(30)),
    fc.constantFrom('day-off' as const, 'excluded' as const, 'runs' as const),
    fc.constantFrom<'closure' | 'working' | 'hours'>('closure', 'closure', 'closure', 'working', 'hours'),
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(6)),
  )
  .map(([calendarId, start, length, effect, what, [openMonth, shutMonth, hour]]) => {
    const [from, to] = [next('2025-01-01', start), next('2025-01-01', start + length)];
    const coverage = what === 'hours' ? { from, to: next(from, 500) } : { from, to };
    const month = (m: number): string => String(m).padStart(2, '0');
    const season = { from: `${month(openMonth)}-15`, to: `${month(shutMonth)}-14` };
    const hours = { name: '作息', opensAtMinute: 540, closesAtMinute: 990 + 15 * hour };
    return {
      ...{ calendarId, coverage },
      days: what === 'working' ? { [from]: { state: 'working' as const, name: '恢复办公' } } : {},
      ...(what === 'closure' ? { closures: [{ from, to, effect, reason: '暴雪' }] } : {}),
      ...(what === 'hours' ? { officeHours: [{ ...hours, season }] } : {}),
    };
  });

/** Organs of Lhasa that have closed, and keep hours, in ways of which no two are alike. */
const drawnWorlds = fc.sample(fc.array(notices, { minLength: 20, maxLength: 60 }), 24).map((drawn) => {
  const told = drawn.map(
    (notice, i): Release => ({
      ...notice,
      version: 100 + i,
      notice: { title: `第 ${i} 号`, publishedAt: next('2026-02-01', Math.floor(i / 2)) },
    }),
  );
  const parents = ['cn', 'cn-xz', 'cn-xz-lhasa'];
  return worldOf([...releases, ...told], { calendarId: 'organ', parents, knownOn: '2026-11-23' }, told);
});

const worlds = [...shippedWorlds, ...drawnWorlds];

const MINUTE = 60_000;
const base = msFromIso('2025-01-01T00:00:00+08:00')!;
/** A setting that is on, off or not named. */
const setting = fc.constantFrom(true, false, undefined);
const settingsOf = (named: Record<string, boolean | undefined>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(named).flatMap(([name, on]) => (on === undefined ? [] : [[name, on]])));

const hours = fc.record({ unit: fc.constant('hour' as const), amount: fc.integer({ min: 1, max: 30 }) });
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
    arbitrary: fc.record({
      unit: fc.constant('date' as const),
      prolongedByHolidays: fc.boolean(),
      move: fc.constantFrom('none' as const, 'next' as const, 'previous' as const),
      rule: fc.oneof(
        fc.record({ kind: fc.constant('day-of-month' as const), day: fc.integer({ min: 1, max: 31 }) }),
        fc.record({ kind: fc.constant('month-end' as const), month: fc.integer({ min: 1, max: 12 }) }),
        fc.constant({ kind: 'quarter-first-ten-days' as const }),
      ),
    }),
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

const dayEnds = fc.constantFrom<DayEnd>(
  ...(['office-hours', 'office-hours'] as const),
  ...[1, 1020, 1050, 1440].map((atMinute) => ({ atMinute })),
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
        cutOff: dayEnds,
        startsOnWorkingDay: fc.boolean(),
        closes: dayEnds,
      },
      { requiredKeys: ['startMs', 'limit', 'extensions', 'pauses'] },
    ),
  );

/** The same term without a setting. */
const without = (term: Term, setting: string): Term =>
  JSON.parse(JSON.stringify(term), (key, value) => (key === setting ? undefined : value));

/** The same calendar as if nothing were excluded: the days are off. */
const withoutExcluded = ({ compact: { excluded: _, ...compact } }: WorkCalendar): WorkCalendar =>
  openCalendar(compact);

describe('the engine and a walk of the days agree', () => {
  it('on 100 000 random terms, and the ledger of each ends on its deadline', { timeout: 120_000 }, () => {
    let checked = 0;
    let open = 0;
    let provisional = 0;
    /** How often a setting decides the end, of every fifth term. */
    const decisive = {
      '"prolongedByHolidays":true': 0,
      '"fromNextHour":true': 0,
      '"startsOnWorkingDay":true': 0,
      '"cutOff":"office-hours"': 0,
      '"closes":"office-hours"': 0,
      excluded: 0,
    };
    const countDecisive = (cal: WorkCalendar, term: Term, dueAtMs: number | undefined): void => {
      const text = JSON.stringify(term);
      for (const named of Object.keys(decisive) as (keyof typeof decisive)[])
        if (text.includes(named) && deadlineOf(cal, without(term, named.split('"')[1]!))?.dueAtMs !== dueAtMs)
          decisive[named]++;
      if (deadlineOf(withoutExcluded(cal), term)?.dueAtMs !== dueAtMs) decisive.excluded++;
    };
    fc.assert(
      fc.property(fc.nat(worlds.length - 1), terms, (w, term) => {
        const { cal, days, told } = worlds[w]!;
        const fast = deadlineOf(cal, term);
        const slow = walkDeadline(days, term);
        checked++;
        if (!fast) open++;
        if (fast?.provisional) provisional++;
        if (fast?.dueAtMs !== slow?.dueAtMs || fast?.dueDay !== slow?.dueDay)
          throw new Error(
            `engine ${fast?.dueDay} ${fast?.dueAtMs}, walk ${slow?.dueDay} ${slow?.dueAtMs} ${JSON.stringify(told)}`,
          );
        if (fast && !(fast.earliestAtMs <= fast.dueAtMs && fast.dueAtMs <= fast.latestAtMs))
          throw new Error(`range ${JSON.stringify([fast, told])}`);
        if (checked % 5 === 0) {
          countDecisive(cal, term, fast?.dueAtMs);
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
    expect(Math.min(...Object.values(decisive)), JSON.stringify(decisive)).toBeGreaterThan(200);
  });

  it('on every working-day limit of 1 to 30 from every day of 2025 and 2026', () => {
    const { cal, days } = worlds[0]!;
    for (let day = dayFromText('2025-01-01'); day <= dayFromText('2026-12-31'); day++) {
      let date = textOfDay(day);
      for (let n = 1; n <= 30; n++) {
        do date = next(date);
        while (!days.working(date));
        if (textOfDay(addWorkingDays(cal, day, n)) !== date) expect.fail(`${textOfDay(day)} + ${n}`);
      }
    }
  });

  it('on the working days left, whenever it is asked', () => {
    const amount = fc.integer({ min: 1, max: 45 });
    let asked = 0;
    fc.assert(
      fc.property(fc.nat(worlds.length - 1), terms, amount, fc.nat(80 * 1440), (w, any, n, minute) => {
        const { cal, days } = worlds[w]!;
        const term: Term = { ...any, limit: { amount: n, unit: 'working-day' }, extensions: [] };
        const due = walkDeadline(days, term);
        const nowMs = term.startMs + minute * MINUTE;
        if (due === null || nowMs >= due.dueAtMs) return;
        asked++;
        const left = walkLeft(days, term, due.dueDay, nowMs);
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
