import { isoOf } from '../calendar/index.ts';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type Clock,
  type CommandBody,
  decide,
  evolve,
  nextWakeMs,
  openTasks,
  type PersonCommand,
  type Refusal,
  type Rules,
  type Task,
  unborn,
} from '../cases/index.ts';
import { offeredOutcomes } from '../procedures/asked.ts';
import type { Role } from '../procedures/roles.ts';
import type { Demand, Fact } from '../procedures/schema.ts';
import { titleOfClock } from './present/clock.ts';
import { presentRange } from './present/range.ts';

export type PlanInput = {
  rules: Rules;
  submittedAtMs: number;
  /** Stage → the instant at which it is decided; default: its due instant. */
  decidedAtMs: Readonly<Record<string, number>>;
  /** Stage → outcome; default: the first one. */
  outcomes: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, Fact>>;
  parties: Readonly<Partial<Record<Role, string>>>;
  submitter: Actor;
};
export type PlannedStage = PlannedLimit & {
  stage: string;
  title: string;
  startsAfter: string | null;
  decidedAt: string | null;
};
type PlannedLimit = {
  startedAt: string;
  dueAt: string | null;
  dueDate: string | null;
  provisional: boolean;
  earliest: { dueAt: string; dueDate: string } | null;
  latest: { dueAt: string; dueDate: string } | null;
  earliestAt: string | null;
  latestAt: string | null;
  rungs: { rung: number; at: string; to: { role: Role; department: string } }[];
};
/** `stuck`: the course that was asked for is not possible, at this stage and for this reason. */
/** A limit over the whole case (全程时限), as it stands when the plan ends. */
export type PlannedCaseClock = PlannedLimit & { clock: string; title: string };
export type Plan =
  | { stages: PlannedStage[]; caseClocks: PlannedCaseClock[] }
  | { stuck: { stage: string | null; message: string } };

const GIVES: Demand[] = ['reasons', 'legalBasis', 'fields'];
const STEPS_AT_MOST = 500;

type Planned = PlannedStage & { task: string };
/** Everything the plan changes while it walks. */
type Walk = {
  input: PlanInput;
  state: CaseState;
  nowMs: number;
  commands: number;
  planned: Planned[];
  /** Stages that have been gone through. One that comes round again, such as a report every half year, is planned once. */
  settled: Set<string>;
};

/** The same state with every live clock that ends at `atMs` ending `byMs` later. */
const shifted = (state: CaseState, atMs: number, byMs: number): CaseState => ({
  ...state,
  clocks: Object.fromEntries(
    Object.entries(state.clocks).map(([id, clock]) => [
      id,
      clock.stoppedAtMs === null && clock.dueAtMs === atMs ? { ...clock, dueAtMs: atMs + byMs } : clock,
    ]),
  ),
});

/** Notes the stages that have been opened. */
const note = (walk: Walk, after: string | null): void => {
  for (const task of openTasks(walk.state)) {
    if (walk.planned.some(({ stage }) => stage === task.stage)) continue;
    walk.planned.push(plannedStage(walk, task, after));
  }
};

const plannedStage = ({ input, state }: Walk, task: Task, startsAfter: string | null): Planned => {
  const limit = plannedLimit(shownClock(state, task), task.openedAtMs);
  const title = input.rules.procedure.stages[task.stage]?.title ?? task.stage;
  return { task: task.id, stage: task.stage, title, startsAfter, decidedAt: null, ...limit };
};

const plannedCaseClocks = ({ input, state }: Walk): PlannedCaseClock[] =>
  Object.values(state.clocks)
    .filter(({ stage }) => stage === null)
    .map((clock) => ({
      clock: clock.id,
      title: titleOfClock(input.rules.procedure, clock),
      ...plannedLimit(clock, clock.term.startMs),
    }));

const plannedLimit = (clock: Clock | null, openedAtMs: number): PlannedLimit => {
  const iso = (atMs: number | null | undefined): string | null => (atMs == null ? null : isoOf(atMs));
  return {
    startedAt: isoOf(clock?.term.startMs ?? openedAtMs),
    dueAt: iso(clock?.dueAtMs),
    dueDate: clock?.dueDay ?? null,
    ...presentRange(clock ?? { provisional: false, earliestAtMs: null, latestAtMs: null }),
    earliestAt: iso(clock?.earliestAtMs),
    latestAt: iso(clock?.latestAtMs),
    rungs: (clock?.rungs ?? []).map(({ rung, atMs, to }) => ({ rung, at: isoOf(atMs), to })),
  };
};

const shownClock = (state: CaseState, task: Task): Clock | null =>
  state.clocks[task.clockIds[0] ?? ''] ?? null;

