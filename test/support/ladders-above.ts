import type { Role } from '../../procedures/roles.ts';

/** Ladders of roles that would meet themselves on their way up. */
const ABOVE: Partial<Record<Role, Role[]>> = {
  'competent-department': ['unit-head', 'leading-group', 'supervisor'],
  'leading-group': ['competent-department', 'supervisor', 'supervisor'],
  supervisor: ['competent-department', 'leading-group', 'leading-group'],
};

/**
 * Who hears, where a story names a ladder without regard to who holds the stage: a head who does not answer a call is not called to it
 * again, and those at the top of a ladder have one of their own.
 */
export const ladderAbove = (holder: Role | undefined, named: Role[]): Role[] => {
  if (holder === 'unit-head')
    return named.map((role) => (role === 'unit-head' ? 'competent-department' : role));
  const above = holder === undefined ? undefined : ABOVE[holder];
  return above === undefined ? named : above.slice(0, named.length);
};
