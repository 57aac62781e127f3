import type { Knex } from 'knex';
import type { NewCommand } from './commands.ts';
import { timestamp } from './instants.ts';

/** A request that is carried out in the transaction that keeps its receipt: no engine is asked. */
export type NewReceipt = Pick<
  NewCommand,
  'id' | 'personId' | 'key' | 'requestDigest' | 'body' | 'receivedAtMs'
>;

const CREATED = 201;

/** Keeps the receipt of a request as done, with what was made; false when a request of the same person and key is there. */
export const receiveDone = async (
  trx: Knex,
  { id, personId, key, requestDigest, body, receivedAtMs }: NewReceipt,
  made: unknown,
): Promise<boolean> => {
  const rows = await trx('commands')
    .insert({
      id,
      person_id: personId,
      idempotency_key: key,
      request_digest: requestDigest,
      body: JSON.stringify(body),
      content: JSON.stringify(made),
      received_at: timestamp(receivedAtMs),
      next_attempt_at: timestamp(Date.now()),
      state: 'done',
      http_status: CREATED,
      done_at: trx.fn.now(),
    })
    .onConflict()
    .ignore()
    .returning('id');
  return rows.length === 1;
};
