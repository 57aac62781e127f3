import type { Knex } from 'knex';
import {
  MALFORMED_CURSOR,
  type MalformedCursor,
  numberIn,
  type Page,
  type Paging,
  pageOf,
  positionOf,
} from './paging.ts';
import { type NewReceipt, receiveDone } from './receipts.ts';

/** One message to one person by one channel, on its way. */
export type Delivery = {
  id: number;
  /** The same at every attempt. */
  key: string;
  personId: string;
  channel: string;
  subject: string;
  text: string;
  /** This one included. */
  attempts: number;
};

/** A message that did not arrive and is tried no more. */
export type Undelivered = {
  id: number;
  caseNo: string;
  kind: string;
  personId: string;
  channel: string;
  attempts: number;
  failure: string;
  createdAtMs: number;
  givenUpAtMs: number;
};

/** What a notice is sent as. */
export type Sending = { channels: readonly string[]; subject: string; text: string; urgent: boolean };

/**
 * Makes the deliveries of a notice: one for each recipient and channel. A seat is whoever holds it at this moment and may sign
 * in. Said again it changes nothing. Part of the caller's transaction.
 */
export const addDeliveries = async (trx: Knex, noticeId: number, sending: Sending): Promise<void> => {
  if (sending.channels.length === 0) return;
  await trx.raw(
    `INSERT INTO deliveries (notice_id, person_id, channel, subject, text, urgent)
     SELECT n.id, p.id, by.channel, ?, ?, ? FROM notices n
       JOIN people p ON NOT p.disabled AND (p.id = n.to_person OR (n.to_person IS NULL AND EXISTS (SELECT FROM role_grants g
         WHERE g.person_id = p.id AND g.role = n.to_role AND g.department_id = n.to_department)))
       CROSS JOIN unnest(?::text[]) AS by (channel)
     WHERE n.id = ? ON CONFLICT (notice_id, person_id, channel) DO NOTHING`,
    [sending.subject, sending.text, sending.urgent, [...sending.channels], noticeId] as Knex.RawBinding[],
  );
};

/** Begins the reason of a failure that a gateway has told of in a receipt, having taken the message before. */
export const TOLD_LATER = 'receipt_';

const CLAIM = `
  UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = now() + ?::bigint * interval '1 millisecond'
  WHERE id IN (SELECT id FROM deliveries WHERE state = 'waiting' AND channel = ? AND next_attempt_at <= now()
    ORDER BY urgent DESC, next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
  RETURNING *`;

/** Messages to people, each sent at least once or given up. Their times are real time: the world outside knows no other. */
export const deliveryStore = (db: Knex) => ({
  /**
   * Messages whose turn it is, for this caller alone for `leaseMs` milliseconds; one that is not settled by then comes again.
   */
  async claim(asked: { channel: string; limit: number; leaseMs: number }): Promise<Delivery[]> {
    const { rows } = await db.raw(CLAIM, [asked.leaseMs, asked.channel, asked.limit]);
    return rows.map(toDelivery);
  },

  /** It has arrived at the channel. Also true when somebody else had it in hand by then. */
  async sent(id: number): Promise<void> {
    await db('deliveries')
      .where({ id })
      .whereNot('state', 'sent')
      .update({ state: 'sent', settled_at: db.fn.now() });
  },

  /** This attempt failed; again in `waitMs` milliseconds. Nothing if the lease has passed to somebody else. */
  async failed(
    { id, attempts }: Pick<Delivery, 'id' | 'attempts'>,
    why: string,
    waitMs: number,
  ): Promise<void> {
    await db('deliveries')
      .where({ id, attempts, state: 'waiting' })
      .update({
        last_failure: why,
        next_attempt_at: db.raw(`now() + ?::bigint * interval '1 millisecond'`, [waitMs]),
      });
  },

  /** Tried no more. */
  async givenUp({ id, attempts }: Pick<Delivery, 'id' | 'attempts'>, why: string): Promise<void> {
    await db('deliveries')
      .where({ id, attempts, state: 'waiting' })
      .update({ state: 'given-up', last_failure: why, settled_at: db.fn.now() });
  },

  /** How many messages wait, and how many were given up. */
  async backlog(): Promise<{ waiting: number; givenUp: number }> {
    const { rows } = await db.raw(
      `SELECT (SELECT count(*) FROM deliveries WHERE state = 'waiting') AS waiting,
        (SELECT count(*) FROM deliveries WHERE state = 'given-up') AS given_up`,
    );
    return { waiting: rows[0].waiting, givenUp: rows[0].given_up };
  },

  /** What could not be delivered, latest first. */
  async undelivered({ limit, cursor }: Paging): Promise<Page<Undelivered> | MalformedCursor> {
    const position = positionOf('undelivered', cursor, 1);
    if (position === MALFORMED_CURSOR) return position;
    const query = undeliveredRows(db)
      .orderBy('d.id', 'desc')
      .limit(limit + 1);
    if (position !== undefined) query.andWhere('d.id', '<', numberIn(position, Number.MAX_SAFE_INTEGER));
    const at = (row: Row) => ({ atMs: null, ids: [String(row.id)] });
    return pageOf('undelivered', await query, limit, at, toUndelivered);
  },

  async undeliveredCount(): Promise<number> {
    const [row] = await db('deliveries').where('state', 'given-up').count({ all: '*' });
    return Number(row!.all);
  },

  async undeliveredById(id: number): Promise<Undelivered | null> {
    const row = await undeliveredRows(db).andWhere('d.id', id).first();
    return row === undefined ? null : toUndelivered(row);
  },

  /**
   * The cause has been mended: it is tried anew, under the same key; under a new one when the gateway had taken it and said later that it
   * failed, for it would take the same for sent. Keeps the receipt; false: the receipt is there already.
   */
  async retry(id: number, receipt: NewReceipt, made: unknown): Promise<boolean> {
    return db.transaction(async (trx) => {
      if (!(await receiveDone(trx, receipt, made))) return false;
      await trx('deliveries')
        .where({ id, state: 'given-up' })
        .update({
          ...{ state: 'waiting', attempts: 0, settled_at: null, next_attempt_at: trx.fn.now() },
          key: trx.raw(
            `CASE WHEN starts_with(last_failure, '${TOLD_LATER}') THEN gen_random_uuid() ELSE key END`,
          ),
        });
      return true;
    });
  },
});

const undeliveredRows = (db: Knex) =>
  db('deliveries as d')
    .join('notices as n', 'n.id', 'd.notice_id')
    .where('d.state', 'given-up')
    .select('d.*', 'n.case_no', 'n.kind');

type Row = Record<string, never>;
const toDelivery = (row: Row): Delivery => ({
  id: row.id!,
  key: row.key!,
  personId: row.person_id!,
  channel: row.channel!,
  subject: row.subject!,
  text: row.text!,
  attempts: row.attempts!,
});
const toUndelivered = (row: Row): Undelivered => ({
  id: row.id!,
  caseNo: row.case_no!,
  kind: row.kind!,
  personId: row.person_id!,
  channel: row.channel!,
  attempts: row.attempts!,
  failure: row.last_failure!,
  createdAtMs: row.created_at!,
  givenUpAtMs: row.settled_at!,
});

export type DeliveryStore = ReturnType<typeof deliveryStore>;
