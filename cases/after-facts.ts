import { calledFor } from '../procedures/conditions.ts';
import type { ClockRule, LegalLimit, Opening } from '../procedures/schema.ts';
import { seatsOf } from '../procedures/seats.ts';
import { recounted, ruleOfClock, rungsOfTask } from './clocks.ts';
import type { Draft } from './draft.ts';
import type { EventData } from './events.ts';
import { holderOf } from './holder.ts';
import { countedOf, limitOf, startOf } from './limits.ts';
import type { Rules } from './rules.ts';
import { catchUp, openStages } from './stages.ts';
import { arrivalMs, type CaseState, type Clock, openTasks, type Task } from './state.ts';

type Moved = EventData['DeadlineMoved'];

/**
 * What follows when facts that a case has gone by are others than `before`, whoever changed them: another level is told; clocks with
 * another limit or another start are counted anew; tasks whose department the facts name go there; stages that start or settled
 * stages call for now, and did not before, are opened. What has been called for already stays called for.
 */
export const afterFacts = (draft: Draft, before: CaseState, why: Moved['why']): void => {
  draft.bySystem(() => {
    if (why !== 'level') tellLevel(draft, before);
    const moves = movesAfter(draft, before, why);
    if (moves.length > 0) draft.emit('DeadlineMoved', { why, calendar: draft.state.calendar, moves });
    for (const task of openTasks(draft.state)) passOn(draft, before, task);
    openStages(draft, newlyCalledFor(draft, before));
  });
  catchUp(draft);
};

/** 事件等级 of the case; null where its procedure has none, or nobody has said. */
export const levelOf = ({ procedure }: Rules, { facts }: CaseState): string | null => {
  const level = facts[procedure.acts?.changeLevel?.fact ?? ''];
  return level === undefined ? null : String(level);
};

const tellLevel = (draft: Draft, before: CaseState): void => {
  const fact = draft.rules.procedure.acts?.changeLevel?.fact;
  const from = levelOf(draft.rules, before);
  const to = levelOf(draft.rules, draft.state);
  if (fact !== undefined && to !== null && to !== from) draft.emit('LevelChanged', { fact, from, to });
};

/** One already missed keeps its end, but for an arrival put right: then the arrival was wrong, not the limit. */
export const movesAfter = (draft: Draft, before: CaseState, why: Moved['why']): Moved['moves'] =>
  Object.values(draft.state.clocks)
    .filter(({ state, stoppedAtMs }) => stoppedAtMs === null && (state !== 'missed' || why === 'arrival'))
    .flatMap((clock) => moveAfter(draft, before, clock) ?? []);

const moveAfter = (draft: Draft, before: CaseState, clock: Clock): Moved['moves'][number] | null => {
  const rule = ruleOfClock(draft, clock);
  if (rule === null) return null;
  const startMs = startAfter(rule, before, draft.state, clock.term.startMs);
  const applies = limitOf(rule, draft.state, startMs);
  const limit = applies === null || sameLimit(applies, limitOf(rule, before, startMs)) ? null : applies;
  if (limit === null && startMs === clock.term.startMs) return null;
  const term = { ...clock.term, startMs, limit: limit === null ? clock.term.limit : countedOf(limit) };
  const told = { clock: clock.id, oldDueAtMs: clock.dueAtMs, limit: limit ?? clock.limit };
  return { ...told, ...recounted(draft, clock, term) };
};

const sameLimit = (one: LegalLimit, other: LegalLimit | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Where a clock counts from once its fact, or the arrival, is another instant; what began with something else stays. */
const startAfter = (rule: ClockRule, before: CaseState, after: CaseState, startMs: number): number => {
  const from = startOf(rule, before);
  const instantOf = (state: CaseState): number | null => {
    if (typeof from !== 'object') return arrivalMs(state);
    const instant = 'fact' in from ? state.facts[from.fact] : null;
    return typeof instant === 'number' ? instant : null;
  };
  const [was, is] = [instantOf(before) ?? arrivalMs(before), instantOf(after)];
  return startMs === was && is !== null ? is : startMs;
};

/** A task that stands where a fact said goes where it says now; one that was handed on by hand stays. */
const passOn = (draft: Draft, before: CaseState, task: Task): void => {
  const stage = draft.rules.procedure.stages[task.stage];
  const seat = (stage === undefined ? [] : seatsOf(stage)).find(
    (one) =>
      typeof one !== 'string' &&
      one.role === task.role &&
      holderOf(before, one).department === task.department,
  );
  if (seat === undefined) return;
  const { department: toDepartment } = holderOf(draft.state, seat);
  if (toDepartment === task.department) return;
  const rungs = rungsOfTask(draft, task, toDepartment);
  draft.emit('Transferred', { task: task.id, toDepartment, toPerson: null, rungs });
};

const newlyCalledFor = ({ state, rules }: Draft, before: CaseState): string[] => {
  const { stages, start } = rules.procedure;
  const settled = Object.entries(state.results).map(
    ([id, { outcome }]): Opening[] => stages[id]?.outcomes[outcome]?.opens ?? [],
  );
  return [start, ...settled].flatMap((openings) => {
    const called = calledFor(openings, before);
    return calledFor(openings, state).filter((stage) => !called.includes(stage));
  });
};
