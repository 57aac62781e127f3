import type { Field, Fields } from '../../procedures/fields.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { rolesActingFor } from '../../procedures/seats.ts';
import type { Desk } from '../deps.ts';
import type { Contents } from '../forms/check.ts';
import { type FieldError, type Problem, problem } from '../problems/problem.ts';

type Named = { field: Field; id: string; pointer: string };

/** Every department that the contents name, objects included. */
const namedIn = (fields: Fields, contents: Contents, at: string): Named[] =>
  Object.entries(fields).flatMap(([name, field]): Named[] => {
    const value = contents[name];
    const pointer = `${at}/${name}`;
    if (field.type === 'object' && typeof value === 'object' && value !== null)
      return namedIn(field.fields, value as Contents, pointer);
    return field.type === 'department' && typeof value === 'string' ? [{ field, id: value, pointer }] : [];
  });

/**
 * Fields that name a department that the jurisdiction does not have, or one in which nobody holds the role that is to act there; work
 * sent there would be lost. Null: none.
 */
export const departmentsProblem = async (
  { store }: Pick<Desk, 'store'>,
  procedure: Procedure,
  fields: Fields,
  contents: Contents,
  at: string,
): Promise<Problem | null> => {
  const named = namedIn(fields, contents, `/${at}`);
  if (named.length === 0) return null;
  const known = await store.people.departments(named.map(({ id }) => id));
  const unfit = async ({ field, id, pointer }: Named): Promise<FieldError[]> => {
    if (known.get(id)?.jurisdiction !== procedure.jurisdiction)
      return [{ pointer, message: '本地区没有这个部门' }];
    const lacking = await firstUnheld(store, rolesActingFor(procedure, field.steers), id);
    return lacking === null
      ? []
      : [{ pointer, message: `该部门没有承担“${ROLES[lacking].title}”的人员，不能承办` }];
  };
  const errors = (await Promise.all(named.map(unfit))).flat();
  return errors.length === 0
    ? null
    : problem(422, 'department_unknown', '填写的部门不存在，或者不能承办。', { errors });
};

const firstUnheld = async (
  store: Desk['store'],
  roles: readonly Role[],
  id: string,
): Promise<Role | null> => {
  for (const role of roles) if ((await store.people.holdersOf(role, id)).length === 0) return role;
  return null;
};
