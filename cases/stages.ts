import type { Term } from '../calendar/index.ts';
import { calledFor } from '../procedures/conditions.ts';
import { comesAbout } from '../procedures/musts.ts';
import type {
  ChildRule,
  Effect,
  Ending,
  Opening,
  Outcome,
  RegisterOp,
  Seat,
  Stage,
  StageId,
} from '../procedures/schema.ts';
import { rolesOf, seatsOf } from '../procedures/seats.ts';
import { THINGS } from '../procedures/things.ts';
import { pauseClocks, ruleOfClock, settleDue, stageClocks, startClock, stopClock } from './clocks.ts';
import type { Draft } from './draft.ts';
import type { ThingKey } from './events.ts';
import { holderOf } from './holder.ts';
import { keepClocks } from './keep-clocks.ts';
import { tellsOwner } from './owner.ts';
import { practises, TELLS_OWNERS } from './rules.ts';
import {
  arrivalMs,
  type CaseState,
  type Clock,
  type LineState,
  openTasks,
  pendingChildren,
  type Task,
} from './state.ts';

/** Does all that time alone has brought about by the draft's instant. Every command begins with this. */
export const catchUp = (draft: Draft): void =>
  settleDue(draft, {
    missed(clock) {
      openStages(draft, ruleOfClock(draft, clock)?.onMissed ?? []);
      deem(draft, clock);
    },
    done: (atMs) => keepClocks(draft, atMs),
  });

/** 视为: where an article says that silence settles the stage, it is settled as from the arrival. */
const deem = (draft: Draft, clock: Clock): void => {
  if (clock.stage === null) return;
  const deemed = draft.rules.procedure.stages[clock.stage]?.deemed;
  if (deemed === undefined || draft.state.results[clock.stage] !== undefined) return;
  draft.emit('DeemedAccepted', { stage: clock.stage, outcome: deemed.outcome, clock: clock.id });
  settleStage(draft, clock.stage, deemed.outcome, arrivalMs(draft.state));
};

/** Opens those that are called for and can be opened now: not open or settled already, and everything they join on settled. */
export const openStages = (draft: Draft, openings: readonly Opening[]): void => {
  for (const id of calledFor(openings, draft.state)) {
    const stage = draft.rules.procedure.stages[id];
    if (stage === undefined || !mayOpen(draft.state, id, stage)) continue;
    if (stage.child !== undefined) draft.bySystem(() => openChild(draft, stage.child as ChildRule, id));
    const seats = stage.child === undefined ? seatsOf(stage) : [];
    const [first, ...others] = stage.agreement === 'sequence' ? seats.slice(0, 1) : seats;
    if (first === undefined) continue;
    const clockIds = openTask(draft, id, stage, first);
    // Where any of them may, there is one limit, whoever keeps it.
    for (const seat of others)
      openTask(draft, id, stage, seat, stage.agreement === 'any' ? clockIds : undefined);
  }
};

const mayOpen = (state: CaseState, id: StageId, stage: Stage): boolean =>
  (state.results[id] === undefined || stage.repeats === true) &&
  !pendingChildren(state).some((child) => child.stage === id) &&
  !openTasks(state).some((task) => task.stage === id) &&
  (stage.join ?? []).every((joined) => state.results[joined] !== undefined);

/** Opens the task of a seat under clocks of its own, or under those given. Answers the clocks that it carries. */
const openTask = (
  draft: Draft,
  id: StageId,
  stage: Stage,
  seat: Seat,
  under?: readonly string[],
): readonly string[] => {
  const number = (draft.state.openings[id] ?? 0) + 1;
  const holder = holderOf(draft.state, seat);
  const clockIds = [
    ...(under ?? (stage.sharesClockOf === undefined ? [] : liveClocksOf(draft.state, stage.sharesClockOf))),
  ];
  for (const rule of under === undefined ? stageClocks(draft.rules, id) : []) {
    const clockId = `${rule.id}-${number}`;
    const takenUp = stage.repeats === true ? null : earlierTerm(draft, stage, id, rule.id);
    draft.bySystem(() => startClock(draft, clockId, rule, id, holder, takenUp));
    if (draft.state.clocks[clockId] !== undefined) clockIds.push(clockId);
  }
  const task = { task: `${id}-${number}`, stage: id, ...holder, clockIds, supplementOf: null };
  draft.bySystem(() => draft.emit('TaskOpened', task));
  return clockIds;
};

