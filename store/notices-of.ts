import type { CaseEvent, CaseState } from '../cases/index.ts';
import { timestamp } from './instants.ts';
import type { Row } from './projection/rows.ts';

export type NoticeKind =
  | 'task-opened'
  | 'transferred'
  | 'due-soon'
  | 'escalated'
  | 'urged'
  | 'supplement-requested'
  | 'case-closed'
  | 'copied'
  | 'grant-expiring'
  | 'licence-expiring'
  /** 值班呼叫; written when somebody on the rota is called, not with an event. */
  | 'duty-call';

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
      return event.data.supplementOf === null ? [seatOf(event.data)].map(row('task-opened')) : [];
    case 'Transferred':
      return unique(taskRecipients(after, (task) => task.id === event.data.task).map(row('transferred')));
    case 'ClockWarned':
      return unique(
        taskRecipients(after, (task) => task.clockIds.includes(event.data.clock)).map(row('due-soon')),
      );
    case 'Escalated':
      return [seatOf(event.data.to)].map(row('escalated'));
    case 'Urged':
      return unique(event.data.to.map(seatOf).map(row('urged')));
    case 'Copied':
      return event.data.people.map((personId) => ({ personId })).map(row('copied'));
    case 'SupplementRequested':
      return [requester].map(row('supplement-requested'));
    case 'CaseClosed':
      return [requester].map(row('case-closed'));
    default:
      return [];
  }
};

const seatOf = ({ role, department }: { role: string; department: string }): Recipient => ({
  role,
  department,
});

const taskRecipients = (
  state: CaseState,
  which: (task: CaseState['tasks'][string]) => boolean,
): Recipient[] =>
  Object.values(state.tasks)
    .filter((task) => task.state === 'open' && which(task))
    .map((task) => (task.assignee === null ? seatOf(task) : { personId: task.assignee }));

const unique = (rows: Row[]): Row[] => [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
