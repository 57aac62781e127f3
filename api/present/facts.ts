import type { Field, Fields } from '../../procedures/fields.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { fieldsWithin } from '../forms/conditions.ts';
import { pointerOf } from '../problems/of-zod.ts';

/** A fact (案件的情况) that stages, limits or outcomes may depend on, in Chinese, and the field of the form that gives it. */
export type PresentedFact = {
  fact: string;
  title: string;
  type: Field['type'];
  /** JSON pointer in the form; null: a decision gives it. */
  field: string | null;
  /** The closed list of values; empty where any will do. */
  values: { id: string | boolean; title: string }[];
};

const valuesOf = (field: Field): PresentedFact['values'] => {
  if (field.type === 'choice') return Object.entries(field.options).map(([id, title]) => ({ id, title }));
  if (field.type !== 'flag') return [];
  return [
    { id: true, title: '是' },
    { id: false, title: '否' },
  ];
};

const factsIn = (fields: Fields, pointer: (path: readonly string[]) => string | null): PresentedFact[] =>
  fieldsWithin(fields).flatMap(({ path, field }) =>
    field.steers === undefined
      ? []
      : {
          ...{ fact: field.steers, title: field.title, type: field.type },
          ...{ field: pointer(path), values: valuesOf(field) },
        },
  );

/** Every fact of a procedure once: as the form gives it, else as the first decision that does. */
export const presentFacts = (procedure: Procedure): PresentedFact[] => {
  const decided = Object.values(procedure.stages).flatMap(({ outcomes }) =>
    Object.values(outcomes).flatMap(({ fields = {} }) => factsIn(fields, () => null)),
  );
  const found = [...factsIn(procedure.form, pointerOf), ...decided];
  return [...new Map(found.toReversed().map((fact) => [fact.fact, fact])).values()].toReversed();
};
