import { fieldOfFact } from '../../procedures/fields.ts';
import { afterFacts, movesAfter } from '../after-facts.ts';
import { actingUnder, recounted } from '../clocks.ts';
import type { Refusal } from '../commands.ts';
import { type Draft, draftOf } from '../draft.ts';
import type { EventData } from '../events.ts';
import { refuse } from '../refusals.ts';
import { KEEPS_ACTS_WITHIN, practises, type Rules } from '../rules.ts';
import { catchUp } from '../stages.ts';
import { arrivalMs, type CaseState, type Clock, isFiled, isLive, openTasks } from '../state.ts';
import type { Act, CommandOf } from './act.ts';
import { notTheirs } from './holding.ts';

type Move = EventData['DeadlineMoved']['moves'][number];

/**
 * 更正收到时间: the holder of an open task puts right when the matter arrived, with reasons; where the form says when that was, and never
 * later than it was filed here. Clocks that run from the arrival are counted anew, one already missed too: the arrival was wrong, not
 * the limit. So nobody moves it later, or un-misses it, whose own unit one of those clocks binds (ADR 11).
 */
export const correctArrival: Act<'correct-arrival'> = {
  demands: ['reasons'],
  refusal(rules, state, command, atMs) {
    const { arrivedAtMs, actor } = command;
    const isHeld = practises(rules, KEEPS_ACTS_WITHIN);
    // Who is asked for something (补正, 征求意见) answers that, and has no say in when the matter came to others.
    const tasks = openTasks(state).filter(({ supplementOf }) => !isHeld || supplementOf === null);
    const refusals = tasks.map((task) => notTheirs(state, task.id, actor));
    if (refusals.length === 0) return refuse('act_not_allowed');
    if (!refusals.includes(null)) return refusals[0] ?? null;
    if (arrivedAtMs > atMs) return refuse('arrival_in_future');
    return isHeld ? notToBeMoved(rules, state, command, atMs) : null;
  },
  apply(draft, { arrivedAtMs }) {
    const { state: before } = draft;
    draft.emit('ArrivalCorrected', { oldArrivedAtMs: arrivalMs(before), arrivedAtMs });
    afterFacts(draft, before, 'arrival');
  },
};

/** What stands against another arrival in the case itself and in the clocks that it would move. */
const notToBeMoved = (
  rules: Rules,
  state: CaseState,
  { arrivedAtMs, actor }: CommandOf<'correct-arrival'>,
  atMs: number,
): Refusal | null => {
  if (fieldOfFact(rules.procedure.form, 'receivedAt') === null) return refuse('arrival_not_stated');
  if (arrivedAtMs > state.submittedAtMs) return refuse('arrival_after_filing');
  const corrected = draftOf(rules, state, atMs, null);
  corrected.emit('ArrivalCorrected', { oldArrivedAtMs: arrivalMs(state), arrivedAtMs });
  const moves = movesAfter(corrected, state, 'arrival');
  if (moves.length === 0) return refuse('arrival_moves_nothing');
  const isOwn = (id: string): boolean =>
    actingUnder(state, state.clocks[id] as Clock).department === actor.department;
  return arrivedAtMs > arrivalMs(state) && moves.some(({ clock }) => isOwn(clock))
    ? refuse('own_clock')
    : null;
};

/**
 * A published calendar reaches the case: every running clock is counted anew with it. A missed clock keeps its end; what binds the
 * side that filed the case never moves earlier, for a date once told is not turned against it; a duty was filed by nobody. One event, also when nothing moves;
 * none when the case has the calendar, or a newer one, and none once it is closed.
 */
export const adoptCalendar = (draft: Draft): void => {
  const { calendar } = draft.rules;
  const ref = { id: calendar.id, version: calendar.version };
  if (draft.state.status !== 'open') return;
  if (draft.state.calendar.id === ref.id && draft.state.calendar.version >= ref.version) return;
  const moves = Object.values(draft.state.clocks).flatMap((clock) => moveOf(draft, clock) ?? []);
  draft.emit('DeadlineMoved', { why: 'calendar', calendar: ref, moves });
  catchUp(draft);
};

/** How the calendar of the draft's rules moves a clock; null when it does not. */
export const moveOf = (draft: Draft, clock: Clock): Move | null => {
  if (!isLive(clock) || clock.state === 'missed') return null;
  const { limit, dueAtMs: oldDueAtMs } = clock;
  const facts = recounted(draft, clock, clock.term);
  const againstFiler =
    isFiled(draft.state) &&
    actingUnder(draft.state, clock).role === draft.state.submitter.role &&
    facts.dueAtMs !== null &&
    oldDueAtMs !== null &&
    facts.dueAtMs < oldDueAtMs;
  if (againstFiler) return null;
  const told = ['dueAtMs', 'warnAtMs', 'provisional', 'earliestAtMs', 'latestAtMs'] as const;
  const same =
    told.every((key) => facts[key] === clock[key]) &&
    facts.rungs.every(({ atMs }, index) => atMs === clock.rungs[index]?.atMs);
  return same ? null : { clock: clock.id, oldDueAtMs, limit, ...facts };
};
