import {
  addWorkingDays,
  type Deadline,
  dayOf,
  deadlineOf,
  startOfDayMs,
  type Term,
  textOfDay,
  type WorkCalendar,
  warnAtMs,
} from '../calendar/index.ts';
import { clockRules } from '../procedures/clock-rules.ts';
import { commonClock } from '../procedures/common-stages.ts';
import type { ClockRule, LadderId, PauseGround, StageId } from '../procedures/schema.ts';
import type { Draft } from './draft.ts';
import type { DeadlineFacts } from './events.ts';
import { type Acting, readdressed, rungsOf } from './ladder.ts';
import { countedOf, limitOf, startOf } from './limits.ts';
import { LIMITS_WHAT_IS_ASKED, practises, type Rules } from './rules.ts';
import {
  arrivalMs,
  type CaseState,
  type Clock,
  isFiled,
  isHeldByChild,
  isLive,
  type Rung,
  type Task,
} from './state.ts';
import { waitsForSupplement } from './supplements.ts';

/**
 * Starts the clock that `rule` describes, under the id given; `takenUp`: it goes on from an earlier visit to the stage. While a case is
 * waited for that holds the clocks, it stands still from the first; one that has run out by then is late all the same.
 */
export const startClock = (
  draft: Draft,
  id: string,
  rule: ClockRule,
  stage: StageId | null,
  acting: Acting,
  takenUp: Term | null = null,
): void => {
  const startMs = startMsOf(rule, draft);
  const limit = limitOf(rule, draft.state, startMs);
  if (limit === null) return;
  const term: Term = takenUp ?? {
    startMs,
    limit: countedOf(limit),
    extensions: [],
    pauses: [],
  };
  if (rule.cutOff !== undefined) term.cutOff = rule.cutOff;
  if (rule.startsOnWorkingDay !== undefined) term.startsOnWorkingDay = rule.startsOnWorkingDay;
  if (rule.closes !== undefined) term.closes = rule.closes;
  draft.emit('ClockStarted', {
    clock: id,
    stage,
    ...(stage === null ? { holder: acting } : {}),
    limit,
    ...ladderOf(draft, term, rule.ladder ?? 'ordinary', acting),
  });
  const dueAtMs = draft.state.clocks[id]?.dueAtMs ?? null;
  if (dueAtMs !== null && dueAtMs > draft.atMs && isHeldByChild(draft.state))
    pauseClocks(draft, [id], 'dispute');
};

/**
 * The ladder of a clock with its deadline. What comes up by itself when its period is over already, since nothing came up in time, is told of
 * once and warned of to nobody: several such periods come up together.
 */
const ladderOf = (draft: Draft, term: Term, ladder: LadderId, acting: Acting) => {
  const facts = deadlineFacts(draft, term, ladder, acting);
  const isOver = facts.dueAtMs !== null && facts.dueAtMs <= draft.atMs;
  if (!isOver || isFiled(draft.state)) return { ladder, ...facts };
  return { ladder: 'once' as const, ...deadlineFacts(draft, term, 'once', acting) };
};

const startMsOf = (rule: ClockRule, { state, atMs }: Draft): number => {
  const from = startOf(rule, state);
  if (from === 'opened') return atMs;
  if (from === 'submitted') return arrivalMs(state);
  if ('settled' in from) return state.results[from.settled]?.atMs ?? atMs;
  const fact = state.facts[from.fact];
  return typeof fact === 'number' ? fact : atMs;
};

/** The deadline of `term` as an event tells it, with the ladder that follows it. */
export const deadlineFacts = (draft: Draft, term: Term, ladder: LadderId, acting: Acting): DeadlineFacts => {
  const { calendar } = draft.rules;
  const ref = { id: calendar.id, version: calendar.version };
  const deadline = deadlineOf(calendar, term);
  if (deadline === null) {
    const none = { dueAtMs: null, dueDay: null, warnAtMs: null, earliestAtMs: null, latestAtMs: null };
    return { term, calendar: ref, ...none, provisional: false, rungs: [] };
  }
  const { dueAtMs, dueDay, provisional, earliestAtMs, latestAtMs } = deadline;
  const rungs = rungsOf(draft, ladder, { dueAtMs, dueDay }, acting);
  const warn = Math.min(warnAtMs(calendar, term, deadline), earliestWarnMs(calendar, term, deadline));
  return {
    term,
    calendar: ref,
    dueAtMs,
    dueDay,
    // What is told of once had ended before anybody could be warned.
    warnAtMs: ladder === 'once' ? null : warn,
    provisional,
    earliestAtMs,
    latestAtMs,
    rungs,
  };
};

