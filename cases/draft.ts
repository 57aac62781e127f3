import type { CaseEvent, EventData, EventType } from './events.ts';
import { evolve } from './evolve.ts';
import type { Rules } from './rules.ts';
import type { Actor, CaseState } from './state.ts';

/**
 * Events in the making: what has been decided so far and the state it leads to. Lives inside one call of `decide`;
 * nothing of it is seen outside but the events.
 */
export type Draft = {
  readonly rules: Rules;
  /** Time of the act, epoch milliseconds. */
  readonly atMs: number;
  /** Whose act it is, whatever follows of itself meanwhile; null: time alone. */
  readonly author: Actor | 'system' | null;
  readonly events: CaseEvent[];
  state: CaseState;
  emit<T extends EventType>(type: T, data: EventData[T]): void;
  /** The same draft with the engine as its author: for what follows of itself. */
  bySystem<R>(work: () => R): R;
};

export const draftOf = (
  rules: Rules,
  from: CaseState,
  atMs: number,
  author: { actor: Actor | 'system'; commandId: string } | null,
): Draft => {
  let actor: Actor | 'system' = author?.actor ?? 'system';
  const commandId = author?.commandId ?? null;
  const draft: Draft = {
    rules,
    atMs,
    author: author?.actor ?? null,
    events: [],
    state: from,
    emit(type, data) {
      const event = { seq: draft.state.seq + 1, atMs, type, actor, commandId, data } as CaseEvent;
      draft.events.push(event);
      draft.state = evolve(draft.state, event);
    },
    bySystem(work) {
      const person = actor;
      actor = 'system';
      try {
        return work();
      } finally {
        actor = person;
      }
    },
  };
  return draft;
};
