/** Test support: a second, slow reading of the rules that shares no code with the engine. It walks civil days one by one
 *  as texts, asks the list of releases anew, and steps limits in hours minute by minute. */
import { LunarDay, SolarTerm } from 'tyme4ts';
import type { Limit, Term } from './index.ts';
import type { Release } from './tables.ts';

const DAY = 24 * 60 * 60 * 1000;
const EIGHT_HOURS = 8 * 60 * 60 * 1000;
type Date10 = string;

const dateAt = (ms: number): Date10 => new Date(ms + EIGHT_HOURS).toISOString().slice(0, 10);
const remember = <T>(make: (date: Date10) => T): ((date: Date10) => T) => {
  const made = new Map<Date10, T>();
  return (date) => {
    const known = made.get(date);
    if (known !== undefined) return known;
    const value = make(date);
    made.set(date, value);
    return value;
  };
};
const midnight = remember((date) => Date.parse(`${date}T00:00:00+08:00`));
const tomorrow = remember((date) => dateAt(midnight(date) + DAY));
export const next = (date: Date10, n = 1): Date10 =>
  n === 1 ? tomorrow(date) : dateAt(midnight(date) + n * DAY);
const utc = (date: Date10): Date => new Date(`${date}T00:00:00Z`);
const isWeekend = (date: Date10): boolean => [0, 6].includes(utc(date).getUTCDay());

