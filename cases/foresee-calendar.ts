import { type Deadline, deadlineOf } from '../calendar/index.ts';
import { recounted } from './clocks.ts';
import { decide } from './decide.ts';
import { draftOf } from './draft.ts';
import type { EventData } from './events.ts';
import type { Rules } from './rules.ts';
import { type CaseState, type Clock, isLive } from './state.ts';

type Move = EventData['DeadlineMoved']['moves'][number];

/**
 * What a calendar would do to one clock.
 * later, earlier: another end · firm: no longer provisional · range: only what it can turn out to be, its warning or its ladder ·
 * missed: the new end has passed already · missed-kept: missed before, keeps its end · would-not-be-missed: … although by the
 * calendar it would still run · filer-kept: would end earlier, but binds the side that filed the case.
 */
export type ForeseenChange = {
  clock: Clock;
  kinds: (
    | 'later'
    | 'earlier'
    | 'firm'
    | 'range'
    | 'missed'
    | 'missed-kept'
    | 'would-not-be-missed'
    | 'filer-kept'
  )[];
  /** What the adoption would set; null for a clock that keeps its end. */
  move: Move | null;
  /** The end that the calendar gives to a clock that keeps its own; null for a clock that moves. */
  forgone: End | null;
};

type End = Pick<Clock, keyof Deadline>;

/**
 * What would happen to the clocks of an open case if it adopted the calendar of `rules` at `atMs`: decided by the decider itself, so that
 * it is what the roll-out does. Nothing is changed. Empty: the case is not affected.
 */
export const foreseeCalendar = (rules: Rules, state: CaseState, atMs: number): ForeseenChange[] => {
  const { id, version } = rules.calendar;
  const command = { type: 'adopt-calendar', id: '', calendar: { id, version } } as const;
  const events = decide(rules, { ...state, commandIds: [] }, command, atMs);
  if (!Array.isArray(events)) return [];
  const adopted = events.findIndex(
    (event) => event.type === 'DeadlineMoved' && event.data.why === 'calendar',
  );
  const adoption = events[adopted];
  if (adoption?.type !== 'DeadlineMoved') return [];
  const missed = new Set(
    events.slice(adopted).flatMap((event) => (event.type === 'ClockMissed' ? [event.data.clock] : [])),
  );
  const moves = new Map(adoption.data.moves.map((move) => [move.clock, move]));
  return Object.values(state.clocks).flatMap((clock): ForeseenChange[] => {
    const move = moves.get(clock.id);
    if (move === undefined) return keptOf(rules, state, clock, atMs);
    const isMissed = missed.has(clock.id);
    const kinds = [...kindsOf(clock, move), ...(isMissed ? (['missed'] as const) : [])];
    return [{ clock, move, forgone: null, kinds }];
  });
};

const kindsOf = (clock: Clock, move: Move): ForeseenChange['kinds'] => {
  const by = (move.dueAtMs ?? 0) - (clock.dueAtMs ?? 0);
  const isFirm = clock.provisional && !move.provisional;
  const kinds: ForeseenChange['kinds'] = by > 0 ? ['later'] : by < 0 ? ['earlier'] : [];
  if (isFirm) kinds.push('firm');
  return kinds.length > 0 ? kinds : ['range'];
};

/** A clock that keeps its end although the calendar would give it another. */
const keptOf = (rules: Rules, state: CaseState, clock: Clock, atMs: number): ForeseenChange[] => {
  if (!isLive(clock) || clock.dueAtMs === null) return [];
  const ifMissed = clock.state === 'missed' || clock.dueAtMs <= atMs;
  const forgone: End | null = ifMissed
    ? deadlineOf(rules.calendar, clock.term)
    : recounted(draftOf(rules, state, atMs, null), clock, clock.term);
  if (forgone === null || forgone.dueAtMs === null || forgone.dueAtMs === clock.dueAtMs) return [];
  const kinds: ForeseenChange['kinds'] = [ifMissed ? 'missed-kept' : 'filer-kept'];
  if (ifMissed && atMs < forgone.dueAtMs) kinds.push('would-not-be-missed');
  return [{ clock, move: null, forgone, kinds }];
};
