import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../api/notify/gateway.ts';

/** What the gateway does with a request: a status, or nothing at all, or its work and then no answer. */
export type GatewayMood = number | 'hangs' | 'works-then-drops';
export type GatewayRequest = { key: string; body: { channel: string; to: string; text: string } };

/** What a gateway sends to tell of a message later: body and headers, signed as its own requests are. */
export const signedReceipt = (secret: string, receipt: object, at = new Date().toISOString()) => {
  const body = JSON.stringify(receipt);
  const headers = {
    'Content-Type': 'application/json',
    'X-Signature-At': at,
    'X-Signature': signatureOf(secret, at, body),
  };
  return { body, headers };
};

/** A gateway for short messages and telephone calls, as whoever runs one would write it: one effect for one key. */
export const startGatewayStub = async (secret: string) => {
  const requests: GatewayRequest[] = [];
  const effects = new Map<string, GatewayRequest>();
  const stub = { mood: 202 as GatewayMood | ((request: GatewayRequest) => GatewayMood) };
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const signed = signatureOf(secret, String(req.headers['x-signature-at']), text);
    if (req.headers['x-signature'] !== signed) return void res.writeHead(401).end();
    const request = { key: String(req.headers['idempotency-key']), body: JSON.parse(text) };
    requests.push(request);
    const mood = typeof stub.mood === 'function' ? stub.mood(request) : stub.mood;
    const works = mood === 'works-then-drops' || (typeof mood === 'number' && mood < 300);
    if (works && !effects.has(request.key)) effects.set(request.key, request);
    if (mood === 'hangs') return;
    if (mood === 'works-then-drops') return void req.socket.destroy();
    res.writeHead(mood).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(stub, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    /** Everything that came in, in order. */
    requests,
    /** What was really sent on, by key. */
    effects,
    /** Who was reached, in order. */
    reached: () => [...effects.values()].map(({ body }) => body.to),
    /** Lets go of whoever still waits for an answer. */
    release: () => server.closeAllConnections(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};
export type GatewayStub = Awaited<ReturnType<typeof startGatewayStub>>;
