/** Checks of a release before anybody relies on it: a wrong table makes wrong deadlines without any error. */

import { checkClosures, checkOfficeHours } from './check-closures.ts';
import { composeCalendar } from './compose.ts';
import { type Day, dayFromText, isWeekend, textOfDay } from './days.ts';
import { type Finding, finding, isDate } from './finding.ts';
import { contradictionsIn, type HolidayFile } from './import.ts';
import type { Release } from './releases.ts';
import { FIRST_YEAR, grantedDaysOf, LAST_YEAR, statutoryDaysOf } from './statutory.ts';
import { isWorking, openCalendar } from './work-calendar.ts';

const namesDays = ({ days }: Release): boolean => Object.keys(days).length > 0;

/** The year whose schedule a release is, or null. */
const wholeYearOf = (release: Release): number | null => {
  const { from, to } = release.coverage;
  const year = from.slice(0, 4);
  return namesDays(release) && from === `${year}-01-01` && to === `${year}-12-31` ? Number(year) : null;
};

/** Weekdays off minus weekend days worked, where a year's table as others publish it is known to differ from what the
 *  Measures grant: a New Year swap filed under the other year (2007, 2011, 2012), or a one-off notice worked in (2015: 3
 *  September; 2020: the Spring Festival extension). */
const BALANCE_EXCEPTIONS: Readonly<Record<number, number>> = {
  2007: 12,
  2011: 10,
  2012: 12,
  2015: 12,
  2020: 13,
};

/** Longest run of working days since 2025, "generally" (Holiday Measures, art. 7). */
const LONGEST_RUN = 6;

const checkDays = (release: Release): Finding[] => {
  const { days, coverage } = release;
  const dates = Object.keys(days).sort();
  const year = wholeYearOf(release);
  const outside = dates.filter((date) => {
    if (coverage.from <= date && date <= coverage.to) return false;
    // A yearly notice may set the December days of its New Year holiday.
    return !(year !== null && date >= `${year - 1}-12-25` && date < coverage.from);
  });
  const unnamed = dates.filter((date) => days[date]!.name.trim() === '');
  return [
    ...(outside.length > 0
      ? finding('error', 'outside-coverage', '日期不在本通知覆盖的期间内', outside)
      : []),
    ...(unnamed.length > 0
      ? finding('warning', 'no-name', '日期没有名称，期限说明中将无法写明原因', unnamed)
      : []),
  ];
};

/** Make-up days fall on weekends; a weekday is named as worked only to take back a day off that the base gave. */
const checkMakeUp = (release: Release, base: readonly Release[]): Finding[] => {
  const offAbove = new Set(
    base.flatMap((r) => Object.keys(r.days).filter((date) => r.days[date]!.state === 'off')),
  );
  const isClosedAbove = (date: string): boolean =>
    base.some((r) => (r.closures ?? []).some(({ from, to }) => from <= date && date <= to));
  const wrong = Object.keys(release.days).filter(
    (date) =>
      release.days[date]!.state === 'working' &&
      !isWeekend(dayFromText(date)) &&
      !offAbove.has(date) &&
      !isClosedAbove(date),
  );
  return wrong.length === 0
    ? []
    : finding('error', 'make-up-on-weekday', '调休上班日应为星期六或星期日', wrong);
};

const checkYear = (release: Release, year: number): Finding[] => {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return finding('warning', 'unchecked-year', `没有 ${year} 年的法定节假日数据，无法核对`);
  const off = (day: Day): boolean => {
    const said = release.days[textOfDay(day)];
    return said ? said.state === 'off' : isWeekend(day);
  };
  const missing = [...statutoryDaysOf(year)].filter(([day]) => !off(day));
  const balance = Object.entries(release.days).reduce((sum, [date, { state }]) => {
    const weekend = isWeekend(dayFromText(date));
    return sum + (state === 'off' && !weekend ? 1 : state === 'working' && weekend ? -1 : 0);
  }, 0);
  const granted = grantedDaysOf(year);
  const balanced = balance === granted || balance === BALANCE_EXCEPTIONS[year];
  return [
    ...(missing.length > 0
      ? finding(
          'error',
          'statutory-day-worked',
          `法定节假日应为放假：${missing.map(([, name]) => name).join('、')}`,
          missing.map(([day]) => textOfDay(day)),
        )
      : []),
    ...(balanced
      ? []
      : finding(
          'error',
          'balance',
          `放假的工作日减去调休上班日应为 ${granted} 天（法定节假日天数），现为 ${balance} 天`,
        )),
  ];
};

