import type { Role } from '../procedures/roles.ts';
import type { Outcome, Procedure } from '../procedures/schema.ts';
import { rolesOf } from '../procedures/seats.ts';
import type { CaseState } from './state.ts';

/**
 * Whose data the case is about: the provider of the catalogue entry that the form names. Data granted without an entry (a scenario, a
 * demand of the law, another channel) are answered for by the seat that granted them. Null: the case is about nobody's data.
 */
export const ownerOf = (
  procedure: Procedure,
  { parties }: Pick<CaseState, 'parties'>,
): { role: Role; department: string } | null => {
  const role = ownersRole(procedure);
  const department = role === null ? undefined : parties[role];
  return role === null || department === undefined ? null : { role, department };
};

/** What a change of a register tells of the owner: nothing where it is the provider that the case was filed with. */
export const tellsOwner = (
  procedure: Procedure,
  state: Pick<CaseState, 'parties'>,
): { owner?: string | null } => {
  const owner = ownerOf(procedure, state)?.department ?? null;
  return owner === (state.parties['data-provider'] ?? null) ? {} : { owner };
};

const ownersRole = (procedure: Procedure): Role | null => {
  const isAboutAnEntry = Object.values(procedure.form).some(({ type }) => type === 'resource');
  if (isAboutAnEntry) return 'data-provider';
  const grants = (outcome: Outcome): boolean =>
    opensGrant(outcome.effects) ||
    (typeof outcome.ends === 'string' && opensGrant(procedure.onEnding?.[outcome.ends]));
  const granting = Object.values(procedure.stages).findLast(({ outcomes }) =>
    Object.values(outcomes).some(grants),
  );
  if (granting !== undefined) return rolesOf(granting)[0] ?? null;
  // 应用场景由市大数据局事先明确，符合的可直接获得授权 (LS-D 第二十一条): who has settled the scenario has granted what fits it.
  return Object.values(procedure.onEnding ?? {}).some(opensGrant) ? 'platform-manager' : null;
};

const opensGrant = (effects: Outcome['effects'] = []): boolean =>
  effects.some(({ register, op }) => register === 'data-grants' && op === 'open');
