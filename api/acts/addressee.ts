import type { Role } from '../../procedures/roles.ts';
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
