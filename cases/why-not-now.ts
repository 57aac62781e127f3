import { offeredOutcomes } from '../procedures/asked.ts';
import type { Demand, Procedure } from '../procedures/schema.ts';
import { OPINION } from './acts/opinion.ts';
import type { CommandBody, PersonCommand, Refusal } from './commands.ts';
import { refusalAsItStands, upToDate } from './decide.ts';
import { refuse } from './refusals.ts';
import type { Rules } from './rules.ts';
import type { Actor, CaseState, Task } from './state.ts';

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];

/** The acts by which a task is done: a decision, or the answer to what was asked. */
const waysOf = ({ stages }: Procedure, state: CaseState, task: Task): CommandBody[] => {
  if (task.stage === OPINION) return [{ type: 'give-opinion', task: task.id, gives: ALL }];
  if (task.supplementOf !== null) return [{ type: 'supplement', facts: {}, digest: '' }];
  const outcomes = Object.keys(offeredOutcomes(stages[task.stage] ?? { outcomes: {} }, state));
  return outcomes.map((outcome) => ({
    ...{ type: 'decide', task: task.id, outcome, gives: ALL, facts: {}, digest: '' },
  }));
};

/** Why the actor cannot do an open task at `atMs` (epoch milliseconds), as if all it demands were given; null: the actor can. */
export const whyNotNow = (
  rules: Rules,
  recorded: CaseState,
  taskId: string,
  actor: Actor,
  atMs: number,
): Refusal | null => {
  const { state } = upToDate(rules, recorded, atMs);
  const task = state.tasks[taskId];
  if (task === undefined) return refuse('task_not_found');
  const refusals = waysOf(rules.procedure, state, task).map((body) =>
    refusalAsItStands(rules, state, { ...body, id: '', actor } as PersonCommand, atMs),
  );
  return refusals.includes(null) ? null : (refusals[0] ?? refuse('outcome_not_allowed'));
};