/** Statutory days of the Holiday Measures in force since 2025, from a lunar calendar computed elsewhere. */
const statutory = (year: number): Set<Date10> => {
  const text = (y: number, m: number, d: number): Date10 =>
    `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const lunar = (month: number, day: number): Date10 => {
    const d = LunarDay.fromYmd(year, month, day).getSolarDay();
    return text(d.getYear(), d.getMonth(), d.getDay());
  };
  const clear = SolarTerm.fromIndex(year, 7).getJulianDay().getSolarDay();
  const spring = lunar(1, 1);
  return new Set([
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((n) => next(spring, n)),
    text(clear.getYear(), clear.getMonth(), clear.getDay()),
    `${year}-05-01`,
    `${year}-05-02`,
    lunar(5, 5),
    lunar(8, 15),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ]);
};

export type World = { calendarId: string; parents: string[]; knownOn: string };

/** What can be asked of a day. `closesAt`: the minute at which business closes; undefined: nobody has said. */
export type Days = {
  working: (date: Date10) => boolean;
  excluded: (date: Date10) => boolean;
  closesAt: (date: Date10) => number | undefined;
};

/** The days of a season, each as '-MM-DD', by walking them with a 29 February ahead. */
const seasonDays = ({ from, to }: { from: string; to: string }): Set<string> => {
  const found = new Set<string>();
  let date = `${from < '03' ? 2024 : 2023}-${from}`;
  for (; date.slice(5) !== to; date = next(date)) found.add(date.slice(4));
  return found.add(date.slice(4));
};

/** What a day is, as far as was known; asks every release for every day, the loudest first. */
export const daysIn = (releases: readonly Release[], world: World): Days => {
  const years = new Map<number, Set<Date10>>();
  const known = releases.filter((r) => r.notice.publishedAt <= world.knownOn);
  const loudestFirst = [world.calendarId, ...[...world.parents].reverse()].flatMap((id) =>
    known
      .filter((r) => r.calendarId === id)
      .sort((a, b) => a.notice.publishedAt.localeCompare(b.notice.publishedAt) || a.version - b.version)
      .reverse(),
  );
  const seasons = loudestFirst.flatMap((r) =>
    [...(r.officeHours ?? [])].map((hours) => ({ ...hours, in: seasonDays(hours.season), of: r.coverage })),
  );
  const stateOf = remember((date): 'working' | 'off' | 'excluded' => {
    for (const { closures, days } of loudestFirst) {
      const closure = closures?.find((c) => c.effect !== 'runs' && c.from <= date && date <= c.to);
      if (closure) return closure.effect === 'excluded' ? 'excluded' : 'off';
      if (date in days) return days[date]!.state;
    }
    if (isWeekend(date)) return 'off';
    for (const { calendarId, coverage, days } of loudestFirst)
      if (calendarId === 'cn' && Object.keys(days).length > 0)
        if (coverage.from <= date && date <= coverage.to) return 'working';
    const year = Number(date.slice(0, 4));
    if (!years.has(year)) years.set(year, statutory(year));
    return years.get(year)!.has(date) ? 'off' : 'working';
  });
  return {
    working: (date) => stateOf(date) === 'working',
    excluded: (date) => stateOf(date) === 'excluded',
    closesAt: (date) =>
      seasons.find((each) => each.of.from <= date && date <= each.of.to && each.in.has(date.slice(4)))
        ?.closesAtMinute,
  };
};

const clamp = (year: number, month0: number, day: number): Date10 => {
  const end = new Date(Date.UTC(year, month0 + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month0, Math.min(day, end))).toISOString().slice(0, 10);
};

const ALL_MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const PERIOD_ENDS = {
  month: ALL_MONTHS,
  quarter: ['03', '06', '09', '12'],
  'half-year': ['06', '12'],
  year: ['12'],
};

const fits = (rule: (Limit & { unit: 'date' })['rule'], date: Date10): boolean => {
  const isMonthEnd = next(date).slice(8) === '01';
  switch (rule.kind) {
    case 'on':
      return date === rule.date;
    case 'day-of-month':
      return Number(date.slice(8)) === rule.day || (isMonthEnd && Number(date.slice(8)) < rule.day);
    case 'month-end':
      return isMonthEnd && Number(date.slice(5, 7)) === rule.month;
    case 'period-end':
      return isMonthEnd && PERIOD_ENDS[rule.of].includes(date.slice(5, 7));
    case 'quarter-first-ten-days':
      return ['01-10', '04-10', '07-10', '10-10'].includes(date.slice(5));
  }
};

const isPaused = ({ pauses }: Term, ms: number): boolean =>
  pauses.some((p) => p.fromMs <= ms && (p.toMs === null || ms < p.toMs));

/** The minute of a day that an item calls its end. */
const endMinute = ({ closesAt }: Days, end: Term['closes'], date: Date10): number => {
  if (end === undefined) return 1440;
  return end === 'office-hours' ? (closesAt(date) ?? 1440) : end.atMinute;
};

const startDate = (days: Days, term: Term): Date10 => {
  const { working } = days;
  let date = dateAt(term.startMs);
  const there = new Date(term.startMs + EIGHT_HOURS);
  const minute = there.getUTCHours() * 60 + there.getUTCMinutes();
  if (minute >= endMinute(days, term.cutOff, date)) date = next(date);
  if (term.startsOnWorkingDay) while (!working(date)) date = next(date);
  return date;
};

/** Working days left of a term of working days that ends with `dueDay`: those to be counted from the day of `nowMs` on. */
export const walkLeft = (days: Days, term: Term, dueDay: Date10, nowMs: number): number => {
  let left = 0;
  for (let date = next(startDate(days, term)); date <= dueDay; date = next(date))
    if (date >= dateAt(nowMs) && days.working(date) && !isPaused(term, midnight(date))) left++;
  return left;
};

export type Answer = { dueAtMs: number; dueDay: Date10 } | null;

/** How many days of a stretch prolong it; one letter a day, h for a day off that is neither paused nor excluded. */
const longHolidayDays = (letters: string): number => (letters.match(/h{3,}/g) ?? []).join('').length;

const isProlonged = (limit: Limit): boolean =>
  (limit.unit === 'day' || limit.unit === 'date') && limit.prolongedByHolidays === true;

/** The end of a term by walking; null when the walk meets an open pause. */
export const walkDeadline = (days: Days, term: Term): Answer => {
  const { working, excluded } = days;
  const inPause = (ms: number): boolean => isPaused(term, ms);
  const openFrom = Math.min(...term.pauses.filter((p) => p.toMs === null).map((p) => p.fromMs));
  let date = startDate(days, term);
  let at = term.startMs;
  if (term.limit.unit === 'hour' && term.limit.fromNextHour) at = new Date(at).setUTCMinutes(60, 0, 0);
  const limits: Limit[] = [];
  for (const limit of [term.limit, ...term.extensions]) {
    const last = limits.at(-1);
    const plain = (l: Limit): number => (l.unit === 'date' ? 0 : l.amount);
    const clock = (l: Limit): boolean => l.unit === 'hour' || l.unit === 'minute';
    const minutes = (l: Limit): number => plain(l) * (l.unit === 'hour' ? 60 : 1);
    if (last && clock(last) && clock(limit))
      limits[limits.length - 1] = { unit: 'minute', amount: minutes(last) + minutes(limit) };
    else if (last && last.unit !== 'date' && last.unit === limit.unit)
      limits[limits.length - 1] = {
        unit: last.unit,
        amount: last.amount + plain(limit),
        ...(isProlonged(last) || isProlonged(limit) ? { prolongedByHolidays: true } : {}),
      } as Limit;
    else limits.push(limit);
  }
  for (const [i, limit] of limits.entries()) {
    const isLast = i === limits.length - 1;
    if (limit.unit === 'hour' || limit.unit === 'minute') {
      for (let left = limit.amount * (limit.unit === 'hour' ? 60 : 1); left > 0; at += 60_000) {
        if (at >= openFrom) return null;
        if (!inPause(at)) left--;
      }
      date = dateAt(at - 1);
      if (isLast) return { dueAtMs: at, dueDay: date };
      continue;
    }
    let letters = '';
    let more = 0;
    if (limit.unit === 'date') {
      let day = i === 0 ? (limit.datedFrom ?? dateAt(term.startMs)) : next(date);
      const letter = (): string => (working(day) || excluded(day) ? 'w' : 'h');
      if (limit.rule.kind === 'on') {
        for (; day <= limit.rule.date; day = next(day)) letters += letter();
        day = limit.rule.date;
      } else {
        letters = letter();
        while (!fits(limit.rule, day)) {
          day = next(day);
          letters += letter();
        }
      }
      date = day;
      // What a document has dated takes no notice of a pause.
      if (isProlonged(limit)) more = longHolidayDays(letters);
      while (more > 0) {
        date = next(date);
        if (working(date)) more--;
      }
      if (isLast && limit.move !== 'none')
        while (!working(date)) date = next(date, limit.move === 'next' ? 1 : -1);
    } else {
      let left = limit.amount;
      if (limit.unit === 'month') {
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
        left = (midnight(clamp(y, m - 1 + limit.amount, d)) - midnight(date)) / DAY;
      }
      while (left > 0) {
        date = next(date);
        if (midnight(date) >= openFrom) return null;
        const runs = !inPause(midnight(date)) && !excluded(date);
        if (runs && (limit.unit !== 'working-day' || working(date))) left--;
        letters += runs && !working(date) ? 'h' : 'w';
      }
      if (isProlonged(limit)) more = longHolidayDays(letters);
      while (more > 0) {
        date = next(date);
        if (midnight(date) >= openFrom) return null;
        if (working(date) && !inPause(midnight(date))) more--;
      }
      if (isLast) while (!working(date)) date = next(date);
    }
    at = midnight(next(date));
  }
  const close = (day: Date10): number => midnight(day) + endMinute(days, term.closes, day) * 60_000;
  // The clock must be running at the moment before the end; if not, the last day is finished on resumption.
  for (;;) {
    const end = close(date);
    if (!inPause(end - 1)) return { dueAtMs: end, dueDay: date };
    let resumed = end - 1;
    while (inPause(resumed)) {
      if (resumed >= openFrom) return null;
      resumed = Math.min(
        ...term.pauses.map((p) => p.toMs ?? openFrom).filter((to) => to > resumed),
        openFrom > resumed ? openFrom : Number.POSITIVE_INFINITY,
      );
    }
    if (limits.at(-1)!.unit === 'date') return { dueAtMs: end, dueDay: date };
    while (close(date) <= resumed || !working(date)) date = next(date);
  }
};
