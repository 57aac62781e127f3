import type { CommandBody, PersonCommand, Refusal } from '../commands.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CaseState } from '../state.ts';

export type CommandOf<T extends CommandBody['type']> = Extract<PersonCommand, { type: T }>;

/** One kind of command: whether it is allowed now, and what it does. `apply` is called only after `refusal` said null. */
export type Act<T extends CommandBody['type']> = {
  refusal(rules: Rules, state: CaseState, command: CommandOf<T>, atMs: number): Refusal | null;
  apply(draft: Draft, command: CommandOf<T>): void;
};
