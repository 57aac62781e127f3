import { refuse } from '../refusals.ts';
import { LOOKS_UPWARDS, practises } from '../rules.ts';
import type { Act } from './act.ts';
import { hasOnlyACopy, secondRole } from './holding.ts';

/** 批注: a remark by anybody who may see the case; its text stays in PostgreSQL. */
export const comment: Act<'comment'> = {
  demands: ['reasons'],
  refusal: (_rules, state, { actor }) => secondRole(state, actor),
  apply: (draft) => draft.emit('Commented', {}),
};

/** 抄送: people who are to know of the case, named by somebody who has a part in it. That they exist is checked at the edge. */
export const copy: Act<'copy'> = {
  demands: [],
  refusal(rules, state, { actor, people }) {
    const second = secondRole(state, actor);
    if (second !== null) return second;
    if (practises(rules, LOOKS_UPWARDS) && hasOnlyACopy(state, actor)) return refuse('act_not_allowed');
    return people.every((id) => id in state.copies) ? refuse('copied_already') : null;
  },
  apply: (draft, { people }) =>
    draft.emit('Copied', { people: people.filter((id) => !(id in draft.state.copies)) }),
};

/** 已阅: somebody the case was copied to has read it. */
export const markRead: Act<'mark-read'> = {
  demands: [],
  refusal(_rules, state, { actor }) {
    const second = secondRole(state, actor);
    if (second !== null) return second;
    if (!Object.hasOwn(state.copies, actor.personId)) return refuse('not_copied');
    return state.copies[actor.personId] === null ? null : refuse('read_already');
  },
  apply: (draft) => draft.emit('CopyRead', {}),
};

/** 关联: another case that has to do with this one. That it exists is checked at the edge. */
export const link: Act<'link'> = {
  demands: [],
  refusal(_rules, state, { actor, other }) {
    const second = secondRole(state, actor);
    if (second !== null) return second;
    if (other === state.no) return refuse('link_to_self');
    return state.links.includes(other) ? refuse('linked_already') : null;
  },
  apply: (draft, { other }) => draft.emit('Linked', { other }),
};
