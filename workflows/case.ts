import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  patched,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseActivities } from '../activities/case-activities.ts';
import { type CompactCalendar, openCalendar } from '../calendar/index.ts';
import {
  adoptionId,
  type CaseEvent,
  type CaseState,
  type Command,
  decide,
  fold,
  procedureOfCase,
  type Refusal,
  type Rules,
} from '../cases/index.ts';
import { isRefusal } from '../cases/refusals.ts';
import {
  armedQuery,
  type CaseInput,
  type ExecuteRequest,
  eventsAfterQuery,
  executeUpdate,
  RUN_BEHIND,
} from './contract.ts';
import { runWakeMs } from './wake.ts';

const { recordEvents } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});

/**
 * Hosts the decider for one case, from the record as given to its end. Commands come as Updates and are answered with the events
 * they bring about; one timer stands for everything that time will bring about, and what it brings about is recorded from here.
 * Nothing is awaited between deciding and evolving, so commands need no lock. Answers how the case ended.
 */
export async function caseWorkflow(input: CaseInput): Promise<string> {
  const log: CaseEvent[] = [...input.events];
  let state = fold(log);
  let recordedSeq = state.seq;
  let rules = rulesOf(state, input);
  const now = (): number => Date.now() + input.clockOffsetMs;

  /** The rules with a calendar that came later, where it is newer than the one at hand. */
  const rulesWith = (calendar: CompactCalendar | null | undefined): Rules =>
    calendar == null || calendar.version <= rules.calendar.version
      ? rules
      : { ...rules, calendar: openCalendar(calendar) };

  /** Accepted, but not yet come to pass. The handler of an Update follows its validator on the same state: what that found still holds. */
  let foreseen: { commandId: string; onSeq: number; events: CaseEvent[] } | null = null;
  const foresee = ({ command, atMs, calendar }: ExecuteRequest): CaseEvent[] => {
    if (foreseen?.commandId !== command.id || foreseen.onSeq !== state.seq) {
      const events = accepted(decide(rulesWith(calendar), state, command, atMs));
      foreseen = { commandId: command.id, onSeq: state.seq, events };
    }
    return foreseen.events;
  };
  const come = (events: readonly CaseEvent[]): void => {
    log.push(...events);
    state = fold(events, state);
  };
  const carryOut = (command: Command, atMs: number, calendar?: CompactCalendar): void => {
    rules = rulesWith(calendar);
    come(accepted(decide(rules, state, command, atMs)));
  };
  const eventsAfter = (seq: number): CaseEvent[] => log.slice(seq);

  setHandler(
    executeUpdate,
    (request: ExecuteRequest) => {
      come(foresee(request));
      rules = rulesWith(request.calendar);
      recordedSeq = Math.max(recordedSeq, request.knownSeq);
      return eventsAfter(request.knownSeq);
    },
    {
      validator: (request) => {
        if (request.knownSeq > state.seq) throw ApplicationFailure.nonRetryable(RUN_BEHIND, RUN_BEHIND);
        foresee(request);
      },
    },
  );
  setHandler(eventsAfterQuery, eventsAfter);

  /** Records what is not recorded yet; answers the newest calendar where the case goes by an older one. */
  const record = async (): Promise<CompactCalendar | null | undefined> => {
    const newer = await recordEvents(state.no, eventsAfter(recordedSeq), state.calendar);
    recordedSeq = Math.max(recordedSeq, state.seq);
    return newer;
  };

  const wakeMs = (): number | null => runWakeMs(state, input.wakeSpreadMs);
  // Runs of the time before took a timer of a millisecond for what was due already; they go on so.
  const isDueAtOnce = (atMs: number): boolean => atMs <= now() && patched('due-at-once');
  let armed: number | null = wakeMs();
  setHandler(armedQuery, () => ({ armedMs: armed, seq: state.seq, calendar: state.calendar }));
  while (state.status !== 'closed') {
    armed = wakeMs();
    const moved = (): boolean => state.status === 'closed' || wakeMs() !== armed;
    if (armed === null) {
      await condition(moved);
    } else if (isDueAtOnce(armed) || !(await condition(moved, Math.max(1, armed - now())))) {
      carryOut({ type: 'tick' }, now());
      const newer = await record();
      if (newer != null && newer.version > state.calendar.version) {
        const calendar = { id: newer.id, version: newer.version };
        carryOut({ type: 'adopt-calendar', id: adoptionId(calendar, state.no), calendar }, now(), newer);
        await record();
      }
    }
  }
  await condition(allHandlersFinished);
  return state.result ?? '';
}

const rulesOf = (state: CaseState, input: CaseInput): Rules => {
  const procedure = procedureOfCase(state);
  if (procedure === null) {
    throw ApplicationFailure.nonRetryable(
      `${workflowInfo().workflowType}: no procedure ${state.procedure}@${state.edition}`,
    );
  }
  return { procedure, calendar: openCalendar(input.calendar), practice: input.practice ?? 1 };
};

/** The events, or the refusal as the one kind of failure that ends an Update and nothing else. */
const accepted = (answer: CaseEvent[] | Refusal): CaseEvent[] => {
  if (!isRefusal(answer)) return answer;
  throw ApplicationFailure.create({
    message: answer.code,
    type: answer.code,
    nonRetryable: true,
    details: [answer],
  });
};
