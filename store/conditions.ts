import type { Knex } from 'knex';
import type { Light } from '../cases/index.ts';
import { timestamp } from './instants.ts';

/** Conditions joined by AND, each with its bindings; `true` when there are none. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly #bindings: unknown[] = [];

  /** Adds the condition unless one of its values is undefined. */
  and(sql: string, ...values: unknown[]): this {
    if (values.includes(undefined)) return this;
    this.#parts.push(`(${sql})`);
    this.#bindings.push(...values);
    return this;
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' AND ');
  }

  get bindings(): Knex.RawBinding[] {
    return this.#bindings as Knex.RawBinding[];
  }
}

/** Tasks `t` whose clock shows the light at `asOfMs`; a task without a clock is green. */
export const taskLight = (where: Conditions, light: Light | undefined, asOfMs: number): Conditions => {
  const at = timestamp(asOfMs);
  const red = `coalesce(t.clock_state = 'missed', false) OR (t.live AND t.due_at <= ?)`;
  const warned = `coalesce(t.clock_state = 'running' AND t.warn_at <= ?, false)`;
  if (light === 'red') return where.and(red, at);
  if (light === 'yellow') return where.and(`NOT (${red}) AND ${warned}`, at, at);
  if (light === 'green') return where.and(`NOT (${red}) AND NOT ${warned}`, at, at);
  return where;
};

/** Open cases `c` that show the light at `asOfMs`. */
export const lightOfCase = (where: Conditions, light: Light | undefined, asOfMs: number): Conditions => {
  const at = timestamp(asOfMs);
  const red = 'coalesce(c.red_at <= ?, false)';
  const yellow = 'coalesce(c.yellow_at <= ?, false)';
  if (light === undefined) return where;
  where.and(`c.status = 'open'`);
  if (light === 'red') return where.and('c.red_at <= ?', at);
  if (light === 'yellow') return where.and(`NOT ${red} AND ${yellow}`, at, at);
  return where.and(`NOT ${red} AND NOT ${yellow}`, at, at);
};
