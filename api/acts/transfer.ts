import type { Prepared } from '../commands/send.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { actorFor } from '../security/viewer.ts';
import { holdersHere, staysInDepartment } from './addressee.ts';
import { type Asking, givenReasons, ready } from './ready.ts';
import type { AskedTo } from './schemas.ts';

const unsuitable = (pointer: string, message: string): Problem =>
  problem(422, 'transfer_target_invalid', `${message}。`, { errors: [{ pointer, message }] });

/**
 * A transfer goes to somebody who holds the role of the task in the department named, in the jurisdiction of the case; else it would be lost. What the owner
 * of a resource decides stays with the owner's department.
 */
export const prepareTransfer = async (
  asking: Asking,
  asked: AskedTo<'transfer'>,
): Promise<Prepared | Problem> => {
  const { desk, viewer, found } = asking;
  const task = found.state.tasks[asked.task];
  const actor = actorFor(viewer, task ?? null);
  const person = asked.toPerson === undefined ? null : await desk.store.people.byAccount(asked.toPerson);
  const command = {
    type: 'transfer' as const,
    task: asked.task,
    toDepartment: asked.toDepartment,
    toPerson: person?.id ?? null,
    gives: givenReasons(asked.reasons),
  };
  // Whether the task is theirs at all is for the decider to say; only a holder is told about other people.
  const holds = task !== undefined && actor?.role === task.role && actor.department === task.department;
  if (holds) {
    if (staysInDepartment(task, found.procedure) && asked.toDepartment !== task.department)
      return unsuitable('/toDepartment', '数据资源由其提供方决定，只能转给本部门人员');
    const holders = await holdersHere(desk, found, task.role, asked.toDepartment);
    if (holders.length === 0) return unsuitable('/toDepartment', '本地区的该部门没有承担此角色的人员');
    if (asked.toPerson !== undefined && (person === null || !holders.includes(person.id)))
      return unsuitable('/toPerson', '该人员在接收部门不承担此角色');
  }
  return ready(asking, command, { reasons: asked.reasons });
};
