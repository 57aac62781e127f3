import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Delivery, Store } from '../../store/index.ts';
import type { Notifier, Outcome } from './notifier.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export type SenderOptions = {
  roundEveryMs: number;
  /** Messages of one channel under way at once. */
  batch: number;
  /** An attempt that takes longer has failed. */
  sendWithinMs: number;
  /** A message whose sender died comes again after so long; longer than `sendWithinMs`. */
  leaseMs: number;
  /** Waits after the first, second … failure; after the last one the message is given up. */
  waitsMs: readonly number[];
};

/** Ten attempts in about an hour and a half: long enough for a gateway to be mended, short enough for the news to be of use. */
export const SENDER_OPTIONS: SenderOptions = {
  roundEveryMs: SECOND_MS,
  batch: 20,
  sendWithinMs: 11 * SECOND_MS,
  leaseMs: 40 * SECOND_MS,
  waitsMs: [
    ...[5 * SECOND_MS, 15 * SECOND_MS, 30 * SECOND_MS],
    ...[1, 2, 5, 10, 30, 45].map((minutes) => minutes * MINUTE_MS),
  ],
};

/** Sends until it is stopped; what is under way is finished first. */
export type Sender = { stop(): Promise<void> };

/**
 * Sends what waits: every channel in a lane of its own, every message by itself, so that one that hangs holds up no other. Any
 * number of processes may send side by side; each message is leased to one of them. One that died after sending and before
 * noting so has its message sent again, under the same key.
 */
export const startSender = ({
  store,
  notifiers,
  logger,
  options = SENDER_OPTIONS,
}: {
  store: Pick<Store, 'deliveries' | 'contacts'>;
  notifiers: readonly Notifier[];
  logger: Logger;
  options?: SenderOptions;
}): Sender => {
  const stopping = new AbortController();
  const { signal } = stopping;

  const attempt = async (
    notifier: Notifier,
    { key, personId, subject, text }: Delivery,
  ): Promise<Outcome> => {
    const to = notifier.addressIn(await store.contacts.of(personId));
    if (to === null) return { kind: 'refused', why: 'no_address' };
    const sent = notifier.send({ key, to, subject, text }).catch((error: unknown): Outcome => {
      logger.error({ channel: notifier.channel, name: (error as Error).name }, 'a channel threw');
      return { kind: 'failed', why: 'unexpected' };
    });
    return within(options.sendWithinMs, sent);
  };

  const deliver = async (notifier: Notifier, delivery: Delivery): Promise<void> => {
    const outcome = await attempt(notifier, delivery);
    if (outcome.kind === 'sent') return store.deliveries.sent(delivery.id);
    const { id, channel, attempts } = delivery;
    const facts = { delivery: id, channel, attempts, why: outcome.why };
    const waitMs = options.waitsMs[attempts - 1];
    if (outcome.kind === 'failed' && waitMs !== undefined) {
      logger.warn(facts, 'delivery failed, will be tried again');
      return store.deliveries.failed(delivery, outcome.why, waitMs);
    }
    logger.error(facts, 'delivery given up');
    return store.deliveries.givenUp(delivery, outcome.why);
  };

  const settle = (notifier: Notifier, delivery: Delivery): Promise<void> =>
    deliver(notifier, delivery).catch((error: unknown) =>
      logger.warn({ err: error, delivery: delivery.id }, 'delivery not settled, comes again after its lease'),
    );

  const lane = async (notifier: Notifier): Promise<void> => {
    const { channel } = notifier;
    const underWay = new Set<Promise<void>>();
    const claim = async (limit: number): Promise<Delivery[]> => {
      if (limit === 0) return [];
      return store.deliveries.claim({ channel, limit, leaseMs: options.leaseMs }).catch((error: unknown) => {
        if (!signal.aborted)
          logger.error({ err: error, channel }, 'nothing sent for now, will be tried again');
        return [];
      });
    };
    while (!signal.aborted) {
      const free = options.batch - underWay.size;
      const claimed = await claim(free);
      for (const delivery of claimed) {
        const sending: Promise<void> = settle(notifier, delivery).finally(() => underWay.delete(sending));
        underWay.add(sending);
      }
      // As many as there was room for: there may be more, as soon as one of them is done.
      if (claimed.length === free) await Promise.race(underWay);
      else await sleep(options.roundEveryMs, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(underWay);
  };
  const lanes = notifiers.map(lane);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(lanes);
    },
  };
};

const within = async (limitMs: number, sent: Promise<Outcome>): Promise<Outcome> => {
  const done = new AbortController();
  const late = sleep<Outcome>(limitMs, { kind: 'failed', why: 'timeout' }, { signal: done.signal });
  late.catch(() => undefined);
  return Promise.race([sent, late]).finally(() => done.abort());
};
