import { ROLES } from '../../procedures/roles.ts';
import type { Grant } from '../../store/index.ts';

/** A person to themself: in full. */
export const presentPerson = (
  { id, account, name, department }: { id: string; account: string; name: string; department: string },
  grants: readonly Grant[],
) => ({
  id,
  account,
  name,
  department,
  roles: grants.map((grant) => ({
    role: grant.role,
    title: ROLES[grant.role].title,
    department: grant.department,
    jurisdiction: grant.jurisdiction,
  })),
});
