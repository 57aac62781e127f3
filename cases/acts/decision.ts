import { demandsOf, offeredOutcomes } from '../../procedures/asked.ts';
import type { Stage } from '../../procedures/schema.ts';
import { afterFacts, levelOf } from '../after-facts.ts';
import type { Refusal } from '../commands.ts';
import { missing, refuse } from '../refusals.ts';
import { cancelAskedFor, follow } from '../stages.ts';
import { type CaseState, openTasks, type Task, waitedForBy } from '../state.ts';
import type { Act } from './act.ts';
import { notTheirs } from './holding.ts';

/** 办理: a task is decided with one of its stage's outcomes. */
export const decision: Act<'decide'> = {
  demands: [],
  refusal({ procedure }, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    if (waitedForBy(state.children).length > 0) return refuse('dispute_pending');
    const task = state.tasks[command.task] as Task;
    const stage = procedure.stages[task.stage];
    const offered = stage === undefined ? {} : offeredOutcomes(stage, state);
    const outcome = offered[command.outcome];
    if (stage === undefined || outcome === undefined) {
      return refuse('outcome_not_allowed', { allowed: Object.keys(offered) });
    }
    return closedGate(state, stage) ?? missing(demandsOf(outcome, state.facts), command.gives);
  },
  apply(draft, { task: taskId, outcome, facts, digest }) {
    const { state: before, rules } = draft;
    const task = before.tasks[taskId] as Task;
    const sets = rules.procedure.stages[task.stage]?.outcomes[outcome]?.sets ?? {};
    draft.emit('Decided', { task: taskId, stage: task.stage, outcome, facts: { ...facts, ...sets }, digest });
    draft.bySystem(() => cancelAskedFor(draft, taskId, '承办人已作出处理，不再需要'));
    // What a decision says is news to the stages after it; only of the level has anything gone by it before.
    if (levelOf(rules, draft.state) !== levelOf(rules, before)) afterFacts(draft, before, 'decision');
    follow(draft, task, outcome);
  },
};

/** 前置条件: stages that must be settled, or may not be open, before this one is decided. */
const closedGate = (state: CaseState, stage: Stage): Refusal | null => {
  const unsettled = (stage.gate ?? []).filter((id) => state.results[id] === undefined);
  const open = (stage.gateNoneOpen ?? []).filter((id) => openTasks(state).some((task) => task.stage === id));
  const before = [...unsettled, ...open];
  return before.length === 0 ? null : refuse('gate_closed', { allowed: before });
};
