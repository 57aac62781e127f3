import { type GrantChange, rulersOf, tellsOwner } from '../owner.ts';
import { refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import type { Act } from './act.ts';
import { isSubmitter, secondRole } from './holding.ts';

/** What may be done with a grant, from which standing, and what the register is told. */
const CHANGES = {
  suspend: { from: ['open'], op: 'suspend' },
  resume: { from: ['suspended'], op: 'resume' },
  revoke: { from: ['open', 'suspended'], op: 'close' },
} as const satisfies Record<GrantChange, object>;

const stands = (state: CaseState, among: readonly string[]): boolean =>
  among.includes(state.lines['data-grants'] ?? '');

/**
 * 暂停、恢复、撤销授权: by whoever rules over the grant (see `rulersOf`), at once, with reasons; as a rule long after the case has ended. What
 * was revoked is not granted again but by another case.
 */
export const changeGrant: Act<'change-grant'> = {
  demands: ['reasons'],
  refusal(rules, state, { actor, change }) {
    const mayDo = rulersOf(rules.procedure, state).some(
      ({ role, department, may }) =>
        role === actor.role && department === actor.department && may.includes(change),
    );
    if (!mayDo) return refuse('role_not_allowed');
    if (!stands(state, CHANGES[change].from)) return refuse('grant_not_so');
    return secondRole(state, actor);
  },
  apply(draft, { change }) {
    const owner = tellsOwner(draft.rules.procedure, draft.state);
    draft.emit('RegisterChanged', { register: 'data-grants', op: CHANGES[change].op, key: null, ...owner });
  },
};

/**
 * 使用登记: the side that was granted the data says how often it has used them, and whether for the purpose and in the time granted
 * (LS-D 第二十二条: 截止时间). What was used against the grant is written down too, as a finding: refused, it would only be hidden.
 */
export const recordUse: Act<'record-use'> = {
  demands: [],
  refusal(_rules, state, { actor }) {
    if (!isSubmitter(state, actor)) return refuse('role_not_allowed');
    return secondRole(state, actor) ?? (stands(state, ['open']) ? null : refuse('grant_not_so'));
  },
  apply(draft, { count, againstPurpose, afterEnd }) {
    draft.emit('GrantUsed', { count, againstPurpose, ...(afterEnd === true ? { afterEnd } : {}) });
  },
};
