import { calledFor } from './conditions.ts';
import { type Fields, fieldOfFact } from './fields.ts';
import type { Condition, Fact, Procedure } from './schema.ts';

/** Where a case could be born without a stage to be in: filed with facts for which no start condition holds. */
export const deadStarts = ({ id, form, start }: Procedure): string[] => {
  const conditions = start.flatMap((opening) => (typeof opening === 'string' ? [] : [opening.when]));
  if (conditions.length === 0 || conditions.length < start.length) return [];
  const asked = [...new Set(conditions.flatMap(factsIn))];
  const open = asked.filter((fact) => valuesOf(form, fact) === null);
  if (open.length > 0) {
    return [`${id}: every start has a condition, and what ${open.join(', ')} can be is no closed choice`];
  }
  return combinations(asked.map((fact) => [fact, valuesOf(form, fact) ?? []]))
    .filter((facts) => calledFor(start, { facts, results: {} }).length === 0)
    .map((facts) => `${id}: nothing starts it when ${JSON.stringify(facts)}`);
};

const factsIn = (condition: Condition): string[] => {
  if ('fact' in condition) return [condition.fact];
  if ('settled' in condition) return [];
  if ('not' in condition) return factsIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(factsIn);
};

/** What a fact of the form can be, undefined where it may be left out; null where there is no closed list. */
const valuesOf = (form: Fields, fact: string): (Fact | undefined)[] | null => {
  const field = fieldOfFact(form, fact);
  if (field?.type !== 'choice' && field?.type !== 'flag') return null;
  const given: Fact[] = field.type === 'choice' ? Object.keys(field.options) : [true, false];
  return field.required === false ? [...given, undefined] : given;
};

/** Every set of facts with one of its values for each. */
const combinations = (facts: [string, (Fact | undefined)[]][]): Record<string, Fact>[] =>
  facts.reduce<Record<string, Fact>[]>(
    (sets, [fact, values]) =>
      sets.flatMap((set) => values.map((value) => (value === undefined ? set : { ...set, [fact]: value }))),
    [{}],
  );
