import { stageOf } from '../../procedures/conditions.ts';
import type { Procedure, StageId } from '../../procedures/schema.ts';
import { holderOf } from '../holder.ts';
import { refuse } from '../refusals.ts';
import { cancelTasks, closeCase, openStages, stopIdleClocks } from '../stages.ts';
import type { Task } from '../state.ts';
import type { Act } from './act.ts';
import { isSubmitter, notTheirs, secondRole } from './holding.ts';

/** 退回: the holder sends the case back to an earlier stage, where the procedure provides for it, with reasons. */
export const returnTo: Act<'return'> = {
  demands: ['reasons'],
  refusal({ procedure }, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    const { stage } = state.tasks[command.task] as Task;
    const provided = procedure.acts?.returns?.some(({ from, to }) => from === stage && to === command.to);
    if (!provided || state.results[command.to] === undefined) return refuse('return_not_provided');
    return null;
  },
  apply(draft, { task: taskId, to }) {
    const task = draft.state.tasks[taskId] as Task;
    const undone = following(draft.rules.procedure, to);
    draft.emit('Returned', { task: taskId, from: task.stage, to, undone });
    draft.bySystem(() => {
      cancelTasks(draft, [...undone, task.stage], '案件已退回');
      stopIdleClocks(draft);
      openStages(draft, [to]);
    });
  },
};

/** A stage and all that can come after it. */
const following = ({ stages }: Procedure, from: StageId): StageId[] => {
  const found = new Set<StageId>();
  const visit = (id: StageId): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const { opens = [] } of Object.values(stages[id]?.outcomes ?? {})) {
      for (const next of opens) visit(stageOf(next));
    }
  };
  visit(from);
  return [...found];
};

/** 终止: by a role that the procedure names, with reasons; never by the side that filed the case, which may be bound by its limits. */
export const terminate: Act<'terminate'> = {
  demands: ['reasons'],
  refusal({ procedure }, state, { actor }) {
    const rule = procedure.acts?.terminate ?? null;
    if (rule === null) return refuse('act_not_allowed');
    const named = rule.by.includes(actor.role) && actor.department === holderOf(state, actor.role).department;
    if (!named || isSubmitter(state, actor)) return refuse('role_not_allowed');
    return secondRole(state, actor);
  },
  apply(draft) {
    const ending = draft.rules.procedure.acts?.terminate?.as;
    if (ending !== undefined) closeCase(draft, ending);
  },
};

/** 重新办理: a closed case goes on at the stages its ground names. */
export const reopen: Act<'reopen'> = {
  demands: ['reasons'],
  refusal({ procedure }, state, { actor }) {
    const rule = procedure.acts?.reopen;
    if (rule === undefined || state.status !== 'closed') return refuse('act_not_allowed');
    if (!rule.from.includes(state.result ?? '')) return refuse('ending_not_reopenable');
    if (actor.role !== rule.by || actor.department !== state.parties[rule.by])
      return refuse('role_not_allowed');
    return secondRole(state, actor);
  },
  apply(draft) {
    const { procedure } = draft.rules;
    const opens = procedure.acts?.reopen?.opens ?? [];
    const undone = [...new Set(opens.flatMap((stage) => following(procedure, stage)))];
    draft.emit('CaseReopened', { opens: undone });
    openStages(draft, opens);
  },
};
