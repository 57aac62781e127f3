import { rungsOfTask } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import type { Task } from '../state.ts';
import type { Act } from './act.ts';
import { notTheirs } from './holding.ts';

/**
 * 转办: the holder hands an open task to another person, or to another department, of the same role, for good and with reasons.
 * That the addressee holds the role is checked at the edge, where people are known. The clock runs on.
 */
export const transfer: Act<'transfer'> = {
  demands: ['reasons'],
  refusal(_rules, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    const task = state.tasks[command.task] as Task;
    if (task.supplementOf !== null) return refuse('act_not_allowed');
    if (task.department === command.toDepartment && task.assignee === command.toPerson) {
      return refuse('transfer_to_self');
    }
    const role = command.toPerson === null ? undefined : state.participants[command.toPerson];
    if (role !== undefined && role !== task.role) return refuse('separation_of_roles');
    return null;
  },
  apply(draft, { task: taskId, toDepartment, toPerson }) {
    const task = draft.state.tasks[taskId] as Task;
    const rungs = rungsOfTask(draft, task, toDepartment);
    draft.emit('Transferred', { task: taskId, toDepartment, toPerson, rungs });
  },
};