/** Carries out a command; an act at the very due instant still counts as within the limit. */
const act = (
  walk: Walk,
  body: CommandBody,
  actor: Actor,
  atMs: number,
  after: string | null,
): Refusal | null => {
  const command = { ...body, id: `plan-${walk.commands++}`, actor } as PersonCommand;
  const answer = decide(walk.input.rules, shifted(walk.state, atMs, 1), command, atMs);
  if (!Array.isArray(answer)) return answer;
  const events: readonly CaseEvent[] = answer;
  walk.state = shifted(events.reduce(evolve, shifted(walk.state, atMs, 1)), atMs + 1, -1);
  walk.nowMs = atMs;
  note(walk, after);
  return null;
};

/** Lets time alone do what it does at `atMs`. */
const tick = (walk: Walk, atMs: number): void => {
  const events = decide(walk.input.rules, walk.state, { type: 'tick' }, atMs);
  if (!Array.isArray(events)) return;
  const missed = events.find((event) => event.type === 'ClockMissed');
  const clock = missed?.type === 'ClockMissed' ? walk.state.clocks[missed.data.clock] : undefined;
  walk.nowMs = atMs;
  walk.state = events.reduce(evolve, walk.state);
  note(walk, clock?.stage ?? null);
};

const isGated = ({ input, state }: Walk, task: Task): boolean => {
  const stage = input.rules.procedure.stages[task.stage];
  const open = openTasks(state);
  return (
    (stage?.gate ?? []).some((id) => state.results[id] === undefined) ||
    (stage?.gateNoneOpen ?? []).some((id) => open.some((other) => other.stage === id))
  );
};

/** When a task is decided: as asked, else when its limit ends, else at once; never before the walk has come there. */
const momentOf = ({ input, state, nowMs }: Walk, task: Task): number =>
  Math.max(nowMs, input.decidedAtMs[task.stage] ?? shownClock(state, task)?.dueAtMs ?? task.openedAtMs);

const nextTask = (walk: Walk): { task: Task; atMs: number } | null =>
  openTasks(walk.state)
    .filter((task) => !walk.settled.has(task.stage) && !isGated(walk, task))
    .map((task) => ({ task, atMs: momentOf(walk, task) }))
    .sort((a, b) => a.atMs - b.atMs)[0] ?? null;

/** Decides one task; the reason why not, when the decider refuses or the moment asked for is before the stage began. */
const decideTask = (walk: Walk, task: Task, atMs: number): string | null => {
  const asked = walk.input.decidedAtMs[task.stage];
  if (asked !== undefined && asked < task.openedAtMs) return '早于该环节开始的时间';
  const stage = walk.input.rules.procedure.stages[task.stage] ?? { outcomes: {} };
  const [first] = Object.keys(offeredOutcomes(stage, walk.state));
  const outcome = walk.input.outcomes[task.stage] ?? first ?? '';
  const actor: Actor = {
    personId: `plan:${task.role}:${task.department}`,
    role: task.role,
    department: task.department,
  };
  const body: CommandBody = { type: 'decide', task: task.id, outcome, gives: GIVES, facts: {}, digest: '' };
  const refusal = act(walk, body, actor, atMs, task.stage);
  if (refusal !== null) return refusal.message;
  for (const planned of walk.planned) if (planned.stage === task.stage) planned.decidedAt = isoOf(atMs);
  if (walk.state.results[task.stage] !== undefined) walk.settled.add(task.stage);
  return null;
};

/**
 * What would happen: the case filed at an instant, each stage decided at the instant given, else exactly when its limit
 * ends. Drives the decider itself, so the dates are those a real case would get. Nothing is stored. RangeError when the
 * calendar does not reach far enough.
 */
export const planOf = (input: PlanInput): Plan => {
  const { procedure } = input.rules;
  const walk: Walk = {
    input,
    state: unborn,
    nowMs: input.submittedAtMs,
    commands: 0,
    planned: [],
    settled: new Set(),
  };
  const submit: CommandBody = {
    type: 'submit',
    no: 'PLAN',
    procedure: procedure.id,
    edition: procedure.edition.id,
    parties: { ...input.parties },
    facts: { ...input.facts },
    digest: '',
  };
  const refusal = act(walk, submit, input.submitter, input.submittedAtMs, null);
  if (refusal !== null) return { stuck: { stage: null, message: refusal.message } };
  for (let steps = 0; walk.state.status === 'open' && steps < STEPS_AT_MOST; steps++) {
    const next = nextTask(walk);
    if (next === null) break;
    const wakeMs = nextWakeMs(walk.state);
    if (wakeMs !== null && wakeMs < next.atMs) {
      tick(walk, Math.max(wakeMs, walk.nowMs));
      continue;
    }
    const message = decideTask(walk, next.task, next.atMs);
    if (message !== null) return { stuck: { stage: next.task.stage, message } };
  }
  const stages = walk.planned.map(({ task: _task, ...stage }) => stage);
  return { stages, caseClocks: plannedCaseClocks(walk) };
};
