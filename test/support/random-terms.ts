import fc from 'fast-check';
import {
  type DayEnd,
  dayFromText,
  type Limit,
  msFromIso,
  type Pause,
  type Term,
  textOfDay,
} from '../../calendar/index.ts';

/** The date so many days later. */
const later = (date: string, days: number): string => textOfDay(dayFromText(date) + days);

/** A notice of Lhasa or of an organ there, published in the order drawn: a closure or two of which the later one may lie over the
 *  earlier one of another notice, days taken back, and the office hours of a summer and of the rest of the year. */
export const notices = fc
  .tuple(
    fc.constantFrom('cn', 'cn-xz', 'cn-xz-lhasa', 'organ'),
    fc.integer({ min: 0, max: 1000 }),
    fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(30)),
    fc.constantFrom('day-off' as const, 'excluded' as const, 'runs' as const),
    fc.constantFrom<'closure' | 'working' | 'hours'>('closure', 'closure', 'closure', 'working', 'hours'),
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(6)),
  )
  .map(([calendarId, start, length, effect, what, [openMonth, shutMonth, hour]]) => {
    const [from, to] = [later('2025-01-01', start), later('2025-01-01', start + length)];
    const coverage = what === 'hours' ? { from, to: later(from, 500) } : { from, to };
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

export const MINUTE = 60_000;
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
  { weight: 2, arbitrary: dates },
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
      .map(([limit, days]): Limit => ({ ...limit, datedFrom: later('2025-01-01', days) })),
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

/** Terms that start within three years from 2025, with every setting on, off or not named. */
export const terms: fc.Arbitrary<Term> = fc
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
