import { isoOf, openCalendar } from '../../calendar/index.ts';
import {
  type CaseState,
  type Clock,
  type DeadlineFacts,
  foreseeCalendar,
  isLive,
  nextWakeMs,
  procedureOfCase,
  reckonedClock,
} from '../../cases/index.ts';
import type { AlarmKind, Fault, WatchedCase } from '../../store/index.ts';
import type { Armed } from '../../workflows/contract.ts';
import { type Calendars, newerFor } from '../calendars.ts';
import { NO_DOCUMENTS, presentLimit } from '../present/limit.ts';

/** Kinds that the record and the lists alone tell of. */
export const RECORD_FAULTS: readonly AlarmKind[] = ['deadline_differs', 'calendar_behind'];
/** Kinds that are found by looking at one open case. */
export const CASE_FAULTS: readonly AlarmKind[] = [
  ...RECORD_FAULTS,
  'run_missing',
  'run_not_answering',
  'timer_missing_or_other',
];
/** A wake that is so much overdue has been lost; less is an engine that is busy. */
const LOST_AFTER_MS = 120_000;

const iso = (ms: number | null | undefined): string | null => (ms == null ? null : isoOf(ms));

/** Instants that are not what their inputs and their calendar come to: those of a live clock, those listed, and the next wake. */
export const deadlineFaults = (calendars: Calendars, watched: WatchedCase): Fault[] => {
  const { state, wakeAtMs } = watched;
  const fault = (clock: string, details: Fault['details']): Fault => ({
    ...{ kind: 'deadline_differs', caseNo: state.no, clock, details },
  });
  const wake = nextWakeMs(state);
  return [
    ...Object.values(state.clocks).flatMap((clock) => {
      const details = isLive(clock) ? clockDifference(calendars, watched, clock) : null;
      return details === null ? [] : [fault(clock.id, details)];
    }),
    ...(wake === wakeAtMs ? [] : [fault('', { wake: iso(wake), listed: iso(wakeAtMs) })]),
  ];
};

/** What a live clock, or a list, holds otherwise than it is reckoned; null: nothing. */
const clockDifference = (
  calendars: Calendars,
  { state, listed }: WatchedCase,
  clock: Clock,
): Fault['details'] | null => {
  const reckoned = instantsOf(reckonAnew(calendars, state, clock));
  const held = instantsOf(clock);
  const rows = listed.filter(({ clock: id }) => id === clock.id);
  const { dueAt, warnAt } = reckoned;
  const asListed = rows.map(({ dueAtMs, warnAtMs }) => ({ dueAt: iso(dueAtMs), warnAt: iso(warnAtMs) }));
  const isListed =
    (rows.length > 0 || dueAt === null) &&
    asListed.every((row) => row.dueAt === dueAt && row.warnAt === warnAt);
  const isHeld = JSON.stringify(held) === JSON.stringify(reckoned);
  if (isHeld && isListed) return null;
  return { reckoned, held, listed: asListed, limit: presentLimit(clock.limit, NO_DOCUMENTS) };
};

const reckonAnew = (calendars: Calendars, state: CaseState, clock: Clock): DeadlineFacts | Clock => {
  const procedure = procedureOfCase(state);
  if (procedure === null) return clock;
  return reckonedClock({ procedure, calendar: openCalendar(calendars.at(clock.calendar)) }, state, clock);
};

const instantsOf = (of: Pick<DeadlineFacts, Told>) => ({
  dueAt: iso(of.dueAtMs),
  warnAt: iso(of.warnAtMs),
  earliestAt: iso(of.earliestAtMs),
  latestAt: iso(of.latestAtMs),
  rungs: of.rungs.map(({ atMs }) => iso(atMs)),
});
type Told = 'dueAtMs' | 'warnAtMs' | 'earliestAtMs' | 'latestAtMs' | 'rungs';

/** A case that goes by an older calendar although the newest one would move a clock of it. */
export const calendarFaults = (calendars: Calendars, { state }: WatchedCase, nowMs: number): Fault[] => {
  const newest = newerFor(calendars, state.calendar);
  const procedure = procedureOfCase(state);
  if (newest === null || procedure === null) return [];
  const rules = { procedure, calendar: openCalendar(newest) };
  if (!foreseeCalendar(rules, state, nowMs).some(({ move }) => move !== null)) return [];
  const details = { has: state.calendar.version, newest: newest.version };
  return [{ kind: 'calendar_behind', caseNo: state.no, clock: '', details }];
};

/** What the run of the case goes by, beside the record. `armed` null: it did not answer, and only a wake long past tells anything;
 *  of that, nothing can be said while time has just jumped. */
export const timerFaults = (
  { state }: WatchedCase,
  armed: Armed | null,
  { nowMs, spreadMs, hasJumped }: { nowMs: number; spreadMs: number; hasJumped: boolean },
): Fault[] => {
  const wakeMs = nextWakeMs(state);
  const isLost = !hasJumped && wakeMs !== null && wakeMs + spreadMs + LOST_AFTER_MS < nowMs;
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
