import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Notifier } from './notifier.ts';

export type GatewaySettings = {
  url: string;
  /** Shared with the gateway: it can tell that a message comes from here, and when it was made. */
  secret: string;
};

/** Refusals that may pass: too early, too many, still at it. */
const FOR_THE_MOMENT = [408, 409, 425, 429];
const SERVER_ERROR = 500;

/**
 * `sha256=` and the HMAC of instant, dot and body, in hex. The instant keeps an old message from being sent again by a
 * stranger.
 */
export const signatureOf = (secret: string, at: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

/** How far the instant of a signature may lie from now: a gateway's clock is not ours, and what is older may be somebody else's. */
const FRESH_MS = 5 * 60_000;

/** Whether a signature was made with the secret, over this body, just now (epoch milliseconds of real time). */
export const isSignedWith = (
  secret: string,
  { at, signature, body }: { at: string; signature: string; body: string },
  nowMs: number,
): boolean => {
  const [given, wanted] = [signature, signatureOf(secret, at, body)].map((text) => Buffer.from(text)) as [
    Buffer,
    Buffer,
  ];
  const isFresh = Math.abs(Date.parse(at) - nowMs) <= FRESH_MS;
  return given.length === wanted.length && timingSafeEqual(given, wanted) && isFresh;
};

/**
 * A gateway for short messages or the telephone: `{channel, to, text}` as JSON, signed, under an Idempotency-Key that stays the
 * same at every attempt. Any 2xx is taken for sent. `timeoutMs` bounds the whole exchange.
 */
export const gatewayNotifier = (
  channel: 'sms' | 'telephone',
  { url, secret }: GatewaySettings,
  { timeoutMs = 10_000 } = {},
): Notifier => ({
  channel,
  addressIn: ({ phone }) => phone,
  async send({ key, to, text }) {
    const body = JSON.stringify({ channel, to, text });
    const at = new Date().toISOString();
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Idempotency-Key': key,
          'X-Signature-At': at,
          'X-Signature': signatureOf(secret, at, body),
        },
        body,
        redirect: 'manual', // what is signed for one place goes to no other
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.arrayBuffer(); // an answer that breaks off half-way is none
      if (response.ok) return { kind: 'sent' };
      const passes = response.status >= SERVER_ERROR || FOR_THE_MOMENT.includes(response.status);
      return { kind: passes ? 'failed' : 'refused', why: `http_${response.status}` };
    } catch (error) {
      return { kind: 'failed', why: (error as Error).name === 'TimeoutError' ? 'timeout' : 'no_answer' };
    }
  },
});
