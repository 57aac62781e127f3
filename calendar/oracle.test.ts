import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, notices, terms } from '../test/support/random-terms.ts';
import {
  addWorkingDays,
  dayFromText,
  deadlineOf,
  ledgerOf,
  msFromIso,
  openCalendar,
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

/** The same term without a setting. */
const without = (term: Term, setting: string): Term =>
  JSON.parse(JSON.stringify(term), (key, value) => (key === setting ? undefined : value));

/** The same calendar as if nothing were excluded: the days are off. */
const withoutExcluded = ({ compact: { excluded: _, ...compact } }: WorkCalendar): WorkCalendar =>
  openCalendar(compact);

describe('the engine and a walk of the days agree', () => {
  it('on 100 000 random terms, and the ledger of each ends on its deadline', { timeout: 300_000 }, () => {
    let checked = 0;
    let open = 0;
    let provisional = 0;
    /** How often a setting decides the end, of every fifth term. */
    const decisive = {
      '"prolongedByHolidays":true': 0,
      '"fromNextHour":true': 0,
      '"startsOnWorkingDay":true': 0,
      '"datedFrom"': 0,
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
    expect(Math.min(...Object.values(decisive)), JSON.stringify(decisive)).toBeGreaterThan(50);
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
