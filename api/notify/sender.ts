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
  sendWithinMs: 15 * SECOND_MS,
  leaseMs: 40 * SECOND_MS,
  waitsMs: [
    ...[5 * SECOND_MS, 15 * SECOND_MS, 30 * SECOND_MS],
    ...[1, 2, 5, 10, 30, 45].map((minutes) => minutes * MINUTE_MS),
  ],
};

export type Sender = {
  /** Sends what is due on every channel once; answers how many messages were tried. */
  round(): Promise<number>;
  stop(): Promise<void>;
};

/**
 * Sends what waits: every channel in a lane of its own, so that one that hangs holds up no other. Any number of processes may send side by
 * side; each message is leased to one of them. One that died after sending and before noting so has its message sent again, under the same key.
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

  const laneRound = async (notifier: Notifier): Promise<number> => {
    const { batch: limit, leaseMs } = options;
    const due = await store.deliveries.claim({ channel: notifier.channel, limit, leaseMs });
    const ends = await Promise.allSettled(due.map((delivery) => deliver(notifier, delivery)));
    const lost = ends.filter(({ status }) => status === 'rejected').length;
    if (lost > 0)
      logger.warn(
        { channel: notifier.channel, lost },
        'deliveries not settled, come again after their lease',
      );
    return due.length;
  };

  const lane = async (notifier: Notifier): Promise<void> => {
    while (!signal.aborted) {
      const tried = await laneRound(notifier).catch((error: unknown) => {
        if (!signal.aborted) logger.error({ err: error, channel: notifier.channel }, 'sending round failed');
        return 0;
      });
      if (tried === options.batch) continue;
      await sleep(options.roundEveryMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const lanes = notifiers.map(lane);
  return {
    async round() {
      const tried = await Promise.all(notifiers.map(laneRound));
      return tried.reduce((sum, count) => sum + count, 0);
    },
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
