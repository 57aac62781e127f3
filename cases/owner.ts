import type { Jurisdiction } from '../procedures/regulations.ts';
import type { Role } from '../procedures/roles.ts';
import type { Outcome, Procedure } from '../procedures/schema.ts';
import { rolesOf } from '../procedures/seats.ts';
import type { CaseState } from './state.ts';

/** What may be done with a grant that stands. */
export type GrantChange = 'suspend' | 'resume' | 'revoke';
type Seated = { role: Role; department: string };

/**
 * Whose data the case is about: the department that owns the catalogue entry that the form names, in each role in which it answers for its
 * data. Data granted without an entry (a scenario, a demand of the law, another channel) are answered for by the seat that granted them.
 * Empty: the case is about nobody's data.
 */
export const ownersOf = (procedure: Procedure, { parties }: Pick<CaseState, 'parties'>): Seated[] =>
  ownersRoles(procedure).flatMap((role) => {
    const department = parties[role];
    return department === undefined ? [] : [{ role, department }];
  });

/**
 * Who may do what with a grant: its owners anything, whether or not they have had a part in the case behind it. 平台管理单位 beside them only
 * where an article lets it: LS-D 第四十三条 gives the bureau 监管权和决定权 over access beyond right, so that it stops access at once and lets it
 * go on; what has been granted is the provider's to take back (第二十二条). LZ-P 第七十六条 gives coordination and supervision, 第七十七条 consent
 * and purpose to the provider, 第八十五条 isolation of the network to the operator, in an incident: nobody else touches a grant.
 */
export const rulersOf = (
  procedure: Procedure,
  state: Pick<CaseState, 'parties'>,
): (Seated & { may: readonly GrantChange[] })[] => {
  const manager = state.parties['platform-manager'];
  const watching =
    procedure.jurisdiction === 'ls' && manager !== undefined
      ? [{ role: 'platform-manager' as const, department: manager, may: ['suspend', 'resume'] as const }]
      : [];
  const owners = ownersOf(procedure, state);
  return [
    ...owners.map((owner) => ({ ...owner, may: ['suspend', 'resume', 'revoke'] as const })),
    ...watching,
  ];
};

/** What a change of a register tells of the owner: nothing where it is the provider that the case was filed with. */
export const tellsOwner = (
  procedure: Procedure,
  state: Pick<CaseState, 'parties'>,
): { owner?: string | null } => {
  const owner = ownersOf(procedure, state)[0]?.department ?? null;
  return owner === (state.parties['data-provider'] ?? null) ? {} : { owner };
};

/**
 * Where the law has a department answer for its data in another role beside that of 数据提供方: 市级责任部门 states and answers for how the
 * data of its system are shared (DQ-D 第十四条、第十八条、第二十二条); what is opened to the public it decides as their provider (第二十四条).
 */
const OF_AN_ENTRY: Partial<Record<Jurisdiction, readonly Role[]>> = {
  dq: ['data-provider', 'responsible-department'],
};

const ownersRoles = (procedure: Procedure): readonly Role[] => {
  const isAboutAnEntry = Object.values(procedure.form).some(({ type }) => type === 'resource');
  if (isAboutAnEntry) return OF_AN_ENTRY[procedure.jurisdiction] ?? ['data-provider'];
  const grants = (outcome: Outcome): boolean =>
    opensGrant(outcome.effects) ||
    (typeof outcome.ends === 'string' && opensGrant(procedure.onEnding?.[outcome.ends]));
  const granting = Object.values(procedure.stages).findLast(({ outcomes }) =>
    Object.values(outcomes).some(grants),
  );
  if (granting !== undefined) return rolesOf(granting).slice(0, 1);
  // 应用场景由市大数据局事先明确，符合的可直接获得授权 (LS-D 第二十一条): who has settled the scenario has granted what fits it.
  return Object.values(procedure.onEnding ?? {}).some(opensGrant) ? ['platform-manager'] : [];
};

const opensGrant = (effects: Outcome['effects'] = []): boolean =>
  effects.some(({ register, op }) => register === 'data-grants' && op === 'open');
