import type { Role } from '../procedures/roles.ts';
import type { Demand, Fact, PauseGround, StageId } from '../procedures/schema.ts';
import type { TargetSetting } from '../procedures/targets.ts';
import type { Actor, CalendarRef } from './state.ts';

/** What a case begins with. */
export type Filing = {
  no: string;
  procedure: string;
  edition: string;
  /** 服务目标 in force at the filing in place of those of the edition; absent: none. The rules given with it count by them. */
  targets?: TargetSetting[];
  parties: Partial<Record<Role, string>>;
  facts: Record<string, Fact>;
  digest: string;
  /** The case that waits for this one. */
  parent?: string;
};

/**
 * What people and timers ask of a case. Everything that people write (reasons, forms, comments) stays in PostgreSQL under the
 * command's id; a command says only which of it there is (`gives`), its digest, and the facts that steer.
 */
export type CommandBody =
  | ({ type: 'submit' } & Filing)
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
  | { type: 'supplement'; facts: Record<string, Fact>; digest: string }
  | { type: 'pause'; task: string; ground: PauseGround; gives: Demand[] }
  | { type: 'resume'; task: string; gives: Demand[] }
  | { type: 'extend'; task: string; amount: number; gives: Demand[] }
  | { type: 'set-limit'; task: string; amount: number; gives: Demand[] }
  | { type: 'correct-arrival'; arrivedAtMs: number; gives: Demand[] }
  | { type: 'change-level'; level: string; gives: Demand[] }
  | { type: 'take-command'; gives: Demand[] }
  | { type: 'return'; task: string; to: StageId; gives: Demand[] }
  | { type: 'terminate'; gives: Demand[] }
  | { type: 'reopen'; gives: Demand[] }
  | { type: 'dispute'; gives: Demand[] }
  | { type: 'ask-opinion'; task: string; role: Role; department: string; gives: Demand[] }
  | { type: 'give-opinion'; task: string; gives: Demand[] }
  | { type: 'change-grant'; change: 'suspend' | 'resume' | 'revoke'; gives: Demand[] }
  /** `againstPurpose`: for something else than the data were granted for; `afterEnd`: after the last day of the grant. */
  | { type: 'record-use'; count: number; againstPurpose: boolean; afterEnd?: boolean }
  | { type: 'comment'; gives: Demand[] }
  | { type: 'copy'; people: string[] }
  | { type: 'mark-read' }
  | { type: 'link'; other: string };

/** Command by a person. `id` is the receipt: the same id takes effect once. */
export type PersonCommand = CommandBody & { id: string; actor: Actor };
/** What another part of the system asks of a case. `id` as for people: the same id takes effect once. */
export type SystemCommand = {
  id: string;
} /** A duty has come up for a unit: the case is born without anybody's asking. */ & (
  | ({ type: 'open-duty'; department: string; role: Role } & Filing)
  /** Another case waits for this one, which is filed on the side of `submitter`. */
  | ({ type: 'open-child'; submitter: Actor } & Filing)
  | { type: 'child-settled'; no: string; result: string }
  /** The case that waited for this one has ended itself, as `result`. */
  | { type: 'parent-ended'; no: string; result: string }
  /** A calendar has been published; the rules given with it are already those of the new version. */
  | { type: 'adopt-calendar'; calendar: CalendarRef }
);
/** The engine's timer went off. */
export type Tick = { type: 'tick' };
export type Command = PersonCommand | SystemCommand | Tick;

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
  | 'supplement_not_provided'
  | 'file_anew'
  | 'own_clock'
  | 'urged_already'
  | 'transfer_to_self'
  | 'ground_not_listed'
  | 'clock_not_running'
  | 'clock_not_paused'
  | 'extension_not_provided'
  | 'extended_already'
  | 'extension_too_long'
  | 'limit_has_run'
  | 'limit_too_long'
  | 'arrival_in_future'
  | 'arrival_not_stated'
  | 'arrival_after_filing'
  | 'arrival_moves_nothing'
  | 'level_unknown'
  | 'level_unchanged'
  | 'return_not_provided'
  | 'ending_not_reopenable'
  | 'dispute_pending'
  | 'nothing_to_dispute'
  | 'grant_not_so'
  | 'link_to_self'
  | 'linked_already'
  | 'not_copied'
  | 'copied_already'
  | 'read_already'
  | 'procedure_unknown'
  | 'already_submitted';

/** Id of the command by which a case adopts a version of its calendar: always the same, so that it takes effect once. */
export const adoptionId = ({ id, version }: CalendarRef, caseNo: string): string =>
  `calendar:${id}@${version}:${caseNo}`;
