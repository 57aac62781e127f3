import type { Field, Fields } from '../../procedures/fields.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { rolesActingFor } from '../../procedures/seats.ts';

type Described = { properties?: Record<string, Described> } & Record<string, unknown>;

const told = (procedure: Procedure, field: Field, schema: Described): Described => {
  if (field.type === 'object') return withChoosers(procedure, field.fields, schema);
  if (field.type !== 'department') return schema;
  return {
    ...schema,
    'x-jurisdiction': procedure.jurisdiction,
    'x-roles': rolesActingFor(procedure, field.steers),
  };
};

/**
 * The JSON Schema of a form with what each department in it must be, as intake demands it (`departmentsProblem`): of which place
 * (`x-jurisdiction`), and with people in which roles (`x-roles`).
 */
export const withChoosers = (procedure: Procedure, fields: Fields, schema: Described): Described => {
  const properties = Object.entries(schema.properties ?? {}).map(([name, inner]) => {
    const field = fields[name];
    return [name, field === undefined ? inner : told(procedure, field, inner)] as const;
  });
  return { ...schema, properties: Object.fromEntries(properties) };
};
