import type { Demand, PauseGround, StageId } from '../procedures/schema.ts';
import { ruleOfClock } from './clocks.ts';
import type { CommandBody, PersonCommand } from './commands.ts';
import { refusalOf } from './decide.ts';
import type { Rules } from './rules.ts';
import { type Actor, type CaseState, openTasks, type Task } from './state.ts';

/** One thing the actor may do now; the buttons of a console are made from these. */
export type AllowedAct =
  | { act: 'decide'; task: string; outcomes: { id: string; title: string; demands: Demand[] }[] }
  | { act: TaskAct; task: string; demands: Demand[] }
  | { act: 'pause'; task: string; grounds: PauseGround[]; demands: Demand[] }
  | { act: 'return'; task: string; to: StageId[]; demands: Demand[] }
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
  | 'terminate'
  | 'reopen'
  | 'dispute'
  | 'comment'
  | 'copy'
  | 'mark-read'
  | 'link';

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];
const REASONS: Demand[] = ['reasons'];

/**
 * What `actor` may do with the case at `atMs`: every act is tried on the decider itself, as if all it demands were given.
 * Whether the actor may see the case at all is settled before.
 */
export const allowedActs = (rules: Rules, state: CaseState, actor: Actor, atMs: number): AllowedAct[] => {
  const may = (body: CommandBody): boolean =>
    refusalOf(rules, state, { ...body, id: '', actor } as PersonCommand, atMs) === null;
  return [
    ...openTasks(state).flatMap((task) => actsOnTask(rules, state, task, may)),
    ...actsOnCase(atMs).flatMap(({ body, demands }) =>
      may(body) ? [{ act: body.type as CaseAct, demands }] : [],
    ),
  ];
};

const actsOnTask = (
  rules: Rules,
  state: CaseState,
  { id: task, stage, clockIds }: Task,
  may: (body: CommandBody) => boolean,
): AllowedAct[] => {
  const acts: AllowedAct[] = [];
  const outcomes = Object.entries(rules.procedure.stages[stage]?.outcomes ?? {})
    .filter(([outcome]) => may({ type: 'decide', task, outcome, gives: ALL, facts: {}, digest: '' }))
    .map(([id, { title, demands = [] }]) => ({ id, title, demands }));
  if (outcomes.length > 0) acts.push({ act: 'decide', task, outcomes });
  const grounds = groundsOf(rules, state, clockIds[0]).filter((ground) =>
    may({ type: 'pause', task, ground, gives: ALL }),
  );
  if (grounds.length > 0) acts.push({ act: 'pause', task, grounds, demands: REASONS });
  const to = (rules.procedure.acts?.returns ?? [])
    .filter((way) => way.from === stage && may({ type: 'return', task, to: way.to, gives: ALL }))
    .map((way) => way.to);
  if (to.length > 0) acts.push({ act: 'return', task, to, demands: REASONS });
  const tries: { act: TaskAct; body: CommandBody }[] = [
    { act: 'transfer', body: { type: 'transfer', task, toDepartment: '', toPerson: null, gives: ALL } },
    { act: 'request-supplement', body: { type: 'request-supplement', task, gives: ALL } },
    { act: 'resume', body: { type: 'resume', task, gives: ALL } },
    { act: 'extend', body: { type: 'extend', task, amount: 1, gives: ALL } },
    { act: 'set-limit', body: { type: 'set-limit', task, amount: 1, gives: ALL } },
    { act: 'ask-opinion', body: { type: 'ask-opinion', task, role: 'expert', department: '', gives: ALL } },
    { act: 'give-opinion', body: { type: 'give-opinion', task, gives: ALL } },
  ];
  for (const { act, body } of tries) if (may(body)) acts.push({ act, task, demands: REASONS });
  return acts;
};

const groundsOf = (rules: Rules, state: CaseState, clockId: string | undefined): PauseGround[] => {
  const clock = state.clocks[clockId ?? ''];
  const pauses = clock === undefined ? undefined : ruleOfClock({ rules }, clock)?.pauses;
  return Object.keys(pauses ?? {}) as PauseGround[];
};

const actsOnCase = (atMs: number): { body: CommandBody; demands: Demand[] }[] => [
  { body: { type: 'supplement', facts: {}, digest: '' }, demands: ['fields'] },
  { body: { type: 'urge' }, demands: [] },
  { body: { type: 'withdraw' }, demands: [] },
  { body: { type: 'correct-arrival', arrivedAtMs: atMs, gives: ALL }, demands: REASONS },
  { body: { type: 'terminate', gives: ALL }, demands: REASONS },
  { body: { type: 'reopen', gives: ALL }, demands: REASONS },
  { body: { type: 'dispute', gives: ALL }, demands: REASONS },
  { body: { type: 'comment', gives: ALL }, demands: REASONS },
  { body: { type: 'copy', people: [''] }, demands: [] },
  { body: { type: 'mark-read' }, demands: [] },
  { body: { type: 'link', other: '' }, demands: [] },
];
