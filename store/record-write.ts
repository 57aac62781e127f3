import type { CaseEvent, CaseState } from '../cases/index.ts';
import { followUpsOf } from './follow-ups.ts';
import { timestamp } from './instants.ts';
import { noticesOf } from './notices-of.ts';
import { changedRows, vacatedSeats } from './projection/changes.ts';
import { type Filing, projectionOf, type Row } from './projection/rows.ts';
import { registerRowsOf } from './register-rows.ts';

export type Step = {
  before: CaseState | null;
  after: CaseState;
  events: readonly CaseEvent[];
  states: CaseState[];
};
type Marking = { caseNo: string; httpStatus: number; commandIds: string[] };

/** Parameters of the recording statement, in the order of its text. */
export const recordBindings = (step: Step, filing: Filing, marking: Marking): unknown[] => {
  const { after, events, states } = step;
  const before = step.before === null ? null : projectionOf(step.before, filing);
  const projection = projectionOf(after, filing);
  const rows = changedRows(before, projection);
  const notices = events.flatMap((event, i) => noticesOf(event, states[i]!, filing.requesterPerson));
  const lists = [
    ...[events.map((event) => eventRow(after.no, event)), [projection.cases]],
    ...[rows.tasks, rows.clocks, rows.participants, rows.case_seats, vacatedSeats(before, projection)],
    ...[notices, copiesOf(after, events), followUpsOf(events, after)],
    registerRowsOf(after.no, events),
  ];
  return [
    ...lists.map((list) => JSON.stringify(list)),
    marking.caseNo,
    marking.httpStatus,
    marking.commandIds,
  ];
};

const eventRow = (caseNo: string, event: CaseEvent): Row => ({
  case_no: caseNo,
  seq: event.seq,
  at: timestamp(event.atMs),
  type: event.type,
  actor: event.actor,
  command_id: event.commandId,
  data: event.data,
});

/**
 * Copies of the case: to whoever it was sent to, and to the holders of a seat that hears of a missed limit. A copy whose reader
 * says so is read.
 */
const copiesOf = (state: CaseState, events: readonly CaseEvent[]): Row[] =>
  events.flatMap((event): Row[] => {
    const at = timestamp(event.atMs);
    const copy = { case_no: state.no, submitted_at: timestamp(state.submittedAtMs), at };
    switch (event.type) {
      case 'Escalated':
        return [{ ...copy, role: event.data.to.role, department: event.data.to.department }];
      case 'Copied':
        return event.data.people.map((person_id) => ({ ...copy, person_id }));
      case 'CopyRead':
        return event.actor === 'system' ? [] : [{ ...copy, person_id: event.actor.personId, read_at: at }];
      default:
        return [];
    }
  });
