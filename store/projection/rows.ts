import { type CaseState, type Clock, isLive, nextWakeMs, type Task } from '../../cases/index.ts';
import { timestamp, timestampOrNull } from '../instants.ts';
import type { ListTable } from './tables.ts';

/** A row as JSON; instants as ISO text in UTC. */
export type Row = { [column: string]: unknown };
/** What the lists hold of one case. */
export type Projection = { cases: Row } & Record<ListTable, Row[]>;
/** What the lists need and the events do not say; kept in case_files. */
export type Filing = {
  family: string;
  jurisdiction: string;
  requesterPerson: string;
  requesterDepartment: string;
};

/** The rows of a case: a pure function of its state and its filing. */
export const projectionOf = (state: CaseState, filing: Filing): Projection => ({
  cases: caseRow(state, filing),
  tasks: Object.values(state.tasks).map((task) => taskRow(state, filing, task)),
  clocks: Object.values(state.clocks).map((clock) => clockRow(state, filing, clock)),
  participants: Object.entries(state.participants).map(([person_id, role]) => ({
    case_no: state.no,
    person_id,
    role,
    submitted_at: timestamp(state.submittedAtMs),
  })),
  case_seats: seatRows(state),
});

const caseRow = (state: CaseState, filing: Filing): Row => ({
  no: state.no,
  procedure: state.procedure,
  edition: state.edition,
  family: filing.family,
  jurisdiction: filing.jurisdiction,
  status: state.status,
  result: state.result,
  submitted_at: timestamp(state.submittedAtMs),
  closed_at: timestampOrNull(state.closedAtMs),
  requester_person: filing.requesterPerson,
  requester_department: filing.requesterDepartment,
  ...lightRow(state),
  wake_at: timestampOrNull(nextWakeMs(state)),
  seq: state.seq,
  state,
});

/** The instants from which the case's light is yellow and red, as long as nothing more happens: `caseLight` for SQL. */
const lightRow = (state: CaseState): Row => {
  const open =
    state.status === 'closed'
      ? []
      : Object.values(state.clocks).filter((clock) => clock.stoppedAtMs === null);
  const reds = open.map(redFromMs).filter((ms) => ms !== null);
  const yellows = open
    .filter(({ state }) => state === 'running')
    .map(({ warnAtMs }) => warnAtMs)
    .filter((ms) => ms !== null);
  return { yellow_at: timestampOrNull(earliest(yellows)), red_at: timestampOrNull(earliest(reds)) };
};

const EVER_SINCE_MS = 0;
const redFromMs = (clock: Clock): number | null => {
  if (clock.state === 'missed') return EVER_SINCE_MS; // red for ever, whatever its deadline is now
  return isLive(clock) ? clock.dueAtMs : null;
};
const earliest = (instants: number[]): number | null =>
  instants.length === 0 ? null : Math.min(...instants);

const taskRow = (state: CaseState, filing: Filing, task: Task): Row => {
  const clock = governingClock(state, task);
  const live = clock !== null && task.state === 'open' && counts(clock);
  return {
    case_no: state.no,
    id: task.id,
    procedure: state.procedure,
    family: filing.family,
    jurisdiction: filing.jurisdiction,
    stage: task.stage,
    state: task.state,
    role: task.role,
    department: task.department,
    assignee: task.assignee,
    opened_at: timestamp(task.openedAtMs),
    outcome: task.outcome,
    decided_at: timestampOrNull(task.decidedAtMs),
    decided_by_person: task.decidedBy?.personId ?? null,
    clock_id: clock?.id ?? null,
    clock_state: clock?.state ?? null,
    live,
    due_at: timestampOrNull(clock?.dueAtMs ?? null),
    warn_at: timestampOrNull(clock?.warnAtMs ?? null),
    provisional: clock?.provisional ?? false,
    rung: clock?.rungFired ?? 0,
    escalated_to: escalatedTo(state, clock?.id),
    task,
    clock,
  };
};

const escalatedTo = (state: CaseState, clockId: string | undefined) =>
  state.escalations.findLast(({ clock }) => clock === clockId)?.to ?? null;

const counts = (clock: Clock): boolean => isLive(clock) && clock.dueAtMs !== null;

/** Of several clocks of a task, the running one that ends first; where none runs, the one that the task shows. */
const governingClock = (state: CaseState, task: Task): Clock | null => {
  const clocks = task.clockIds.map((id) => state.clocks[id]).filter((clock) => clock !== undefined);
  return clocks.filter(counts).reduce<Clock | null>(sooner, null) ?? clocks[0] ?? null;
};
const sooner = (best: Clock | null, clock: Clock): Clock =>
  best === null || clock.dueAtMs! < best.dueAtMs! ? clock : best;

const clockRow = (state: CaseState, filing: Filing, clock: Clock): Row => ({
  case_no: state.no,
  id: clock.id,
  stage: clock.stage,
  state: clock.state,
  live: counts(clock),
  started_at: timestamp(clock.term.startMs),
  stopped_at: timestampOrNull(clock.stoppedAtMs),
  due_at: timestampOrNull(clock.dueAtMs),
  due_day: clock.dueDay,
  warn_at: timestampOrNull(clock.warnAtMs),
  provisional: clock.provisional,
  rung: clock.rungFired,
  extensions: clock.extensions,
  calendar_id: clock.calendar.id,
  calendar_version: clock.calendar.version,
  ...(clock.stage === null ? wholeCaseRow(state, filing, clock) : RUNS_FOR_A_TASK),
});

/** What lists need of a clock over the whole case, which runs for no task that they could find it by. */
const wholeCaseRow = (state: CaseState, { family, jurisdiction }: Filing, clock: Clock): Row => ({
  procedure: state.procedure,
  ...{ family, jurisdiction },
  role: clock.holder?.role ?? state.submitter.role,
  department: clock.holder?.department ?? state.submitter.department,
  escalated_to: escalatedTo(state, clock.id),
  clock,
});
const RUNS_FOR_A_TASK: Row = {
  ...{ procedure: null, family: null, jurisdiction: null, role: null, department: null },
  ...{ escalated_to: null, clock: null },
};

const seatRows = (state: CaseState): Row[] => {
  const seats = [state.submitter, ...Object.values(state.tasks), ...state.escalations.map(({ to }) => to)];
  const rows = seats.map(({ role, department }) => ({
    case_no: state.no,
    role,
    department,
    submitted_at: timestamp(state.submittedAtMs),
  }));
  return [...new Map(rows.map((row) => [`${row.role}@${row.department}`, row])).values()];
};
