import { ownerOf, tellsOwner } from '../owner.ts';
import { refuse } from '../refusals.ts';
import { KEEPS_ACTS_WITHIN, practises } from '../rules.ts';
import type { CaseState } from '../state.ts';
import type { Act } from './act.ts';
import { isSubmitter, secondRole } from './holding.ts';

/** What the owner of granted data may do with the grant, from which standing, and what the register is told. */
const CHANGES = {
  suspend: { from: ['open'], op: 'suspend' },
  resume: { from: ['suspended'], op: 'resume' },
  revoke: { from: ['open', 'suspended'], op: 'close' },
} as const;

const stands = (state: CaseState, among: readonly string[]): boolean =>
  among.includes(state.lines['data-grants'] ?? '');

/**
 * 暂停、恢复、撤销授权: by the provider whose data it is (see `ownerOf`), at once, with reasons; as a rule long after the case has ended. What was
 * revoked is not granted again but by another case.
 */
export const changeGrant: Act<'change-grant'> = {
  demands: ['reasons'],
  refusal(rules, state, { actor, change }) {
    const owner = ownerOf(rules.procedure, state);
    if (actor.role !== owner?.role || actor.department !== owner.department)
      return refuse('role_not_allowed');
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
 * (LS-D 第二十二条: 截止时间). What was used against the grant, after its end, or while it was suspended or after it was revoked, is written
 * down too, as a finding of which the owner hears: refused, it would only be hidden.
 */
export const recordUse: Act<'record-use'> = {
  demands: [],
  refusal(_rules, state, { actor }) {
    if (!isSubmitter(state, actor)) return refuse('role_not_allowed');
    return (
      secondRole(state, actor) ?? (state.lines['data-grants'] === undefined ? refuse('grant_not_so') : null)
    );
  },
  apply(draft, { count, againstPurpose, afterEnd }) {
    const line = draft.state.lines['data-grants'];
    const standing = line === 'suspended' || line === 'closed' ? { standing: line } : {};
    const use = { count, againstPurpose, ...(afterEnd === true ? { afterEnd } : {}), ...standing };
    const isFinding = againstPurpose || afterEnd === true || line !== 'open';
    const owner =
      isFinding && practises(draft.rules, KEEPS_ACTS_WITHIN)
        ? ownerOf(draft.rules.procedure, draft.state)
        : null;
    draft.emit('GrantUsed', { ...use, ...(owner === null ? {} : { owner }) });
  },
};
