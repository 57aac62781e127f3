/** Civil dates of +08:00 as integer day numbers. China has kept one clock without summer time since 1992, so a civil day
 *  is 86 400 000 ms and no time-zone table is needed; nothing here asks the process where it runs. */

/** Whole civil days since 1970-01-01, in +08:00 civil dates. */
export type Day = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * HOUR_MS;

/** The instants a date text of four year digits can name: 0001-01-01 … 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

const assertInstant = (atMs: number): void => {
  if (!Number.isFinite(atMs)) throw new RangeError(`not an instant: ${atMs}`);
};
const assertDay = (day: Day): void => {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) throw new RangeError(`not a day: ${day}`);
};

/** Civil day (+08:00) of an instant in milliseconds since the epoch. RangeError when it is not a finite number. */
export const dayOf = (atMs: number): Day => {
  assertInstant(atMs);
  return Math.floor((atMs + OFFSET_MS) / DAY_MS);
};

/** The instant (ms) at which a civil day begins: 00:00 +08:00. */
export const startOfDayMs = (day: Day): number => day * DAY_MS - OFFSET_MS;

/** First civil day that begins at or after the instant. */
export const firstDayFrom = (atMs: number): Day => Math.ceil((atMs + OFFSET_MS) / DAY_MS);

/** 1 = Monday … 7 = Sunday. Day 0 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days in a month; month 1 … 12. */
export const monthLength = (year: number, month: number): number => {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`not a month: ${month}`);
  return month === 2 && isLeapYear(year) ? 29 : length;
};

/** Days before 1 January of a year, counted from 1970-01-01 in the Gregorian calendar. */
const daysBeforeYear = (year: number): Day => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162;
};

/** Day number of a real civil date. RangeError when the date does not exist. */
export const dayOfCivil = (year: number, month: number, dayOfMonth: number): Day => {
  if (!(dayOfMonth >= 1 && dayOfMonth <= monthLength(year, month)))
    throw new RangeError(`no such date: ${year}-${month}-${dayOfMonth}`);
  let day = daysBeforeYear(year) + dayOfMonth - 1;
  for (let m = 1; m < month; m++) day += monthLength(year, m);
  return day;
};

export type Civil = { year: number; month: number; dayOfMonth: number };

/** Year, month and day of the month of a day number. */
export const civilOf = (day: Day): Civil => {
  assertDay(day);
  let year = 1970 + Math.floor(day / 365.2425);
  while (daysBeforeYear(year + 1) <= day) year++;
  while (daysBeforeYear(year) > day) year--;
  let rest = day - daysBeforeYear(year);
  let month = 1;
  for (let length = monthLength(year, 1); rest >= length; length = monthLength(year, month)) {
    rest -= length;
    month++;
  }
  return { year, month, dayOfMonth: rest + 1 };
};

const DATE_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Strict 'YYYY-MM-DD' of a date that exists; RangeError otherwise ('2026-02-30', '2026-2-3', '' …). */
export const dayFromText = (text: string): Day => {
  const parts = DATE_TEXT.exec(text);
  if (!parts || parts[1] === '0000') throw new RangeError(`not a date: ${text}`);
  return dayOfCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** 'YYYY-MM-DD'. */
export const textOfDay = (day: Day): string => {
  const { year, month, dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
};

/** '2026-11-23T09:30:00+08:00'; with '.123' only when the milliseconds are not zero. Whole milliseconds only. */
export const isoOf = (atMs: number): string => {
  if (!Number.isInteger(atMs)) throw new RangeError(`not a whole millisecond: ${atMs}`);
  const day = dayOf(atMs);
  const inDay = atMs - startOfDayMs(day);
  const ms = inDay % 1000;
  const seconds = Math.floor(inDay / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`;
  return `${textOfDay(day)}T${clock}${fraction}+08:00`;
};

const ISO_TEXT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Milliseconds of a strict ISO instant with an offset or Z; null when it is malformed, has no offset, or names a date or
 *  time of day that does not exist. Digits below the millisecond are cut off. */
export const msFromIso = (text: string): number | null => {
  const parts = ISO_TEXT.exec(text);
  if (!parts) return null;
  const [
    ,
    date = '',
    hour = '',
    minute = '',
    second = '0',
    fraction = '',
    sign,
    offHour = '0',
    offMinute = '0',
  ] = parts;
  const offset = Number(offHour) * 60 + Number(offMinute);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offHour) > 23 || Number(offMinute) > 59) return null;
  let day: Day;
  try {
    day = dayFromText(date);
  } catch {
    return null;
  }
  const inDay = Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * 1000;
  const ms = Number(`${fraction}000`.slice(0, 3));
  return day * DAY_MS + inDay + ms - (sign === '-' ? -1 : 1) * offset * MINUTE_MS;
};

/** Same day number n months later, else the end of that month (R9). */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, dayOfMonth } = civilOf(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayOfCivil(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)));
};
