import type { Demand } from '../../procedures/schema.ts';
import type { CommandBody, PersonCommand, Refusal } from '../commands.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CaseState } from '../state.ts';

export type CommandOf<T extends CommandBody['type']> = Extract<PersonCommand, { type: T }>;

/** One kind of command: whether it is allowed now, and what it does. `apply` is called only after `refusal` said null. */
export type Act<T extends CommandBody['type']> = {
  /** What the act is refused without, whoever asks; what an outcome of a stage demands stands in the procedure. */
  demands: Demand[];
  /** Why not, for any other cause. */
  refusal(rules: Rules, state: CaseState, command: CommandOf<T>, atMs: number): Refusal | null;
  apply(draft: Draft, command: CommandOf<T>): void;
};
