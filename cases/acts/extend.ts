import type { Limit } from '../../calendar/index.ts';
import type { LegalLimit } from '../../procedures/schema.ts';
import { clockProviding } from '../clock-rules.ts';
import { recounted } from '../clocks.ts';
import { limitOf } from '../limits.ts';
import { refuse } from '../refusals.ts';
import { KEEPS_ACTS_WITHIN, practises, type Rules } from '../rules.ts';
import type { CaseState, Task } from '../state.ts';
import type { Act } from './act.ts';
import { actsFor, openTask } from './holding.ts';

/** The clock of a task that its rule lets be extended (延期), or set anew (调整). */
const extensible = (rules: Rules, state: CaseState, task: string) =>
  clockProviding(rules, state, task, ({ extension }) => extension !== undefined);
const adjustable = (rules: Rules, state: CaseState, task: string) =>
  clockProviding(rules, state, task, (rule) => rule.adjustable !== undefined);

const amountOf = (limit: Limit): number => (limit.unit === 'date' ? 0 : limit.amount);

/** A limit set anew is fitted to the circumstances (根据实际情况适当调整); more than so many times what the rule says is no fitting. */
const SET_AT_MOST_TIMES = 3;

/** How much may be given: in the unit of the limit, from 1 to `max`. */
export type AmountOffered = { unit: Limit['unit']; max: number };

/** What an extension of the task's limit may still come to; null where its rule provides for none. */
export const extensionOffered = (rules: Rules, state: CaseState, task: string): AmountOffered | null => {
  const found = extensible(rules, state, task);
  if (found?.rule.extension === undefined) return null;
  const { upTo } = found.rule.extension;
  const granted = found.clock.term.extensions.reduce((sum, extension) => sum + amountOf(extension), 0);
  return { unit: upTo.unit, max: upTo.amount - granted };
};

/** What another limit of the task may come to; null where its rule lets nobody set one. */
export const limitOffered = (rules: Rules, state: CaseState, task: string): AmountOffered | null => {
  const found = adjustable(rules, state, task);
  if (found === null || found.clock.limit.unit === 'date') return null;
  const byRule = limitOf(found.rule, state, found.clock.term.startMs) ?? found.clock.limit;
  return { unit: found.clock.limit.unit, max: SET_AT_MOST_TIMES * amountOf(byRule) };
};

/** 延期: by the one the article names, before the end, within its ceiling, with reasons that the requester is told. */
export const extend: Act<'extend'> = {
  demands: ['reasons'],
  refusal(rules, state, { task: taskId, amount, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const found = extensible(rules, state, taskId);
    const extension = found?.rule.extension;
    if (found === null || extension === undefined) return refuse('extension_not_provided');
    const notTheirs = actsFor(state, state.tasks[taskId] as Task, extension.by, actor);
    if (notTheirs !== null) return notTheirs;
    const { clock } = found;
    if (clock.state === 'missed') return refuse('limit_has_run');
    if (clock.state !== 'running') return refuse('clock_not_running');
    if (clock.extensions >= extension.times) return refuse('extended_already');
    const { max } = extensionOffered(rules, state, taskId) as AmountOffered;
    if (amount < 1 || amount > max) return refuse('extension_too_long', { allowed: [String(max)] });
    return null;
  },
  apply(draft, { task: taskId, amount }) {
    const found = extensible(draft.rules, draft.state, taskId);
    if (found?.rule.extension === undefined) return;
    const { clock, rule } = found;
    const extension: Limit = { amount, unit: rule.extension?.upTo.unit ?? 'working-day' };
    const term = { ...clock.term, extensions: [...clock.term.extensions, extension] };
    draft.emit('ClockExtended', { clock: clock.id, extension, ...recounted(draft, clock, term) });
  },
};

/**
 * 调整时限: where the article lets a role fit the limit to the circumstances, with a reason. Counted from the same start. The number is that
 * role's and not the text's, so the limit is no statutory one from then on.
 */
export const setLimit: Act<'set-limit'> = {
  demands: ['reasons'],
  refusal(rules, state, { task: taskId, amount, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const found = adjustable(rules, state, taskId);
    if (found?.rule.adjustable === undefined || found.clock.limit.unit === 'date')
      return refuse('act_not_allowed');
    const notTheirs = actsFor(state, state.tasks[taskId] as Task, found.rule.adjustable.by, actor);
    if (notTheirs !== null) return notTheirs;
    if (found.clock.state !== 'running' || amount < 1) return refuse('clock_not_running');
    const { max } = limitOffered(rules, state, taskId) as AmountOffered;
    const isTooLong = practises(rules, KEEPS_ACTS_WITHIN) && amount > max;
    return isTooLong ? refuse('limit_too_long', { allowed: [String(max)] }) : null;
  },
  apply(draft, { task: taskId, amount }) {
    const found = adjustable(draft.rules, draft.state, taskId);
    if (found === null || found.clock.limit.unit === 'date' || found.clock.term.limit.unit === 'date') return;
    const { clock } = found;
    // Whoever sets it for this case does so in place of what was set for all.
    const { setting: _setting, ...fitted } = found.clock.limit;
    const kind = practises(draft.rules, KEEPS_ACTS_WITHIN) ? 'target' : fitted.kind;
    const limit: LegalLimit = { ...fitted, amount, kind };
    const term = { ...clock.term, limit: { ...found.clock.term.limit, amount } };
    const move = { clock: clock.id, oldDueAtMs: clock.dueAtMs, limit, ...recounted(draft, clock, term) };
    draft.emit('DeadlineMoved', { why: 'limit-set', calendar: draft.state.calendar, moves: [move] });
  },
};
