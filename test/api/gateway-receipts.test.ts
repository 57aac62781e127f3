import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { signedReceipt } from '../support/gateway-stub.ts';
import { MINUTE_MS, useCallWorld } from './call-world.ts';
import { holdToContract } from './contract.ts';
import { START_MS } from './world.ts';

const SECRET = 'a-secret-of-the-test-gateway';
const { world, keeper, at, onRota, incident, calls, acknowledge } = useCallWorld({
  gatewaySecrets: { telephone: SECRET, sms: 'another-secret-altogether' },
});

type Row = { id: number; key: string; state: string; last_failure: string | null; arrived_at: number | null };

/** A call of the security lead, as it was handed to a gateway of the channel. */
const called = async (channel = 'telephone'): Promise<Row> => {
  await onRota('security', 1);
  await onRota('requester', 2);
  await incident();
  await at(0, keeper());
  return rowOf(channel);
};
const rowOf = (channel = 'telephone'): Promise<Row> =>
  world()
    .store.db('deliveries as d')
    .join('notices as n', 'n.id', 'd.notice_id')
    .where({ 'n.kind': 'duty-call', 'd.channel': channel })
    .first('d.*');
const sent = (id: number) => world().store.deliveries.sent(id);

const tell = async (
  receipt: object,
  { secret = SECRET, channel = 'telephone', signedAt = new Date().toISOString() } = {},
) => {
  const { body, headers } = signedReceipt(secret, receipt, signedAt);
  const path = `/api/v1/gateways/${channel}/receipts`;
  const answer = await request(world().app).post(path).set(headers).send(body);
  holdToContract('post', path, answer);
  return answer;
};

const SMS = { channel: 'sms', secret: 'another-secret-altogether' };

describe('a gateway tells later what became of a message', () => {
  it('answered: the call is answered by whoever was called, once, and nobody else is called', async () => {
    const { id, key } = await called();
    await sent(id);
    world().time.nowMs = START_MS + 5 * MINUTE_MS;
    expect((await tell({ key, state: 'answered' })).body).toEqual({ received: true });
    const acknowledged = { by: '卫**', at: isoOf(START_MS + 5 * MINUTE_MS), how: 'gateway' };
    expect(await calls()).toMatchObject([{ state: 'acknowledged', acknowledged }]);
    world().time.nowMs = START_MS + 6 * MINUTE_MS;
    expect((await tell({ key, state: 'answered' })).status).toBe(200);
    await at(60, keeper());
    expect(await calls()).toMatchObject([{ acknowledged, line: [{ officer: '卫**' }] }]);
  });

  it('answered after somebody else has, or when the matter is over: taken, and nothing changes', async () => {
    const { key } = await called();
    const [{ id }] = await calls();
    expect((await acknowledge('duty', id)).status).toBe(201);
    expect((await tell({ key, state: 'answered' })).status).toBe(200);
    expect(await calls()).toMatchObject([{ acknowledged: { by: '褚**', how: 'acknowledgement' } }]);
  });

  it('arrived: kept with the message, also when the answer to its sending was lost; the call goes on ringing', async () => {
    const { key } = await called();
    expect((await tell({ key, state: 'arrived' })).status).toBe(200);
    expect(await rowOf()).toMatchObject({ state: 'sent', arrived_at: expect.any(Number) });
    expect(await calls()).toMatchObject([{ state: 'ringing' }]);
    expect((await tell({ key, state: 'failed' })).status).toBe(200);
    expect(await rowOf()).toMatchObject({ state: 'sent', last_failure: null });
  });

  it('failed: given up and shown to supervisors, and sent anew under another key, for the gateway knows the old one', async () => {
    const { id, key } = await called();
    await sent(id);
    expect((await tell({ key, state: 'failed', why: 'no_answer' })).status).toBe(200);
    expect((await tell({ key, state: 'failed', why: 'busy' })).status).toBe(200);
    const lost = await world().as('supervisor').get('/api/v1/supervision/deliveries');
    expect(lost.body.items).toMatchObject([{ id, channel: 'telephone', failure: 'receipt_no_answer' }]);
    const again = await world().as('admin').post(`/api/v1/supervision/deliveries/${id}/retry`, undefined);
    expect(again.status).toBe(201);
    const row = await rowOf();
    expect(row.state).toBe('waiting');
    expect(row.key).not.toBe(key);
    expect((await tell({ key, state: 'failed' })).status).toBe(404);
  });

  it('failed by every channel: the next in line is called at once, not after the quarter of an hour', async () => {
    const { id, key } = await called();
    await sent(id);
    const sms = await rowOf('sms');
    const mail = await rowOf('e-mail');
    expect((await tell({ key, state: 'failed', why: 'no_answer' })).status).toBe(200);
    expect((await tell({ key: sms.key, state: 'failed' }, SMS)).status).toBe(200);
    const look = keeper();
    await at(2, look);
    expect(await calls()).toMatchObject([{ line: [{ officer: '卫**' }] }]);
    await world().store.deliveries.givenUp({ id: mail.id, attempts: 0 }, 'no_address');
    await at(3, look);
    const again = isoOf(START_MS + 3 * MINUTE_MS);
    expect(await calls()).toMatchObject([
      { state: 'ringing', line: [{ officer: '卫**' }, { officer: '王**', calledAt: again }] },
    ]);
    await at(4, look);
    expect((await calls())[0].line).toHaveLength(2);
  });
});

describe('nobody else can tell', () => {
  const old = new Date(Date.now() - 6 * MINUTE_MS).toISOString();
  it.each<[string, Parameters<typeof tell>[1], number]>([
    ['a wrong secret', { secret: 'another-secret-altogether' }, 401],
    ['a signature of six minutes ago', { signedAt: old }, 401],
    ['no instant', { signedAt: 'now' }, 401],
    ['another channel with its own secret', { channel: 'sms', secret: 'another-secret-altogether' }, 404],
    ['a channel that is none', { channel: 'e-mail' }, 404],
  ])('%s', async (_says, how, status) => {
    const { key } = await called();
    expect((await tell({ key, state: 'answered' }, how)).status).toBe(status);
    expect(await calls()).toMatchObject([{ state: 'ringing', acknowledged: null }]);
  });

  it('a body that was changed on the way, an unknown message, an unknown field', async () => {
    const { key } = await called();
    const { headers } = signedReceipt(SECRET, { key, state: 'arrived' });
    const path = '/api/v1/gateways/telephone/receipts';
    const changed = await request(world().app).post(path).set(headers).send({ key, state: 'answered' });
    expect(changed.body).toMatchObject({ status: 401, code: 'signature_invalid' });
    const unknown = { key: '3f0c1b9e-5d0a-4c0e-9a53-2f4e8f6f3a10', state: 'answered' };
    expect((await tell(unknown)).status).toBe(404);
    expect((await tell({ key, state: 'failed', why: '13800138000 占线' })).status).toBe(400);
    expect((await tell({ key, state: 'arrived', note: 'x' })).status).toBe(400);
    expect(await calls()).toMatchObject([{ state: 'ringing' }]);
  });
});
