import { ROLES, type Role } from '../procedures/roles.ts';
import type { Grant } from './people.ts';

/** Whose work a supervisor sees: all of these jurisdictions, and that of these departments. */
export type Scope = { jurisdictions: string[]; departments: string[] };

/** Roles that see every case of their jurisdiction. */
const OVERSEEING: readonly Role[] = ['supervisor', 'auditor'];

/** Jurisdictions of which a holder of these grants sees everything. */
export const overseenBy = (grants: readonly Grant[]): string[] => [
  ...new Set(grants.filter(({ role }) => OVERSEEING.includes(role)).map(({ jurisdiction }) => jurisdiction)),
];

/** What a holder of these grants supervises: overseers their jurisdiction, those who lead others their own department. */
export const scopeOf = (grants: readonly Grant[]): Scope => ({
  jurisdictions: overseenBy(grants),
  departments: [
    ...new Set(grants.filter(({ role }) => LEADING.has(role)).map(({ department }) => department)),
  ],
});

const LEADING: ReadonlySet<string> = new Set(
  Object.values(ROLES)
    .map(({ lead }) => lead)
    .filter((lead) => lead !== null),
);
