import type { Knex } from 'knex';
import { addDeliveries } from './deliveries.ts';
import { timestamp, timestampOrNull } from './instants.ts';
import { nextInLine } from './rota.ts';

/** How people are called: how long each has to answer, by which channels, in what words. */
export type CallWay = {
  ackWithinMs: number;
  channels: readonly string[];
  /** `ackByMs` null: the last call, to the whole seat. */
  textOf(text: string, ackByMs: number | null): string;
};

/** Where whoever was called has answered: in the application, or by telephone or short message. */
export type Answered = 'acknowledgement' | 'gateway';
export type Acknowledging = {
  id: number;
  personId: string;
  atMs: number;
  how: Answered;
  /** null: what a gateway tells is no command. */
  commandId: string | null;
};

/** Of a call `c` and its task `t`: the task is open, and still with the department that was called. */
export const STANDS = `(t.state = 'open' AND t.department = c.department)`;

/** Of a call `c`: nothing that was sent to whoever was called last has arrived or can yet, so no answer is to be waited for. */
const UNREACHED = `EXISTS (SELECT FROM call_rings r
    JOIN notices n ON n.case_no = c.case_no AND n.seq = c.seq AND n.kind = 'duty-call' AND n.to_person = r.person_id
    JOIN deliveries d ON d.notice_id = n.id
  WHERE r.call_id = c.id AND r.step = (SELECT max(step) FROM call_rings WHERE call_id = c.id)
  HAVING count(*) > 0 AND bool_and(d.state = 'given-up'))`;

export type NewCall = {
  caseNo: string;
  taskId: string;
  /** Event by which the task came to the department: opened, or transferred. */
  seq: number;
  role: string;
  department: string;
  subject: string;
  text: string;
  /** When the task came to the department. */
  occasionAtMs: number;
  /** When the first in line is called. */
  atMs: number;
  way: CallWay;
};

type Calling = Pick<NewCall, 'caseNo' | 'seq' | 'role' | 'department' | 'subject' | 'text'> & { id: number };

/**
 * Calls the first in line for a task, and no more whoever was called for it elsewhere; false when nobody is on the rota, and when
 * the department is called already, for this task or for something that opened at the same instant. Part of the caller's transaction.
 */
export const openCall = async (trx: Knex, call: NewCall): Promise<boolean> => {
  const { atMs, occasionAtMs, way, ...of } = call;
  const ofTask = () => trx('calls').where({ case_no: of.caseNo, task_id: of.taskId, ended_at: null });
  await ofTask()
    .whereNot({ department: of.department })
    .update({ ended_at: timestamp(occasionAtMs), ack_by: null });
  if ((await ofTask().first('id')) !== undefined) return false;
  const first = await nextInLine(trx, { department: of.department, atMs, callId: null });
  if (first === null) return false;
  const [row] = await trx('calls')
    .insert({
      ...{ case_no: of.caseNo, task_id: of.taskId, seq: of.seq, role: of.role, department: of.department },
      ...{ subject: of.subject, text: of.text },
      ...{ occasion_at: timestamp(occasionAtMs), opened_at: timestamp(atMs) },
    })
    .onConflict()
    .ignore()
    .returning('id');
  if (row === undefined) return false;
  await ring(trx, { ...of, id: row.id }, first, atMs, way);
  return true;
};

/** The next in line is called; at the end of the line whoever holds the seat of the task. */
const ring = async (trx: Knex, call: Calling, person: string | null, atMs: number, way: CallWay) => {
  const ackByMs = person === null ? null : atMs + way.ackWithinMs;
  await trx.raw(
    `INSERT INTO call_rings (call_id, step, person_id, called_at, ack_by)
     SELECT ?, count(*) + 1, ?, ?, ? FROM call_rings WHERE call_id = ?`,
    [call.id, person, timestamp(atMs), timestampOrNull(ackByMs), call.id] as Knex.RawBinding[],
  );
  const seat = { to_role: call.role, to_department: call.department };
  const [notice] = await trx('notices')
    .insert({
      ...{ case_no: call.caseNo, seq: call.seq, kind: 'duty-call', at: timestamp(atMs) },
      ...(person === null ? seat : { to_person: person }),
      handed_over_at: trx.fn.now(),
    })
    .returning('id');
  const { channels } = way;
  const text = way.textOf(call.text, ackByMs);
  await addDeliveries(trx, notice.id, { channels, subject: call.subject, text, urgent: true });
  await trx('calls')
    .where({ id: call.id })
    .update({
      ack_by: timestampOrNull(ackByMs),
      ...(person === null ? { exhausted_at: timestamp(atMs) } : {}),
    });
};

