import type { Fields } from '../../procedures/fields.ts';
import type { Desk } from '../deps.ts';
import type { Contents } from '../forms/check.ts';
import { type FieldError, type Problem, problem } from '../problems/problem.ts';

/** Fields that name departments nobody knows; work sent there would be lost. Null: none. */
export const unknownDepartments = async (
  { store }: Pick<Desk, 'store'>,
  fields: Fields,
  contents: Contents,
  at: string,
): Promise<Problem | null> => {
  const named = Object.entries(fields).flatMap(([name, { type }]) => {
    const value = contents[name];
    return type === 'department' && typeof value === 'string' ? [[name, value] as const] : [];
  });
  if (named.length === 0) return null;
  const known = await store.people.departments(named.map(([, id]) => id));
  const errors = named
    .filter(([, id]) => !known.has(id))
    .map(([name]): FieldError => ({ pointer: `/${at}/${name}`, message: '没有这个部门' }));
  return errors.length === 0 ? null : problem(422, 'department_unknown', '填写的部门不存在。', { errors });
};