/** What is left of the clock of an earlier visit, when the case comes back to the stage: see `Stage.reentry`. */
const earlierTerm = (draft: Draft, stage: Stage, id: StageId, ruleId: string): Term | null => {
  const before = Object.values(draft.state.clocks).findLast(
    (clock) => clock.stage === id && clock.id.startsWith(`${ruleId}-`) && clock.stoppedAtMs !== null,
  );
  if (before?.stoppedAtMs == null || stage.reentry === undefined || stage.reentry === 'restart') return null;
  // What it stood still for was called off with the task: it cannot stand still for it any longer.
  const pauses = before.term.pauses.map((p) => (p.toMs === null ? { ...p, toMs: before.stoppedAtMs } : p));
  const away = stage.reentry === 'shared' ? [] : [{ fromMs: before.stoppedAtMs, toMs: draft.atMs }];
  return { ...before.term, pauses: [...pauses, ...away] };
};

/** Opens the case that a stage, or the whole case (`stage` null), waits for. Its number is this case's with one more part. */
export const openChild = (draft: Draft, { procedure, clocks }: ChildRule, stage: StageId | null): void => {
  const no = `${draft.state.no}.${draft.state.children.length + 1}`;
  const { author } = draft;
  const filer = stage === null || author === null || author === 'system' ? {} : { filer: author };
  draft.emit('ChildOpened', { no, procedure, stage, clocks, ...filer });
  if (clocks === 'pause') pauseClocks(draft, Object.keys(draft.state.clocks), 'dispute');
};

const liveClocksOf = (state: CaseState, stage: StageId): string[] =>
  Object.values(state.clocks)
    .filter((clock) => clock.stage === stage && clock.stoppedAtMs === null)
    .map((clock) => clock.id);

/** What follows when `task` has been decided with `outcome`. */
export const follow = (draft: Draft, task: Task, outcomeId: string): void => {
  const stage = draft.rules.procedure.stages[task.stage];
  if (stage === undefined) return;
  if (settles(draft.state, task, stage, outcomeId)) {
    settleStage(draft, task.stage, outcomeId);
    return;
  }
  draft.bySystem(() => {
    const next = stage.agreement === 'sequence' ? seatsOf(stage)[seatNumber(stage, task)] : undefined;
    if (next !== undefined) openTask(draft, task.stage, stage, next);
    stopIdleClocks(draft);
  });
};

/** Settles a stage and does what its outcome says: other stages, registers, the end of the case. */
export const settleStage = (draft: Draft, id: StageId, outcomeId: string, asFromMs?: number): void => {
  const outcome = draft.rules.procedure.stages[id]?.outcomes[outcomeId];
  if (outcome === undefined) return;
  draft.emit('StageSettled', {
    stage: id,
    outcome: outcomeId,
    ...(asFromMs === undefined ? {} : { asFromMs }),
  });
  draft.bySystem(() => {
    cancelTasks(draft, [id], '本环节已由其他承办人办结');
    cancelTasks(draft, outcome.cancels ?? [], '因其他环节的处理结果不再需要');
    changeRegisters(draft, outcome.effects ?? []);
    openStages(draft, outcome.opens ?? []);
    stopIdleClocks(draft);
    if (outcome.ends !== undefined) closeCase(draft, endingOf(outcome.ends, draft.state));
  });
};

