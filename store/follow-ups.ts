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
export const settledCommandId = (childNo: string): string => `settled:${childNo}`;
export const fallenAwayCommandId = (childNo: string): string => `fallen-away:${childNo}`;

/**
 * What the events ask of other cases: to file the case waited for, to tell the waiting one how it ended, and the one waited for that
 * nobody waits any more. Pending commands of the system, written in the transaction of the events, so neither is there without the other; their ids make them one each.
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
    return event.type === 'CaseClosed' ? [...toParent(event, after), ...toChildren(event, after)] : [];
  });

type Closed = Extract<CaseEvent, { type: 'CaseClosed' }>;

const toParent = ({ data: { result }, atMs }: Closed, { no, parent }: CaseState): Row[] => {
  const id = settledCommandId(no);
  return parent === null ? [] : [pending(id, parent, { type: 'child-settled', id, no, result }, atMs)];
};

/** Cases still waited for when this one ended hear of it, born or not: the command comes to them after their birth. */
const toChildren = ({ data: { result }, atMs }: Closed, after: CaseState): Row[] =>
  pendingChildren(after).map((child) => {
    const id = fallenAwayCommandId(child.no);
    return pending(id, child.no, { type: 'parent-ended', id, no: after.no, result }, atMs);
  });

const pending = (id: string, caseNo: string, body: object, atMs: number): Row => ({
  ...{ id, person_id: SYSTEM_PERSON, idempotency_key: id, request_digest: '', case_no: caseNo, body },
  ...{ received_at: timestamp(atMs), next_attempt_at: timestamp(Date.now()) },
});
