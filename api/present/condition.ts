import type { Condition } from '../../procedures/conditions.ts';

/**
 * A condition as consoles read it: `{field, in}` for what the same form gives, by its JSON pointer; `{fact, in}` for a fact of the case;
 * `{month, of}` for the period that a fact names being that month of a year;
 * `{settled, as}` for how a stage was settled (`as` null: however); `all`, `any` and `not` of such.
 */
export type PresentedCondition =
  | { field: string; in: unknown[] }
  | { fact: string; in: unknown[] }
  | { month: number; of: string }
  | { settled: string; as: string[] | null }
  | { all: PresentedCondition[] }
  | { any: PresentedCondition[] }
  | { not: PresentedCondition };

/** `pointerOf`: the JSON pointer of the field that gives a fact in the same form, or null; by default no form is about. */
export const presentCondition = (
  condition: Condition,
  pointerOf: (fact: string) => string | null = () => null,
): PresentedCondition => {
  const present = (part: Condition): PresentedCondition => presentCondition(part, pointerOf);
  if ('fact' in condition) {
    const field = pointerOf(condition.fact);
    const values = { in: [...condition.in] };
    return field === null ? { fact: condition.fact, ...values } : { field, ...values };
  }
  if ('month' in condition) return { month: condition.month, of: condition.of };
  if ('settled' in condition) return { settled: condition.settled, as: condition.as ?? null };
  if ('not' in condition) return { not: present(condition.not) };
  return 'all' in condition ? { all: condition.all.map(present) } : { any: condition.any.map(present) };
};

/** The condition of something, or null where it has none. */
export const presentWhen = (when: Condition | undefined): PresentedCondition | null =>
  when === undefined ? null : presentCondition(when);