/** What becomes of calls as time passes. Any number of processes may say so at once: each step happens once. */
export const callSteps = (db: Knex) => ({
  /** Ends the calls whose task is no longer open, or has gone to another department; deciding it has answered the call. Answers how many. */
  async endSettled(atMs: number): Promise<number> {
    const { rowCount } = await db.raw(
      `UPDATE calls SET ack_by = NULL, ended_at = coalesce(was.decided_at, ?::timestamptz),
         acknowledged_by = coalesce(acknowledged_by, was.decided_by),
         acknowledged_at = CASE WHEN acknowledged_by IS NULL THEN was.decided_at ELSE acknowledged_at END,
         acknowledged_how = CASE WHEN acknowledged_by IS NULL AND was.decided_by IS NOT NULL THEN 'decision' ELSE acknowledged_how END
       FROM (SELECT c.id, d.decided_by_person AS decided_by, d.decided_at
         FROM calls c JOIN tasks t ON t.case_no = c.case_no AND t.id = c.task_id
           LEFT JOIN tasks d ON d.case_no = t.case_no AND d.id = t.id AND d.department = c.department AND d.decided_by_person IS NOT NULL
         WHERE c.ended_at IS NULL AND NOT ${STANDS}) was
       WHERE calls.id = was.id AND calls.ended_at IS NULL`,
      [timestamp(atMs)],
    );
    return rowCount;
  },

  /**
   * Calls the next in line of every call that nobody has answered in time, or whose message has reached nobody by any channel, one step
   * each. `calledAtMs` says when that counts as done, from when it was due. Answers the steps; `exhausted`: nobody was left in line.
   */
  stepDue: ({
    nowMs,
    limit,
    way,
    calledAtMs,
  }: {
    nowMs: number;
    limit: number;
    way: CallWay;
    calledAtMs(dueAtMs: number): number;
  }): Promise<{ caseNo: string; department: string; exhausted: boolean }[]> =>
    db.transaction(async (trx) => {
      const steps = [];
      const rows = await trx('calls as c')
        .whereNotNull('c.ack_by')
        .andWhereRaw(`(c.ack_by <= ? OR ${UNREACHED})`, [timestamp(nowMs)])
        .whereExists((open) =>
          open
            .select(trx.raw('1'))
            .from('tasks as t')
            .whereRaw(`t.case_no = c.case_no AND t.id = c.task_id AND ${STANDS}`),
        )
        .orderBy(['c.ack_by', 'c.id'])
        .limit(limit)
        .forUpdate('c')
        .skipLocked();
      for (const row of rows) {
        const { id, seq, role, department, subject, text } = row;
        const atMs = calledAtMs(Math.min(row.ack_by, nowMs));
        const next = await nextInLine(trx, { department, atMs, callId: id });
        const call = { id, caseNo: row.case_no, seq, role, department, subject, text };
        await ring(trx, call, next, atMs, way);
        steps.push({ caseNo: call.caseNo, department, exhausted: next === null });
      }
      return steps;
    }),

  /**
   * The person has heard: nobody else is called. In the caller's transaction. 'ended': the task is no longer open, or no longer there. With `by`
   * when somebody has answered before.
   */
  async acknowledge(
    trx: Knex,
    { id, personId, atMs, how, commandId }: Acknowledging,
  ): Promise<'acknowledged' | 'ended' | { by: string; atMs: number }> {
    const { rows } = await trx.raw(
      `SELECT c.acknowledged_by, c.acknowledged_at, c.ended_at IS NULL AND ${STANDS} AS open
       FROM calls c JOIN tasks t ON t.case_no = c.case_no AND t.id = c.task_id WHERE c.id = ? FOR UPDATE OF c`,
      [id],
    );
    const [call] = rows;
    if (call?.acknowledged_by != null) return { by: call.acknowledged_by, atMs: call.acknowledged_at };
    if (call?.open !== true) return 'ended';
    await trx('calls')
      .where({ id })
      .update({
        ...{
          acknowledged_by: personId,
          acknowledged_at: timestamp(atMs),
          acknowledged_how: how,
        },
        ...{ ack_by: null, command_id: commandId },
      });
    return 'acknowledged';
  },
});

export type CallSteps = ReturnType<typeof callSteps>;
