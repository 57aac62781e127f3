import type { ClockRule, PauseGround } from '../procedures/schema.ts';
import { ruleOfClock } from './clocks.ts';
import type { Draft } from './draft.ts';
import type { Rules } from './rules.ts';
import { type CaseState, type Clock, type Task, wholeCaseClocks } from './state.ts';

/** The first of a task's clocks, then of those over the whole case, whose rule provides for something, with the rule; null when none does. */
export const clockProviding = (
  rules: Rules,
  state: CaseState,
  taskId: string,
  provides: (rule: ClockRule) => boolean,
): { clock: Clock; rule: ClockRule } | null => {
  const ofTask = (state.tasks[taskId]?.clockIds ?? []).flatMap((id) => state.clocks[id] ?? []);
  for (const clock of [...ofTask, ...wholeCaseClocks(state)]) {
    const rule = ruleOfClock({ rules }, clock);
    if (rule !== null && provides(rule)) return { clock, rule };
  }
  return null;
};

/** Those of a task's clocks that the ground may pause; supplementing (补正) is listed for all of them. */
export const clocksListing = (draft: Draft, task: Task, ground: PauseGround): string[] =>
  task.clockIds.filter((id) => {
    const clock = draft.state.clocks[id];
    return clock !== undefined && ruleOfClock(draft, clock)?.pauses?.[ground] !== undefined;
  });
