import type { CaseEvent, CaseState, EventData, EventOf } from '../cases/index.ts';
import { FALSE_ALARM_ENDING } from '../procedures/common-acts.ts';
import type { RegisterOp } from '../procedures/schema.ts';
import { timestamp } from './instants.ts';
import type { Row } from './projection/rows.ts';

export type NoticeKind =
  | 'task-opened'
  | 'transferred'
  | 'due-soon'
  | 'escalated'
  | 'urged'
  | 'supplement-requested'
  | 'clock-paused'
  | 'clock-resumed'
  | 'clock-extended'
  | 'deadline-moved'
  | 'case-closed'
  | 'copied'
  | 'grant-expiring'
  | 'licence-expiring'
  | 'grant-suspended'
  | 'grant-resumed'
  | 'grant-revoked'
  | 'grant-misused'
  /** 值班呼叫; written when somebody on the rota is called, not with an event. */
  | 'duty-call';

/** Notices that a limit does not run as it did (中止、恢复、延期、变动): what the event says of it is told with them. */
export const CHANGES_OF_LIMIT: readonly NoticeKind[] = [
  'clock-paused',
  'clock-resumed',
  'clock-extended',
  'deadline-moved',
];

/** A seat, or a person. */
type Recipient = { role: string; department: string } | { personId: string };

/** Who is to be told of an event, given the state after it and the requester; each once. */
export const noticesOf = (event: CaseEvent, after: CaseState, requesterPerson: string): Row[] => {
  const row =
    (kind: NoticeKind) =>
    (to: Recipient): Row => ({
      case_no: after.no,
      seq: event.seq,
      kind,
      to_role: 'role' in to ? to.role : null,
      to_department: 'role' in to ? to.department : null,
      to_person: 'role' in to ? null : to.personId,
      at: timestamp(event.atMs),
    });
  // A duty that came up by itself was filed by nobody: its unit hears of it.
  const requester = requesterPerson === '' ? seatOf(after.submitter) : { personId: requesterPerson };
  switch (event.type) {
    case 'TaskOpened': // the requester hears of a supplement by an event of its own
      return event.data.stage === 'supplement' ? [] : [seatOf(event.data)].map(row('task-opened'));
    case 'Transferred':
      return unique(taskRecipients(after, (task) => task.id === event.data.task).map(row('transferred')));
    case 'ClockWarned':
      return unique(clockRecipients(after, [event.data.clock]).map(row('due-soon')));
    case 'Escalated':
      return [seatOf(event.data.to)].map(row('escalated'));
    case 'Urged':
      return unique(event.data.to.map(seatOf).map(row('urged')));
    case 'Copied':
      return event.data.people.map((personId) => ({ personId })).map(row('copied'));
    case 'SupplementRequested':
      return [requester].map(row('supplement-requested'));
    case 'ClockPaused':
      return [requester].map(row('clock-paused'));
    case 'ClockResumed':
      return [requester].map(row('clock-resumed'));
    case 'ClockExtended':
      return [requester].map(row('clock-extended'));
    case 'DeadlineMoved': {
      const moved = movesOfEnds(event).map(({ clock }) => clock);
      if (moved.length === 0) return [];
      return unique([requester, ...clockRecipients(after, moved)].map(row('deadline-moved')));
    }
    case 'CaseClosed': {
      const alarmed = event.data.result === FALSE_ALARM_ENDING ? everybodyIn(after) : [];
      return unique([requester, ...alarmed].map(row('case-closed')));
    }
    case 'RegisterChanged': {
      const kind = kindOfGrantChange(event);
      return kind === null ? [] : [requester, ...exchangers(after)].map(row(kind));
    }
    case 'GrantUsed':
      return event.data.owner === undefined ? [] : [seatOf(event.data.owner)].map(row('grant-misused'));
    default:
      return [];
  }
};

/** Those of the moves by which an end came to lie elsewhere; others only make it firm, or move a reminder. */
export const movesOfEnds = ({ data }: EventOf<'DeadlineMoved'>): EventData['DeadlineMoved']['moves'] =>
  data.moves.filter(({ oldDueAtMs, dueAtMs }) => oldDueAtMs !== dueAtMs);

/** What became of a grant by an act of its owner; what a case itself opens or closes in the end is told with that end. */
const kindOfGrantChange = ({ actor, data }: EventOf<'RegisterChanged'>): NoticeKind | null =>
  actor === 'system' || data.register !== 'data-grants' ? null : (CHANGES_OF_GRANT[data.op] ?? null);
const CHANGES_OF_GRANT: Partial<Record<RegisterOp, NoticeKind>> = {
  ...{ suspend: 'grant-suspended', resume: 'grant-resumed', close: 'grant-revoked' },
};

/** Who hands the data over: the operator of the platform, where the case has come to one. */
const exchangers = ({ tasks }: CaseState): Recipient[] =>
  Object.values(tasks)
    .filter(({ role }) => role === 'platform-operator')
    .slice(-1)
    .map(seatOf);

const seatOf = ({ role, department }: { role: string; department: string }): Recipient => ({
  role,
  department,
});

/** Everybody who has had a task of the case, done or not: who has been alarmed is to hear that it was nothing. */
const everybodyIn = ({ tasks }: CaseState): Recipient[] =>
  Object.values(tasks).map((task) => (task.assignee === null ? seatOf(task) : { personId: task.assignee }));

const taskRecipients = (
  state: CaseState,
  which: (task: CaseState['tasks'][string]) => boolean,
): Recipient[] =>
  Object.values(state.tasks)
    .filter((task) => task.state === 'open' && which(task))
    .map((task) => (task.assignee === null ? seatOf(task) : { personId: task.assignee }));

/** Who acts under clocks: the holders of the tasks they run for; for one over the whole case, whose limit it is. */
const clockRecipients = (state: CaseState, clocks: readonly string[]): Recipient[] => [
  ...taskRecipients(state, ({ clockIds }) => clockIds.some((id) => clocks.includes(id))),
  ...clocks.flatMap((id) => state.clocks[id]?.holder ?? []).map(seatOf),
];

const unique = (rows: Row[]): Row[] => [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
