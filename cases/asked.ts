import type { COMMON_STAGES } from '../procedures/common-stages.ts';
import { stageClocks, startClock } from './clocks.ts';
import type { Draft } from './draft.ts';
import type { Acting } from './ladder.ts';
import type { CaseState } from './state.ts';

type Common = keyof typeof COMMON_STAGES;

/** Id of the task by which the next thing of the kind will be asked. */
export const nextAsked = (state: CaseState, stage: Common): string =>
  `${stage}-${(state.openings[stage] ?? 0) + 1}`;

/** Opens what the task `waiting` asks of `holder`, under the limit that such answers have. */
export const openAsked = (
  draft: Draft,
  stage: Common,
  { role, department }: Acting,
  waiting: string,
): void => {
  const task = nextAsked(draft.state, stage);
  const rules = stageClocks(draft.rules, stage);
  for (const rule of rules) startClock(draft, task, rule, stage, { role, department });
  const clockIds = rules.map(() => task);
  draft.emit('TaskOpened', { task, stage, role, department, clockIds, supplementOf: waiting });
};
