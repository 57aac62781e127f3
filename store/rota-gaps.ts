import type { Knex } from 'knex';
import { timestamp } from './instants.ts';
import type { Scope } from './scope.ts';

/** A stretch of time in which nobody of a department is on duty. Epoch milliseconds; the end is exclusive. */
export type RotaGap = { department: string; title: string; fromMs: number; toMs: number };

export type GapQuery = { scope: Scope | null; department: string | null; fromMs: number; toMs: number };

/** Departments that keep a watch are those with a duty officer who may sign in, and those that have ever had a line. */
const GAPS = `
  SELECT dep.id AS department, dep.title, lower(gap) AS from_at, upper(gap) AS to_at
  FROM departments dep CROSS JOIN LATERAL (
    SELECT unnest(tstzmultirange(tstzrange(?, ?)) - coalesce(range_agg(tstzrange(s.from_at, s.to_at)), '{}')) AS gap
    FROM duty_shifts s JOIN duty_places d ON d.id = s.place_id JOIN people p ON p.id = s.person_id
    WHERE d.department_id = dep.id AND s.withdrawn_at IS NULL AND NOT p.disabled AND s.from_at < ? AND s.to_at > ?) open
  WHERE (EXISTS (SELECT FROM role_grants g JOIN people p ON p.id = g.person_id
      WHERE g.department_id = dep.id AND g.role = 'duty-officer' AND NOT p.disabled)
    OR EXISTS (SELECT FROM duty_places d WHERE d.department_id = dep.id))
    AND (?::text IS NULL OR dep.id = ?)
    AND (?::text[] IS NULL OR dep.jurisdiction = ANY (?::text[]) OR dep.id = ANY (?::text[]))
  ORDER BY lower(gap), dep.id`;

/** 值班空缺: when nobody would be called, earliest first; of the departments of a scope (null: of all). */
export const rotaGaps = async (
  db: Knex,
  { scope, department, fromMs, toMs }: GapQuery,
): Promise<RotaGap[]> => {
  const [from, to] = [timestamp(fromMs), timestamp(toMs)];
  const { jurisdictions = null, departments = null } = scope ?? {};
  const { rows } = await db.raw(GAPS, [
    ...[from, to, to, from, department, department],
    ...[jurisdictions, jurisdictions, departments],
  ] as Knex.RawBinding[]);
  return rows.map((row: Record<string, never>) => ({
    department: row.department!,
    title: row.title!,
    fromMs: row.from_at!,
    toMs: row.to_at!,
  }));
};
