import type { CaseEvent } from '../cases/index.ts';
import { timestamp } from './instants.ts';
import type { Row } from './projection/rows.ts';

/** Changes of registers that the events tell; a line without a name of its own has the number of its case. */
export const registerRowsOf = (caseNo: string, events: readonly CaseEvent[]): Row[] =>
  events.flatMap((event): Row[] => {
    if (event.type !== 'RegisterChanged') return [];
    const { register, op, key } = event.data;
    const { seq, atMs, actor, commandId } = event;
    return [
      {
        case_no: caseNo,
        seq,
        register,
        key: key ?? caseNo,
        op,
        at: timestamp(atMs),
        actor,
        command_id: commandId,
      },
    ];
  });
