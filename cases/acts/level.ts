import { choicesOf } from '../../procedures/fields.ts';
import { afterFacts, levelOf } from '../after-facts.ts';
import { holderOf } from '../holder.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';
import { secondRole } from './holding.ts';

/** 调整事件等级: raised or lowered at any moment of an open case by the roles that the procedure names, with reasons. */
export const changeLevel: Act<'change-level'> = {
  demands: ['reasons'],
  refusal({ procedure }, state, { actor, level }) {
    const rule = procedure.acts?.changeLevel;
    if (rule === undefined) return refuse('act_not_allowed');
    const theirs = rule.by.some(
      (role) => role === actor.role && holderOf(state, role).department === actor.department,
    );
    if (!theirs) return refuse('role_not_allowed');
    const levels = Object.keys(choicesOf(procedure.form, rule.fact));
    if (!levels.includes(level)) return refuse('level_unknown', { allowed: levels });
    if (state.facts[rule.fact] === level) return refuse('level_unchanged');
    return secondRole(state, actor);
  },
  apply(draft, { level }) {
    const { state: before, rules } = draft;
    const fact = rules.procedure.acts?.changeLevel?.fact;
    if (fact === undefined) return;
    draft.emit('LevelChanged', { fact, from: levelOf(rules, before), to: level });
    afterFacts(draft, before, 'level');
  },
};
