import { holds } from '../procedures/conditions.ts';
import type { CaseClockRule, PauseGround } from '../procedures/schema.ts';
import { pauseClocks, resumeClock, ruleIdOf, startClock, stopClock } from './clocks.ts';
import type { Draft } from './draft.ts';
import { holderOf } from './holder.ts';
import { type CaseState, type Clock, isHeldByChild, openTasks, wholeCaseClocks } from './state.ts';
import { SUPPLEMENT, waitsForSupplement } from './supplements.ts';

/**
 * What holds of the clocks of an open case after every act, and after everything that time has done: those over the whole case have
 * begun with their event, stand still with the stages and stop with what they are for, and none stands still for a supplement that nobody is asked for any more.
 * `fromMs`: since when, epoch milliseconds.
 */
export const keepClocks = (draft: Draft, fromMs: number = draft.atMs): void => {
  if (draft.state.status !== 'open') return;
  draft.bySystem(() => {
    for (const [id, rule] of Object.entries(draft.rules.procedure.caseClocks ?? {})) {
      const isKept = isKeptBy(rule, draft.state);
      if (!isKept) begin(draft, id, rule);
      for (const clock of wholeCaseClocks(draft.state)) {
        if (ruleIdOf(clock) !== id) continue;
        if (isKept) stopClock(draft, clock.id, 'done');
        else standWithStages(draft, clock, rule, fromMs);
      }
    }
    for (const clock of Object.values(draft.state.clocks)) {
      const isCalledOff = pausedOn(clock) === 'supplement' && !waitsForSupplement(draft.state, clock);
      if (isCalledOff && clock.stoppedAtMs === null) resumeClock(draft, clock, fromMs, 'called-off');
    }
  });
};

/** Starts a clock over the whole case once its event has come; one of a case that was reopened runs anew from then. */
const begin = (draft: Draft, id: string, rule: CaseClockRule): void => {
  const { state } = draft;
  const earlier = Object.values(state.clocks).filter(
    (clock) => clock.stage === null && ruleIdOf(clock) === id,
  );
  if (earlier.some(({ stoppedAtMs }) => stoppedAtMs === null)) return;
  const isReopened = earlier.length > 0;
  if (!isReopened && !hasCome(rule, state)) return;
  const from = isReopened ? 'opened' : (rule.from ?? 'submitted');
  const number = earlier.length + 1;
  startClock(draft, `${id}-${number}`, { ...rule, from }, null, holderOf(state, rule.by));
};

const hasCome = ({ from }: CaseClockRule, state: CaseState): boolean => {
  if (typeof from !== 'object') return true;
  return 'settled' in from
    ? state.results[from.settled] !== undefined
    : typeof state.facts[from.fact] === 'number';
};

/** Whether what the limit is for has been done before the case ends. */
const isKeptBy = ({ to }: CaseClockRule, state: CaseState): boolean => to !== undefined && holds(to, state);

/** A clock over the whole case stands still as long as one of a stage does on a ground that its own rule lists. */
const standWithStages = (draft: Draft, clock: Clock, rule: CaseClockRule, fromMs: number): void => {
  const grounds = groundsOver(draft.state, rule);
  const on = pausedOn(clock);
  if (on !== null && grounds.includes(on)) return;
  if (on !== null) resumeClock(draft, clock, fromMs, 'called-off');
  const [ground] = grounds;
  if (ground !== undefined) pauseClocks(draft, [clock.id], ground);
};

const pausedOn = (clock: Clock): PauseGround | null =>
  clock.state === 'paused' ? (clock.pauses.at(-1)?.ground ?? null) : null;

/** The grounds on which a clock over the whole case stands still now; supplementing (补正) is listed for all of them. */
const groundsOver = (state: CaseState, { pausedWith = {} }: CaseClockRule): PauseGround[] => {
  const open = openTasks(state);
  const ofStages = open.flatMap(({ clockIds }) =>
    clockIds.flatMap((id) => pausedOn(state.clocks[id] as Clock) ?? []),
  );
  const grounds = ofStages.filter((ground) => pausedWith[ground] !== undefined);
  if (open.some(({ stage }) => stage === SUPPLEMENT)) grounds.unshift('supplement');
  if (isHeldByChild(state)) grounds.unshift('dispute');
  return grounds;
};
