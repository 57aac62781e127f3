import type { PauseGround, PauseRule } from '../../procedures/schema.ts';
import { clockProviding, clocksListing } from '../clock-rules.ts';
import { pauseClocks, resumeClocks } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import { LIMITS_WHAT_IS_ASKED, practises, type Rules } from '../rules.ts';
import type { CaseState, Clock, Task } from '../state.ts';
import type { Act } from './act.ts';
import { actsFor, isOfFiler, openTask } from './holding.ts';

/** The first clock of a task that a ground may pause, with the rule of the ground; null when the procedure does not list it. */
const pausable = (
  rules: Rules,
  state: CaseState,
  task: Task,
  ground: PauseGround,
): { clock: Clock; rule: PauseRule } | null => {
  const found = clockProviding(rules, state, task.id, ({ pauses }) => pauses?.[ground] !== undefined);
  const rule = found?.rule.pauses?.[ground];
  return found === null || rule === undefined ? null : { clock: found.clock, rule };
};

/** 中止计时: on a ground that the procedure lists, with the document it rests on, and not by the unit that filed the case; any other is
 *  refused, and the attempt stays on record as a refused command. */
export const pause: Act<'pause'> = {
  demands: ['reasons'],
  refusal(rules, state, { task: taskId, ground, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const task = state.tasks[taskId] as Task;
    const found = pausable(rules, state, task, ground);
    if (found === null) return refuse('ground_not_listed');
    const notTheirs = actsFor(state, task, found.rule.by, actor);
    if (notTheirs !== null) return notTheirs;
    if (practises(rules, LIMITS_WHAT_IS_ASKED) && isOfFiler(state, actor)) return refuse('own_clock');
    return found.clock.state === 'running' ? null : refuse('clock_not_running');
  },
  apply(draft, { task: taskId, ground }) {
    const task = draft.state.tasks[taskId] as Task;
    const cap = pausable(draft.rules, draft.state, task, ground)?.rule.capWorkingDays;
    pauseClocks(draft, clocksListing(draft, task, ground), ground, cap);
  },
};

/** The ground on which the first paused clock of a task stands still. */
const groundOf = (state: CaseState, { clockIds }: Task): PauseGround | null =>
  clockIds
    .map((id) => state.clocks[id])
    .find((clock) => clock?.state === 'paused')
    ?.pauses.at(-1)?.ground ?? null;

/** 恢复计时: by whoever may pause on that ground. What a supplement or a dispute has paused runs on with its answer only. */
export const resume: Act<'resume'> = {
  demands: [],
  refusal(rules, state, { task: taskId, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const task = state.tasks[taskId] as Task;
    const ground = groundOf(state, task);
    const found = ground === null ? null : pausable(rules, state, task, ground);
    if (found === null) return refuse('clock_not_paused');
    return actsFor(state, task, found.rule.by, actor);
  },
  apply(draft, { task: taskId }) {
    const task = draft.state.tasks[taskId] as Task;
    const ground = groundOf(draft.state, task);
    if (ground !== null) resumeClocks(draft, task.clockIds, ground);
  },
};
