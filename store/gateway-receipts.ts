import type { Knex } from 'knex';
import { callSteps } from './call-steps.ts';

/** What a gateway tells of a message that it has taken: that it arrived, that it never will, or that the person has answered it. */
export type GatewayReceipt = {
  channel: string;
  /** The key under which the message was sent. */
  key: string;
  what: { state: 'arrived' | 'answered' } | { state: 'failed'; why: string };
  /** When the receipt came in, by the clock of cases. */
  atMs: number;
};

type Sent = { id: number; personId: string; callId: number | null };

const SENT = `
  SELECT d.id, d.person_id, (SELECT c.id FROM notices n JOIN calls c ON c.case_no = n.case_no AND c.seq = n.seq
      JOIN call_rings r ON r.call_id = c.id AND r.person_id IS NOT DISTINCT FROM n.to_person
    WHERE n.id = d.notice_id AND n.kind = 'duty-call') AS call_id
  FROM deliveries d WHERE d.channel = ? AND d.key = ? FOR UPDATE OF d`;

/** Receipts of gateways. The same told again changes nothing. */
export const gatewayReceipts = (db: Knex) => ({
  /**
   * Keeps what was told: what arrived has been sent, whatever became of the answer to the sending; what failed is given up, unless it is
   * known to have arrived; an answer to a call acknowledges it. false: no such message.
   */
  take: ({ channel, key, what, atMs }: GatewayReceipt): Promise<boolean> =>
    db.transaction(async (trx) => {
      const sent = await sentUnder(trx, channel, key);
      if (sent === null) return false;
      const row = trx('deliveries').where({ id: sent.id }).whereNull('arrived_at');
      if (what.state === 'failed') {
        const lost = { state: 'given-up', last_failure: what.why, settled_at: trx.fn.now() };
        await row.whereNot('state', 'given-up').update(lost);
        return true;
      }
      await row.update({
        ...{ arrived_at: trx.fn.now(), state: 'sent' },
        settled_at: trx.raw('coalesce(settled_at, now())'),
      });
      const { callId: id, personId } = sent;
      if (what.state === 'answered' && id !== null)
        await callSteps(trx).acknowledge(trx, { id, personId, atMs, how: 'gateway', commandId: null });
      return true;
    }),
});

const sentUnder = async (trx: Knex, channel: string, key: string): Promise<Sent | null> => {
  const { rows } = await trx.raw(SENT, [channel, key]);
  const [row] = rows;
  return row === undefined ? null : { id: row.id, personId: row.person_id, callId: row.call_id };
};

export type GatewayReceiptStore = ReturnType<typeof gatewayReceipts>;
