import { type Field, type Fields, fieldOfFact, steeringFacts } from './fields.ts';
import type { Procedure } from './schema.ts';

/** The form, and what each outcome of a stage asks for. */
const allFields = ({ form, stages }: Procedure): Fields[] => [
  form,
  ...Object.values(stages).flatMap(({ outcomes }) =>
    Object.values(outcomes).map(({ fields = {} }) => fields),
  ),
];

/** The first field, of the form or of a decision, that sets a fact; undefined: none. */
export const fieldSetting = (procedure: Procedure, fact: string): Field | undefined =>
  allFields(procedure)
    .map((fields) => fieldOfFact(fields, fact))
    .find((found) => found !== null) ?? undefined;

/** Whether the form or a decision can set the fact. */
export const setsFact = (procedure: Procedure, fact: string): boolean =>
  allFields(procedure).some((fields) => fact in steeringFacts(fields)) ||
  Object.values(procedure.stages).some(({ outcomes }) =>
    Object.values(outcomes).some(({ sets = {} }) => fact in sets),
  );

/** Whether a date that is always given and never beyond what calendars hold sets the fact. */
export const setsDate = (procedure: Procedure, fact: string): boolean => {
  const field = fieldSetting(procedure, fact);
  if (field?.type !== 'future-date' || field.withinDays === undefined) return false;
  return field.required !== false && field.when === undefined;
};
