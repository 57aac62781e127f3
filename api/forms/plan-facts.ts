import { dayOf, msFromIso, textOfDay } from '../../calendar/index.ts';
import { readPeriod } from '../../cases/index.ts';
import { chosenFacts } from '../../procedures/asked.ts';
import { setsFact } from '../../procedures/facts.ts';
import { type Field, fieldOfFact, SHARE_CLASSES } from '../../procedures/fields.ts';
import type { Fact, Procedure } from '../../procedures/schema.ts';
import { pointerOf } from '../problems/of-zod.ts';
import { type FieldError, malformed, type Problem, problem } from '../problems/problem.ts';
import { NOT_ASKED } from './check.ts';

const presumed = (field: Field, submittedAtMs: number): Fact | undefined => {
  if (field.type === 'choice') return Object.keys(field.options)[0];
  if (field.type === 'past-instant') return submittedAtMs;
  if (field.type === 'future-date') return textOfDay(dayOf(submittedAtMs) + (field.withinDays ?? 0));
  return field.type === 'flag' ? false : undefined;
};

const factOf = (given: Fact): Fact => (typeof given === 'string' ? (msFromIso(given) ?? given) : given);

const wrong = (field: Field | null, fact: Fact): string | null => {
  if (field?.type === 'choice' && !Object.hasOwn(field.options, String(fact))) return '不是允许的选项';
  if (field?.type === 'resource' && !(SHARE_CLASSES as readonly Fact[]).includes(fact)) return '应为共享类型';
  if (field?.type === 'past-instant' && typeof fact !== 'number') return '应为带时区的时刻';
  if (field?.type === 'period' && readPeriod(String(fact))?.every !== field.every) return '应为期间';
  if (field?.type === 'future-date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(fact))) return '应为日期';
  return null;
};

/** Facts that the procedure does not have. */
const unknownFacts = (procedure: Procedure, given: Readonly<Record<string, Fact>>): FieldError[] =>
  Object.keys(given)
    .filter((fact) => !setsFact(procedure, fact))
    .map((fact) => ({ pointer: pointerOf(['facts', fact]), message: '此办理事项没有这项情况' }));

/**
 * Facts for a plan: those given; for the rest of what is asked for and steers the first choice, the moment of submission, the last
 * date, or no. A fact that the procedure does not have is malformed.
 */
export const planFacts = (
  procedure: Procedure,
  given: Readonly<Record<string, Fact>>,
  submittedAtMs: number,
): Record<string, Fact> | Problem => {
  const { form } = procedure;
  const unknown = unknownFacts(procedure, given);
  if (unknown.length > 0) return malformed(unknown);
  const errors: FieldError[] = [];
  const facts = chosenFacts(form, (name, field) => {
    const value = given[name];
    return value === undefined ? presumed(field, submittedAtMs) : factOf(value);
  });
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOfFact(form, name);
    const message = field !== null && !(name in facts) ? NOT_ASKED : wrong(field, factOf(value));
    if (message === null) facts[name] = factOf(value);
    else errors.push({ pointer: `/facts/${name}`, message });
  }
  return errors.length === 0
    ? facts
    : problem(422, 'plan_invalid', '无法按所给条件推演，请看各项说明。', { errors });
};