/** When to warn if a provisional deadline turns out to end as early as it can: nobody may be warned too late. */
const earliestWarnMs = (calendar: WorkCalendar, term: Term, deadline: Deadline): number => {
  const { provisional, earliestAtMs } = deadline;
  if (!provisional) return Number.POSITIVE_INFINITY;
  const dueDay = textOfDay(dayOf(earliestAtMs - 1));
  return warnAtMs(calendar, term, { ...deadline, dueAtMs: earliestAtMs, dueDay });
};

/** The ladders of a task's clocks when `department` takes it over: other people, the same instants. */
export const rungsOfTask = (
  draft: Draft,
  { role, clockIds }: Task,
  department: string,
): Record<string, Rung[]> =>
  Object.fromEntries(
    clockIds.map((id) => [id, readdressed(draft, draft.state.clocks[id] as Clock, { role, department })]),
  );

/** What time brings about beyond the clock itself. */
export type OnTime = {
  /** A limit has been missed. */
  missed(clock: Clock): void;
  /** One thing has been done, due at that instant. */
  done(atMs: number): void;
};

/**
 * Does what is due by the draft's time: warnings, missed limits and what they call for, rungs, pauses that have reached their cap; in
 * the order of their instants, until nothing more is due.
 */
export const settleDue = (draft: Draft, onTime: OnTime): void => {
  draft.bySystem(() => {
    for (let due = nextDue(draft.state); due !== null && due.atMs <= draft.atMs; due = nextDue(draft.state)) {
      const { clock, what } = due;
      if (what === 'warn') draft.emit('ClockWarned', { clock: clock.id, warnAtMs: due.atMs });
      else if (what === 'cap') resumeClock(draft, clock, due.atMs);
      else if (what === 'miss') {
        draft.emit('ClockMissed', { clock: clock.id, dueAtMs: due.atMs });
        onTime.missed(clock);
      } else {
        draft.emit('Escalated', { clock: clock.id, rung: what.rung, dueAtMs: due.atMs, to: what.to });
      }
      onTime.done(due.atMs);
    }
  });
};

export type Due = { atMs: number; clock: Clock; what: 'warn' | 'miss' | 'cap' | Rung };

/** The next thing that time alone will bring about in an open case, or null. */
export const nextDue = (state: CaseState): Due | null => {
  if (state.status !== 'open') return null;
  let first: Due | null = null;
  for (const clock of Object.values(state.clocks)) {
    const due = dueOf(clock);
    if (due !== null && (first === null || due.atMs < first.atMs)) first = due;
  }
  return first;
};

const dueOf = (clock: Clock): Due | null => {
  if (clock.state === 'paused') {
    const endsAtMs = clock.pauses.at(-1)?.endsAtMs ?? null;
    return endsAtMs === null ? null : { atMs: endsAtMs, clock, what: 'cap' };
  }
  if (!isLive(clock) || clock.dueAtMs === null) return null;
  if (clock.state === 'missed') {
    const rung = clock.rungs.find(({ rung: n }) => n > clock.rungFired);
    return rung === undefined ? null : { atMs: rung.atMs, clock, what: rung };
  }
  if (!clock.warned && clock.warnAtMs !== null && clock.warnAtMs < clock.dueAtMs) {
    return { atMs: clock.warnAtMs, clock, what: 'warn' };
  }
  return { atMs: clock.dueAtMs, clock, what: 'miss' };
};

/** The rule a clock was started by, in the edition of the case. */
export const ruleOfClock = ({ rules }: Pick<Draft, 'rules'>, clock: Clock): ClockRule | null => {
  const { procedure } = rules;
  const ruleId = ruleIdOf(clock);
  if (clock.stage === null) return procedure.caseClocks?.[ruleId] ?? null;
  return stageClocks(rules, clock.stage).find(({ id }) => id === ruleId) ?? null;
};

/** The id of the rule a clock was started by: its own without the number. */
export const ruleIdOf = ({ id }: Clock): string => id.replace(/-\d+$/, '');

