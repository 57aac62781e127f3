import { stageClocks } from '../../cases/clocks.ts';
import { type Actor, type CommandBody, openTasks, type Task } from '../../cases/index.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import type { PauseGround } from '../../procedures/schema.ts';
import { type AskedPause, act, GIVES, personOf, type Walk } from './walk.ts';

/** A pause asked for, and how far the walk has come with it. */
type Standing = AskedPause & {
  stage: string;
  /** Place among the pauses asked for the stage. */
  index: number;
  task: string | null;
  over: boolean;
};
/** What the walk does next about a pause. */
type PauseStep = { atMs: number; carryOut(): Stuck | null };
export type Stuck = { pointer: string; message: string };

const pointerOf = ({ stage, index }: Standing): string => `/pauses/${stage}/${index}`;

/** The pauses that were asked for, as the walk goes through them. */
export const pausesOf = (walk: Walk): Standing[] =>
  Object.entries(walk.input.pauses).flatMap(([stage, pauses]) =>
    pauses.map((pause, index) => ({ ...pause, stage, index, task: null, over: false })),
  );

/** The next step of the pauses whose stage has been opened; null when there is none. */
export const nextPause = (walk: Walk, pauses: readonly Standing[]): PauseStep | null =>
  pauses.flatMap((pause) => stepOf(walk, pause) ?? []).sort((one, other) => one.atMs - other.atMs)[0] ?? null;

/** The first pause that the course had no room for: its stage never came, or was over before. */
export const leftOver = (pauses: readonly Standing[]): Stuck | null => {
  const left = pauses.find(({ over }) => !over);
  if (left === undefined) return null;
  return { pointer: pointerOf(left), message: left.task === null ? NEVER_CAME : ALREADY_OVER };
};
const NEVER_CAME = '没有进行到该环节，无从中止';
const ALREADY_OVER = '该环节届时已经办结';

const stepOf = (walk: Walk, pause: Standing): PauseStep | null => {
  const visit = walk.visits.find(({ stage }) => stage === pause.stage);
  if (visit === undefined || pause.over) return null;
  return pause.task === null
    ? { atMs: pause.fromMs, carryOut: () => begin(walk, pause) }
    : { atMs: pause.toMs, carryOut: () => end(walk, pause) };
};

const openTaskOf = ({ state }: Walk, stage: string): Task | undefined =>
  openTasks(state).find((task) => task.stage === stage);

const begin = (walk: Walk, pause: Standing): Stuck | null => {
  const { stage, ground, fromMs } = pause;
  const task = openTaskOf(walk, stage);
  if (task === undefined) return { pointer: pointerOf(pause), message: ALREADY_OVER };
  if (fromMs < task.openedAtMs) return { pointer: pointerOf(pause), message: '早于该环节开始的时间' };
  pause.task = task.id;
  const body: CommandBody =
    ground === 'supplement'
      ? { type: 'request-supplement', task: task.id, gives: GIVES }
      : { type: 'pause', task: task.id, ground, gives: GIVES };
  return carriedOut(walk, pause, body, whoPauses(walk, task, ground), fromMs);
};

const end = (walk: Walk, pause: Standing): Stuck | null => {
  const task = openTaskOf(walk, pause.stage);
  if (task === undefined) return { pointer: pointerOf(pause), message: ALREADY_OVER };
  pause.over = true;
  const { input } = walk;
  return pause.ground === 'supplement'
    ? carriedOut(walk, pause, { type: 'supplement', facts: {}, digest: '' }, input.submitter, pause.toMs)
    : carriedOut(
        walk,
        pause,
        { type: 'resume', task: task.id, gives: GIVES },
        whoPauses(walk, task, pause.ground),
        pause.toMs,
      );
};

const carriedOut = (
  walk: Walk,
  pause: Standing,
  body: CommandBody,
  actor: Actor,
  atMs: number,
): Stuck | null => {
  const refusal = act(walk, body, actor, atMs, pause.stage);
  return refusal === null ? null : { pointer: pointerOf(pause), message: refusal.message };
};

/** Who pauses on a ground: the role its rule names; where it is not listed, the holder of the task, whom the decider tells so. */
const whoPauses = ({ input, state }: Walk, task: Task, ground: PauseGround): Actor => {
  const role: Role =
    stageClocks(input.rules, task.stage).find(({ pauses }) => pauses?.[ground] !== undefined)?.pauses?.[
      ground
    ]?.by ?? task.role;
  const ofPlace = role !== task.role && ROLES[role].scope === 'jurisdiction';
  return personOf({ role, department: ofPlace ? (state.parties[role] ?? '') : task.department });
};
