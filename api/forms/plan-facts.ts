import { dayOf, msFromIso, textOfDay } from '../../calendar/index.ts';
import { readPeriod } from '../../cases/index.ts';
import type { Field, Fields } from '../../procedures/fields.ts';
import type { Fact } from '../../procedures/schema.ts';
import { type FieldError, type Problem, problem } from '../problems/problem.ts';

/** Fields that steer, by the name of their fact. */
const steering = (fields: Fields): [string, Field][] =>
  Object.values(fields).flatMap((field): [string, Field][] => [
    ...(field.steers === undefined ? [] : ([[field.steers, field]] as [string, Field][])),
    ...(field.type === 'object' ? steering(field.fields) : []),
  ]);

const presumed = (field: Field, submittedAtMs: number): Fact | undefined => {
  if (field.type === 'choice') return Object.keys(field.options)[0];
  if (field.type === 'past-instant') return submittedAtMs;
  if (field.type === 'future-date') return textOfDay(dayOf(submittedAtMs) + (field.withinDays ?? 0));
  return field.type === 'flag' ? false : undefined;
};

const factOf = (given: Fact): Fact => (typeof given === 'string' ? (msFromIso(given) ?? given) : given);

const wrong = (field: Field | undefined, fact: Fact): string | null => {
  if (field?.type === 'choice' && !Object.hasOwn(field.options, String(fact))) return '不是允许的选项';
  if (field?.type === 'past-instant' && typeof fact !== 'number') return '应为带时区的时刻';
  if (field?.type === 'period' && readPeriod(String(fact))?.every !== field.every) return '应为期间';
  if (field?.type === 'future-date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(fact))) return '应为日期';
  return null;
};

/** Facts for a plan: those given; for the rest of what steers the first choice, the moment of submission, the last date, or no. */
export const planFacts = (
  form: Fields,
  given: Readonly<Record<string, Fact>>,
  submittedAtMs: number,
): Record<string, Fact> | Problem => {
  const fields = new Map(steering(form));
  const facts: Record<string, Fact> = {};
  for (const [name, field] of fields) {
    const fact = presumed(field, submittedAtMs);
    if (fact !== undefined) facts[name] = fact;
  }
  const errors: FieldError[] = [];
  for (const [name, value] of Object.entries(given)) {
    const fact = factOf(value);
    const message = wrong(fields.get(name), fact);
    if (message === null) facts[name] = fact;
    else errors.push({ pointer: `/facts/${name}`, message });
  }
  return errors.length === 0
    ? facts
    : problem(422, 'plan_invalid', '无法按所给条件推演，请看各项说明。', { errors });
};
