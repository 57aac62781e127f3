import type { NewReceipt, StoredCommand } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import type { Ticket } from './once.ts';

/** The receipt of a request that is carried out in the transaction that keeps it. */
export const receiptOf = ({ clock }: Pick<Desk, 'clock'>, ticket: Ticket, body: unknown): NewReceipt => ({
  ...ticket,
  body,
  receivedAtMs: clock.nowMs(),
});

/** What became of a request that another process has carried out meanwhile. */
export const seenBefore = async (
  { store }: Pick<Desk, 'store'>,
  { id, requestDigest }: Ticket,
): Promise<{ kind: 'replay'; command: StoredCommand } | { kind: 'other-body' }> => {
  const command = await store.commands.get(id);
  if (command === null) throw new Error(`receipt ${id} is another person's or another key's`);
  return command.requestDigest === requestDigest ? { kind: 'replay', command } : { kind: 'other-body' };
};
