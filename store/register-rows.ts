import type { CaseEvent } from '../cases/index.ts';
import { timestamp } from './instants.ts';
import type { Row } from './projection/rows.ts';

/** Changes of registers that the events tell; which lines they are of, the database finds by the names in what was filed and decided. */
export const registerRowsOf = (caseNo: string, events: readonly CaseEvent[]): Row[] =>
  events.flatMap((event): Row[] => {
    if (event.type !== 'RegisterChanged') return [];
    const { register, op, key, entry, tells, reached } = event.data;
    const { seq, atMs, actor, commandId } = event;
    return [
      {
        case_no: caseNo,
        seq,
        register,
        thing: key?.thing ?? null,
        field: key?.field ?? null,
        unique_in: key?.unique ?? null,
        entry: entry ?? null,
        tells: tells ?? false,
        reached: reached ?? null,
        op,
        at: timestamp(atMs),
        actor,
        command_id: commandId,
      },
    ];
  });
