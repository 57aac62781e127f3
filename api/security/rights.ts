import type { Role } from '../../procedures/roles.ts';

/** What a route may ask of a person. Which case or task it is about is decided by the case, not here. */
export type Right =
  | 'self' // one's own session and identity
  | 'procedure:read'
  | 'case:submit'
  | 'case:read'
  | 'case:decide'
  | 'case:act'
  | 'task:read'
  | 'supervision:read'
  | 'calendar:read'
  | 'calendar:draft'
  | 'calendar:release' // somebody else's draft only
  | 'alarm:rearm'
  | 'duty:read'
  | 'duty:manage'
  | 'rota:read'
  | 'rota:set' // of one's own department; administrators of every one
  | 'call:answer'
  | 'delivery:read'
  | 'delivery:retry'
  | 'setting:read'
  | 'setting:manage' // targets, and that a lapsed measure is still applied
  | 'time:advance';

const EVERYONE: readonly Right[] = [
  'self',
  'procedure:read',
  'case:read',
  'task:read',
  'calendar:read',
  'duty:read',
  'rota:read',
  'call:answer',
];
const OFFICER: readonly Right[] = [...EVERYONE, 'case:submit', 'case:decide', 'case:act'];
/** Those who hear of missed limits also see the list of them. */
const SUPERIOR: readonly Right[] = [...OFFICER, 'supervision:read'];

/** Roles not named here are officers: they act in cases. */
const BY_ROLE: Partial<Record<Role, readonly Right[]>> = {
  // Supervisors also act: they urge, and check that what they objected to has been put right.
  supervisor: [...SUPERIOR, 'calendar:release', 'delivery:read', 'setting:read'],
  auditor: [...EVERYONE, 'supervision:read', 'calendar:release', 'delivery:read', 'setting:read'],
  administrator: [
    ...EVERYONE,
    'supervision:read',
    'time:advance',
    'calendar:draft',
    'calendar:release',
    'alarm:rearm',
    'duty:manage',
    'rota:set',
    'delivery:read',
    'delivery:retry',
    'setting:read',
    'setting:manage',
  ],
  'leading-group': SUPERIOR,
  'competent-department': SUPERIOR,
  'unit-head': [...SUPERIOR, 'rota:set'],
  'security-lead': [...OFFICER, 'rota:set'],
  'data-provider-lead': SUPERIOR,
  'data-provider-head': SUPERIOR,
};

/** A person without any role keeps only the right to his own session. */
export const rightsOf = (roles: readonly Role[]): ReadonlySet<Right> =>
  new Set<Right>(['self', ...roles.flatMap((role) => BY_ROLE[role] ?? OFFICER)]);

/** Roles that see every case of every department. */
export const OVERSEEING: readonly Role[] = ['supervisor', 'auditor', 'administrator'];

/** Roles that watch over the limits of their jurisdiction. */
export const SUPERVISING: readonly Role[] = ['competent-department', 'leading-group'];
