import { refuse } from '../refusals.ts';
import { closeCase } from '../stages.ts';
import type { Act } from './act.ts';
import { isSubmitter, secondRole } from './holding.ts';

/** 撤回: the side that filed the case takes it back, where the procedure has that ending. */
export const withdraw: Act<'withdraw'> = {
  demands: [],
  refusal({ procedure }, state, { actor }) {
    if (procedure.endings.withdrawn === undefined) return refuse('act_not_allowed');
    if (!isSubmitter(state, actor)) return refuse('role_not_allowed');
    return secondRole(state, actor);
  },
  apply(draft) {
    closeCase(draft, 'withdrawn');
  },
};
