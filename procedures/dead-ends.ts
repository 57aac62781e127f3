import { closedValues, factsIn, formCombinations } from './combinations.ts';
import { calledFor } from './conditions.ts';
import { fieldOfFact } from './fields.ts';
import type { Procedure } from './schema.ts';

/** Where a case could be born without a stage to be in: filed with facts for which no start condition holds. */
export const deadStarts = ({ id, form, start }: Procedure): string[] => {
  const conditions = start.flatMap((opening) => (typeof opening === 'string' ? [] : [opening.when]));
  if (conditions.length === 0 || conditions.length < start.length) return [];
  const asked = [...new Set(conditions.flatMap(factsIn))];
  const open = asked.filter((fact) => {
    const field = fieldOfFact(form, fact);
    return field === null || closedValues(field) === null;
  });
  if (open.length > 0) {
    return [`${id}: every start has a condition, and what ${open.join(', ')} can be is no closed choice`];
  }
  return formCombinations(form, asked)
    .filter((facts) => calledFor(start, { facts, results: {} }).length === 0)
    .map((facts) => `${id}: nothing starts it when ${JSON.stringify(facts)}`);
};
