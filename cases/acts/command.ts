import { holderOf } from '../holder.ts';
import { refuse } from '../refusals.ts';
import { openStages } from '../stages.ts';
import type { Act } from './act.ts';
import { secondRole } from './holding.ts';

/** 接管现场指挥: whoever has left it to the unit at first takes command while the case is open, once, with reasons. */
export const takeCommand: Act<'take-command'> = {
  demands: ['reasons'],
  refusal({ procedure }, state, { actor }) {
    const rule = procedure.acts?.takeCommand;
    if (rule === undefined) return refuse('act_not_allowed');
    if (actor.role !== rule.by || actor.department !== holderOf(state, rule.by).department)
      return refuse('role_not_allowed');
    if (state.results[rule.after] === undefined || state.openings[rule.opens] !== undefined)
      return refuse('act_not_allowed');
    return secondRole(state, actor);
  },
  apply(draft) {
    const opens = draft.rules.procedure.acts?.takeCommand?.opens;
    if (opens === undefined) return;
    draft.emit('CommandTaken', { opens });
    openStages(draft, [opens]);
  },
};
