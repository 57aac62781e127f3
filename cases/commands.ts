import type { Role } from '../procedures/roles.ts';
import type { Demand, Fact } from '../procedures/schema.ts';
import type { Actor } from './state.ts';

/**
 * What people and timers ask of a case. Everything that people write (reasons, forms, comments) stays in PostgreSQL under the
 * command's id; a command says only which of it there is (`gives`), its digest, and the facts that steer.
 */
export type CommandBody =
  | {
      type: 'submit';
      no: string;
      procedure: string;
      edition: string;
      parties: Partial<Record<Role, string>>;
      facts: Record<string, Fact>;
      digest: string;
    }
  | {
      type: 'decide';
      task: string;
      outcome: string;
      gives: Demand[];
      facts: Record<string, Fact>;
      digest: string;
    }
  | { type: 'withdraw' }
  | { type: 'urge' }
  | { type: 'transfer'; task: string; toDepartment: string; toPerson: string | null; gives: Demand[] }
  | { type: 'request-supplement'; task: string; gives: Demand[] }
  | { type: 'supplement'; facts: Record<string, Fact>; digest: string };

/** Command by a person. `id` is the receipt: the same id takes effect once. */
export type PersonCommand = CommandBody & { id: string; actor: Actor };
/** The engine's timer went off. */
export type Tick = { type: 'tick' };
export type Command = PersonCommand | Tick;

/** A business refusal: a value, never thrown. `code` is stable English, `message` Chinese for the person who asked. */
export type Refusal = {
  refused: true;
  code: RefusalCode;
  message: string;
  /** Who settled the matter before, and when, where that is the reason. */
  already?: { by: Actor | null; atMs: number; outcome: string };
  /** What would be allowed instead. */
  allowed?: string[];
};

export type RefusalCode =
  | 'case_not_found'
  | 'case_closed'
  | 'task_not_found'
  | 'task_already_decided'
  | 'task_cancelled'
  | 'outcome_not_allowed'
  | 'gate_closed'
  | 'reasons_required'
  | 'legal_basis_required'
  | 'fields_required'
  | 'not_your_task'
  | 'role_not_allowed'
  | 'separation_of_roles'
  | 'act_not_allowed'
  | 'supplement_already_requested'
  | 'supplement_pending'
  | 'urged_already'
  | 'transfer_to_self'
  | 'procedure_unknown'
  | 'already_submitted';
