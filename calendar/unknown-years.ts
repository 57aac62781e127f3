/** What an unpublished year can turn out to be (R15).
 *
 *  Likely: Monday to Friday without the statutory days. A notice then moves days around each festival in two ways: it
 *  orders weekend days to be worked (make-up) and lets weekdays off (bridge). Both keep close to the festival, and the
 *  figures below are the spans in which the notices of 2014 to 2026 did so, in days before the first and after the last
 *  statutory day (observed → taken, the margin covering 2008 to 2013 for the one-day festivals):
 *
 *    festival        make-up days observed     taken     bridged days observed   taken
 *    one day (元旦, 清明节, 端午节, 中秋节)   5 / 3       5 / 5     1 / 2       2 / 2
 *    春节            6 / 9                     7 / 10    1 / 4                   2 / 5
 *    劳动节          8 / 10                    8 / 10    1 / 4                   2 / 4
 *    国庆节          11 / 9                    11 / 9    0 / 5                   2 / 5
 *
 *  A weekend that touches a one-day festival has never been worked and is left out. No cap on the number of moved days is
 *  used: a bitmap must bound every stretch of days, also one that begins inside a window. One-off holidays (such as
 *  3 September 2015) cannot be foreseen and are outside the range. */
import { type Day, isWeekend, weekdayOf } from './days.ts';
import { type Festival, FIRST_YEAR, festivalsOf, LAST_YEAR } from './statutory.ts';

type Span = readonly [before: number, after: number];
type Windows = { makeUp: Span; bridge: Span };

const ONE_DAY: Windows = { makeUp: [5, 5], bridge: [2, 2] };
const WINDOWS: Readonly<Record<Festival['name'], Windows>> = {
  元旦: ONE_DAY,
  清明节: ONE_DAY,
  端午节: ONE_DAY,
  中秋节: ONE_DAY,
  春节: { makeUp: [7, 10], bridge: [2, 5] },
  劳动节: { makeUp: [8, 10], bridge: [2, 4] },
  国庆节: { makeUp: [11, 9], bridge: [2, 5] },
};

/** The Saturday and Sunday that touch a day, if any. */
const touchingWeekend = (day: Day): Day[] => {
  const weekday = weekdayOf(day);
  const saturday = weekday === 1 ? day - 2 : weekday >= 5 ? day + 6 - weekday : null;
  return saturday === null ? [] : [saturday, saturday + 1];
};

export type Prospect = { likely: boolean; earliest: boolean; latest: boolean };

/** The prospects of days in years without a notice. `knownOn` picks the edition of the Measures. */
export const prospects = (knownOn?: string): ((day: Day, year: number) => Prospect) => {
  const years = new Map<number, { off: Set<Day>; makeUp: Set<Day>; bridge: Set<Day>; never: Set<Day> }>();
  const sketch = (year: number) => {
    const known = years.get(year);
    if (known) return known;
    const made = {
      off: new Set<Day>(),
      makeUp: new Set<Day>(),
      bridge: new Set<Day>(),
      never: new Set<Day>(),
    };
    for (const { name, first, last } of festivalsOf(year, knownOn)) {
      const { makeUp, bridge } = WINDOWS[name];
      for (let day = first; day <= last; day++) made.off.add(day);
      for (let day = first - makeUp[0]; day <= last + makeUp[1]; day++)
        if (isWeekend(day)) made.makeUp.add(day);
      for (let day = first - bridge[0]; day <= last + bridge[1]; day++)
        if (!isWeekend(day)) made.bridge.add(day);
      if (WINDOWS[name] === ONE_DAY) for (const day of touchingWeekend(first)) made.never.add(day);
    }
    years.set(year, made);
    return made;
  };
  return (day, year) => {
    // New Year reaches into the December before.
    const near = [sketch(year), ...(year < LAST_YEAR && year >= FIRST_YEAR ? [sketch(year + 1)] : [])];
    const off = near.some((y) => y.off.has(day));
    const likely = !off && !isWeekend(day);
    const mayBeWorked = !off && near.some((y) => y.makeUp.has(day)) && !near.some((y) => y.never.has(day));
    return {
      likely,
      earliest: likely || mayBeWorked,
      latest: likely && !near.some((y) => y.bridge.has(day)),
    };
  };
};
