import type { PauseGround, PauseRule } from '../../procedures/schema.ts';
import { pauseClocks, resumeClocks, ruleOfClock } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import type { Rules } from '../rules.ts';
import type { CaseState, Clock, Task } from '../state.ts';
import type { Act } from './act.ts';
import { actsFor, openTask } from './holding.ts';

/** The rule by which a ground may pause the clock of a task; null when the procedure does not list it. */
const pauseRule = (rules: Rules, state: CaseState, task: Task, ground: PauseGround): PauseRule | null => {
  const clock = state.clocks[task.clockIds[0] ?? ''];
  return clock === undefined ? null : (ruleOfClock({ rules }, clock)?.pauses?.[ground] ?? null);
};

/** 中止计时: on a ground that the procedure lists, with the document it rests on; any other ground is refused, and the attempt stays
 *  on record as a refused command. */
export const pause: Act<'pause'> = {
  demands: ['reasons'],
  refusal(rules, state, { task: taskId, ground, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const task = state.tasks[taskId] as Task;
    const rule = pauseRule(rules, state, task, ground);
    if (rule === null) return refuse('ground_not_listed');
    const notTheirs = actsFor(state, task, rule.by, actor);
    if (notTheirs !== null) return notTheirs;
    if (state.clocks[task.clockIds[0] ?? '']?.state !== 'running') return refuse('clock_not_running');
    return null;
  },
  apply(draft, { task: taskId, ground }) {
    const task = draft.state.tasks[taskId] as Task;
    const rule = pauseRule(draft.rules, draft.state, task, ground);
    pauseClocks(draft, task.clockIds, ground, rule?.capWorkingDays);
  },
};

const lastPause = (state: CaseState, taskId: string) => {
  const clock: Clock | undefined = state.clocks[state.tasks[taskId]?.clockIds[0] ?? ''];
  return clock?.state === 'paused' ? (clock.pauses.at(-1) ?? null) : null;
};

/** 恢复计时: by whoever may pause on that ground. What a supplement or a dispute has paused runs on with its answer only. */
export const resume: Act<'resume'> = {
  demands: [],
  refusal(rules, state, { task: taskId, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const task = state.tasks[taskId] as Task;
    const pausedOn = lastPause(state, taskId);
    const rule = pausedOn === null ? null : pauseRule(rules, state, task, pausedOn.ground);
    if (rule === null) return refuse('clock_not_paused');
    return actsFor(state, task, rule.by, actor);
  },
  apply(draft, { task: taskId }) {
    const pausedOn = lastPause(draft.state, taskId);
    const task = draft.state.tasks[taskId] as Task;
    if (pausedOn !== null) resumeClocks(draft, task.clockIds, pausedOn.ground);
  },
};
