/** Checks of the closures and office hours of a release. */
import type { Closure } from './closures.ts';
import { dayFromText, textOfDay } from './days.ts';
import { type Finding, finding, isDate } from './finding.ts';
import { isInSeason, type Season } from './office-hours.ts';
import type { Release } from './releases.ts';

const EFFECTS: readonly string[] = ['day-off', 'excluded', 'runs'] satisfies Closure['effect'][];

/** Longest closure taken for one; a longer one is a mistake, or is ordered anew. */
const LONGEST_CLOSURE_DAYS = 92;
const LAST_MINUTE = 1440;

const lengthOf = ({ from, to }: Closure): number => dayFromText(to) - dayFromText(from) + 1;
const overlap = (a: Closure, b: Closure): boolean => a.from <= b.to && b.from <= a.to;
const spansOf = (closures: readonly Closure[]): string[] => [
  ...new Set(closures.flatMap(({ from, to }) => [from, to])),
];

/** What of the closures is no closure, says two things of one day, or says another thing than was said before. Their dates
 *  exist. */
export const checkClosures = (release: Release, base: readonly Release[]): Finding[] => {
  const { closures = [], coverage, days, calendarId } = release;
  const wrong = closures.filter(
    (closure) =>
      !EFFECTS.includes(closure.effect) ||
      closure.reason.trim() === '' ||
      lengthOf(closure) < 1 ||
      lengthOf(closure) > LONGEST_CLOSURE_DAYS,
  );
  const outside = closures.filter(({ from, to }) => from < coverage.from || coverage.to < to);
  const twice = closures.filter((a, i) =>
    closures.some((b, j) => i !== j && overlap(a, b) && a.effect !== b.effect),
  );
  const worked = Object.keys(days).filter(
    (date) =>
      days[date]!.state === 'working' &&
      closures.some(({ from, to, effect }) => effect !== 'runs' && from <= date && date <= to),
  );
  const before = base.filter((r) => r.calendarId === calendarId).flatMap((r) => r.closures ?? []);
  const changed = closures.filter((a) => before.some((b) => overlap(a, b) && a.effect !== b.effect));
  return [
    ...(wrong.length > 0
      ? finding(
          'error',
          'bad-closure',
          `停止办公应写明原因、效力和不超过 ${LONGEST_CLOSURE_DAYS} 天的起止日期`,
          spansOf(wrong),
        )
      : []),
    ...(outside.length > 0
      ? finding('error', 'bad-closure', '停止办公的日期不在本通知覆盖的期间内', spansOf(outside))
      : []),
    ...(twice.length > 0 || worked.length > 0
      ? finding('error', 'closure-overlap', '同一日期的停止办公效力不一，或既停止办公又上班', [
          ...spansOf(twice),
          ...worked,
        ])
      : []),
    ...(changed.length > 0
      ? finding(
          'warning',
          'closure-changed',
          '与本日历先前公布的停止办公效力不同，请确认以本通知为准',
          spansOf(changed),
        )
      : []),
  ];
};

const isSeason = ({ from, to }: Season): boolean =>
  [from, to].every((day) => /^\d{2}-\d{2}$/.test(day) && isDate(`2024-${day}`));
const isMinute = (minute: number): boolean =>
  Number.isInteger(minute) && minute >= 0 && minute <= LAST_MINUTE;

/** What of the office hours opens after it closes, or holds a day of the year twice. */
export const checkOfficeHours = ({ officeHours = [] }: Release): Finding[] => {
  const wrong = officeHours.filter(
    ({ name, season, opensAtMinute, closesAtMinute }) =>
      name.trim() === '' ||
      !isSeason(season) ||
      ![opensAtMinute, closesAtMinute].every(isMinute) ||
      opensAtMinute >= closesAtMinute,
  );
  if (wrong.length > 0)
    return finding(
      'error',
      'bad-office-hours',
      `办公时间应有名称、起止月日，且上班早于下班：${wrong.map(({ name }) => name).join('、')}`,
    );
  const first = dayFromText('2024-01-01');
  const twice = Array.from({ length: 366 }, (_, i) => textOfDay(first + i)).filter(
    (date) => officeHours.filter(({ season }) => isInSeason(season, date)).length > 1,
  );
  return twice.length === 0
    ? []
    : finding('error', 'office-hours-overlap', `${twice[0]!.slice(5)} 起有两种办公时间`);
};
