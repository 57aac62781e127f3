import { dayOf } from '../../calendar/index.ts';
import { refuse } from '../refusals.ts';
import { openTasks } from '../state.ts';
import type { Act } from './act.ts';
import { isSubmitter, secondRole } from './holding.ts';

/** 催办: a reminder to everyone who holds an open task; recorded, changes nothing else. Once a civil day. */
export const urge: Act<'urge'> = {
  demands: [],
  refusal(_rules, state, { actor }, atMs) {
    if (!isSubmitter(state, actor) && actor.role !== 'supervisor') return refuse('role_not_allowed');
    if (openTasks(state).length === 0) return refuse('act_not_allowed');
    const urgedToday = state.lastUrgedAtMs !== null && dayOf(state.lastUrgedAtMs) === dayOf(atMs);
    return secondRole(state, actor) ?? (urgedToday ? refuse('urged_already') : null);
  },
  apply(draft) {
    const holders = openTasks(draft.state).map(({ role, department }) => ({ role, department }));
    draft.emit('Urged', { to: holders });
  },
};
