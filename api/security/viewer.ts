import type { Actor } from '../../cases/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';
import type { Role } from '../../procedures/roles.ts';
import { type Grant, type Scope, scopeOf } from '../../store/index.ts';
import { OVERSEEING, type Right, rightsOf, SUPERVISING } from './rights.ts';

/** Who asks: a person with the roles that the person holds at this moment, each inside a department. */
export type Viewer = {
  personId: string;
  account: string;
  name: string;
  department: string;
  grants: readonly Grant[];
  rights: ReadonlySet<Right>;
  /** Secret of the session in use, to be able to end it. */
  token: string;
};

export const viewerOf = (of: Omit<Viewer, 'rights'>): Viewer => ({
  ...of,
  rights: rightsOf(of.grants.map(({ role }) => role)),
});

/** Every part in which the person can act. */
export const actorsOf = ({ personId, grants }: Viewer): Actor[] =>
  grants.map(({ role, department }) => ({ personId, role, department }));

/** The part that fits best: role and department, else the role, else any. null for a person without roles. */
export const actorFor = (viewer: Viewer, wanted: { role: Role; department: string } | null): Actor | null => {
  const actors = actorsOf(viewer);
  if (wanted === null) return actors[0] ?? null;
  return (
    actors.find(({ role, department }) => role === wanted.role && department === wanted.department) ??
    actors.find(({ role }) => role === wanted.role) ??
    actors[0] ??
    null
  );
};

export const oversees = ({ grants }: Viewer): boolean => grants.some(({ role }) => OVERSEEING.includes(role));

const ALL_JURISDICTIONS = Object.keys(JURISDICTIONS) as Jurisdiction[];

/** Grants for the lists: whoever oversees does so in every jurisdiction. */
export const listGrants = (viewer: Viewer): Grant[] => {
  const { grants, department } = viewer;
  if (!oversees(viewer)) return [...grants];
  return [
    ...grants,
    ...ALL_JURISDICTIONS.map((jurisdiction): Grant => ({ role: 'supervisor', department, jurisdiction })),
  ];
};

/** Whose overdue work the viewer sees; null: everybody's. */
export const supervisionScope = (viewer: Viewer): Scope | null => {
  if (oversees(viewer)) return null;
  const supervised = viewer.grants
    .filter(({ role }) => SUPERVISING.includes(role))
    .map(({ jurisdiction }) => jurisdiction);
  return { ...scopeOf(viewer.grants), jurisdictions: [...new Set(supervised)] };
};
