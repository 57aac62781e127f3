import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../store/index.ts';
import { seedPeople } from '../../test/api/people.ts';
import { freshStore, MONDAY_MS, underReview } from '../../test/store/sample.ts';
import { type GatewayStub, startGatewayStub } from '../../test/support/gateway-stub.ts';
import { callWay } from '../calls/calling.ts';
import { gatewayNotifier } from './gateway.ts';
import { handling } from './hand-over.ts';
import type { Notifier, Outcome } from './notifier.ts';
import { SENDER_OPTIONS, type Sender, startSender } from './sender.ts';

const SECRET = 'a-secret-of-the-test-gateway';
const PHONES = { 'p-manager': '10001', 'p-manager2': '10002' };
let store: Store;
let gateway: GatewayStub;
const lines: string[] = [];
const running: Sender[] = [];
beforeAll(async () => {
  store = await freshStore();
  gateway = await startGatewayStub(SECRET);
  await seedPeople(store, 'no password');
  for (const [person, phone] of Object.entries(PHONES))
    await store.contacts.set(store.db, person, { email: `${person}@example.com`, phone }, person, MONDAY_MS);
});
afterEach(async () => {
  gateway.mood = 202;
  gateway.release();
  await Promise.all(running.splice(0).map((sender) => sender.stop()));
  await store
    .db('deliveries')
    .where({ state: 'waiting' })
    .update({ state: 'sent', settled_at: store.db.fn.now() });
});
afterAll(async () => {
  await gateway.stop();
  await store.close();
});

let cases = 0;
/** A new task of a seat that two people hold: a message to each of them by each channel. Answers their rows' case. */
const told = async (...channels: string[]): Promise<string> => {
  cases += 1;
  const { no } = await underReview(store, cases, MONDAY_MS + 1e9);
  const on = { channels, publicUrl: null, way: callWay(channels), calledAtMs: (ms: number) => ms };
  const handle = handling(on);
  await store.outbox.handOver(100, (notice) => {
    const { sending, call } = handle(notice);
    return { sending: { ...sending, channels }, call };
  });
  return no;
};
const rowsOf = (no: string) =>
  store
    .db('deliveries as d')
    .join('notices as n', 'n.id', 'd.notice_id')
    .where('n.case_no', no)
    .orderBy('d.id')
    .select('d.*');
const statesOf = async (no: string): Promise<string[]> => (await rowsOf(no)).map(({ state }) => state);
const sms = (timeoutMs = 5_000) =>
  gatewayNotifier('sms', { url: gateway.url, secret: SECRET }, { timeoutMs });
const fast = { ...SENDER_OPTIONS, roundEveryMs: 5, sendWithinMs: 6_000, leaseMs: 20_000, waitsMs: [1, 2] };
const send = (
  notifiers: Notifier[],
  options = fast,
  from: Pick<Store, 'deliveries' | 'contacts'> = store,
): Sender => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const sender = startSender({ store: from, notifiers, logger, options });
  running.push(sender);
  return sender;
};
const soon = { timeout: 8_000, interval: 10 };

