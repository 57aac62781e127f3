import type { Limit } from '../../calendar/index.ts';
import type { ClockRule } from '../../procedures/schema.ts';
import { recounted, ruleOfClock } from '../clocks.ts';
import { refuse } from '../refusals.ts';
import type { Rules } from '../rules.ts';
import type { CaseState, Clock, Task } from '../state.ts';
import type { Act } from './act.ts';
import { actsFor, openTask } from './holding.ts';

/** The clock that a task shows, with the rule it was started by. */
const clockOf = (
  rules: Rules,
  state: CaseState,
  taskId: string,
): { clock: Clock; rule: ClockRule } | null => {
  const clock = state.clocks[state.tasks[taskId]?.clockIds[0] ?? ''];
  const rule = clock === undefined ? null : ruleOfClock({ rules }, clock);
  return clock === undefined || rule === null ? null : { clock, rule };
};

const amountOf = (extension: Limit): number => (extension.unit === 'date' ? 0 : extension.amount);

/** 延期: by the one the article names, before the end, within its ceiling, with reasons that the requester is told. */
export const extend: Act<'extend'> = {
  demands: ['reasons'],
  refusal(rules, state, { task: taskId, amount, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const found = clockOf(rules, state, taskId);
    const extension = found?.rule.extension;
    if (found === null || extension === undefined) return refuse('extension_not_provided');
    const notTheirs = actsFor(state, state.tasks[taskId] as Task, extension.by, actor);
    if (notTheirs !== null) return notTheirs;
    const { clock } = found;
    if (clock.state === 'missed') return refuse('limit_has_run');
    if (clock.state !== 'running') return refuse('clock_not_running');
    if (clock.extensions >= extension.times) return refuse('extended_already');
    const before = clock.term.extensions.reduce((sum, granted) => sum + amountOf(granted), 0);
    if (amount < 1 || before + amount > extension.upTo.amount) return refuse('extension_too_long');
    return null;
  },
  apply(draft, { task: taskId, amount }) {
    const found = clockOf(draft.rules, draft.state, taskId);
    if (found?.rule.extension === undefined) return;
    const { clock, rule } = found;
    const extension: Limit = { amount, unit: rule.extension?.upTo.unit ?? 'working-day' };
    const term = { ...clock.term, extensions: [...clock.term.extensions, extension] };
    draft.emit('ClockExtended', { clock: clock.id, extension, ...recounted(draft, clock, term) });
  },
};

/** 调整时限: where the article lets a role fit the limit to the circumstances, with a reason. Counted from the same start. */
export const setLimit: Act<'set-limit'> = {
  demands: ['reasons'],
  refusal(rules, state, { task: taskId, amount, actor }) {
    const not = openTask(state, taskId);
    if (not !== null) return not;
    const found = clockOf(rules, state, taskId);
    if (found?.rule.adjustable === undefined || found.clock.limit.unit === 'date')
      return refuse('act_not_allowed');
    const notTheirs = actsFor(state, state.tasks[taskId] as Task, found.rule.adjustable.by, actor);
    if (notTheirs !== null) return notTheirs;
    if (found.clock.state !== 'running' || amount < 1) return refuse('clock_not_running');
    return null;
  },
  apply(draft, { task: taskId, amount }) {
    const found = clockOf(draft.rules, draft.state, taskId);
    if (found === null || found.clock.limit.unit === 'date' || found.clock.term.limit.unit === 'date') return;
    const { clock } = found;
    const limit = { ...found.clock.limit, amount };
    const term = { ...clock.term, limit: { ...found.clock.term.limit, amount } };
    const move = { clock: clock.id, oldDueAtMs: clock.dueAtMs, limit, ...recounted(draft, clock, term) };
    draft.emit('DeadlineMoved', { why: 'limit-set', calendar: draft.state.calendar, moves: [move] });
  },
};
