import { type CommandBody, nextWakeMs, openTasks, type Task } from '../../cases/index.ts';
import { offeredOutcomes } from '../../procedures/asked.ts';
import { leftOver, nextPause, pausesOf, type Stuck } from './pauses.ts';
import { presentWalk } from './present.ts';
import { act, GIVES, type PlanInput, personOf, shownClock, tick, type Walk, walkOf } from './walk.ts';

/** `stuck`: the course that was asked for is not possible, at this place of the question and for this reason. */
export type Plan = ReturnType<typeof presentWalk> | { stuck: Stuck };

const STEPS_AT_MOST = 500;

const isGated = ({ input, state }: Walk, task: Task): boolean => {
  const stage = input.rules.procedure.stages[task.stage];
  const open = openTasks(state);
  return (
    (stage?.gate ?? []).some((id) => state.results[id] === undefined) ||
    (stage?.gateNoneOpen ?? []).some((id) => open.some((other) => other.stage === id))
  );
};

/** When a task is decided: as asked, else when its limit ends, else at once; never before the walk has come there. A task whose clock
 *  stands still waits, unless an instant was asked for. */
const momentOf = ({ input, state, nowMs }: Walk, task: Task): number | null => {
  const clock = shownClock(state, task);
  const asked = input.decidedAtMs[task.stage];
  if (asked === undefined && clock?.state === 'paused') return null;
  return Math.max(nowMs, asked ?? clock?.dueAtMs ?? task.openedAtMs);
};

const nextTask = (walk: Walk): { task: Task; atMs: number } | null =>
  openTasks(walk.state)
    .filter((task) => task.supplementOf === null && !walk.settled.has(task.stage) && !isGated(walk, task))
    .flatMap((task) => {
      const atMs = momentOf(walk, task);
      return atMs === null ? [] : [{ task, atMs }];
    })
    .sort((a, b) => a.atMs - b.atMs)[0] ?? null;

/** Decides one task; why not, when the decider refuses or the moment asked for is before the stage began. */
const decideTask = (walk: Walk, task: Task, atMs: number): Stuck | null => {
  const pointer = `/decidedAt/${task.stage}`;
  const asked = walk.input.decidedAtMs[task.stage];
  if (asked !== undefined && asked < task.openedAtMs) return { pointer, message: '早于该环节开始的时间' };
  const stage = walk.input.rules.procedure.stages[task.stage] ?? { outcomes: {} };
  const [first] = Object.keys(offeredOutcomes(stage, walk.state));
  const outcome = walk.input.outcomes[task.stage] ?? first ?? '';
  const body: CommandBody = { type: 'decide', task: task.id, outcome, gives: GIVES, facts: {}, digest: '' };
  const refusal = act(walk, body, personOf(task), atMs, task.stage);
  if (refusal !== null) return { pointer, message: refusal.message };
  for (const visit of walk.visits) if (visit.stage === task.stage) visit.decidedAtMs = atMs;
  if (walk.state.results[task.stage] !== undefined) walk.settled.add(task.stage);
  return null;
};

const submit = (walk: Walk): Stuck | null => {
  const { rules, targets, parties, facts, submitter, submittedAtMs } = walk.input;
  const { id: procedure, edition } = rules.procedure;
  const filing = {
    ...{ no: 'PLAN', procedure, edition: edition.id },
    ...(targets === undefined ? {} : { targets }),
    ...{ parties: { ...parties }, facts: { ...facts } },
  };
  const refusal = act(walk, { type: 'submit', ...filing, digest: '' }, submitter, submittedAtMs, null);
  return refusal === null ? null : { pointer: '', message: refusal.message };
};

/**
 * What would happen: the case filed at an instant, each stage decided at the instant given, else exactly when its limit ends, and its
 * clocks standing still when asked. Drives the decider itself, so the dates are those a real case would get, and what a case would
 * refuse is refused. Nothing is stored. RangeError when the calendar does not reach far enough.
 */
export const planOf = (input: PlanInput): Plan => {
  const walk = walkOf(input);
  const stuck = submit(walk) ?? goThrough(walk);
  return stuck === null ? presentWalk(walk) : { stuck };
};

/** Takes what comes next, step by step: what time brings about, a pause, a decision; why it could not go on. */
const goThrough = (walk: Walk): Stuck | null => {
  const pauses = pausesOf(walk);
  for (let steps = 0; walk.state.status === 'open' && steps < STEPS_AT_MOST; steps++) {
    const pause = nextPause(walk, pauses);
    const next = nextTask(walk);
    const atMs = Math.min(pause?.atMs ?? Number.POSITIVE_INFINITY, next?.atMs ?? Number.POSITIVE_INFINITY);
    if (atMs === Number.POSITIVE_INFINITY) break;
    const wakeMs = nextWakeMs(walk.state);
    if (wakeMs !== null && wakeMs < atMs) {
      tick(walk, Math.max(wakeMs, walk.nowMs));
      continue;
    }
    const stuck =
      pause !== null && pause.atMs === atMs
        ? pause.carryOut()
        : next === null
          ? null
          : decideTask(walk, next.task, next.atMs);
    if (stuck !== null) return stuck;
  }
  return leftOver(pauses);
};