/** What this case must have put for there to be something of its own to take back: a case that ends early has done less. */
const TAKES_BACK: Partial<Record<RegisterOp, readonly LineState[]>> = {
  unmark: ['marked'],
  resume: ['suspended'],
  close: ['open', 'marked', 'suspended'],
};

const changeRegisters = (draft: Draft, effects: readonly Effect[]): void => {
  const owner = practises(draft.rules, TELLS_OWNERS) ? tellsOwner(draft.rules.procedure, draft.state) : {};
  for (const effect of effects) {
    const { register, op, key, own, entry, tells, reached } = effect;
    const standing = draft.state.lines[register];
    const puts = standing !== undefined && TAKES_BACK[op]?.includes(standing);
    if ((own === true && !puts) || !comesAbout(effect, draft.state.facts)) continue;
    const told = { ...(entry && { entry }), ...(tells && { tells }), ...(reached && { reached }) };
    draft.emit('RegisterChanged', { register, op, key: thingKeyOf(key), ...told, ...owner });
  }
};

const thingKeyOf = (key: Effect['key']): ThingKey | null =>
  key === undefined || key === 'case' ? null : { ...key, unique: THINGS[key.thing].unique };

/** Whether this decision settles the stage: see `Stage.agreement`. */
const settles = (state: CaseState, task: Task, stage: Stage, outcome: string): boolean => {
  const seats = seatsOf(stage).length;
  if (seats === 1 || stage.agreement === 'any') return true;
  if (outcome !== Object.keys(stage.outcomes)[0]) return true;
  if (stage.agreement === 'sequence') return seatNumber(stage, task) >= seats;
  return !openTasks(state).some((other) => other.stage === task.stage);
};

/** Place of a task among the seats of a stage decided in sequence, from 1; seats of one stage differ in their roles. */
const seatNumber = (stage: Stage, task: Task): number => rolesOf(stage).indexOf(task.role) + 1;

const endingOf = (ends: NonNullable<Outcome['ends']>, state: CaseState): Ending =>
  typeof ends === 'string' ? ends : (state.results[ends.as]?.outcome ?? ends.as);

export const cancelTasks = (draft: Draft, stages: readonly StageId[], why: string): void => {
  for (const task of openTasks(draft.state)) {
    if (stages.includes(task.stage)) cancelTask(draft, task.id, why);
  }
};

const cancelTask = (draft: Draft, task: string, why: string): void => {
  draft.emit('TaskCancelled', { task, why });
  cancelAskedFor(draft, task, why);
};

/** Calls off what was asked of others (补正, 征求意见) for a task that is no longer open; what other tasks have asked for stays. */
export const cancelAskedFor = (draft: Draft, taskId: string, why: string): void => {
  for (const asked of openTasks(draft.state)) {
    if (asked.supplementOf === taskId) draft.emit('TaskCancelled', { task: asked.id, why });
  }
};

/** Stops the stage clocks that no open task carries any more: met or missed by work done, called off with a cancelled task. */
export const stopIdleClocks = (draft: Draft): void => {
  const carried = new Set(openTasks(draft.state).flatMap((task) => task.clockIds));
  for (const clock of Object.values(draft.state.clocks)) {
    if (clock.stage === null || clock.stoppedAtMs !== null || carried.has(clock.id)) continue;
    const done = Object.values(draft.state.tasks).some(
      (task) => task.state === 'done' && task.clockIds.includes(clock.id),
    );
    stopClock(draft, clock.id, done ? 'done' : 'called-off');
  }
};

/** Closes the case: open tasks are called off, every clock stops. */
export const closeCase = (draft: Draft, result: Ending): void => {
  for (const task of openTasks(draft.state)) {
    draft.emit('TaskCancelled', { task: task.id, why: '案件已办结' });
  }
  stopIdleClocks(draft);
  for (const clock of Object.values(draft.state.clocks)) stopClock(draft, clock.id, 'done');
  changeRegisters(draft, draft.rules.procedure.onEnding?.[result] ?? []);
  draft.emit('CaseClosed', { result });
};
