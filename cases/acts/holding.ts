import { ROLES, type Role } from '../../procedures/roles.ts';
import type { Refusal } from '../commands.ts';
import { refuse } from '../refusals.ts';
import type { Actor, CaseState, Task } from '../state.ts';

/** Why `actor` may not act on the task at all, or null: open, theirs, and in the one role they have in this case. */
export const notTheirs = (state: CaseState, taskId: string, actor: Actor): Refusal | null => {
  const task = state.tasks[taskId];
  if (task === undefined) return refuse('task_not_found');
  if (!holds(task, actor)) return refuse('not_your_task');
  return secondRole(state, actor) ?? notOpen(task);
};

const holds = (task: Task, actor: Actor): boolean =>
  task.role === actor.role &&
  task.department === actor.department &&
  (task.assignee === null || task.assignee === actor.personId);

/**
 * A person has one role in a case: who asks, who approves, who operates and who verifies are different people
 * (AH 第十一条: 审批、操作、核验分离; ours is sharper).
 */
export const secondRole = (state: CaseState, actor: Actor): Refusal | null => {
  const taken = state.participants[actor.personId];
  return taken === undefined || taken === actor.role ? null : refuse('separation_of_roles');
};

/** Why the task is not open, or null. */
export const openTask = (state: CaseState, taskId: string): Refusal | null => {
  const task = state.tasks[taskId];
  return task === undefined ? refuse('task_not_found') : notOpen(task);
};

/** Why `actor` may not act in `role` upon a task, or null. A role beside the task's own acts for its party, or for the task's unit. */
export const actsFor = (state: CaseState, task: Task, role: Role, actor: Actor): Refusal | null => {
  if (role === task.role) return notTheirs(state, task.id, actor);
  const department = ROLES[role].scope === 'jurisdiction' ? state.parties[role] : task.department;
  if (actor.role !== role || actor.department !== department) return refuse('role_not_allowed');
  return secondRole(state, actor);
};

const notOpen = (task: Task): Refusal | null => {
  if (task.state === 'cancelled') return refuse('task_cancelled');
  if (task.state === 'open') return null;
  return refuse('task_already_decided', {
    already: { by: task.decidedBy, atMs: task.decidedAtMs ?? 0, outcome: task.outcome ?? '' },
  });
};

/** Of the unit that filed the case, whatever its role: what such a one asks for binds nobody else. */
export const isOfFiler = (state: CaseState, { department }: Pick<Task | Actor, 'department'>): boolean =>
  department === state.submitter.department;

/** The side that filed the case: the person, or a colleague in the same role and department. */
export const isSubmitter = (state: CaseState, actor: Actor): boolean =>
  actor.personId === state.submitter.personId ||
  (actor.role === state.submitter.role && actor.department === state.submitter.department);

/** Somebody who knows of the case by a copy (抄送件) alone, and neither filed it nor has a task in it; reading it is no part in it. */
export const hasOnlyACopy = (state: CaseState, actor: Actor): boolean =>
  Object.hasOwn(state.copies, actor.personId) &&
  !isOfFiler(state, actor) &&
  !Object.values(state.tasks).some((task) => holds(task, actor));
