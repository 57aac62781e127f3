import {
  type CompactCalendar,
  isExcluded,
  isWorking,
  kindOf,
  officeHoursOf,
  openCalendar,
  startOfDayMs,
  type WorkCalendar,
} from '../calendar/index.ts';
import { type CaseState, type ForeseenChange, foreseeCalendar, procedureOfCase } from '../cases/index.ts';
import type { Store } from '../store/index.ts';
import type { Calendars } from './calendars.ts';

export type AffectedCase = {
  no: string;
  procedure: string;
  /** The calendar the case goes by. */
  calendar: string;
  changes: ForeseenChange[];
};
type Deps = { store: Pick<Store, 'rollouts'>; calendars: Calendars };

const BATCH = 500;

/** First and last day on which two versions of a calendar differ; null when on none. */
export const changedDays = (
  before: WorkCalendar,
  after: WorkCalendar,
): { from: number; to: number } | null => {
  const differs = (day: number): boolean =>
    kindOf(before, day) !== kindOf(after, day) ||
    isExcluded(before, day) !== isExcluded(after, day) ||
    officeHoursOf(before, day)?.closesAtMinute !== officeHoursOf(after, day)?.closesAtMinute ||
    (['likely', 'earliest', 'latest'] as const).some(
      (outlook) => isWorking(before, day, outlook) !== isWorking(after, day, outlook),
    );
  let from: number | null = null;
  let to = 0;
  for (
    let day = Math.max(before.firstDay, after.firstDay);
    day <= Math.min(before.lastDay, after.lastDay);
    day++
  ) {
    if (!differs(day)) continue;
    from ??= day;
    to = day;
  }
  return from === null ? null : { from, to };
};

const affectedBy = (calendar: WorkCalendar, state: CaseState, atMs: number): AffectedCase | null => {
  const procedure = procedureOfCase(state);
  if (procedure === null) return null;
  const changes = foreseeCalendar({ procedure, calendar }, state, atMs);
  const { no } = state;
  return changes.length === 0 ? null : { no, procedure: state.procedure, calendar: calendar.id, changes };
};

/**
 * The open cases that `next` would move if they adopted it at `atMs`, by number, with what would happen to their clocks. Reads only
 * cases with a running clock that reaches the days in which `next` differs from `since`.
 */
export async function* casesMovedBy(
  { store }: Deps,
  next: CompactCalendar,
  since: CompactCalendar,
  atMs: number,
): AsyncGenerator<AffectedCase> {
  const calendar = openCalendar(next);
  const changed = changedDays(openCalendar(since), calendar);
  if (changed === null) return;
  const query = {
    calendarId: next.id,
    fromMs: startOfDayMs(changed.from),
    toMs: startOfDayMs(changed.to + 1),
    belowVersion: next.version,
    limit: BATCH,
  };
  let batch = store.rollouts.touched({ ...query, afterNo: '' });
  for (;;) {
    const states = await batch;
    const last = states.at(-1);
    // The next batch is on its way while this one is reckoned.
    if (last !== undefined && states.length === BATCH)
      batch = store.rollouts.touched({ ...query, afterNo: last.no });
    for (const state of states) {
      const affected = affectedBy(calendar, state, atMs);
      if (affected !== null) yield affected;
    }
    if (states.length < BATCH) return;
  }
}

/** Everything that the calendars given would move, beside those that are current now. */
export const impactOf = async (
  deps: Deps,
  foreseen: ReadonlyMap<string, CompactCalendar>,
  atMs: number,
): Promise<AffectedCase[]> => {
  const all: AffectedCase[] = [];
  for (const [id, next] of foreseen)
    for await (const affected of casesMovedBy(deps, next, deps.calendars.current(id), atMs))
      all.push(affected);
  return all.sort((a, b) => (a.no < b.no ? -1 : 1));
};
