import { startClock } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import { closeCase, openStages } from '../stages.ts';
import type { Act } from './act.ts';

/** 提交: the case is born, its first stages open; a procedure without stages ends at once. */
export const submit: Act<'submit'> = {
  refusal({ procedure }, state, command) {
    if (state.status !== 'unborn') return refuse('already_submitted');
    if (command.procedure !== procedure.id || command.edition !== procedure.edition.id) {
      return refuse('procedure_unknown');
    }
    return procedure.submitters.includes(command.actor.role) ? null : refuse('role_not_allowed');
  },
  apply(draft, { no, procedure, edition, parties, facts, digest, parent = null }) {
    const { calendar, procedure: rules } = draft.rules;
    const ref = { id: calendar.id, version: calendar.version };
    const filed = { no, procedure, edition, parties, facts, formDigest: digest, calendar: ref, parent };
    draft.emit('Submitted', filed);
    draft.bySystem(() => {
      for (const [id, rule] of Object.entries(rules.caseClocks ?? {})) {
        startClock(draft, `${id}-1`, { ...rule, id }, null, draft.state.submitter);
      }
      openStages(draft, rules.start);
      if (rules.grantedOnSubmission !== undefined) closeCase(draft, rules.grantedOnSubmission);
    });
  },
};
