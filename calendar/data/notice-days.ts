/** The short form in which notices are kept here, and its expansion into releases. */
import { dayFromText, textOfDay } from '../days.ts';
import type { Notice, Release } from '../releases.ts';

/** Festival, days off ('2026-02-15..2026-02-23', several apart by a blank), make-up days (apart by a blank). */
export type NoticeRow = readonly [name: string, off: string, working: string];
export type NoticeDays = { notice: Notice; coverage: { from: string; to: string }; rows: NoticeRow[] };

export const yearly = (year: number, notice: Notice, rows: NoticeRow[]): NoticeDays => ({
  notice,
  coverage: { from: `${year}-01-01`, to: `${year}-12-31` },
  rows,
});

/** Every date of '2026-01-01..2026-01-03 2026-01-05'. */
const datesOf = (ranges: string): string[] =>
  ranges
    .split(' ')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [from = '', to = from] = range.split('..');
      const first = dayFromText(from);
      return Array.from({ length: dayFromText(to) - first + 1 }, (_, i) => textOfDay(first + i));
    });

/** The releases of one calendar, numbered in the order of publication. */
export const releasesOf = (calendarId: string, notices: readonly NoticeDays[]): Release[] =>
  notices
    .toSorted((a, b) => (a.notice.publishedAt < b.notice.publishedAt ? -1 : 1))
    .map(({ notice, coverage, rows }, i) => {
      const days: Release['days'] = {};
      for (const [name, off, working] of rows) {
        for (const date of datesOf(off)) days[date] = { state: 'off', name };
        for (const date of datesOf(working)) days[date] = { state: 'working', name };
      }
      return { calendarId, version: i + 1, notice, coverage, days };
    });
