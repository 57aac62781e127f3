import type { RegisterOp } from '../procedures/schema.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { evolveClock, personOf, withClock } from './evolve-clock.ts';
import type { CaseState, LineState, Task } from './state.ts';

/** Before the first event. */
export const unborn: CaseState = {
  no: '',
  procedure: '',
  edition: '',
  status: 'unborn',
  result: null,
  submittedAtMs: 0,
  closedAtMs: null,
  closedBy: null,
  submitter: { personId: '', department: '', role: 'requester' },
  parties: {},
  facts: {},
  formDigest: '',
  calendar: { id: '', version: 0 },
  tasks: {},
  clocks: {},
  results: {},
  openings: {},
  participants: {},
  escalations: [],
  parent: null,
  children: [],
  links: [],
  lines: {},
  copies: {},
  lastUrgedAtMs: null,
  commandIds: [],
  seq: 0,
};

/** The state after all of `events`, in order. */
export const fold = (events: readonly CaseEvent[], from: CaseState = unborn): CaseState =>
  events.reduce(evolve, from);

/** The next state. Total and pure; says nothing of whether the event was right, that was `decide`'s business. */
export const evolve = (state: CaseState, event: CaseEvent): CaseState => {
  return apply(noted(state, event), event);
};

/** What every event leaves behind: its number, its command, the role its person has taken. */
const noted = (state: CaseState, { seq, actor, commandId }: CaseEvent): CaseState => ({
  ...state,
  seq,
  commandIds:
    commandId === null || state.commandIds.at(-1) === commandId
      ? state.commandIds
      : [...state.commandIds, commandId],
  participants:
    actor === 'system' || state.participants[actor.personId] !== undefined
      ? state.participants
      : { ...state.participants, [actor.personId]: actor.role },
});

const apply = (state: CaseState, event: CaseEvent): CaseState => {
  switch (event.type) {
    case 'Submitted':
      return born(state, event);
    case 'TaskOpened':
      return opened(state, event);
    case 'TaskCancelled':
      return withTask(state, event.data.task, { state: 'cancelled' });
    case 'Decided':
      return {
        ...withTask(state, event.data.task, {
          state: 'done',
          outcome: event.data.outcome,
          decidedAtMs: event.atMs,
          decidedBy: personOf(event),
          contentId: event.commandId,
        }),
        facts: { ...state.facts, ...event.data.facts },
      };
    case 'StageSettled': {
      const { stage, outcome, asFromMs = event.atMs } = event.data;
      const result = { outcome, atMs: asFromMs, by: personOf(event) };
      return { ...state, results: { ...state.results, [stage]: result } };
    }
    case 'Transferred': {
      const { task, toDepartment, toPerson, rungs } = event.data;
      return Object.entries(rungs).reduce(
        (s, [clock, ladder]) => withClock(s, clock, { rungs: ladder }),
        withTask(state, task, { department: toDepartment, assignee: toPerson }),
      );
    }
    case 'Escalated': {
      const { clock, rung, to } = event.data;
      return {
        ...withClock(state, clock, { rungFired: rung }),
        escalations: [...state.escalations, { clock, rung, atMs: event.atMs, to }],
      };
    }
    case 'CommandTaken':
    case 'SupplementRequested':
      return state;
    case 'Supplemented':
      return {
        ...answered(state, event, event.data.supplement, 'supplemented'),
        facts: { ...state.facts, ...event.data.facts },
      };
    case 'OpinionGiven':
      return answered(state, event, event.data.opinion, 'given');
    case 'ArrivalCorrected':
      return { ...state, facts: { ...state.facts, receivedAt: event.data.arrivedAtMs } };
    case 'LevelChanged':
      return { ...state, facts: { ...state.facts, [event.data.fact]: event.data.to } };
    case 'Returned': {
      const kept = Object.entries(state.results).filter(([stage]) => !event.data.undone.includes(stage));
      return { ...state, results: Object.fromEntries(kept) };
    }
    case 'CaseReopened': {
      const kept = Object.entries(state.results).filter(([stage]) => !event.data.opens.includes(stage));
      const open = { status: 'open' as const, result: null, closedAtMs: null, closedBy: null };
      return { ...state, ...open, results: Object.fromEntries(kept) };
    }
    case 'ChildOpened':
      return { ...state, children: [...state.children, { ...event.data, result: null }] };
    case 'ChildSettled': {
      const { no, result } = event.data;
      const children = state.children.map((child) => (child.no === no ? { ...child, result } : child));
      return { ...state, children };
    }
    case 'Copied': {
      const fresh = Object.fromEntries(event.data.people.map((id) => [id, null]));
      return { ...state, copies: { ...fresh, ...state.copies } };
    }
    case 'CopyRead': {
      const reader = personOf(event)?.personId;
      return reader === undefined ? state : { ...state, copies: { ...state.copies, [reader]: event.atMs } };
    }
    case 'Linked':
      return { ...state, links: [...state.links, event.data.other] };
    case 'ParentEnded':
    case 'OpinionAsked':
    case 'DeemedAccepted':
    case 'Commented':
    case 'GrantUsed':
      return state;
    case 'RegisterChanged':
      return { ...state, lines: linesAfter(state.lines, event.data) };
    case 'Urged':
      return { ...state, lastUrgedAtMs: event.atMs };
    case 'CaseClosed':
      return {
        ...state,
        ...{ status: 'closed', result: event.data.result },
        ...{ closedAtMs: event.atMs, closedBy: personOf(event) },
      };
    case 'ClockStarted':
    case 'ClockWarned':
    case 'ClockMissed':
    case 'ClockMissRevoked':
    case 'ClockStopped':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'DeadlineMoved':
      return evolveClock(state, event);
    default:
      return never(event);
  }
};

