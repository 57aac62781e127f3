import type { Condition } from '../../procedures/conditions.ts';
import type { Field, Fields } from '../../procedures/fields.ts';
import { type PresentedCondition, presentCondition } from '../present/condition.ts';
import { pointerOf } from '../problems/of-zod.ts';

/** JSON Schema, as far as it is written here. */
type Schema = Record<string, unknown> | boolean;
type Path = readonly string[];

/** Every field with its path, those of objects included. */
export const fieldsWithin = (fields: Fields, at: Path = []): { path: Path; field: Field }[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const path = [...at, name];
    return [{ path, field }, ...(field.type === 'object' ? fieldsWithin(field.fields, path) : [])];
  });

/** Where each fact of a form is given. */
type Places = ReadonlyMap<string, Path>;
const placesOf = (fields: Fields): Places =>
  new Map(
    fieldsWithin(fields).flatMap(({ path, field }) =>
      field.steers === undefined ? [] : [[field.steers, path] as const],
    ),
  );

const pointerIn =
  (places: Places) =>
  (fact: string): string | null => {
    const path = places.get(fact);
    return path === undefined ? null : pointerOf(path);
  };

/** `schema` of the member at `path`, which must be there for it to hold when `present`. */
const atPath = ([name, ...rest]: Path, schema: Schema, present: boolean): Schema =>
  name === undefined
    ? schema
    : {
        properties: { [name]: atPath(rest, schema, present) },
        ...(present ? { required: [name] } : {}),
      };

/** The condition over a form as JSON Schema; null where it asks about a fact that the form does not give. */
const schemaOf = (condition: Condition, places: Places): Schema | null => {
  if ('fact' in condition) {
    const path = places.get(condition.fact);
    return path === undefined ? null : atPath(path, { enum: condition.in }, true);
  }
  if ('settled' in condition || 'month' in condition) return null;
  if ('not' in condition) {
    const inner = schemaOf(condition.not, places);
    return inner === null ? null : { not: inner };
  }
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => schemaOf(part, places));
  if (parts.includes(null)) return null;
  return 'all' in condition ? { allOf: parts } : { anyOf: parts };
};

/** `if` a condition holds the field is asked for, `else` it may not be there. */
const rule = ({ path, field }: { path: Path; field: Field }, places: Places): Schema[] => {
  const condition = field.when === undefined ? null : schemaOf(field.when, places);
  if (condition === null) return [];
  const [name, owner] = [path.at(-1) as string, path.slice(0, -1)];
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  const demanded = field.required === false ? {} : { then: atPath(owner, { required: [name] }, false) };
  return [{ if: condition, ...demanded, else: atPath(path, false, false) }];
};

type Described = { properties?: Record<string, Described> } & Record<string, unknown>;

/**
 * The JSON Schema of a form with the conditions of its fields: `x-when` at each that has one, for consoles to show and hide it at once,
 * and `allOf` rules by which it is demanded or refused. Conditions over facts of the case, which no schema sees, are told alone.
 */
export const withConditions = (fields: Fields, schema: Described): Described => {
  const places = placesOf(fields);
  const conditional = fieldsWithin(fields).filter(({ field }) => field.when !== undefined);
  if (conditional.length === 0) return schema;
  const told = conditional.reduce(
    (so, { path, field }) => tellAt(so, path, presentCondition(field.when as Condition, pointerIn(places))),
    schema,
  );
  const rules = conditional.flatMap((each) => rule(each, places));
  return rules.length === 0 ? told : { ...told, allOf: rules };
};

const tellAt = (schema: Described, [name, ...rest]: Path, when: PresentedCondition): Described =>
  name === undefined
    ? { ...schema, 'x-when': when }
    : {
        ...schema,
        properties: { ...schema.properties, [name]: tellAt(schema.properties?.[name] ?? {}, rest, when) },
      };
