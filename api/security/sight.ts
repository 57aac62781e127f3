import { type CaseState, holderOf } from '../../cases/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { seatsOf } from '../../procedures/seats.ts';
import { OVERSEEING } from './rights.ts';
import { oversees, type Viewer } from './viewer.ts';

/**
 * How a person sees a case. `own`: filed by this person. `acting`: an officer of a department and role that has a part
 * in it. `colleague`: of the department that filed it. `overseeing`: supervisors, auditors,
 * administrators, those who may end it, and those the case was copied to.
 */
export type Sight = 'own' | 'acting' | 'colleague' | 'overseeing';

/** The strongest way in which the person may see the case; null: the case does not exist for this person. */
export const sightOf = (viewer: Viewer, state: CaseState, procedure: Procedure): Sight | null => {
  const { submitter, tasks, escalations } = state;
  if (submitter.personId === viewer.personId) return 'own';
  // Overseeing is no part in a case, even where intake lists it among the parties.
  const holds = (role: string, department: string): boolean =>
    viewer.grants.some(
      (grant) => grant.role === role && grant.department === department && !OVERSEEING.includes(grant.role),
    );
  const hasTask = Object.values(tasks).some(
    (task) =>
      holds(task.role, task.department) ||
      task.assignee === viewer.personId ||
      task.decidedBy?.personId === viewer.personId,
  );
  // Parties name a department for every role of the place; only seats of the procedure give it a part.
  const isParty = Object.values(procedure.stages)
    .flatMap(seatsOf)
    .map((seat) => holderOf(state, seat))
    .some(({ role, department }) => holds(role, department));
  if (hasTask || (isParty && !holds(submitter.role, submitter.department))) return 'acting';
  if (escalations.some(({ to }) => holds(to.role, to.department))) return 'acting';
  // Whoever may end a case that has fallen away must find it, though they have no part in it otherwise.
  const mayEnd = (procedure.acts?.terminate?.by ?? [])
    .map((role) => holderOf(state, role))
    .some(({ role, department }) => holds(role, department));
  if (mayEnd || oversees(viewer) || Object.hasOwn(state.copies, viewer.personId)) return 'overseeing';
  if (viewer.grants.some(({ department }) => department === submitter.department)) return 'colleague';
  // A remark, a link or a copy marked read is open to all of the above and lends no more sight; who acted on a grant has no other.
  return state.participants[viewer.personId] === undefined ? null : 'overseeing';
};

/**
 * On the deciding side: whoever oversees, and who acts in the case without being of the department that filed it, or was asked for an
 * opinion. What that side writes to itself is not for the others.
 */
export const isInside = (viewer: Viewer, { submitter, tasks }: CaseState, sight: Sight): boolean => {
  if (sight !== 'own' && oversees(viewer)) return true;
  if (sight !== 'acting') return false;
  const wasAsked = Object.values(tasks).some(
    (task) =>
      task.stage === 'opinion' &&
      viewer.grants.some(({ role, department }) => role === task.role && department === task.department),
  );
  const departments = [viewer.department, ...viewer.grants.map(({ department }) => department)];
  return wasAsked || !departments.includes(submitter.department);
};

/** Whether personal data in the form is shown unmasked. */
export const seesPersonalData = (sight: Sight): boolean => sight === 'own' || sight === 'acting';
