import { demandsOf, offeredOutcomes } from '../procedures/asked.ts';
import { choicesOf } from '../procedures/fields.ts';
import type { Demand, PauseGround, StageId } from '../procedures/schema.ts';
import { type AmountOffered, extensionOffered, limitOffered } from './acts/extend.ts';
import { ACTS } from './acts/index.ts';
import { ruleOfClock } from './clocks.ts';
import type { CommandBody, PersonCommand } from './commands.ts';
import { refusalAsItStands, upToDate } from './decide.ts';
import type { Rules } from './rules.ts';
import { type Actor, arrivalMs, type CaseState, openTasks, type Task } from './state.ts';

/** One thing the actor may do now; the buttons of a console are made from these. */
export type AllowedAct =
  | { act: 'decide'; task: string; outcomes: { id: string; title: string; demands: Demand[] }[] }
  | { act: TaskAct; task: string; demands: Demand[]; amount?: AmountOffered }
  | { act: 'pause'; task: string; grounds: PauseGround[]; demands: Demand[] }
  | { act: 'return'; task: string; to: StageId[]; demands: Demand[] }
  | { act: 'change-level'; levels: { id: string; title: string }[]; demands: Demand[] }
  | { act: CaseAct; demands: Demand[] };

type TaskAct =
  | 'transfer'
  | 'request-supplement'
  | 'resume'
  | 'extend'
  | 'set-limit'
  | 'ask-opinion'
  | 'give-opinion';
type CaseAct =
  | 'withdraw'
  | 'urge'
  | 'supplement'
  | 'correct-arrival'
  | 'take-command'
  | 'terminate'
  | 'reopen'
  | 'dispute'
  | 'comment'
  | 'copy'
  | 'mark-read'
  | 'link';

type BodyOf<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];

/**
 * What `actor` may do with the case at `atMs`: every act is tried on the decider itself, on the case as it stands by then, as if all
 * it demands were given. Whether the actor may see the case at all is settled before.
 */
export const allowedActs = (rules: Rules, recorded: CaseState, actor: Actor, atMs: number): AllowedAct[] => {
  const { state } = upToDate(rules, recorded, atMs);
  const may = (body: CommandBody): boolean =>
    refusalAsItStands(rules, state, { ...body, id: '', actor } as PersonCommand, atMs) === null;
  return [
    ...openTasks(state).flatMap((task) => actsOnTask(rules, state, task, may)),
    ...levelActs(rules, may),
    ...actsOnCase(state).flatMap((body) =>
      may(body) ? [{ act: body.type, demands: ACTS[body.type].demands }] : [],
    ),
  ];
};

const actsOnTask = (
  rules: Rules,
  state: CaseState,
  { id: task, stage, role, clockIds }: Task,
  may: (body: CommandBody) => boolean,
): AllowedAct[] => {
  const acts: AllowedAct[] = [];
  const outcomes = Object.entries(offeredOutcomes(rules.procedure.stages[stage] ?? { outcomes: {} }, state))
    .filter(([outcome]) => may({ type: 'decide', task, outcome, gives: ALL, facts: {}, digest: '' }))
    .map(([id, outcome]) => ({ id, title: outcome.title, demands: demandsOf(outcome, state.facts) }));
  if (outcomes.length > 0) acts.push({ act: 'decide', task, outcomes });
  const grounds = groundsOf(rules, state, clockIds).filter((ground) =>
    may({ type: 'pause', task, ground, gives: ALL }),
  );
  if (grounds.length > 0) acts.push({ act: 'pause', task, grounds, demands: ACTS.pause.demands });
  const to = (rules.procedure.acts?.returns ?? [])
    .filter((way) => way.from === stage && may({ type: 'return', task, to: way.to, gives: ALL }))
    .map((way) => way.to);
  if (to.length > 0) acts.push({ act: 'return', task, to, demands: ACTS.return.demands });
  const asked = role === 'expert' ? 'auditor' : 'expert';
  const tries: BodyOf<TaskAct>[] = [
    { type: 'transfer', task, toDepartment: '', toPerson: null, gives: ALL },
    { type: 'request-supplement', task, gives: ALL },
    { type: 'resume', task, gives: ALL },
    { type: 'extend', task, amount: 1, gives: ALL },
    { type: 'set-limit', task, amount: 1, gives: ALL },
    { type: 'ask-opinion', task, role: asked, department: '', gives: ALL },
    { type: 'give-opinion', task, gives: ALL },
  ];
  for (const body of tries) {
    if (!may(body)) continue;
    const amount = amountOffered(rules, state, body);
    acts.push({
      act: body.type,
      task,
      demands: ACTS[body.type].demands,
      ...(amount === null ? {} : { amount }),
    });
  }
  return acts;
};

/** How much may be asked for with an act that takes an amount; null: it takes none. */
const amountOffered = (
  rules: Rules,
  state: CaseState,
  { type, task }: BodyOf<TaskAct>,
): AmountOffered | null => {
  if (type === 'extend') return extensionOffered(rules, state, task);
  return type === 'set-limit' ? limitOffered(rules, state, task) : null;
};

const groundsOf = (rules: Rules, state: CaseState, clockIds: readonly string[]): PauseGround[] => {
  const pauses = clockIds.flatMap((id) => {
    const clock = state.clocks[id];
    return Object.keys((clock === undefined ? null : ruleOfClock({ rules }, clock))?.pauses ?? {});
  });
  return [...new Set(pauses)] as PauseGround[];
};

const levelActs = ({ procedure }: Rules, may: (body: CommandBody) => boolean): AllowedAct[] => {
  const levels = Object.entries(choicesOf(procedure.form, procedure.acts?.changeLevel?.fact ?? ''))
    .filter(([level]) => may({ type: 'change-level', level, gives: ALL }))
    .map(([id, title]) => ({ id, title }));
  return levels.length === 0 ? [] : [{ act: 'change-level', levels, demands: ACTS['change-level'].demands }];
};

const actsOnCase = (state: CaseState): BodyOf<CaseAct>[] => [
  { type: 'supplement', facts: {}, digest: '' },
  { type: 'urge' },
  { type: 'withdraw' },
  // An earlier arrival is what everybody may state who may state another one.
  { type: 'correct-arrival', arrivedAtMs: arrivalMs(state) - 1, gives: ALL },
  { type: 'take-command', gives: ALL },
  { type: 'terminate', gives: ALL },
  { type: 'reopen', gives: ALL },
  { type: 'dispute', gives: ALL },
  { type: 'comment', gives: ALL },
  { type: 'copy', people: [''] },
  { type: 'mark-read' },
  { type: 'link', other: '' },
];
