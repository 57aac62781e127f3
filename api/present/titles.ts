import { z } from 'zod';
import { isRole, ROLES } from '../../procedures/roles.ts';

/** Titles of departments by their ids; unknown ids are left out. */
export type DepartmentTitles = ReadonlyMap<string, string>;
/** Reads the titles of departments, in one question. */
export type ReadTitles = (ids: ReadonlySet<string>) => Promise<DepartmentTitles>;

type Json = Record<string, unknown>;
type Shape = Record<string, z.ZodType>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with each object that the schema describes replaced by what `replace` makes of it; what no schema describes stays. */
const mapped = (
  schema: z.ZodType,
  value: unknown,
  replace: (shape: Shape, object: Json) => Json,
): unknown => {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return value == null ? value : mapped(schema.unwrap() as z.ZodType, value, replace);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => mapped(schema.element as z.ZodType, item, replace));
  if (schema instanceof z.ZodUnion) {
    const described = (schema.options as z.ZodType[]).find((option) => option instanceof z.ZodObject);
    return described === undefined ? value : mapped(described, value, replace);
  }
  if (!(schema instanceof z.ZodObject) || !isObject(value)) return value;
  const shape: Shape = schema.shape;
  const within = Object.entries(value).map(([key, part]) => {
    const described = shape[key];
    return [key, described === undefined ? part : mapped(described, part, replace)];
  });
  return replace(shape, Object.fromEntries(within));
};

/** Whether the schema has such a title beside the id, and the answer has none yet. */
const lacks = (shape: Shape, object: Json, title: 'departmentTitle' | 'roleTitle'): boolean =>
  title in shape && object[title] === undefined;

const roleTitle = (role: unknown): string | null =>
  typeof role === 'string' && isRole(role) ? ROLES[role].title : null;

/**
 * An answer with the titles that its schema has beside the ids of departments and roles (`departmentTitle`, `roleTitle`): the one place
 * that fills them in, whatever the answer is of, with one question for all of them.
 */
export const withTitles = async (
  schema: z.ZodType | undefined,
  body: unknown,
  read: ReadTitles,
): Promise<unknown> => {
  if (schema === undefined || !isObject(body)) return body;
  const ids = new Set<string>();
  mapped(schema, body, (shape, object) => {
    if (lacks(shape, object, 'departmentTitle') && typeof object.department === 'string')
      ids.add(object.department);
    return object;
  });
  const titles: DepartmentTitles = ids.size === 0 ? new Map() : await read(ids);
  return mapped(schema, body, (shape, object) => ({
    ...object,
    ...(lacks(shape, object, 'departmentTitle')
      ? { departmentTitle: titles.get(object.department as string) ?? null }
      : {}),
    ...(lacks(shape, object, 'roleTitle') ? { roleTitle: roleTitle(object.role) } : {}),
  }));
};
