import { nextAsked, openAsked } from '../asked.ts';
import { clocksListing } from '../clock-rules.ts';
import { pauseClocks, resumeClocks } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import { LIMITS_WHAT_IS_ASKED, practises } from '../rules.ts';
import { stopIdleClocks } from '../stages.ts';
import type { Task } from '../state.ts';
import type { Act } from './act.ts';
import { isOfFiler, notTheirs } from './holding.ts';

/** The stage of an opinion asked of another unit; like supplementing, every procedure has it. */
export const OPINION = 'opinion';
const GROUND = 'third-party-opinion';

/**
 * 征求意见: of another unit, which has a limit for it. The clock stands still only where the procedure lists that ground, and never that of
 * the unit that filed the case.
 */
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
    draft.emit('OpinionAsked', { task: taskId, opinion: nextAsked(draft.state, OPINION) });
    draft.bySystem(() => {
      openAsked(draft, OPINION, { role, department }, taskId);
      const task = draft.state.tasks[taskId] as Task;
      const ownClock = practises(draft.rules, LIMITS_WHAT_IS_ASKED) && isOfFiler(draft.state, task);
      if (!ownClock) pauseClocks(draft, clocksListing(draft, task, GROUND), GROUND);
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
    draft.bySystem(() => {
      stopIdleClocks(draft);
      if (waiting !== undefined) resumeClocks(draft, waiting.clockIds, GROUND);
    });
  },
};
