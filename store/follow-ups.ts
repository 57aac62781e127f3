import { type Actor, type CaseEvent, type CaseState, pendingChildren } from '../cases/index.ts';
import { timestamp } from './instants.ts';
import type { Row } from './projection/rows.ts';

/** Under whose name the system's own commands stand; no person has this id. */
export const SYSTEM_PERSON = 'system';

/** To file the case that another one waits for. */
export type BearChild = {
  type: 'bear-child';
  /** Number of the case to be filed. */
  no: string;
  procedure: string;
  parent: string;
  openedBy: Actor | 'system';
  /** The command whose contents say why; null where time brought it about. */
  openedWith: string | null;
};

export const childCommandId = (childNo: string): string => `child:${childNo}`;
const endedCommandId = (childNo: string): string => `ended:${childNo}`;
export const settledCommandId = (childNo: string): string => `settled:${childNo}`;

/**
 * What the events ask of other cases: to file the case waited for, to tell the waiting one how it ended, and to end with it. Pending commands of the
 * system, written in the transaction of the events, so neither is there without the other; their ids make them one each.
 */
export const followUpsOf = (events: readonly CaseEvent[], after: CaseState): Row[] =>
  events.flatMap((event): Row[] => {
    if (event.type === 'ChildOpened') {
      const { no, procedure, filer } = event.data;
      const body: BearChild = {
        ...{ type: 'bear-child', no, procedure, parent: after.no },
        ...{ openedBy: filer ?? event.actor, openedWith: event.commandId },
      };
      return [pending(childCommandId(no), no, body, event.atMs)];
    }
    if (event.type !== 'CaseClosed') return [];
    return [...endingsOfChildren(event, after), ...settlement(event, after)];
  });

type Closed = Extract<CaseEvent, { type: 'CaseClosed' }>;

/** What a stage waited for has nothing left to be for; a dispute goes on to its own end. */
const endingsOfChildren = ({ atMs }: Closed, after: CaseState): Row[] =>
  pendingChildren(after)
    .filter(({ stage }) => stage !== null)
    .map(({ no }) => pending(endedCommandId(no), no, { type: 'parent-ended', id: endedCommandId(no) }, atMs));

const settlement = ({ atMs, data: { result } }: Closed, { no, parent }: CaseState): Row[] => {
  const id = settledCommandId(no);
  return parent === null ? [] : [pending(id, parent, { type: 'child-settled', id, no, result }, atMs)];
};

const pending = (id: string, caseNo: string, body: object, atMs: number): Row => ({
  ...{ id, person_id: SYSTEM_PERSON, idempotency_key: id, request_digest: '', case_no: caseNo, body },
  ...{ received_at: timestamp(atMs), next_attempt_at: timestamp(Date.now()) },
});
