import type { Procedure } from '../../procedures/schema.ts';
import { resumeClocks } from '../clocks.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../refusals.ts';
import { KEEPS_ACTS_WITHIN, practises } from '../rules.ts';
import { closeCase, openChild, settleStage } from '../stages.ts';
import { type Actor, type CaseState, isHeldByChild, openTasks, pendingChildren } from '../state.ts';
import type { Act } from './act.ts';
import { secondRole } from './holding.ts';

/**
 * 提请协调: a party takes a difference over conditions, reasons or result to the dispute procedure; the case waits for it. A difference is
 * with something that the other side has decided with reasons or conditions, or, for whoever has the case in hand, with what was
 * filed: before that there is nothing to differ over, and the limits of others would run out on it.
 */
export const dispute: Act<'dispute'> = {
  demands: ['reasons'],
  refusal(rules, state, { actor }) {
    const { procedure } = rules;
    const rule = procedure.acts?.dispute;
    if (rule === undefined) return refuse('act_not_allowed');
    const party =
      actor.role === state.submitter.role ? state.submitter.department : state.parties[actor.role];
    if (!rule.by.includes(actor.role) || actor.department !== party) return refuse('role_not_allowed');
    if (pendingChildren(state).length > 0) return refuse('dispute_pending');
    const isHeld = practises(rules, KEEPS_ACTS_WITHIN);
    if (isHeld && !handles(state, actor) && !wasToldMore(procedure, state, actor))
      return refuse('nothing_to_dispute');
    return secondRole(state, actor);
  },
  apply(draft) {
    const rule = draft.rules.procedure.acts?.dispute;
    if (rule !== undefined) openChild(draft, rule, null);
  },
};

/** A stage of the procedure is open with the actor's side, so its difference is with what was filed. */
const handles = (state: CaseState, { role, department }: Actor): boolean =>
  openTasks(state).some(
    (task) => task.supplementOf === null && task.role === role && task.department === department,
  );

/** Another side has decided, and with more than its consent: reasons of a refusal, or the conditions of a grant. */
const wasToldMore = ({ stages }: Procedure, { tasks }: CaseState, { department }: Actor): boolean =>
  Object.values(tasks).some(
    ({ state, stage, outcome, decidedBy }) =>
      state === 'done' &&
      decidedBy !== null &&
      decidedBy.department !== department &&
      (stages[stage]?.outcomes[outcome ?? '']?.demands ?? []).length > 0,
  );

/** The case waited for has ended: the clocks it held run on, the stage it stood for is settled as it ended. */
export const childSettled = (draft: Draft, { no, result }: { no: string; result: string }): void => {
  const child = pendingChildren(draft.state).find((waiting) => waiting.no === no);
  if (child === undefined) return;
  draft.emit('ChildSettled', { no, result });
  if (draft.state.status !== 'open') return;
  if (child.clocks === 'pause' && !isHeldByChild(draft.state))
    resumeClocks(draft, Object.keys(draft.state.clocks), 'dispute');
  if (child.stage !== null) settleStage(draft, child.stage, result);
};

/**
 * The case that waited for this one has ended, so there is nothing left to decide: this one ends as one that is terminated does. Where its
 * procedure is not to be terminated, it stands by itself and goes on.
 */
export const parentEnded = (draft: Draft, { no, result }: { no: string; result: string }): void => {
  if (draft.state.status !== 'open' || draft.state.parent !== no) return;
  draft.emit('ParentEnded', { no, result });
  const ending = draft.rules.procedure.acts?.terminate?.as;
  if (ending !== undefined) closeCase(draft, ending);
};
