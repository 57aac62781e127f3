import { type CaseState, type Clock, openTasks } from './state.ts';

/** The stage of supplementing (补正); not in the procedures' graphs, every procedure has it. */
export const SUPPLEMENT = 'supplement';

/** A supplement is still asked for by a task that the clock runs for; one over the whole case waits for any. */
export const waitsForSupplement = (state: CaseState, { id, stage }: Clock): boolean =>
  openTasks(state).some(
    (asked) =>
      asked.stage === SUPPLEMENT &&
      (stage === null || state.tasks[asked.supplementOf ?? '']?.clockIds.includes(id) === true),
  );
