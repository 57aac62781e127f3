import type { CaseEvent, DeadlineFacts, EventOf } from './events.ts';
import type { CaseState, Clock, ClockPause, Task } from './state.ts';

/** Before the first event. */
export const unborn: CaseState = {
  no: '',
  procedure: '',
  edition: '',
  status: 'unborn',
  result: null,
  submittedAtMs: 0,
  closedAtMs: null,
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
  grant: null,
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
    case 'ClockStarted':
      return started(state, event);
    case 'ClockWarned':
      return withClock(state, event.data.clock, { warned: true });
    case 'ClockMissed':
      return withClock(state, event.data.clock, { state: 'missed', warned: true });
    case 'ClockMissRevoked':
      return withClock(state, event.data.clock, { state: 'running' });
    case 'ClockStopped':
      return withClock(state, event.data.clock, { state: event.data.as, stoppedAtMs: event.atMs });
    case 'ClockPaused':
      return paused(state, event);
    case 'ClockResumed': {
      const { clock, ground: _ground, ...deadline } = event.data;
      const before = state.clocks[clock];
      if (before === undefined) return state;
      const pauses = before.pauses.map((p) => (p.toMs === null ? { ...p, toMs: event.atMs } : p));
      return withClock(state, clock, { ...deadline, state: 'running', warned: false, pauses });
    }
    case 'Escalated': {
      const { clock, rung, to } = event.data;
      return {
        ...withClock(state, clock, { rungFired: rung }),
        escalations: [...state.escalations, { clock, rung, atMs: event.atMs, to }],
      };
    }
    case 'SupplementRequested':
      return state;
    case 'Supplemented':
      return {
        ...answered(state, event, event.data.supplement, 'supplemented'),
        facts: { ...state.facts, ...event.data.facts },
      };
    case 'OpinionGiven':
      return answered(state, event, event.data.opinion, 'given');
    case 'ClockExtended': {
      const { clock, extension: _extension, ...deadline } = event.data;
      const extensions = (state.clocks[clock]?.extensions ?? 0) + 1;
      return withClock(state, clock, { ...deadline, extensions, warned: false });
    }
    case 'DeadlineMoved':
      return moved(state, event);
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
      return { ...state, status: 'open', result: null, closedAtMs: null, results: Object.fromEntries(kept) };
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
    case 'OpinionAsked':
    case 'DeemedAccepted':
    case 'Commented':
    case 'GrantUsed':
      return state;
    case 'RegisterChanged':
      return { ...state, grant: grantAfter(state.grant, event.data) };
    case 'Urged':
      return { ...state, lastUrgedAtMs: event.atMs };
    case 'CaseClosed':
      return { ...state, status: 'closed', result: event.data.result, closedAtMs: event.atMs };
    default:
      return never(event);
  }
};

const GRANTS = { open: 'open', resume: 'open', suspend: 'suspended', close: 'closed' } as const;
const grantAfter = (
  grant: CaseState['grant'],
  { register, op, key }: EventOf<'RegisterChanged'>['data'],
): CaseState['grant'] =>
  register === 'data-grants' && key === null && op in GRANTS ? GRANTS[op as keyof typeof GRANTS] : grant;

const never = (event: never): never => {
  throw new Error(`unknown event type ${(event as { type: string }).type}`);
};

const personOf = ({ actor }: CaseEvent) => (actor === 'system' ? null : actor);

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

const started = (state: CaseState, { data }: EventOf<'ClockStarted'>): CaseState => {
  const { clock: id, stage, limit, ladder, ...deadline } = data;
  const clock: Clock = {
    id,
    stage,
    limit,
    ladder,
    ...deadline,
    state: 'running',
    warned: false,
    rungFired: 0,
    pauses: [],
    extensions: 0,
    stoppedAtMs: null,
  };
  return { ...state, clocks: { ...state.clocks, [id]: clock } };
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

const moved = (state: CaseState, { data, atMs }: EventOf<'DeadlineMoved'>): CaseState =>
  data.moves.reduce(
    (s, { clock: id, oldDueAtMs: _old, ...deadline }) => {
      const clock = s.clocks[id];
      if (clock === undefined) return s;
      const runsAgain = clock.state === 'missed' && deadline.dueAtMs !== null && deadline.dueAtMs > atMs;
      const warned = clock.warned && (deadline.warnAtMs ?? 0) <= atMs;
      return withClock(s, id, { ...deadline, warned, state: runsAgain ? 'running' : clock.state });
    },
    { ...state, calendar: data.calendar },
  );

const NO_DEADLINE: Omit<DeadlineFacts, 'term' | 'calendar'> = {
  dueAtMs: null,
  dueDay: null,
  warnAtMs: null,
  provisional: false,
  earliestAtMs: null,
  latestAtMs: null,
  rungs: [],
};

const paused = (state: CaseState, event: EventOf<'ClockPaused'>): CaseState => {
  const clock = state.clocks[event.data.clock];
  if (clock === undefined) return state;
  const open = { fromMs: event.atMs, toMs: null };
  const pause: ClockPause = {
    ...open,
    ground: event.data.ground,
    by: personOf(event) ?? state.submitter,
    contentId: event.commandId,
    endsAtMs: event.data.endsAtMs,
  };
  return withClock(state, clock.id, {
    ...NO_DEADLINE,
    state: 'paused',
    term: { ...clock.term, pauses: [...clock.term.pauses, open] },
    pauses: [...clock.pauses, pause],
  });
};

const withTask = (state: CaseState, id: string, change: Partial<Task>): CaseState => {
  const task = state.tasks[id];
  return task === undefined ? state : { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change } } };
};

const withClock = (state: CaseState, id: string, change: Partial<Clock>): CaseState => {
  const clock = state.clocks[id];
  return clock === undefined
    ? state
    : { ...state, clocks: { ...state.clocks, [id]: { ...clock, ...change } } };
};