/** The clock rules of a stage, each with its id; `within` is the short form of one plain clock. Those every procedure has among them. */
export const stageClocks = (rules: Rules, stageId: StageId): (ClockRule & { id: string })[] => {
  const common = practises(rules, LIMITS_WHAT_IS_ASKED) ? commonClock(rules.procedure, stageId) : null;
  const stage = rules.procedure.stages[stageId];
  const clocks = common === null ? clockRules(stage ?? {}) : [common];
  return clocks.map((rule) => ({ ...rule, id: rule.id ?? stageId }));
};

/** Stops a clock with the act that is the draft's: met before the exclusive end, missed from then on. */
export const stopClock = (draft: Draft, clockId: string, how: 'done' | 'called-off'): void => {
  const clock = draft.state.clocks[clockId];
  if (clock === undefined || clock.stoppedAtMs !== null) return;
  const inTime = clock.dueAtMs === null || draft.atMs < clock.dueAtMs;
  if (clock.state === 'missed' && inTime && clock.dueAtMs !== null) {
    const { dueAtMs } = clock;
    draft.emit('ClockMissRevoked', { clock: clockId, receivedAtMs: draft.atMs, dueAtMs });
  }
  const as = !inTime ? 'missed' : how === 'done' ? 'met' : 'cancelled';
  draft.emit('ClockStopped', { clock: clockId, as });
};

/** Pauses those of the clocks that run; one already missed keeps its end and goes on being overdue. */
export const pauseClocks = (
  draft: Draft,
  clockIds: readonly string[],
  ground: PauseGround,
  capWorkingDays?: number,
): void => {
  const endsAtMs =
    capWorkingDays === undefined
      ? null
      : startOfDayMs(addWorkingDays(draft.rules.calendar, dayOf(draft.atMs), capWorkingDays) + 1);
  for (const id of clockIds) {
    if (draft.state.clocks[id]?.state === 'running')
      draft.emit('ClockPaused', { clock: id, ground, endsAtMs });
  }
};

/**
 * Lets those of the clocks run on that are paused on `ground`, with the deadline counted anew from their inputs; not while another
 * supplement is still waited for.
 */
export const resumeClocks = (draft: Draft, clockIds: readonly string[], ground: PauseGround): void => {
  for (const id of clockIds) {
    const clock = draft.state.clocks[id];
    if (clock?.state !== 'paused' || clock.pauses.at(-1)?.ground !== ground) continue;
    if (ground === 'supplement' && waitsForSupplement(draft.state, clock)) continue;
    resumeClock(draft, clock, draft.atMs);
  }
};

/**
 * Lets a paused clock run on since `fromMs`. `called-off`: what it waited for is not waited for any more, rather than answered, so its limit does
 * not begin anew.
 */
export const resumeClock = (
  draft: Draft,
  clock: Clock,
  fromMs: number,
  why: 'answered' | 'called-off' = 'answered',
): void => {
  const ground = clock.pauses.at(-1)?.ground ?? 'supplement';
  const pauses = clock.term.pauses.map((p) => (p.toMs === null ? { ...p, toMs: fromMs } : p));
  const correction = ruleOfClock(draft, clock)?.correction ?? 'exclude';
  const anew = ground === 'supplement' && correction !== 'exclude' && why === 'answered';
  const term = anew ? { ...clock.term, startMs: fromMs, pauses: [] } : { ...clock.term, pauses };
  draft.emit('ClockResumed', { clock: clock.id, ground, ...recounted(draft, clock, term) });
  // Whatever else it waits for goes on holding it.
  if (isHeldByChild(draft.state)) pauseClocks(draft, [clock.id], 'dispute');
  if (waitsForSupplement(draft.state, clock)) pauseClocks(draft, [clock.id], 'supplement');
};

/** The deadline of a clock with other inputs, and the ladder for whoever acts under it now. */
export const recounted = (draft: Draft, clock: Clock, term: Term): DeadlineFacts =>
  deadlineFacts(draft, term, clock.ladder, actingUnder(draft.state, clock));

/** Who acts under a clock: the holder of the newest task that carries it, the first of several that may; for a clock over the whole case,
 *  whose limit it is. */
export const actingUnder = (state: CaseState, clock: Clock): Acting => {
  if (clock.holder !== undefined) return clock.holder;
  const carrying = Object.values(state.tasks).filter((task) => task.clockIds.includes(clock.id));
  const newest = carrying.at(-1);
  const together = carrying.find(
    ({ stage, openedAtMs }) => stage === newest?.stage && openedAtMs === newest.openedAtMs,
  );
  return together ?? state.submitter;
};
