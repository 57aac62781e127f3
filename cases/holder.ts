import type { Role } from '../procedures/roles.ts';
import type { Seat } from '../procedures/schema.ts';
import type { CaseState } from './state.ts';

/** The department a seat acts for: the party of the case, or the one a fact of the case names. */
export const holderOf = (state: CaseState, seat: Seat): { role: Role; department: string } => {
  if (typeof seat === 'string') {
    return { role: seat, department: state.parties[seat] ?? state.submitter.department };
  }
  const named = state.facts[seat.department];
  const department = typeof named === 'string' ? named : (state.parties[seat.role] ?? '');
  return { role: seat.role, department };
};
