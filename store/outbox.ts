import type { Knex } from 'knex';
import type { Clock } from '../cases/index.ts';
import type { PauseGround } from '../procedures/schema.ts';
import { type NewCall, openCall } from './call-steps.ts';
import { addDeliveries, type Sending } from './deliveries.ts';
import type { NoticeKind } from './notices-of.ts';

/** A notice that nobody has been sent yet, with what is to be told in it. */
export type WaitingNotice = {
  id: number;
  caseNo: string;
  seq: number;
  kind: NoticeKind;
  atMs: number;
  /** Whom it is for; null: a seat. */
  toPerson: string | null;
  procedure: string;
  edition: string;
  family: string;
  result: string | null;
  /** The task it is about; null: the case. */
  task: {
    id: string;
    stage: string;
    role: string;
    department: string;
    isOpen: boolean;
    /** No task of this role was opened in the case before it. */
    isFirstOfRole: boolean;
  } | null;
  /** The clock it is about, as it stands; null: about none. */
  clock: Clock | null;
  stage: string | null;
  /** The closed word (事由) of a pause; null: it is about none. */
  ground: PauseGround | null;
};

/** What becomes of a notice. `call`: the rota is called, where somebody is on it, in the place of a seat; a person is told as well. */
export type Handling = { sending: Sending; call: NewCall | null };

const WAITING = `
  SELECT n.id, n.case_no, n.seq, n.kind, n.at, n.to_person, c.procedure, c.edition, c.family, c.result,
    t.id AS task_id, t.stage AS task_stage, t.role, t.department, t.state AS task_state,
    coalesce(c.state -> 'clocks' -> (e.data ->> 'clock'), t.clock) AS clock, e.data ->> 'ground' AS ground,
    t.id IS NOT NULL AND NOT EXISTS (SELECT FROM case_events opened JOIN case_events earlier ON earlier.case_no = opened.case_no
        AND earlier.seq < opened.seq AND earlier.type = 'TaskOpened' AND earlier.data ->> 'role' = t.role
      WHERE opened.case_no = n.case_no AND opened.type = 'TaskOpened' AND opened.data ->> 'task' = t.id) AS first_of_role
  FROM notices n
    JOIN cases c ON c.no = n.case_no
    JOIN case_events e ON e.case_no = n.case_no AND e.seq = n.seq
    LEFT JOIN tasks t ON t.case_no = n.case_no AND t.id = e.data ->> 'task'
  WHERE n.handed_over_at IS NULL ORDER BY n.id LIMIT ? FOR UPDATE OF n SKIP LOCKED`;

/** The outbox of notices: written with the events that give rise to them, handed over to the channels once each. */
export const outboxStore = (db: Knex) => ({
  /**
   * Hands over the next notices as `handle` says: deliveries and calls come to be in the transaction that notes the notice as
   * handed over, so each does once, whoever else is at it and wherever it is cut off. Answers how many.
   */
  handOver: (limit: number, handle: (notice: WaitingNotice) => Handling): Promise<number> =>
    db.transaction(async (trx) => {
      const { rows } = await trx.raw(WAITING, [limit]);
      for (const notice of rows.map(toWaiting)) {
        const { sending, call } = handle(notice);
        const called = call !== null && (await openCall(trx, call));
        if (!called || notice.toPerson !== null) await addDeliveries(trx, notice.id, sending);
      }
      const ids = rows.map(({ id }: { id: number }) => id);
      if (ids.length > 0) await trx('notices').whereIn('id', ids).update({ handed_over_at: trx.fn.now() });
      return ids.length;
    }),
});

const toWaiting = (row: Record<string, never>): WaitingNotice => ({
  id: row.id!,
  caseNo: row.case_no!,
  seq: row.seq!,
  kind: row.kind!,
  atMs: row.at!,
  toPerson: row.to_person!,
  procedure: row.procedure!,
  edition: row.edition!,
  family: row.family!,
  result: row.result!,
  task:
    row.task_id === null
      ? null
      : {
          id: row.task_id!,
          stage: row.task_stage!,
          role: row.role!,
          department: row.department!,
          isOpen: row.task_state === 'open',
          isFirstOfRole: row.first_of_role!,
        },
  clock: row.clock!,
  stage: (row.clock as unknown as Clock | null)?.stage ?? row.task_stage!,
  ground: row.ground!,
});

export type OutboxStore = ReturnType<typeof outboxStore>;
