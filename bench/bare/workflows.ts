import { ApplicationFailure, condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** A decision on the bare case: the step it is for. */
export const decideUpdate = defineUpdate<number, [number]>('decide');

const STEPS = 3;
const LIMIT_MS = 3 * 24 * 3_600_000;

/** What any case needs of Temporal and nothing more: three validated Updates, each with a timer of its own. */
export async function bareCase(): Promise<number> {
  let decided = 0;
  setHandler(decideUpdate, (step) => (decided = step), {
    validator: (step) => {
      if (step !== decided + 1) throw ApplicationFailure.nonRetryable('not this step');
    },
  });
  for (let step = 1; step <= STEPS; step++) await condition(() => decided >= step, LIMIT_MS);
  return decided;
}
