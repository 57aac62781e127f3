import { type Condition, holds } from './conditions.ts';
import { type Field, type Fields, SHARE_CLASSES } from './fields.ts';
import type { Fact, Procedure } from './schema.ts';

/** The facts that a condition asks about, each once. */
export const factsIn = (condition: Condition): string[] => {
  if ('fact' in condition) return [condition.fact];
  if ('settled' in condition || 'month' in condition) return [];
  if ('not' in condition) return factsIn(condition.not);
  return [...new Set(('all' in condition ? condition.all : condition.any).flatMap(factsIn))];
};

/** A field that steers, and the conditions it stands under: its own, and that of the object it is in. */
export type Steering = { fact: string; field: Field; when: Condition };

/** Every field that steers, objects included, in the order of the form. */
export const steering = (fields: Fields, within: Condition = { all: [] }): Steering[] =>
  Object.values(fields).flatMap((field) => {
    const when = field.when === undefined ? within : { all: [within, field.when] };
    return [
      ...(field.type === 'object' ? steering(field.fields, when) : []),
      ...(field.steers === undefined ? [] : [{ fact: field.steers, field, when }]),
    ];
  });

/** What a field that is asked for can say; null where there is no closed list. */
export const closedValues = (field: Field): Fact[] | null => {
  if (field.type === 'choice') return Object.keys(field.options);
  if (field.type === 'resource') return [...SHARE_CLASSES];
  return field.type === 'flag' ? [true, false] : null;
};

type Facts = Record<string, Fact>;
const eachWith = (sets: Facts[], fact: string, values: readonly (Fact | undefined)[]): Facts[] =>
  sets.flatMap((set) => values.map((value) => (value === undefined ? set : { ...set, [fact]: value })));

/**
 * Every set of facts that a form can set, of those that decide about `facts`: what may be left out is also left out, and what is not
 * asked for is not set. Facts without a closed list are never set.
 */
export const formCombinations = (form: Fields, facts: readonly string[]): Facts[] => {
  const wanted = new Set(facts);
  const relevant = steering(form)
    .toReversed()
    .filter(({ fact, when }) => {
      if (wanted.has(fact)) for (const other of factsIn(when)) wanted.add(other);
      return wanted.has(fact);
    })
    .toReversed();
  return relevant.reduce<Facts[]>(
    (sets, { fact, field, when }) =>
      sets.flatMap((set) => {
        if (!holds(when, { facts: set, results: {} })) return [set];
        const values = closedValues(field) ?? [];
        return eachWith([set], fact, field.required === false ? [...values, undefined] : values);
      }),
    [{}],
  );
};

/** What decisions can make of a fact. */
const decidedValues = ({ stages }: Procedure, fact: string): Fact[] =>
  Object.values(stages)
    .flatMap(({ outcomes }) => Object.values(outcomes))
    .flatMap(({ fields = {}, sets = {} }) => [
      ...steering(fields).flatMap((each) => (each.fact === fact ? (closedValues(each.field) ?? []) : [])),
      ...(sets[fact] === undefined ? [] : [sets[fact]]),
    ]);

/** What cases of a procedure are filed with; a duty comes up without a form. */
export const filedForm = ({ form, recurrence }: Procedure): Fields => (recurrence === undefined ? form : {});

/** Every set of facts that a case can have of those that decide about `facts`: as filed, or as decisions have made them since. */
export const caseCombinations = (procedure: Procedure, facts: readonly string[]): Facts[] =>
  facts.reduce(
    (sets, fact) => sets.concat(eachWith(sets, fact, decidedValues(procedure, fact))),
    formCombinations(filedForm(procedure), facts),
  );
