import { type CaseState, type Clock, openTasks, type Task } from './state.ts';

/** The stage of supplementing (补正); not in the procedures' graphs, every procedure has it. */
export const SUPPLEMENT = 'supplement';

/** Answers to supplements, in the order in which they were given: the oldest asked for is answered first. */
export const answeredSupplements = ({ tasks }: CaseState): Task[] =>
  Object.values(tasks).filter(({ stage, state }) => stage === SUPPLEMENT && state === 'done');

/** A supplement is still asked for by a task that the clock runs for; one over the whole case waits for any. */
export const waitsForSupplement = (state: CaseState, { id, stage }: Clock): boolean =>
  openTasks(state).some(
    (asked) =>
      asked.stage === SUPPLEMENT &&
      (stage === null || state.tasks[asked.supplementOf ?? '']?.clockIds.includes(id) === true),
  );
