import type { Role } from '../../procedures/roles.ts';
import type { Filing } from '../commands.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../refusals.ts';
import { closeCase, openStages } from '../stages.ts';
import type { Actor } from '../state.ts';
import type { Act } from './act.ts';

/** 提交: the case is born, its first stages open; a procedure without stages ends at once. */
export const submit: Act<'submit'> = {
  demands: [],
  refusal({ procedure }, state, command) {
    if (state.status !== 'unborn') return refuse('already_submitted');
    if (command.procedure !== procedure.id || command.edition !== procedure.edition.id) {
      return refuse('procedure_unknown');
    }
    return procedure.submitters.includes(command.actor.role) ? null : refuse('role_not_allowed');
  },
  apply(draft, command) {
    file(draft, command, command.actor);
  },
};

/** The case is born on the side of `submitter`. */
export const file = (draft: Draft, filing: Filing, submitter: Actor): void => {
  const { no, procedure, edition, targets, parties, facts, digest, parent = null } = filing;
  const { calendar, procedure: rules } = draft.rules;
  const ref = { id: calendar.id, version: calendar.version };
  const filed = {
    no,
    procedure,
    edition,
    ...(targets === undefined ? {} : { targets }),
    parties,
    facts,
    formDigest: digest,
    calendar: ref,
    parent,
    submitter,
  };
  draft.emit('Submitted', filed);
  draft.bySystem(() => {
    openStages(draft, rules.start);
    if (rules.grantedOnSubmission !== undefined) closeCase(draft, rules.grantedOnSubmission);
  });
};

/** 经常性工作: a duty comes up for a unit. A machine act: no person has filed it. */
export const openDuty = (
  draft: Draft,
  { department, role, ...filing }: Filing & { department: string; role: Role },
): void => {
  if (draft.state.status === 'unborn') file(draft, filing, { personId: '', department, role });
};

/** The case that another one waits for. A machine act, though a person's side is the one that files it. */
export const fileChild = (draft: Draft, { submitter, ...filing }: Filing & { submitter: Actor }): void => {
  if (draft.state.status === 'unborn') file(draft, filing, submitter);
};