describe('a message reaches everybody it is for', () => {
  it('whoever holds the seat, once by each channel', async () => {
    gateway.mood = 202;
    const no = await told('sms');
    send([sms()]);
    await expect.poll(() => statesOf(no), soon).toEqual(['sent', 'sent']);
    expect(gateway.reached().sort()).toEqual(['10001', '10002']);
    expect(gateway.requests).toHaveLength(2);
  });

  it('a sender that dies after sending and before noting so: sent again under the same key, one effect', async () => {
    gateway.mood = 202;
    const no = await told('sms');
    const before = gateway.requests.length;
    const dies = { ...store.deliveries, sent: () => Promise.reject(new Error('killed')) };
    const brief = { ...fast, sendWithinMs: 5_000, leaseMs: 200 };
    const dying = send([sms()], brief, { ...store, deliveries: dies });
    await expect.poll(() => gateway.requests.length - before, soon).toBeGreaterThanOrEqual(2);
    await dying.stop();
    expect(await statesOf(no)).toEqual(['waiting', 'waiting']);
    send([sms()]);
    await expect.poll(() => statesOf(no), soon).toEqual(['sent', 'sent']);
    const keys = gateway.requests.slice(before).map(({ key }) => key);
    expect(keys.length).toBeGreaterThanOrEqual(4);
    expect(new Set(keys)).toEqual(new Set((await rowsOf(no)).map(({ key }) => key)));
    expect(keys.filter((key) => gateway.effects.has(key))).toHaveLength(keys.length);
    expect([...gateway.effects.keys()].filter((key) => keys.includes(key))).toHaveLength(2);
  });

  it('a gateway that does its work and drops the answer is asked again, and has one effect', async () => {
    const no = await told('sms');
    const seen = new Set<string>();
    gateway.mood = ({ key }) => {
      if (seen.has(key)) return 202;
      seen.add(key);
      return 'works-then-drops';
    };
    send([sms()]);
    await expect.poll(() => statesOf(no), soon).toEqual(['sent', 'sent']);
    expect((await rowsOf(no)).map(({ attempts }) => attempts)).toEqual([2, 2]);
    expect([...gateway.effects.keys()].filter((key) => seen.has(key))).toHaveLength(2);
  });

  it('five senders side by side send each message once', async () => {
    const no = await told('sms');
    const keys: string[] = [];
    const counting: Notifier = {
      channel: 'sms',
      addressIn: ({ phone }) => phone,
      async send({ key }): Promise<Outcome> {
        keys.push(key);
        return { kind: 'sent' };
      },
    };
    for (let n = 0; n < 5; n++) send([counting]);
    await expect.poll(() => statesOf(no), soon).toEqual(['sent', 'sent']);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a channel that fails', () => {
  it('is tried a bounded number of times, then the message is given up, which the log, the count and the list tell', async () => {
    gateway.mood = 500;
    const no = await told('sms');
    const { givenUp } = await store.deliveries.backlog();
    send([sms()]);
    await expect.poll(() => statesOf(no), soon).toEqual(['given-up', 'given-up']);
    expect((await rowsOf(no)).map(({ attempts, last_failure }) => [attempts, last_failure])).toEqual([
      [3, 'http_500'],
      [3, 'http_500'],
    ]);
    expect((await store.deliveries.backlog()).givenUp).toBe(givenUp + 2);
    const page = await store.deliveries.undelivered({ limit: 50 });
    expect(page).toMatchObject({ items: [{ caseNo: no, failure: 'http_500' }, { caseNo: no }] });
    expect(lines.filter((line) => line.includes('delivery given up'))).not.toEqual([]);
    expect(lines.join('')).not.toMatch(/1000[12]|p-manager/);
  });

  it('holds up no other channel', async () => {
    gateway.mood = 'hangs';
    const no = await told('sms', 'telephone');
    const quick: Notifier = { ...sms(), channel: 'telephone', send: async () => ({ kind: 'sent' }) };
    send([sms(), quick], { ...fast, batch: 1 });
    const byTelephone = async () =>
      (await rowsOf(no)).filter(({ channel }) => channel === 'telephone').map(({ state }) => state);
    await expect.poll(byTelephone, soon).toEqual(['sent', 'sent']);
    expect((await statesOf(no)).filter((state) => state === 'waiting')).toHaveLength(2);
  });

  it('for one message holds up no other message', async () => {
    gateway.mood = ({ body }) => (body.to === PHONES['p-manager'] ? 'hangs' : 202);
    const first = await told('sms');
    send([sms()]);
    await expect.poll(async () => (await statesOf(first)).sort(), soon).toEqual(['sent', 'waiting']);
    const second = await told('sms');
    await expect.poll(async () => (await statesOf(second)).sort(), soon).toEqual(['sent', 'waiting']);
    expect((await statesOf(first)).sort()).toEqual(['sent', 'waiting']);
  });

  it('refuses one message for good: the others go on', async () => {
    const no = await told('sms');
    gateway.mood = ({ body }) => (body.to === PHONES['p-manager'] ? 422 : 202);
    send([sms()]);
    await expect.poll(async () => (await statesOf(no)).sort(), soon).toEqual(['given-up', 'sent']);
    expect((await rowsOf(no)).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it('throws instead of answering: that counts as a failure like any other', async () => {
    const no = await told('sms');
    send([{ ...sms(), send: () => Promise.reject(new Error('13800138000 is not reachable')) }]);
    await expect.poll(() => statesOf(no), soon).toEqual(['given-up', 'given-up']);
    expect(lines.join('')).not.toContain('13800138000');
  });

  it('never answers at all: the attempt ends by itself', async () => {
    const no = await told('sms');
    send([{ ...sms(), send: () => new Promise(() => undefined) }], { ...fast, sendWithinMs: 20 });
    await expect.poll(() => statesOf(no), soon).toEqual(['given-up', 'given-up']);
    expect((await rowsOf(no))[0]?.last_failure).toBe('timeout');
  });
});

it('somebody without an address is not told by that channel, and it shows', async () => {
  gateway.mood = 202;
  await store.db('contacts').where({ person_id: 'p-manager2' }).update({ phone: null });
  const no = await told('sms');
  send([sms()]);
  await expect.poll(async () => (await statesOf(no)).sort(), soon).toEqual(['given-up', 'sent']);
  const lost = (await rowsOf(no)).find(({ state }) => state === 'given-up');
  expect(lost).toMatchObject({ person_id: 'p-manager2', last_failure: 'no_address', attempts: 1 });
});

it('somebody who may not sign in any more is sent nothing', async () => {
  await store.db('people').where({ id: 'p-manager2' }).update({ disabled: true });
  const no = await told('sms');
  expect((await rowsOf(no)).map(({ person_id }) => person_id)).toEqual(['p-manager']);
});

it('waits grow from attempt to attempt, and the lease outlasts an attempt', () => {
  const { waitsMs, leaseMs, sendWithinMs } = SENDER_OPTIONS;
  expect([...waitsMs].sort((a, b) => a - b)).toEqual(waitsMs);
  expect(leaseMs).toBeGreaterThan(2 * sendWithinMs);
});
