import type { Demand } from '../procedures/schema.ts';
import type { CommandBody, PersonCommand } from './commands.ts';
import { refusalOf } from './decide.ts';
import type { Rules } from './rules.ts';
import { type Actor, type CaseState, openTasks } from './state.ts';

/** One thing the actor may do now; the buttons of a console are made from these. */
export type AllowedAct =
  | { act: 'decide'; task: string; outcomes: { id: string; title: string; demands: Demand[] }[] }
  | { act: 'transfer' | 'request-supplement'; task: string; demands: Demand[] }
  | { act: 'withdraw' | 'urge' | 'supplement'; demands: Demand[] };

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];

/**
 * What `actor` may do with the case at `atMs`: every act is tried on the decider itself, as if all it demands were given.
 * Empty for a closed case and for somebody without a part in it.
 */
export const allowedActs = (rules: Rules, state: CaseState, actor: Actor, atMs: number): AllowedAct[] => {
  const may = (body: CommandBody): boolean =>
    refusalOf(rules, state, { ...body, id: '', actor } as PersonCommand, atMs) === null;
  const acts: AllowedAct[] = [];
  for (const { id: task, stage } of openTasks(state)) {
    const outcomes = Object.entries(rules.procedure.stages[stage]?.outcomes ?? {})
      .filter(([outcome]) => may({ type: 'decide', task, outcome, gives: ALL, facts: {}, digest: '' }))
      .map(([id, { title, demands = [] }]) => ({ id, title, demands }));
    if (outcomes.length > 0) acts.push({ act: 'decide', task, outcomes });
    if (may({ type: 'transfer', task, toDepartment: '', toPerson: null, gives: ALL })) {
      acts.push({ act: 'transfer', task, demands: ['reasons'] });
    }
    if (may({ type: 'request-supplement', task, gives: ALL })) {
      acts.push({ act: 'request-supplement', task, demands: ['reasons'] });
    }
  }
  if (may({ type: 'supplement', facts: {}, digest: '' }))
    acts.push({ act: 'supplement', demands: ['fields'] });
  if (may({ type: 'urge' })) acts.push({ act: 'urge', demands: [] });
  if (may({ type: 'withdraw' })) acts.push({ act: 'withdraw', demands: [] });
  return acts;
};
