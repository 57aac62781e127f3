import { isReport } from '../../procedures/common-stages.ts';
import { routingFacts } from '../../procedures/routing.ts';
import type { Fact } from '../../procedures/schema.ts';
import { afterFacts } from '../after-facts.ts';
import { nextAsked, openAsked } from '../asked.ts';
import { pauseClocks, resumeClocks } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import { KEEPS_ACTS_WITHIN, LIMITS_WHAT_IS_ASKED, practises } from '../rules.ts';
import { stopIdleClocks } from '../stages.ts';
import { openTasks, type Task, wholeCaseClocks } from '../state.ts';
import { SUPPLEMENT } from '../supplements.ts';
import type { Act } from './act.ts';
import { isOfFiler, isSubmitter, notTheirs, secondRole } from './holding.ts';

/**
 * 要求补正: by whoever handles the application, of the side that filed it; once a stage, with reasons. The clocks of the task stand still
 * until the answer, which has a limit of its own.
 */
export const requestSupplement: Act<'request-supplement'> = {
  demands: ['reasons'],
  refusal(rules, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    const task = state.tasks[command.task] as Task;
    const { stage, supplementOf } = task;
    if (supplementOf !== null) return refuse('act_not_allowed');
    if (practises(rules, LIMITS_WHAT_IS_ASKED)) {
      if (isReport(rules.procedure)) return refuse('supplement_not_provided');
      if (isOfFiler(state, task)) return refuse('own_clock');
    }
    const asked = Object.values(state.tasks).some(
      (task) =>
        task.stage === SUPPLEMENT &&
        task.supplementOf !== null &&
        state.tasks[task.supplementOf]?.stage === stage,
    );
    return asked ? refuse('supplement_already_requested') : null;
  },
  apply(draft, { task }) {
    draft.emit('SupplementRequested', { task, supplement: nextAsked(draft.state, SUPPLEMENT) });
    draft.bySystem(() => {
      openAsked(draft, SUPPLEMENT, draft.state.submitter, task);
      pauseClocks(draft, (draft.state.tasks[task] as Task).clockIds, 'supplement');
    });
  },
};

/**
 * 补正: the side that filed the case answers; the clocks run on from the next day that begins, with what the answer puts right. It may say
 * what was left unsaid; what has settled who decides, and how, is not exchanged for something else in the middle of the case.
 */
export const supplement: Act<'supplement'> = {
  demands: ['fields'],
  refusal(rules, state, { actor, facts }) {
    if (!isSubmitter(state, actor)) return refuse('role_not_allowed');
    const not = secondRole(state, actor);
    if (not !== null) return not;
    if (asked(openTasks(state)) === null) return refuse('act_not_allowed');
    if (!practises(rules, KEEPS_ACTS_WITHIN)) return null;
    const routing = routingFacts(rules.procedure);
    const isExchanged = ([fact, value]: [string, Fact]): boolean =>
      routing.has(fact) && state.facts[fact] !== undefined && state.facts[fact] !== value;
    if (Object.entries(facts).some(isExchanged)) return refuse('file_anew');
    const { receivedAt } = facts;
    const isLater = typeof receivedAt === 'number' && receivedAt > state.submittedAtMs;
    return isLater ? refuse('arrival_after_filing') : null;
  },
  apply(draft, { facts, digest }) {
    const { state: before } = draft;
    const answered = asked(openTasks(before)) as Task;
    draft.emit('Supplemented', { supplement: answered.id, facts, digest });
    const waiting = draft.state.tasks[answered.supplementOf ?? '']?.clockIds ?? [];
    const ofCase = wholeCaseClocks(draft.state).map(({ id }) => id);
    draft.bySystem(() => {
      stopIdleClocks(draft);
      resumeClocks(draft, [...waiting, ...ofCase], 'supplement');
    });
    afterFacts(draft, before, 'supplement');
  },
};

/** The oldest supplement still asked for. */
const asked = (tasks: Task[]): Task | null => tasks.find((task) => task.stage === SUPPLEMENT) ?? null;
