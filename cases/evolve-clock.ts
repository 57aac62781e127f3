import type { CaseEvent, DeadlineFacts, EventOf } from './events.ts';
import type { Actor, CaseState, Clock, ClockPause } from './state.ts';

type ClockEvent = Extract<
  CaseEvent,
  {
    type:
      | 'ClockStarted'
      | 'ClockWarned'
      | 'ClockMissed'
      | 'ClockMissRevoked'
      | 'ClockStopped'
      | 'ClockPaused'
      | 'ClockResumed'
      | 'ClockExtended'
      | 'DeadlineMoved';
  }
>;

/** The clocks after an event that is about them alone. */
export const evolveClock = (state: CaseState, event: ClockEvent): CaseState => {
  switch (event.type) {
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
    case 'ClockExtended': {
      const { clock, extension: _extension, ...deadline } = event.data;
      const extensions = (state.clocks[clock]?.extensions ?? 0) + 1;
      return withClock(state, clock, { ...deadline, extensions, warned: false });
    }
    case 'DeadlineMoved':
      return moved(state, event);
  }
};

const started = (state: CaseState, { data }: EventOf<'ClockStarted'>): CaseState => {
  const { clock: id, ...told } = data;
  const clock: Clock = {
    id,
    ...told,
    state: 'running',
    warned: false,
    rungFired: 0,
    pauses: [],
    extensions: data.term.extensions.length,
    stoppedAtMs: null,
  };
  return { ...state, clocks: { ...state.clocks, [id]: clock } };
};

const moved = (state: CaseState, event: EventOf<'DeadlineMoved'>): CaseState =>
  event.data.moves.reduce(
    (s, { clock: id, oldDueAtMs: _old, ...deadline }) => {
      const clock = s.clocks[id];
      if (clock === undefined) return s;
      const { atMs } = event;
      const runsAgain = clock.state === 'missed' && deadline.dueAtMs !== null && deadline.dueAtMs > atMs;
      const warned = clock.warned && (deadline.warnAtMs ?? 0) <= atMs;
      const isSame = JSON.stringify(deadline.limit) === JSON.stringify(clock.limit);
      const set = setAfter(event, clock, isSame);
      return withClock(s, id, { ...deadline, ...set, warned, state: runsAgain ? 'running' : clock.state });
    },
    { ...state, calendar: event.data.calendar },
  );

/** Who has set the limit, after an end was moved: with another limit, called for by facts, it is the rule's again. */
const setAfter = (
  event: EventOf<'DeadlineMoved'>,
  { setBy }: Clock,
  isSame: boolean,
): Pick<Clock, 'setBy'> => {
  const by = personOf(event);
  if (event.data.why === 'limit-set' && by !== null)
    return { setBy: { by, atMs: event.atMs, contentId: event.commandId } };
  return setBy === undefined || isSame ? {} : { setBy: null };
};

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

export const withClock = (state: CaseState, id: string, change: Partial<Clock>): CaseState => {
  const clock = state.clocks[id];
  return clock === undefined
    ? state
    : { ...state, clocks: { ...state.clocks, [id]: { ...clock, ...change } } };
};

/** Who an event comes from; null: the system. */
export const personOf = ({ actor }: CaseEvent): Actor | null => (actor === 'system' ? null : actor);
