import { msFromIso } from '../../calendar/index.ts';
import type { Fields } from '../../procedures/fields.ts';
import type { Fact } from '../../procedures/schema.ts';

const isContents = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const factOf = (value: unknown, isInstant: boolean, nowMs: number): Fact | null => {
  if (isInstant) {
    const atMs = typeof value === 'string' ? msFromIso(value) : null;
    // A clock that is a little ahead must not start a limit in the future.
    return atMs === null ? null : Math.min(atMs, nowMs);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/**
 * The facts that contents set: of fields that steer, and of nothing else. Instants as epoch milliseconds. To be believed once the
 * contents are checked; the check itself asks what they make it ask for.
 */
export const factsOf = (fields: Fields, contents: unknown, nowMs: number): Record<string, Fact> => {
  const facts: Record<string, Fact> = {};
  if (!isContents(contents)) return facts;
  for (const [name, field] of Object.entries(fields)) {
    const value = contents[name];
    if (value === undefined) continue;
    if (field.type === 'object') Object.assign(facts, factsOf(field.fields, value, nowMs));
    // A catalogue entry steers by its share class, which the contents do not tell: see `shareClassFact`.
    if (field.steers === undefined || field.type === 'resource') continue;
    const fact = factOf(value, field.type === 'past-instant', nowMs);
    if (fact !== null) facts[field.steers] = fact;
  }
  return facts;
};
