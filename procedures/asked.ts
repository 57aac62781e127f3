import { type Condition, holds, type Known } from './conditions.ts';
import type { Field, Fields } from './fields.ts';
import type { Demand, Fact, Outcome, Stage } from './schema.ts';

/**
 * What is asked now: the one place that decides which fields a form wants and which outcomes a stage offers. The decider, the check
 * of forms, buttons, plans and samples all ask here.
 */

type Facts = Readonly<Record<string, Fact>>;

const isAsked = ({ when }: { when?: Condition }, facts: Facts): boolean =>
  when === undefined || holds(when, { facts, results: {} });

/**
 * The fields without a condition, and those whose condition holds over `facts`, which they then are without; the same within objects.
 */
export const askedFields = (fields: Fields, facts: Facts): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => isAsked(field, facts))
      .map(([name, field]) => [name, settled(field, facts)]),
  );

const settled = ({ when: _holds, ...field }: Field, facts: Facts): Field =>
  field.type === 'object' ? { ...field, fields: askedFields(field.fields, facts) } : field;

/** The outcomes of a stage without a condition, or with one that the facts of the case meet, in their order. */
export const offeredOutcomes = (
  { outcomes }: Pick<Stage, 'outcomes'>,
  { facts }: Pick<Known, 'facts'>,
): Record<string, Outcome> =>
  Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => isAsked(outcome, facts)));

/** What an outcome demands of a case with these facts: fields only where it asks for any. */
export const demandsOf = ({ demands = [], fields }: Outcome, facts: Facts): Demand[] =>
  fields === undefined || Object.keys(askedFields(fields, facts)).length > 0
    ? demands
    : demands.filter((demand) => demand !== 'fields');

/**
 * Facts for the fields that steer, in the order of the form, each told to `choose` only when it is asked for by what was chosen
 * before; undefined leaves it out.
 */
export const chosenFacts = (
  fields: Fields,
  choose: (fact: string, field: Field) => Fact | undefined,
  known: Facts = {},
): Record<string, Fact> => {
  const chosen: Record<string, Fact> = {};
  for (const field of Object.values(fields)) {
    const facts = { ...known, ...chosen };
    if (!isAsked(field, facts)) continue;
    if (field.type === 'object') Object.assign(chosen, chosenFacts(field.fields, choose, facts));
    const fact = field.steers === undefined ? undefined : choose(field.steers, field);
    if (field.steers !== undefined && fact !== undefined) chosen[field.steers] = fact;
  }
  return chosen;
};
