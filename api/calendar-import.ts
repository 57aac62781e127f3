import {
  type Closure,
  checkRelease,
  type Finding,
  type HolidayFile,
  NO_DAYS,
  type OfficeHours,
  parentsOf,
  parseHolidayIcs,
  parseHolidayJson,
  type Release,
  releaseFrom,
  UNSAID_EFFECT,
} from '../calendar/tables.ts';
import type { Calendars } from './calendars.ts';
import { type FieldError, malformed, type Problem, problem } from './problems/problem.ts';
import type { DraftBody } from './schemas/calendar.ts';

export type Imported = { release: Required<Release>; findings: Finding[]; file: HolidayFile };

/** What cannot be kept whoever vouches for it: it says nothing, or two things at once. */
const NEVER_KEPT: readonly Finding['code'][] = [
  'bad-date',
  'bad-coverage',
  'no-days',
  'contradiction',
  'version-not-next',
  'bad-closure',
  'closure-overlap',
  'bad-office-hours',
  'office-hours-overlap',
];

const fileOf = (body: DraftBody): HolidayFile | Problem => {
  const { days, format, content, coverage, closures, officeHours } = body;
  const saysMore = closures !== undefined || officeHours !== undefined;
  if (days !== undefined && content !== undefined)
    return malformed([{ pointer: '/days', message: 'days 与 content 只能填一项' }]);
  if (days === undefined && content === undefined && !saysMore)
    return malformed([{ pointer: '/days', message: 'days、content、closures、officeHours 至少填一项' }]);
  if (content === undefined) {
    if (coverage === undefined) return malformed([{ pointer: '/coverage', message: '必填' }]);
    return days === undefined ? NO_DAYS : { form: 'holiday-cn', papers: [], entries: days };
  }
  if (format === undefined) return malformed([{ pointer: '/format', message: '必填' }]);
  const parsed = format === 'ics' ? parseHolidayIcs(content) : parseHolidayJson(content);
  return parsed.ok
    ? parsed.file
    : problem(422, 'calendar_unreadable', `${parsed.problem}。`, {
        errors: [{ pointer: '/content', message: parsed.problem }],
      });
};

/** The whole year of the last day that a file names: a yearly notice may set days of the December before. */
const yearOf = ({ entries }: HolidayFile): Release['coverage'] => {
  const year = (entries.at(-1)?.date ?? '').slice(0, 4);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
};

/** What a draft says beside its days. A closure of which nothing is said for limits leaves them running. */
const besideDays = ({ closures = [], officeHours = [] }: DraftBody) => ({
  closures: closures.map(
    ({ from, to, reason, effect = UNSAID_EFFECT }): Closure => ({ from, to, effect, reason }),
  ),
  officeHours: officeHours.map(
    ({ name, season, opensAt, closesAt }): OfficeHours => ({
      ...{ name, season },
      ...{ opensAtMinute: minuteOf(opensAt), closesAtMinute: minuteOf(closesAt) },
    }),
  ),
});

/** '17:30' as a minute of the day. */
const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Reads and checks what a draft says, as the next release of its calendar. */
export const importRelease = (
  calendars: Calendars,
  calendarId: string,
  body: DraftBody,
): Imported | Problem => {
  const file = fileOf(body);
  if ('problem' in file) return file;
  const { title, number, publishedAt } = body.notice;
  const release = releaseFrom(file, {
    calendarId,
    version: nextVersionOf(calendars, calendarId),
    notice: { title, ...(number === undefined ? {} : { number }), publishedAt },
    coverage: body.coverage ?? yearOf(file),
    ...besideDays(body),
  });
  return { release, file, findings: checkRelease(release, baseOf(calendars, calendarId), file) };
};

export const nextVersionOf = (calendars: Calendars, calendarId: string): number =>
  calendars.releases().filter((release) => release.calendarId === calendarId).length + 1;

/** The releases that a new one is checked against: its own calendar's and those above. */
export const baseOf = (calendars: Calendars, calendarId: string): Release[] => {
  const chain = [...parentsOf(calendars.layers(), calendarId), calendarId];
  return calendars.releases().filter((release) => chain.includes(release.calendarId));
};

/** The errors among the findings that nobody has taken on, as a problem that names their places; null: none. */
export const standingErrors = (
  findings: readonly Finding[],
  acknowledged: readonly string[],
  days: DraftBody['days'],
): Problem | null => {
  const standing = findings.filter(
    ({ severity, code }) =>
      severity === 'error' && (NEVER_KEPT.includes(code) || !acknowledged.includes(code)),
  );
  if (standing.length === 0) return null;
  return problem(
    422,
    'calendar_check_failed',
    '放假安排未通过核对；确认无误的问题可在 acknowledge 中列出其代码。',
    {
      errors: standing.flatMap((finding) => placesOf(finding, days)),
      more: { findings },
    },
  );
};

const PLACES: Partial<Record<Finding['code'], string>> = {
  'no-notice': '/notice/title',
  'published-before-last': '/notice/publishedAt',
  'bad-coverage': '/coverage',
  'bad-closure': '/closures',
  'closure-overlap': '/closures',
  'bad-office-hours': '/officeHours',
  'office-hours-overlap': '/officeHours',
};

const placesOf = ({ code, message, dates }: Finding, days: DraftBody['days']): FieldError[] => {
  const place = PLACES[code];
  if (place !== undefined) return [{ pointer: place, message: `${code}：${message}` }];
  if (days === undefined)
    return [{ pointer: '/content', message: `${code}：${[message, ...(dates ?? [])].join(' ')}` }];
  const rows = (dates ?? []).flatMap((date) => {
    const index = days.findLastIndex((day) => day.date === date);
    return index < 0 ? [] : [{ pointer: `/days/${index}`, message: `${code}：${message}` }];
  });
  return rows.length > 0
    ? rows
    : [{ pointer: '/days', message: `${code}：${[message, ...(dates ?? [])].join(' ')}` }];
};
