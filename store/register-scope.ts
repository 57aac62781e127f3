import type { Knex } from 'knex';
import type { RegisterId } from '../procedures/schema.ts';
import type { ThingId } from '../procedures/things.ts';

/** A part of a register in one jurisdiction: of some kinds of things, or what is marked, suspended or closed only. */
export type LinePart = {
  register: RegisterId;
  jurisdiction: string;
  of?: readonly ThingId[] | undefined;
  marked?: boolean | undefined;
};

/**
 * Lines a reader may see: all; or those whose things, data or decisions are of some departments, those of some jurisdictions, and those of
 * parts of registers.
 */
export type LineScope =
  | { departments: string[]; jurisdictions: string[]; parts?: readonly LinePart[] }
  | 'all';

/** Keeps to the lines of a scope; `register`: that asked for, where it is one. */
export const withinScope = (query: Knex.QueryBuilder, scope: LineScope, register?: string): void => {
  if (scope === 'all') return;
  const { departments, jurisdictions, parts = [] } = scope;
  query.where((either) => {
    either
      .whereIn('department', departments)
      .orWhereIn('owner_department', departments)
      .orWhereRaw('deciders && ?::text[]', [departments])
      .orWhereIn('jurisdiction', jurisdictions);
    for (const part of parts) {
      if (register !== undefined && part.register !== register) continue;
      either.orWhere((one) => {
        one.where({ register: part.register, jurisdiction: part.jurisdiction });
        if (part.of !== undefined) one.whereIn('thing', part.of);
        if (part.marked === true) one.whereNot('state', 'open');
      });
    }
  });
};

type Placed = {
  register: RegisterId;
  thing: ThingId | null;
  department: string;
  ownerDepartment: string | null;
  deciders: readonly string[];
  jurisdiction: string;
};

/** Whether a line that a reader sees is of the scope: the same question as `withinScope`, of a line at hand. */
export const isWithinScope = (line: Placed, scope: LineScope): boolean => {
  if (scope === 'all' || scope.jurisdictions.includes(line.jurisdiction)) return true;
  const concerned = [line.department, line.ownerDepartment, ...line.deciders];
  if (concerned.some((department) => department !== null && scope.departments.includes(department)))
    return true;
  return (scope.parts ?? []).some(
    ({ register, jurisdiction, of, marked }) =>
      marked !== true &&
      register === line.register &&
      jurisdiction === line.jurisdiction &&
      (of === undefined || (line.thing !== null && of.includes(line.thing))),
  );
};
