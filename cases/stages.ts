import type { Role } from '../procedures/roles.ts';
import type { Ending, Outcome, Seat, Stage, StageId } from '../procedures/schema.ts';
import { settleDue, stageClocks, startClock, stopClock } from './clocks.ts';
import { holds } from './conditions.ts';
import type { Draft } from './draft.ts';
import { type CaseState, openTasks, type Task } from './state.ts';

/** Does all that time alone has brought about by the draft's instant. Every command begins with this. */
export const catchUp = (draft: Draft): void => settleDue(draft, (stages) => openStages(draft, stages));

/** Opens the stages that can be opened now: not open or settled already, and everything they join on settled. */
export const openStages = (draft: Draft, stages: readonly StageId[]): void => {
  for (const id of stages) {
    const stage = draft.rules.procedure.stages[id];
    if (stage === undefined || !mayOpen(draft.state, id, stage)) continue;
    const seats = seatsOf(stage);
    const now = stage.agreement === 'sequence' ? seats.slice(0, 1) : seats;
    for (const seat of now) openTask(draft, id, stage, seat);
  }
};

const mayOpen = (state: CaseState, id: StageId, stage: Stage): boolean =>
  state.results[id] === undefined &&
  !openTasks(state).some((task) => task.stage === id) &&
  (stage.join ?? []).every((joined) => state.results[joined] !== undefined);

export const seatsOf = ({ by }: Stage): Seat[] => (Array.isArray(by) ? by : [by]);

const openTask = (draft: Draft, id: StageId, stage: Stage, seat: Seat): void => {
  const number = (draft.state.openings[id] ?? 0) + 1;
  const holder = holderOf(draft.state, seat);
  const clockIds = stage.sharesClockOf === undefined ? [] : liveClocksOf(draft.state, stage.sharesClockOf);
  for (const rule of stageClocks(draft.rules, id)) {
    const clockId = `${rule.id}-${number}`;
    draft.bySystem(() => startClock(draft, clockId, rule, id, holder));
    if (draft.state.clocks[clockId] !== undefined) clockIds.push(clockId);
  }
  const task = { task: `${id}-${number}`, stage: id, ...holder, clockIds, supplementOf: null };
  draft.bySystem(() => draft.emit('TaskOpened', task));
};

/** The department a seat acts for: the party of the case, or the one a fact of the case names. */
const holderOf = (state: CaseState, seat: Seat): { role: Role; department: string } => {
  if (typeof seat === 'string') {
    return { role: seat, department: state.parties[seat] ?? state.submitter.department };
  }
  const named = state.facts[seat.department];
  const department = typeof named === 'string' ? named : (state.parties[seat.role] ?? '');
  return { role: seat.role, department };
};

const liveClocksOf = (state: CaseState, stage: StageId): string[] =>
  Object.values(state.clocks)
    .filter((clock) => clock.stage === stage && clock.stoppedAtMs === null)
    .map((clock) => clock.id);

/** What follows when `task` has been decided with `outcome`. */
export const follow = (draft: Draft, task: Task, outcomeId: string): void => {
  const stage = draft.rules.procedure.stages[task.stage];
  const outcome = stage?.outcomes[outcomeId];
  if (stage === undefined || outcome === undefined) return;
  if (settles(draft.state, task, stage, outcomeId)) {
    draft.emit('StageSettled', { stage: task.stage, outcome: outcomeId });
    draft.bySystem(() => {
      cancelTasks(draft, [task.stage], '本环节已由其他承办人办结');
      cancelTasks(draft, outcome.cancels ?? [], '因其他环节的处理结果不再需要');
      openStages(draft, stagesOpenedBy(outcome, draft.state));
      stopIdleClocks(draft);
      if (outcome.ends !== undefined) closeCase(draft, endingOf(outcome.ends, draft.state));
    });
    return;
  }
  draft.bySystem(() => {
    const next = stage.agreement === 'sequence' ? seatsOf(stage)[seatNumber(stage, task)] : undefined;
    if (next !== undefined) openTask(draft, task.stage, stage, next);
    stopIdleClocks(draft);
  });
};

/** Whether this decision settles the stage: see `Stage.agreement`. */
const settles = (state: CaseState, task: Task, stage: Stage, outcome: string): boolean => {
  const seats = seatsOf(stage).length;
  if (seats === 1 || stage.agreement === 'any') return true;
  if (outcome !== Object.keys(stage.outcomes)[0]) return true;
  if (stage.agreement === 'sequence') return seatNumber(stage, task) >= seats;
  return !openTasks(state).some((other) => other.stage === task.stage);
};

/** Place of a task among the seats of a stage decided in sequence, from 1; seats of one stage differ in their roles. */
const seatNumber = (stage: Stage, task: Task): number =>
  seatsOf(stage).findIndex((seat) => (typeof seat === 'string' ? seat : seat.role) === task.role) + 1;

const stagesOpenedBy = (outcome: Outcome, state: CaseState): StageId[] =>
  (outcome.opens ?? [])
    .filter((next) => typeof next === 'string' || holds(next.when, state))
    .map((next) => (typeof next === 'string' ? next : next.stage));

const endingOf = (ends: NonNullable<Outcome['ends']>, state: CaseState): Ending =>
  typeof ends === 'string' ? ends : (state.results[ends.as]?.outcome ?? ends.as);

export const cancelTasks = (draft: Draft, stages: readonly StageId[], why: string): void => {
  for (const task of openTasks(draft.state)) {
    if (stages.includes(task.stage)) draft.emit('TaskCancelled', { task: task.id, why });
  }
};

/** Stops the stage clocks that no open task carries any more: met or missed by work done, called off with a cancelled task. */
const stopIdleClocks = (draft: Draft): void => {
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
  draft.emit('CaseClosed', { result });
};
