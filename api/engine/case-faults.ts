import { deadlineOf, isoOf, openCalendar } from '../../calendar/index.ts';
import { foreseeCalendar, isLive, nextWakeMs } from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import type { AlarmKind, Fault, WatchedCase } from '../../store/index.ts';
import type { Armed } from '../../workflows/contract.ts';
import { type Calendars, newerFor } from '../calendars.ts';
import { presentLimit } from '../present/limit.ts';

/** Kinds that are found by looking at one open case. */
export const CASE_FAULTS: readonly AlarmKind[] = [
  'run_missing',
  'timer_missing_or_other',
  'deadline_differs',
  'calendar_behind',
];
/** A wake that is so much overdue has been lost; less is an engine that is busy. */
const LOST_AFTER_MS = 120_000;

const iso = (ms: number | null | undefined): string | null => (ms == null ? null : isoOf(ms));

/** Stored ends of live clocks that are not what their inputs and their calendar come to. */
export const deadlineFaults = (calendars: Calendars, { state, dueAtMs: stored }: WatchedCase): Fault[] =>
  Object.values(state.clocks).flatMap((clock): Fault[] => {
    if (!isLive(clock)) return [];
    const reckonedMs = deadlineOf(openCalendar(calendars.at(clock.calendar)), clock.term)?.dueAtMs ?? null;
    if (reckonedMs === clock.dueAtMs && reckonedMs === (stored[clock.id] ?? null)) return [];
    const ends = { reckoned: iso(reckonedMs), held: iso(clock.dueAtMs), listed: iso(stored[clock.id]) };
    const details = { ...ends, limit: presentLimit(clock.limit) };
    return [{ kind: 'deadline_differs', caseNo: state.no, clock: clock.id, details }];
  });

/** A case that goes by an older calendar although the newest one would move a clock of it. */
export const calendarFaults = (calendars: Calendars, { state }: WatchedCase, nowMs: number): Fault[] => {
  const newest = newerFor(calendars, state.calendar);
  const procedure = procedureById(state.procedure, state.edition);
  if (newest === null || procedure === null) return [];
  const rules = { procedure, calendar: openCalendar(newest) };
  if (!foreseeCalendar(rules, state, nowMs).some(({ move }) => move !== null)) return [];
  const details = { has: state.calendar.version, newest: newest.version };
  return [{ kind: 'calendar_behind', caseNo: state.no, clock: '', details }];
};

/** What the run of the case goes by, beside the record. `armed` null: it did not answer, which says nothing. */
export const timerFaults = (
  { state }: WatchedCase,
  armed: Armed | null,
  { nowMs, spreadMs }: { nowMs: number; spreadMs: number },
): Fault[] => {
  const wakeMs = nextWakeMs(state);
  const isLost = wakeMs !== null && wakeMs + spreadMs + LOST_AFTER_MS < nowMs;
  const isOther =
    armed !== null &&
    (armed.seq !== state.seq ||
      armed.calendar.version !== state.calendar.version ||
      (armed.armedMs === null) !== (wakeMs === null) ||
      Math.abs((armed.armedMs ?? 0) - (wakeMs ?? 0)) > spreadMs);
  if (!isLost && !isOther) return [];
  const details = {
    wake: iso(wakeMs),
    seq: state.seq,
    run:
      armed === null ? null : { wake: iso(armed.armedMs), seq: armed.seq, calendar: armed.calendar.version },
  };
  return [{ kind: 'timer_missing_or_other', caseNo: state.no, clock: '', details }];
};