const STANDS_AFTER: Record<Exclude<RegisterOp, 'change' | 'use'>, LineState> = {
  ...{ open: 'open', unmark: 'open', resume: 'open' },
  ...{ mark: 'marked', suspend: 'suspended', close: 'closed' },
};
/** What this case has made of a line; others may have done more with the same thing. */
const linesAfter = (
  lines: CaseState['lines'],
  { register, op }: EventOf<'RegisterChanged'>['data'],
): CaseState['lines'] =>
  op === 'change' || op === 'use' ? lines : { ...lines, [register]: STANDS_AFTER[op] };

const never = (event: never): never => {
  throw new Error(`unknown event type ${(event as { type: string }).type}`);
};

const born = (state: CaseState, { data, atMs }: EventOf<'Submitted'>): CaseState => ({
  ...state,
  ...data,
  status: 'open',
  submittedAtMs: atMs,
  participants: withParticipant(state.participants, data.submitter),
});

/** Whoever files a case has a role in it, also where a machine act filed it; a duty comes up without anybody. */
const withParticipant = (
  participants: CaseState['participants'],
  { personId, role }: CaseState['submitter'],
): CaseState['participants'] => (personId === '' ? participants : { [personId]: role, ...participants });

const opened = (state: CaseState, { data, atMs }: EventOf<'TaskOpened'>): CaseState => {
  const { task: id, stage, role, department, clockIds, supplementOf } = data;
  const task: Task = {
    id,
    stage,
    state: 'open',
    role,
    department,
    assignee: null,
    openedAtMs: atMs,
    clockIds,
    outcome: null,
    decidedAtMs: null,
    decidedBy: null,
    supplementOf,
    contentId: null,
  };
  return {
    ...state,
    tasks: { ...state.tasks, [id]: task },
    openings: { ...state.openings, [stage]: (state.openings[stage] ?? 0) + 1 },
  };
};

/** A task of somebody who was asked for something (补正, 征求意见) is answered. */
const answered = (state: CaseState, event: CaseEvent, task: string, outcome: string): CaseState =>
  withTask(state, task, {
    state: 'done',
    outcome,
    decidedAtMs: event.atMs,
    decidedBy: personOf(event),
    contentId: event.commandId,
  });

const withTask = (state: CaseState, id: string, change: Partial<Task>): CaseState => {
  const task = state.tasks[id];
  return task === undefined ? state : { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change } } };
};