/** Runs of working days over the limit that touch the coverage, in the calendar as it would be. */
const checkRuns = (release: Release, base: readonly Release[], year: number): Finding[] => {
  if (year < 2025 || year > LAST_YEAR) return [];
  const from = `${year - 1}-12-20`;
  const cal = openCalendar(
    composeCalendar([...base.filter((r) => r.calendarId === release.calendarId), release], {
      calendarId: release.calendarId,
      parents: [],
      from,
      to: release.coverage.to,
    }),
  );
  const tooLong: string[] = [];
  let run = 0;
  for (let day = cal.firstDay; day <= cal.lastDay; day++) {
    run = isWorking(cal, day) ? run + 1 : 0;
    if (run === LONGEST_RUN + 1) tooLong.push(textOfDay(day));
  }
  return tooLong.length === 0
    ? []
    : finding('warning', 'long-run', `连续工作超过 ${LONGEST_RUN} 天（放假办法第七条：一般不超过）`, tooLong);
};

const checkPlace = (release: Release, base: readonly Release[]): Finding[] => {
  const own = base.filter((r) => r.calendarId === release.calendarId);
  const { publishedAt } = release.notice;
  const year = wholeYearOf(release);
  const last = own
    .map((r) => r.notice.publishedAt)
    .sort()
    .at(-1);
  return [
    ...(release.version === own.length + 1
      ? []
      : finding('error', 'version-not-next', `版本号应为 ${own.length + 1}，现为 ${release.version}`)),
    ...(last !== undefined && publishedAt < last
      ? finding(
          'error',
          'published-before-last',
          `公布日期早于本日历最近一次发布（${last}），后发布的通知才能生效`,
        )
      : []),
    ...(publishedAt > release.coverage.to
      ? finding('warning', 'published-after-coverage', '公布日期晚于覆盖期间，请核对')
      : []),
    ...(year !== null && own.some((r) => wholeYearOf(r) === year)
      ? finding('warning', 'covered-already', `${year} 年的全年安排已经发布过，请确认是否为调整`)
      : []),
  ];
};

/** Checks a release against the rules that hold for the notices of 2007 to 2026 and against the releases already held
 *  (`base`: the same calendar's and those of its parents). For a whole year: it names days, contains every statutory day,
 *  gives as many weekdays off as the Measures grant days, and (from 2025) has no run of working days over six. Closures and
 *  office hours say one thing of each day. `file`, when
 *  given, is also searched for dates that contradict each other. Never throws; an empty list = nothing found. */
export const checkRelease = (release: Release, base: readonly Release[], file?: HolidayFile): Finding[] => {
  const { coverage, notice, days, closures = [], officeHours = [] } = release;
  const closed = closures.flatMap(({ from, to }) => [from, to]);
  const named = [coverage.from, coverage.to, notice.publishedAt, ...Object.keys(days), ...closed];
  const bad = named.filter((date) => !isDate(date));
  if (bad.length > 0) return finding('error', 'bad-date', '日期不存在或格式不对', bad);
  if (coverage.to < coverage.from)
    return finding('error', 'bad-coverage', '覆盖期间的结束早于开始', [coverage.from, coverage.to]);
  const contradictions = file ? contradictionsIn(file) : [];
  const dates = (file?.entries ?? []).map(({ date }) => date);
  const twice = [...new Set(dates.filter((date, i) => dates.indexOf(date) !== i))].filter(
    (date) => !contradictions.includes(date),
  );
  const year = wholeYearOf(release);
  const found = [
    ...(notice.title.trim() === '' ? finding('error', 'no-notice', '缺少通知标题') : []),
    ...(contradictions.length > 0
      ? finding('error', 'contradiction', '同一日期既放假又上班', contradictions)
      : []),
    ...(twice.length > 0 ? finding('warning', 'duplicate', '同一日期出现不止一次', twice) : []),
    ...checkPlace(release, base),
    ...checkDays(release),
    ...checkMakeUp(release, base),
    ...checkClosures(release, base),
    ...checkOfficeHours(release),
  ];
  if (!namesDays(release) && closures.length === 0 && officeHours.length === 0)
    return [...found, ...finding('error', 'no-days', '没有任何放假或上班日期，该年安排可能尚未公布')];
  if (year === null) return found;
  const isNational = base.every((r) => r.calendarId === release.calendarId);
  return [...found, ...(isNational ? checkYear(release, year) : []), ...checkRuns(release, base, year)];
};
