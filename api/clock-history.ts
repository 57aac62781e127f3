import { type CaseEvent, type CaseState, type Clock, type EventOf, evolve, unborn } from '../cases/index.ts';
import type { LegalLimit } from '../procedures/schema.ts';

/** What was held to be the end of a clock, from one event until the next that changed it. Epoch milliseconds. */
export type Belief = {
  seq: number;
  type: CaseEvent['type'];
  /** Why the deadline was counted anew, where the event says so. */
  why: string | null;
  fromMs: number;
  /** null: still held. */
  toMs: number | null;
  /** When it came to be in the record; may be later than it took effect. */
  recordedAtMs: number;
  clock: Clock;
} & Pick<CaseEvent, 'actor' | 'commandId'>;

const told = (clock: Clock): string =>
  JSON.stringify([
    ...[
      clock.state,
      clock.dueAtMs,
      clock.provisional,
      clock.earliestAtMs,
      clock.latestAtMs,
      clock.stoppedAtMs,
    ],
    clock.calendar,
  ]);

/** Every belief about a clock, oldest first, from the events of its case. */
export const beliefsOf = (
  events: readonly { event: CaseEvent; recordedAtMs: number }[],
  clockId: string,
): Belief[] => {
  const beliefs: Belief[] = [];
  let state: CaseState = unborn;
  for (const { event, recordedAtMs } of events) {
    const before = state.clocks[clockId];
    state = evolve(state, event);
    const clock = state.clocks[clockId];
    if (clock === undefined || (before !== undefined && told(before) === told(clock))) continue;
    const last = beliefs.at(-1);
    if (last !== undefined) last.toMs = event.atMs;
    const why = event.type === 'DeadlineMoved' ? event.data.why : null;
    beliefs.push({
      seq: event.seq,
      type: event.type,
      why,
      fromMs: event.atMs,
      toMs: null,
      recordedAtMs,
      clock,
      actor: event.actor,
      commandId: event.commandId,
    });
  }
  return beliefs;
};

/** The belief held at an instant: as it took effect, or as the record then had it. null: none yet. */
export const heldAt = (beliefs: readonly Belief[], atMs: number, by: 'effect' | 'record'): Belief | null =>
  beliefs.findLast(({ fromMs, recordedAtMs }) => (by === 'effect' ? fromMs : recordedAtMs) <= atMs) ?? null;

/** The limit that each clock has at an event, from the events of its case that say so, in order. */
export const limitsOver =
  (events: readonly CaseEvent[]) =>
  (clock: string, seq: number): LegalLimit | null =>
    events
      .filter((event) => event.seq <= seq)
      .flatMap((event) => {
        if (event.type === 'ClockStarted' && event.data.clock === clock) return event.data.limit;
        if (event.type !== 'DeadlineMoved') return [];
        return event.data.moves.flatMap((move) => (move.clock === clock ? move.limit : []));
      })
      .at(-1) ?? null;

/** What was done to a clock: pauses, each with when it ended (epoch milliseconds; null: not yet), and extensions. Oldest first. */
export type ActsOnClock = {
  pauses: (EventOf<'ClockPaused'> & { toMs: number | null })[];
  extensions: EventOf<'ClockExtended'>[];
};

/** The acts on one clock, from the events of its case. */
export const actsOnClock = (events: readonly CaseEvent[], clockId: string): ActsOnClock => {
  const acts: ActsOnClock = { pauses: [], extensions: [] };
  for (const event of events) {
    if (event.type === 'ClockPaused' && event.data.clock === clockId)
      acts.pauses.push({ ...event, toMs: null });
    if (event.type === 'ClockExtended' && event.data.clock === clockId) acts.extensions.push(event);
    if (event.type === 'ClockResumed' && event.data.clock === clockId) {
      const last = acts.pauses.at(-1);
      if (last !== undefined) last.toMs = event.atMs;
    }
  }
  return acts;
};
