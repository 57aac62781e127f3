import { clocksListing } from '../clock-rules.ts';
import { pauseClocks, resumeClocks } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import type { Task } from '../state.ts';
import type { Act } from './act.ts';
import { notTheirs } from './holding.ts';

/** The stage of an opinion asked of another unit; like supplementing, every procedure has it. */
export const OPINION = 'opinion';
const GROUND = 'third-party-opinion';

/** 征求意见: of another unit. The clock stands still only where the procedure lists that ground. */
export const askOpinion: Act<'ask-opinion'> = {
  demands: ['reasons'],
  refusal(_rules, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    const task = state.tasks[command.task] as Task;
    if (task.supplementOf !== null || command.role === task.role) return refuse('act_not_allowed');
    return null;
  },
  apply(draft, { task: taskId, role, department }) {
    const opinion = `${OPINION}-${(draft.state.openings[OPINION] ?? 0) + 1}`;
    draft.emit('OpinionAsked', { task: taskId, opinion });
    draft.bySystem(() => {
      const opened = { task: opinion, stage: OPINION, role, department, clockIds: [], supplementOf: taskId };
      draft.emit('TaskOpened', opened);
      const task = draft.state.tasks[taskId] as Task;
      pauseClocks(draft, clocksListing(draft, task, GROUND), GROUND);
    });
  },
};

/** 答复意见. */
export const giveOpinion: Act<'give-opinion'> = {
  demands: ['reasons'],
  refusal(_rules, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    if (state.tasks[command.task]?.stage !== OPINION) return refuse('act_not_allowed');
    return null;
  },
  apply(draft, { task: taskId }) {
    const waiting = draft.state.tasks[draft.state.tasks[taskId]?.supplementOf ?? ''];
    draft.emit('OpinionGiven', { opinion: taskId });
    if (waiting !== undefined) draft.bySystem(() => resumeClocks(draft, waiting.clockIds, GROUND));
  },
};
