import {
  type DayReasons,
  deadlineOf,
  isoOf,
  type Limit,
  ledgerOf,
  msFromIso,
  openCalendar,
  type Term,
  type WorkCalendar,
} from '../../calendar/index.ts';
import { composeCalendar, dayReasons, type Release, releases } from '../../calendar/tables.ts';

const SPAN = { from: '2025-01-01', to: '2028-12-31' };
const NATIONAL = { calendarId: 'cn', parents: [], ...SPAN };
const ORGAN = { calendarId: 'organ', parents: ['cn', 'city'], ...SPAN };

/** The national calendar of 2025 to 2028. */
export const national = openCalendar(composeCalendar(releases, NATIONAL));

type Said = Partial<Pick<Release, 'closures' | 'officeHours' | 'days' | 'coverage' | 'calendarId'>>;
/** National releases with notices of an organ (or of its `city`) beside them, in their order. */
export const releasesWith = (...notices: Said[]): Release[] => [
  ...releases,
  ...notices.map((said, i) => ({
    ...{ calendarId: 'organ', version: i + 1, days: {}, coverage: { from: '2025-01-01', to: '2028-12-31' } },
    notice: { title: `第 ${i + 1} 号通知`, publishedAt: '2026-02-01' },
    ...said,
  })),
];
/** The calendar of the organ, and the reasons for a ledger. */
export const organWith = (...notices: Said[]): WorkCalendar =>
  openCalendar(composeCalendar(releasesWith(...notices), ORGAN));
export const reasonsWith = (...notices: Said[]): DayReasons => dayReasons(releasesWith(...notices), ORGAN);

/** Local time of +08:00, '2026-11-23T10:00:00', as ms. */
export const at = (text: string): number => msFromIso(`${text}+08:00`)!;
/** A Monday with no holiday near. */
export const at10 = '2026-11-23T10:00:00';

export const wd = (amount: number): Limit => ({ amount, unit: 'working-day' });
export const days = (amount: number): Limit => ({ amount, unit: 'day' });
export const months = (amount: number): Limit => ({ amount, unit: 'month' });
export const hours = (amount: number): Limit => ({ amount, unit: 'hour' });
export const nextHour = (amount: number): Limit => ({ amount, unit: 'hour', fromNextHour: true });
export type DateRule = (Limit & { unit: 'date' })['rule'];
export const by = (rule: DateRule, move: 'none' | 'next' | 'previous' = 'none') =>
  ({ unit: 'date', rule, move }) as const satisfies Limit;
/** A date of the period that begins with `datedFrom`. */
export const of = (datedFrom: string, ...rule: Parameters<typeof by>): Limit => ({
  ...by(...rule),
  datedFrom,
});

type Extra = Partial<Omit<Term, 'pauses'>> & { pauses?: [string, string | null][] };
/** A term from a local time, with pauses between local times; null = still paused. */
export const term = (start: string, limit: Limit, { pauses = [], ...extra }: Extra = {}): Term => ({
  startMs: at(start),
  limit,
  extensions: [],
  pauses: pauses.map(([from, to]) => ({ fromMs: at(from), toMs: to === null ? null : at(to) })),
  ...extra,
});

/** The end of a term as local time to the minute, null while it stands still; throws when the ledger says another. */
export const endOf = (t: Term, cal: WorkCalendar = national): string | null => {
  const deadline = deadlineOf(cal, t);
  const { dueAtMs, provisional, rows } = ledgerOf(cal, t);
  if (dueAtMs !== (deadline?.dueAtMs ?? null)) throw new Error(`the ledger ends at ${dueAtMs}`);
  if (provisional !== (deadline?.provisional ?? false))
    throw new Error(`the ledger: provisional ${provisional}`);
  if (deadline !== null && rows.at(-1)?.date !== deadline.dueDay)
    throw new Error(`the ledger ends on ${rows.at(-1)?.date}`);
  return deadline && isoOf(deadline.dueAtMs).slice(0, 16);
};

/** What a rule says of a term and where the term then ends. */
export type Row = [says: string, term: Term, end: string | null];
