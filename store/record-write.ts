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

/** Copies (抄送) of the case: to the holders of a seat that hears of a missed limit, to people by name; and who has read theirs. */
const copiesOf = (state: CaseState, events: readonly CaseEvent[]): Row[] =>
  events.flatMap((event): Row[] => {
    const at = timestamp(event.atMs);
    const copy = { case_no: state.no, submitted_at: timestamp(state.submittedAtMs), at, read_at: null };
    if (event.type === 'Escalated') {
      const { role, department } = event.data.to;
      return [{ ...copy, person_id: null, role, department }];
    }
    if (event.type === 'Copied') return event.data.people.map((person) => ({ ...copy, person_id: person }));
    if (event.type === 'CopyRead' && event.actor !== 'system')
      return [{ ...copy, person_id: event.actor.personId, read_at: at }];
    return [];
  });
