import type { Act } from './acts/act.ts';
import { childSettled, parentEnded } from './acts/children.ts';
import { ACTS, AFTER_THE_END } from './acts/index.ts';
import { adoptCalendar } from './acts/recount.ts';
import { fileChild, openDuty } from './acts/submit.ts';
import type { Command, CommandBody, PersonCommand, Refusal } from './commands.ts';
import { type Draft, draftOf } from './draft.ts';
import type { CaseEvent } from './events.ts';
import { keepClocks } from './keep-clocks.ts';
import { isRefusal, missing, refuse } from './refusals.ts';
import type { Rules } from './rules.ts';
import { catchUp } from './stages.ts';
import type { CaseState } from './state.ts';

/**
 * What `command` brings about at `atMs` (epoch milliseconds; for a person's command, when it was durably received): events, or a
 * refusal. Pure and total. A tick is never refused; a command already carried out brings about nothing new.
 * Whatever time alone has brought about by then comes first; then the calendar of the rules, where it is newer than the case's.
 */
export const decide = (
  rules: Rules,
  state: CaseState,
  command: Command,
  atMs: number,
): CaseEvent[] | Refusal => {
  if (command.type === 'tick') return bySystem(rules, state, null, atMs, () => undefined);
  if (state.commandIds.includes(command.id)) return [];
  if (command.type === 'child-settled') {
    return bySystem(rules, state, command.id, atMs, (draft) => childSettled(draft, command));
  }
  if (command.type === 'parent-ended') {
    return bySystem(rules, state, command.id, atMs, (draft) => parentEnded(draft, command));
  }
  if (command.type === 'open-child') {
    return bySystem(rules, state, command.id, atMs, (draft) => fileChild(draft, command));
  }
  if (command.type === 'open-duty') {
    return bySystem(rules, state, command.id, atMs, (draft) => openDuty(draft, command));
  }
  if (command.type === 'adopt-calendar') return bySystem(rules, state, command.id, atMs, () => undefined);
  const before = upToDate(rules, state, atMs);
  const refusal = refusalAsItStands(rules, before.state, command, atMs);
  if (refusal !== null) return refusal;
  const draft = draftOf(rules, before.state, atMs, { actor: command.actor, commandId: command.id });
  actOf(command).apply(draft, command);
  keepClocks(draft);
  return [...before.events, ...draft.events];
};

/** What the system itself brings about, after what time has. */
const bySystem = (
  rules: Rules,
  state: CaseState,
  commandId: string | null,
  atMs: number,
  work: (draft: Draft) => void,
): CaseEvent[] => {
  const draft = draftOf(rules, state, atMs, commandId === null ? null : { actor: 'system', commandId });
  bringUpToDate(draft);
  work(draft);
  keepClocks(draft);
  return draft.events;
};

/** The case as it stands at `atMs`, whatever has been recorded of it: a command is judged by this, and so are the buttons. */
export const upToDate = (rules: Rules, state: CaseState, atMs: number): Draft => {
  const draft = draftOf(rules, state, atMs, null);
  bringUpToDate(draft);
  return draft;
};

/** What has come to an open case without anybody's asking: time, and a newer calendar. */
const bringUpToDate = (draft: Draft): void => {
  if (draft.state.status !== 'open') return;
  catchUp(draft);
  adoptCalendar(draft);
};

/** Why the command would be refused at `atMs` (epoch milliseconds), or null; `state` as recorded. */
export const refusalOf = (
  rules: Rules,
  state: CaseState,
  command: PersonCommand,
  atMs: number,
): Refusal | null => refusalAsItStands(rules, upToDate(rules, state, atMs).state, command, atMs);

/** The same of a state that is up to date. */
export const refusalAsItStands = (
  rules: Rules,
  state: CaseState,
  command: PersonCommand,
  atMs: number,
): Refusal | null => {
  if (command.type !== 'submit') {
    if (state.status === 'unborn') return refuse('case_not_found');
    if (state.status === 'closed' && !AFTER_THE_END.has(command.type))
      return whyClosed(rules, state, command, atMs);
  }
  const act = actOf(command);
  const refusal = act.refusal(rules, state, command, atMs);
  return refusal ?? missing(act.demands, 'gives' in command ? command.gives : act.demands);
};

/** In a closed case the more telling answer is who decided the same task before; otherwise that the case is closed. */
const whyClosed = (rules: Rules, state: CaseState, command: PersonCommand, atMs: number): Refusal => {
  const refusal = actOf(command).refusal(rules, state, command, atMs);
  const telling = isRefusal(refusal) && TELLING.has(refusal.code);
  if (telling) return refusal;
  const { closedBy, closedAtMs, result } = state;
  return refuse('case_closed', {
    already: { by: closedBy, atMs: closedAtMs ?? atMs, outcome: result ?? '' },
  });
};
const TELLING = new Set<Refusal['code']>(['task_already_decided', 'task_not_found', 'not_your_task']);

const actOf = (command: PersonCommand): Act<CommandBody['type']> =>
  ACTS[command.type] as unknown as Act<CommandBody['type']>;
