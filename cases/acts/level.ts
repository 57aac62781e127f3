import { choicesOf } from '../../procedures/fields.ts';
import type { LegalLimit } from '../../procedures/schema.ts';
import { recounted, ruleOfClock } from '../clocks.ts';
import type { Draft } from '../draft.ts';
import type { EventData } from '../events.ts';
import { limitOf } from '../limits.ts';
import { refuse } from '../refusals.ts';
import { catchUp, holderOf, openStages, stagesOpenedBy } from '../stages.ts';
import type { CaseState, Clock } from '../state.ts';
import type { Act } from './act.ts';
import { secondRole } from './holding.ts';

type Move = EventData['DeadlineMoved']['moves'][number];

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
    draft.emit('LevelChanged', { fact, from: before.facts[fact] ?? null, to: level });
    draft.bySystem(() => {
      recountLimits(draft, before);
      openStages(draft, newlyCalledFor(draft, before));
    });
    catchUp(draft);
  },
};

/** Clocks whose limit is another one now are counted anew from the same start. One already missed keeps its end. */
const recountLimits = (draft: Draft, before: CaseState): void => {
  const moves = Object.values(draft.state.clocks).flatMap((clock) => moveOf(draft, before, clock) ?? []);
  if (moves.length > 0) draft.emit('DeadlineMoved', { why: 'level', calendar: draft.state.calendar, moves });
};

const moveOf = (draft: Draft, before: CaseState, clock: Clock): Move | null => {
  const rule = clock.stoppedAtMs !== null || clock.state === 'missed' ? null : ruleOfClock(draft, clock);
  const limit = rule === null ? null : limitOf(rule, draft.state);
  if (rule === null || limit === null || sameLimit(limit, limitOf(rule, before))) return null;
  const { kind: _kind, basis: _basis, ...counted } = limit;
  const term = { ...clock.term, limit: counted };
  return { clock: clock.id, oldDueAtMs: clock.dueAtMs, limit, ...recounted(draft, clock, term) };
};

const sameLimit = (one: LegalLimit, other: LegalLimit | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What settled stages would have opened under the new level and did not. What has been called for already stays called for. */
const newlyCalledFor = ({ state, rules }: Draft, before: CaseState): string[] =>
  Object.entries(state.results).flatMap(([id, { outcome }]) => {
    const settledAs = rules.procedure.stages[id]?.outcomes[outcome] ?? { title: '' };
    const called = stagesOpenedBy(settledAs, before);
    return stagesOpenedBy(settledAs, state).filter((stage) => !called.includes(stage));
  });
