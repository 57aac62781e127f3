import { resumeClocks } from '../clocks.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../refusals.ts';
import { closeCase, openChild, settleStage } from '../stages.ts';
import { isHeldByChild, pendingChildren } from '../state.ts';
import type { Act } from './act.ts';
import { secondRole } from './holding.ts';

/** 提请协调: a party takes a difference over conditions, reasons or result to the dispute procedure; the case waits for it. */
export const dispute: Act<'dispute'> = {
  demands: ['reasons'],
  refusal({ procedure }, state, { actor }) {
    const rule = procedure.acts?.dispute;
    if (rule === undefined) return refuse('act_not_allowed');
    const party =
      actor.role === state.submitter.role ? state.submitter.department : state.parties[actor.role];
    if (!rule.by.includes(actor.role) || actor.department !== party) return refuse('role_not_allowed');
    if (pendingChildren(state).length > 0) return refuse('dispute_pending');
    return secondRole(state, actor);
  },
  apply(draft) {
    const rule = draft.rules.procedure.acts?.dispute;
    if (rule !== undefined) openChild(draft, rule, null);
  },
};

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

/** The waiting case has ended: this one is terminated (终止) with it, where it can be. */
export const parentEnded = (draft: Draft): void => {
  const ending = draft.rules.procedure.acts?.terminate?.as;
  if (draft.state.status === 'open' && ending !== undefined) closeCase(draft, ending);
};
