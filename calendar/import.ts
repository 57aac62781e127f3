/** Reading holiday files that others publish. Text in, entries out; a file that cannot be read is a value, not a throw. */
import { type Day, dayFromText, textOfDay } from './days.ts';
import type { Release } from './releases.ts';

export type HolidayEntry = { date: string; state: 'working' | 'off'; name: string };

/** What a file says. A date may stand in it twice: the check of the release needs to see that. */
export type HolidayFile = {
  form: 'chinese-days' | 'holiday-cn' | 'icalendar';
  /** Addresses of the notices the file names. */
  papers: string[];
  entries: HolidayEntry[];
};

/** `problem` is one Chinese sentence for the person who imports. */
export type Parsed = { ok: true; file: HolidayFile } | { ok: false; problem: string };

const failed = (problem: string): Parsed => ({ ok: false, problem });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const realDate = (text: unknown): string | null => {
  if (typeof text !== 'string') return null;
  try {
    return textOfDay(dayFromText(text));
  } catch {
    return null;
  }
};

/** A file that says nothing about any day is no schedule: an unpublished year must stay unknown. */
const read = (form: HolidayFile['form'], papers: string[], entries: HolidayEntry[]): Parsed =>
  entries.length === 0
    ? failed('文件中没有任何放假或上班日期，该年安排可能尚未公布')
    : { ok: true, file: { form, papers, entries: entries.toSorted((a, b) => (a.date < b.date ? -1 : 1)) } };

/** {holidays: {'2026-01-01': "New Year's Day,元旦,1"}, workdays: {…}}: the Chinese name is the second word. */
const fromDictionaries = (holidays: unknown, workdays: unknown): Parsed => {
  const entries: HolidayEntry[] = [];
  for (const [days, state] of [
    [holidays, 'off'],
    [workdays, 'working'],
  ] as const) {
    if (!isRecord(days)) return failed('holidays、workdays 应为“日期: 名称”的对象');
    for (const [text, words] of Object.entries(days)) {
      const date = realDate(text);
      if (date === null) return failed(`日期不存在或格式不对：${text}`);
      const parts = String(words).split(',');
      entries.push({ date, state, name: (parts[1] ?? parts[0] ?? '').trim() });
    }
  }
  return read('chinese-days', [], entries);
};

/** {year, papers: [address], days: [{name, date, isOffDay}]}. */
const fromDayList = (days: unknown, papers: unknown): Parsed => {
  if (!Array.isArray(days)) return failed('days 应为数组');
  const entries: HolidayEntry[] = [];
  for (const item of days as unknown[]) {
    const date = isRecord(item) ? realDate(item.date) : null;
    if (!isRecord(item) || date === null) return failed(`日期不存在或格式不对：${JSON.stringify(item)}`);
    if (typeof item.isOffDay !== 'boolean') return failed(`${date} 缺少 isOffDay（true 放假，false 上班）`);
    entries.push({ date, state: item.isOffDay ? 'off' : 'working', name: String(item.name ?? '').trim() });
  }
  const cited = Array.isArray(papers) ? papers.filter((p): p is string => typeof p === 'string') : [];
  return read('holiday-cn', cited, entries);
};

/** Reads one of the two JSON forms in use: dictionaries `holidays` and `workdays` of a year, or a list `days` of
 *  {name, date, isOffDay}. */
export const parseHolidayJson = (text: string): Parsed => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed('不是合法的 JSON');
  }
  if (!isRecord(value)) return failed('JSON 顶层应为对象');
  if ('days' in value) return fromDayList(value.days, value.papers);
  if ('holidays' in value) return fromDictionaries(value.holidays, value.workdays ?? {});
  return failed('JSON 中没有 days，也没有 holidays');
};

const DATE_VALUE = /^(\d{4})(\d{2})(\d{2})$/;
const icsDay = (value: string): Day | null => {
  const parts = DATE_VALUE.exec(value);
  const date = parts && realDate(`${parts[1]}-${parts[2]}-${parts[3]}`);
  return date === null || date === undefined ? null : dayFromText(date);
};

/** Longest event taken for a holiday; a longer one is a mistake in the file. */
const LONGEST_EVENT_DAYS = 31;

/** The name and kind of an event, from a summary such as '春节(休)', '元旦 班', '调休上班'. */
const summaryOf = (summary: string): { state: 'working' | 'off'; name: string } | null => {
  const state = /班/.test(summary) ? 'working' : /休|放假|假期/.test(summary) ? 'off' : null;
  if (state === null) return null;
  const name = summary.replace(/[（(【[]?\s*(休|班|放假|上班|调休上班|假期)\s*[)）】\]]?/g, '').trim();
  return { state, name: name || summary.trim() };
};

/** Reads an iCalendar file of whole-day events whose summary says 休 or 班; events that say neither are left out. DTEND is
 *  exclusive, as in RFC 5545; without it an event lasts one day. */
export const parseHolidayIcs = (text: string): Parsed => {
  // A line that begins with a blank continues the one before (RFC 5545, 3.1).
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  if (!lines.includes('BEGIN:VCALENDAR')) return failed('不是 iCalendar 文件（缺少 BEGIN:VCALENDAR）');
  const entries: HolidayEntry[] = [];
  let event: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = new Map();
    else if (line === 'END:VEVENT' && event) {
      const said = summaryOf(event.get('SUMMARY') ?? '');
      if (said) {
        const startText = event.get('DTSTART') ?? '';
        const start = icsDay(startText);
        const endText = event.get('DTEND');
        const end = endText === undefined ? (start ?? 0) + 1 : icsDay(endText);
        if (start === null || end === null) return failed(`不是全天事件或日期不存在：${startText}`);
        if (end <= start || end - start > LONGEST_EVENT_DAYS)
          return failed(`事件起止日期不合理：${startText} 至 ${endText}`);
        for (let day = start; day < end; day++) entries.push({ date: textOfDay(day), ...said });
      }
      event = null;
    } else if (event) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).split(';')[0] ?? '';
      if (colon > 0 && !event.has(name)) event.set(name, line.slice(colon + 1).trim());
    }
  }
  return read('icalendar', [], entries);
};

/** Dates that stand in a file more than once with different states. */
export const contradictionsIn = (file: HolidayFile): string[] => {
  const states = new Map<string, string>();
  const twice = new Set<string>();
  for (const { date, state } of file.entries) {
    const before = states.get(date);
    if (before !== undefined && before !== state) twice.add(date);
    states.set(date, state);
  }
  return [...twice].sort();
};

/** A file that names no day: of a notice that only closes an organ, or sets its office hours. */
export const NO_DAYS: HolidayFile = { form: 'holiday-cn', papers: [], entries: [] };

/** Makes a release of a file, for `checkRelease` and a second person to look at. When dates contradict each other the last
 *  one stands; ask `contradictionsIn` first. */
export const releaseFrom = <As extends Omit<Release, 'days'>>(
  file: HolidayFile,
  as: As,
): As & Pick<Release, 'days'> => ({
  ...as,
  days: Object.fromEntries(file.entries.map(({ date, state, name }) => [date, { state, name }])),
});
