/** The rows of a ledger: what each day is and what notices say of it. */
import type { ClosureEffect } from './closures.ts';
import type { Course } from './course.ts';
import { type Day, textOfDay, weekdayOf } from './days.ts';
import { WHY } from './ledger-words.ts';
import { officeHoursOf } from './office-hours.ts';
import { type DayKind, isExcluded, isWorking, kindOf, type WorkCalendar } from './work-calendar.ts';

export type LedgerRow = {
  date: string;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  kind: DayKind;
  /** Chinese, for the reader of the case. */
  why: string;
  /** The notice that set the day, where one did; of several each once, with '；' between. */
  notice?: string;
  /** What a closure on that day means for limits, where a notice tells of one. */
  closed?: ClosureEffect;
  counted: boolean;
  /** Days counted so far in this stretch of the term; for hour and minute limits minutes. */
  n: number;
};

/** What notices say of a day: its name; a closure; the office hours by their name. */
export type DayReason = {
  name?: string;
  notice?: string;
  closed?: { effect: ClosureEffect; reason: string; notice: string };
  hours?: { name: string; notice: string };
};

/** What notices say of days, by date; made by `dayReasons`. */
export type DayReasons = Readonly<Record<string, DayReason>>;

/** A ledger that is being written. */
export type Page = { cal: WorkCalendar; course: Course; names: DayReasons; rows: LedgerRow[] };

/** What kind of day it is, in words: the name and notice of the day where known. */
export const dayWords = (page: Page, day: Day): string => {
  const closed = page.names[textOfDay(day)]?.closed;
  if (closed?.effect === 'runs') return WHY.closed(closed.reason, 'runs', plainWords(page, day));
  if (closed !== undefined) return WHY.closed(closed.reason, closed.effect);
  return isExcluded(page.cal, day) ? WHY.closed('', 'excluded') : plainWords(page, day);
};

const plainWords = ({ cal, names }: Page, day: Day): string => {
  const name = names[textOfDay(day)]?.name;
  const working = isWorking(cal, day);
  if (name !== undefined) return working ? WHY.makeUp(name) : WHY.holiday(name);
  if (kindOf(cal, day) === 'unknown') return WHY.unknown(working, weekdayOf(day));
  if (weekdayOf(day) > 5) return working ? WHY.makeUp() : WHY.weekend;
  return working ? WHY.workday : WHY.holiday();
};

/** The notices that a day rests on; a closure that makes it another day takes the place of what was said before. */
const noticesOf = ({ notice, closed }: DayReason = {}): string[] =>
  [closed === undefined || closed.effect === 'runs' ? notice : undefined, closed?.notice].filter(
    (each) => each !== undefined,
  );

/** Writes the row of a day. */
export const write = (page: Page, day: Day, counted: boolean, n: number, why: string): void => {
  const date = textOfDay(day);
  const closed = page.names[date]?.closed?.effect;
  page.rows.push({
    date,
    weekday: weekdayOf(day),
    kind: kindOf(page.cal, day),
    why,
    ...noticed(noticesOf(page.names[date])),
    ...(closed === undefined ? {} : { closed }),
    counted,
    n,
  });
};

const noticed = (notices: readonly (string | undefined)[]): Pick<LedgerRow, 'notice'> => {
  const each = new Set(notices.filter((notice) => notice !== undefined));
  return each.size === 0 ? {} : { notice: [...each].join('；') };
};

/** Says on the row of a day by which office hours it ended. */
export const tellHours = ({ cal, names, rows }: Page, day: Day): void => {
  const hours = officeHoursOf(cal, day);
  const row = rows.findLast(({ date }) => date === textOfDay(day));
  if (hours === null || row === undefined) return;
  const by = names[row.date]?.hours;
  row.why = WHY.byHours(row.why, hours, by?.name);
  Object.assign(row, noticed([row.notice, by?.notice]));
};
