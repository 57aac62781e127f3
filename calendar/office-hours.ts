/** Office hours (办公时间): when business opens and closes, by season. Nothing but the end of a day rests on them (R2, R3). */
import { type Day, dayOf, MINUTE_MS, startOfDayMs, textOfDay } from './days.ts';
import type { DayEnd, Term } from './term.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A part of every year, 'MM-DD', both days included; one that ends before it begins goes on over New Year. */
export type Season = { from: string; to: string };

/** Minutes of the day, 0 … 1440; a break at noon is of no account. */
export type OpenHours = { opensAtMinute: number; closesAtMinute: number };

/** Hours of a season as a calendar holds them, in force from one civil day to another, 'YYYY-MM-DD', both included. */
export type HoursInForce = OpenHours & { from: string; to: string; season: Season };

const LAST_MINUTE = 1440;

/** Whether a season holds a date. */
export const isInSeason = ({ from, to }: Season, date: string): boolean => {
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
};

/** The loudest of the hours in force on a date, of a list with the quietest first; null: none. */
export const hoursOn = <Hours extends Pick<HoursInForce, 'from' | 'to' | 'season'>>(
  all: readonly Hours[],
  date: string,
): Hours | null =>
  all.findLast(({ from, to, season }) => from <= date && date <= to && isInSeason(season, date)) ?? null;

/** The office hours of a day; null: the calendar holds none for it. */
export const officeHoursOf = ({ officeHours }: WorkCalendar, day: Day): OpenHours | null =>
  officeHours.length === 0 ? null : hoursOn(officeHours, textOfDay(day));

/** The minute at which a day ends for an item, 1 … 1440. */
export const endMinuteOf = (cal: WorkCalendar, end: DayEnd | undefined, day: Day): number => {
  if (end === undefined) return LAST_MINUTE;
  if (end === 'office-hours') return officeHoursOf(cal, day)?.closesAtMinute ?? LAST_MINUTE;
  const { atMinute } = end;
  if (!Number.isInteger(atMinute) || atMinute < 1 || atMinute > LAST_MINUTE)
    throw new RangeError(`not a minute of the day: ${atMinute}`);
  return atMinute;
};

/** The instant (ms, exclusive) at which a day ends for an item. */
export const endOfDayMs = (cal: WorkCalendar, end: DayEnd | undefined, day: Day): number =>
  startOfDayMs(day) + endMinuteOf(cal, end, day) * MINUTE_MS;

/** The civil day of receipt, from which days are counted; it is itself never counted. */
export const receiptDayOf = (cal: WorkCalendar, { startMs, cutOff }: Term): Day => {
  const day = dayOf(startMs);
  return startMs >= endOfDayMs(cal, cutOff, day) ? day + 1 : day;
};
