import {
  type Actor,
  type CaseState,
  type CommandBody,
  decide,
  evolve,
  openTasks,
  type PersonCommand,
  type Refusal,
  type Rules,
  type Task,
  unborn,
} from '../../cases/index.ts';
import { isCommonStage } from '../../procedures/common-stages.ts';
import type { Role } from '../../procedures/roles.ts';
import type { Demand, Fact, PauseGround } from '../../procedures/schema.ts';
import type { TargetSetting } from '../../procedures/targets.ts';
import type { Documents } from '../present/limit.ts';

/** A clock of a stage standing still; both instants in epoch milliseconds. */
export type AskedPause = { ground: PauseGround; fromMs: number; toMs: number };

export type PlanInput = {
  rules: Rules;
  /** Targets that the case would be filed under, which the rules count by, and the documents by which they have been set. */
  targets?: TargetSetting[];
  documents: Documents;
  submittedAtMs: number;
  /** Stage → the instant at which it is decided; default: its due instant. */
  decidedAtMs: Readonly<Record<string, number>>;
  /** Stage → outcome; default: the first one. */
  outcomes: Readonly<Record<string, string>>;
  /** Stage → when it stands still and on what ground. */
  pauses: Readonly<Record<string, readonly AskedPause[]>>;
  facts: Readonly<Record<string, Fact>>;
  parties: Readonly<Partial<Record<Role, string>>>;
  submitter: Actor;
};

/** A stage gone through: its first task, what brought it about, when it was decided. */
export type Visit = { task: string; stage: string; startsAfter: string | null; decidedAtMs: number | null };

/** Everything a plan changes while it walks through the course of a case. */
export type Walk = {
  readonly input: PlanInput;
  state: CaseState;
  nowMs: number;
  commands: number;
  visits: Visit[];
  /** Stages that have been gone through. One that comes round again, such as a report every half year, is planned once. */
  settled: Set<string>;
};

export const GIVES: Demand[] = ['reasons', 'legalBasis', 'fields'];

export const walkOf = (input: PlanInput): Walk => ({
  input,
  state: unborn,
  nowMs: input.submittedAtMs,
  commands: 0,
  visits: [],
  settled: new Set(),
});

/** A person of the plan's for each role in each department. */
export const personOf = ({ role, department }: { role: Role; department: string }): Actor => ({
  personId: `plan:${role}:${department}`,
  role,
  department,
});

/** The same state with those clocks ending `byMs` later that end at `atMs` and are among `ids`. */
const shifted = (state: CaseState, ids: readonly string[], atMs: number, byMs: number): CaseState => ({
  ...state,
  clocks: Object.fromEntries(
    Object.entries(state.clocks).map(([id, clock]) => [
      id,
      ids.includes(id) && clock.dueAtMs === atMs ? { ...clock, dueAtMs: atMs + byMs } : clock,
    ]),
  ),
});

/** Notes the stages that have been opened. What tasks ask of others is noted each time. */
const note = (walk: Walk, startsAfter: string | null): void => {
  for (const { id: task, stage } of openTasks(walk.state)) {
    const noted = walk.visits.some((visit) =>
      isCommonStage(stage) ? visit.task === task : visit.stage === stage,
    );
    if (!noted) walk.visits.push({ task, stage, startsAfter, decidedAtMs: null });
  }
};

/** Carries out a command; an act at the very due instant still counts as within the limit. */
export const act = (
  walk: Walk,
  body: CommandBody,
  actor: Actor,
  atMs: number,
  after: string | null,
): Refusal | null => {
  const command = { ...body, id: `plan-${walk.commands++}`, actor } as PersonCommand;
  const ending = Object.values(walk.state.clocks)
    .filter(({ stoppedAtMs, dueAtMs }) => stoppedAtMs === null && dueAtMs === atMs)
    .map(({ id }) => id);
  const before = shifted(walk.state, ending, atMs, 1);
  const answer = decide(walk.input.rules, before, command, atMs);
  if (!Array.isArray(answer)) return answer;
  walk.state = shifted(answer.reduce(evolve, before), ending, atMs + 1, -1);
  walk.nowMs = atMs;
  note(walk, after);
  return null;
};

/** Lets time alone do what it does at `atMs`. */
export const tick = (walk: Walk, atMs: number): void => {
  const events = decide(walk.input.rules, walk.state, { type: 'tick' }, atMs);
  if (!Array.isArray(events)) return;
  const missed = events.find((event) => event.type === 'ClockMissed');
  const clock = missed?.type === 'ClockMissed' ? walk.state.clocks[missed.data.clock] : undefined;
  walk.nowMs = atMs;
  walk.state = events.reduce(evolve, walk.state);
  note(walk, clock?.stage ?? null);
};

/** The first clock of a task, the one it shows. */
export const shownClock = (state: CaseState, task: Task) => state.clocks[task.clockIds[0] ?? ''] ?? null;
