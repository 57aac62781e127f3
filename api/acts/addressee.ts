import type { AllowedAct, Task } from '../../cases/index.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { SeenCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';

/**
 * Ids of those who hold the role in a department of the case's own jurisdiction; none where the department lies elsewhere. A case is
 * decided, and its papers are read, by the offices that the regulation of its place binds.
 */
export const holdersHere = async (
  { store }: Pick<Desk, 'store'>,
  { procedure }: Pick<SeenCase, 'procedure'>,
  role: Role,
  department: string,
): Promise<string[]> => {
  const found = await store.people.department(department);
  return found?.jurisdiction === procedure.jurisdiction ? store.people.holdersOf(role, department) : [];
};

/** What the owner of a resource decides stays with the owner's department. */
export const staysInDepartment = (task: Pick<Task, 'role'>, { form }: Pick<Procedure, 'form'>): boolean =>
  ROLES[task.role].scope === 'resource-owner' && Object.values(form).some(({ type }) => type === 'resource');

/** Parameters of `GET /departments` or `GET /people`. */
type Asked = { jurisdiction: string; role?: Role; department?: string };
/** How those are asked for whom an act can be addressed to: `departments`, `people`, or both; of an opinion, in any other role. */
export type Addressees = { departments?: Asked; people?: Asked; exceptRole?: Role };

const addresseesOf = ({ state, procedure }: SeenCase, act: AllowedAct): Addressees | null => {
  const { jurisdiction } = procedure;
  if (act.act === 'copy') return { people: { jurisdiction } };
  const task = 'task' in act ? state.tasks[act.task] : undefined;
  if (task === undefined) return null;
  const { role, department } = task;
  if (act.act === 'ask-opinion') return { departments: { jurisdiction }, exceptRole: role };
  if (act.act !== 'transfer') return null;
  return staysInDepartment(task, procedure)
    ? { people: { jurisdiction, role, department } }
    : { departments: { jurisdiction, role }, people: { jurisdiction, role } };
};

/** What is offered, with how its addressees can be asked for. */
export const withAddressees =
  (found: SeenCase) =>
  <A extends AllowedAct>(act: A): A & { addressees?: Addressees } => {
    const addressees = addresseesOf(found, act);
    return addressees === null ? act : { ...act, addressees };
  };
