import { afterFacts } from '../after-facts.ts';
import { pauseClocks, resumeClocks } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import { openTasks, type Task, wholeCaseClocks } from '../state.ts';
import { SUPPLEMENT } from '../supplements.ts';
import type { Act } from './act.ts';
import { isSubmitter, notTheirs, secondRole } from './holding.ts';

/** 要求补正: once a stage, with reasons; the clocks of the task stand still until the answer. */
export const requestSupplement: Act<'request-supplement'> = {
  demands: ['reasons'],
  refusal(_rules, state, command) {
    const not = notTheirs(state, command.task, command.actor);
    if (not !== null) return not;
    const { stage, supplementOf } = state.tasks[command.task] as Task;
    if (supplementOf !== null) return refuse('act_not_allowed');
    const asked = Object.values(state.tasks).some(
      (task) =>
        task.stage === SUPPLEMENT &&
        task.supplementOf !== null &&
        state.tasks[task.supplementOf]?.stage === stage,
    );
    return asked ? refuse('supplement_already_requested') : null;
  },
  apply(draft, { task }) {
    const { role, department } = draft.state.submitter;
    const supplement = `${SUPPLEMENT}-${(draft.state.openings[SUPPLEMENT] ?? 0) + 1}`;
    draft.emit('SupplementRequested', { task, supplement });
    draft.bySystem(() => {
      const opened = { task: supplement, stage: SUPPLEMENT, role, department };
      draft.emit('TaskOpened', { ...opened, clockIds: [], supplementOf: task });
      pauseClocks(draft, (draft.state.tasks[task] as Task).clockIds, 'supplement');
    });
  },
};

/** 补正: the side that filed the case answers; the clocks run on from the next day that begins, with what the answer puts right. */
export const supplement: Act<'supplement'> = {
  demands: ['fields'],
  refusal(_rules, state, { actor }) {
    if (!isSubmitter(state, actor)) return refuse('role_not_allowed');
    return secondRole(state, actor) ?? (asked(openTasks(state)) === null ? refuse('act_not_allowed') : null);
  },
  apply(draft, { facts, digest }) {
    const { state: before } = draft;
    const answered = asked(openTasks(before)) as Task;
    draft.emit('Supplemented', { supplement: answered.id, facts, digest });
    const waiting = draft.state.tasks[answered.supplementOf ?? '']?.clockIds ?? [];
    const ofCase = wholeCaseClocks(draft.state).map(({ id }) => id);
    draft.bySystem(() => resumeClocks(draft, [...waiting, ...ofCase], 'supplement'));
    afterFacts(draft, before, 'supplement');
  },
};

/** The oldest supplement still asked for. */
const asked = (tasks: Task[]): Task | null => tasks.find((task) => task.stage === SUPPLEMENT) ?? null;
