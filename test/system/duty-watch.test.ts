import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepNotices } from '../../api/notify/keeper.ts';
import { type ChannelSettings, notifiersOf } from '../../api/notify/notifiers.ts';
import { SENDER_OPTIONS, startSender } from '../../api/notify/sender.ts';
import { isoOf } from '../../calendar/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { openStore } from '../../store/index.ts';
import { type GatewayStub, signedReceipt, startGatewayStub } from '../support/gateway-stub.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';
import { type SmtpStub, startSmtpStub } from '../support/smtp-stub.ts';
import { wireOf } from '../support/wire.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

const SECRET = 'a-secret-of-the-test-gateway';
const PHONES = { 'lz-duty': '10000000001', 'lz-security': '10000000002', 'lz-unit-head': '10000000003' };
type Officer = keyof typeof PHONES;
let gateway: GatewayStub;
let smtp: SmtpStub;
let app: RunningApp;
const sender = { ...SENDER_OPTIONS, roundEveryMs: 20, waitsMs: [20, 20, 20, 20] };
const channels = (): ChannelSettings => ({
  publicUrl: 'https://shixian.example.com',
  email: { smtpUrl: smtp.url, from: 'shixian@example.com' },
  sms: { url: gateway.url, secret: SECRET },
  telephone: { url: gateway.url, secret: SECRET },
});
beforeAll(async () => {
  [gateway, smtp] = await Promise.all([startGatewayStub(SECRET), startSmtpStub()]);
  app = await startRunningApp({ reach: { channels: channels(), sender } });
  for (const [account, phone] of Object.entries(PHONES)) {
    const contact = { email: `${account}@example.com`, phone };
    expect((await post(account, '/api/v1/me/contact', contact)).status).toBe(201);
  }
  for (const [index, officer] of (['lz-duty', 'lz-security'] as Officer[]).entries()) {
    const to = isoOf(app.clock.nowMs() + 300 * 86_400_000);
    const shift = { department: 'lz-info', officer, place: index + 1, to };
    expect((await post('lz-unit-head', '/api/v1/rota/shifts', shift)).status).toBe(201);
  }
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([gateway.stop(), smtp.stop()]);
});
beforeEach(() => {
  gateway.mood = 202;
});
const { get, post } = wireOf(() => app);
const soon = { timeout: 10_000, interval: 20 };

const file = async (account: string, id: string): Promise<string> => {
  const { form } = procedureById(id) as Procedure;
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const filed = await post(account, '/api/v1/cases', {
    procedure: id,
    form: sampleForm(form, app.clock.nowMs(), ids),
  });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  await app.engineStart(filed.body.case.no);
  return filed.body.case.no;
};
const advance = async (by: string): Promise<void> => {
  const answer = await post('admin', '/api/v1/demo/advance', { by });
  expect(answer.status, app.logs.filter((line) => line.includes('request failed')).at(-1)).toBe(200);
};
const callOf = async (no: string, task = 'isolate-1'): Promise<Json> => {
  const { body } = await get('supervisor', `/api/v1/calls?state=all&case=${no}`);
  return body.items.find((item: Json) => item.task === task);
};
const CALL = '应急值班呼叫';
/** Who was reached with a call about the case, channel and number. */
const reached = (no: string): string[] =>
  [...gateway.effects.values()]
    .filter(({ body }) => body.text.startsWith(CALL) && body.text.includes(no))
    .map(({ body }) => `${body.channel} ${body.to}`);
const by = (officer: Officer): string[] => [`sms ${PHONES[officer]}`, `telephone ${PHONES[officer]}`];

describe('an incident in the night', () => {
  it('the first in line is called; unanswered the second; who answers ends it; all of it is on the case', async () => {
    const no = await file('lz-duty', 'lz-incident-virus');
    await expect.poll(() => reached(no).sort(), soon).toEqual(by('lz-duty'));
    await advance('PT16M');
    await expect
      .poll(() => reached(no).sort(), soon)
      .toEqual([...by('lz-duty'), ...by('lz-security')].sort());
    const { id, ackBy, line } = await callOf(no);
    expect(line).toHaveLength(2);
    expect(Date.parse(ackBy) - Date.parse(line[1].calledAt)).toBe(15 * 60_000);
    expect(Date.parse(line[1].calledAt)).toBe(Date.parse(line[0].ackBy));
    expect((await post('lz-security', `/api/v1/calls/${id}/acknowledgement`)).status).toBe(201);
    await advance('PT2H');
    expect((await callOf(no)).line).toHaveLength(2);
    const { body } = await get('lz-security', `/api/v1/cases/${no}`);
    expect(body.calls.find((call: Json) => call.id === id)).toMatchObject({ state: 'acknowledged' });
    const mine = await get('lz-security', '/api/v1/me/notices?limit=200');
    const read = mine.body.items.filter((item: Json) => item.kind === 'duty-call' && item.case.no === no);
    const name = body.calls[0].line[1].officer;
    const rings = body.calls
      .flatMap((call: Json) => call.line)
      .filter(({ officer }: Json) => officer === name);
    expect(read).toHaveLength(rings.length);
  });

  it('what is sent names procedure, case and time, and no person; numbers are in no history, log line or metric', async () => {
    const no = await file('lz-duty', 'lz-incident-virus');
    const called = () => smtp.mails.find(({ text }) => text.startsWith(CALL) && text.includes(no));
    await expect.poll(called, soon).toBeDefined();
    const mail = called();
    expect(mail?.to).toEqual(['lz-duty@example.com']);
    expect(mail?.headers.subject).toContain('[时限] 应急值班呼叫：病毒爆发事件处理');
    expect(mail?.text).toMatch(/请在\d{4}年\d{2}月\d{2}日\d{2}:\d{2}前确认接听/);
    expect(mail?.text).toContain(`https://shixian.example.com/api/v1/cases/${no}`);
    const people = await app.store.db('people').select('name');
    const sent = [...smtp.mails.map(({ text, headers }) => text + headers.subject)];
    sent.push(...gateway.requests.map(({ body }) => body.text));
    for (const { name } of people) expect(sent.join('\n')).not.toContain(name);
    await expect
      .poll(async () => (await app.client.workflow.getHandle(no).describe()).status.name, soon)
      .toBe('RUNNING');
    const history = JSON.stringify(await app.client.workflow.getHandle(no).fetchHistory());
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('shixian_deliveries');
    const events = JSON.stringify(await app.store.record.events(no, 0));
    for (const secret of [...Object.values(PHONES), '@example.com']) {
      for (const place of [history, metrics, events, app.logs.join('')]) expect(place).not.toContain(secret);
    }
  });

  it('an opening with several calls in one department rings once; the other tasks are told to their seats', async () => {
    const no = await file('lz-duty', 'lz-incident-intrusion');
    await expect.poll(() => reached(no).sort(), soon).toEqual(by('lz-duty'));
    const told = async (kind: string): Promise<string[]> => {
      const rows = await app.store.db('notices').where({ case_no: no, kind }).whereNotNull('handed_over_at');
      return rows.map((row) => row.to_role ?? 'person');
    };
    const opened = Object.values((await app.store.record.load(no))?.state.tasks ?? {});
    expect(opened.filter(({ department }) => department === 'lz-info').length).toBeGreaterThan(2);
    await expect.poll(async () => (await told('task-opened')).length, soon).toBe(opened.length);
    expect(await told('duty-call')).toEqual(['person']);
    const mailed = await app.store
      .db('deliveries as d')
      .join('notices as n', 'n.id', 'd.notice_id')
      .where({ 'n.case_no': no, 'n.kind': 'task-opened', 'd.channel': 'e-mail' });
    expect(mailed.length).toBeGreaterThan(1);
  });

  it('a missed limit of an ordinary case reaches the superior away from the desk', async () => {
    const no = await file('lz-requester', 'lz-share-conditional');
    await advance('P7D');
    const channelsOf = async (kind: string) => {
      const rows = await app.store
        .db('deliveries as d')
        .join('notices as n', 'n.id', 'd.notice_id')
        .where({ 'n.case_no': no, 'n.kind': kind })
        .distinct('d.channel');
      return rows.map(({ channel }) => channel).sort();
    };
    expect(await channelsOf('task-opened')).toEqual(['e-mail']);
    expect(await channelsOf('escalated')).toEqual(['e-mail', 'sms']);
  });
});

describe('whatever happens on the way', () => {
  /** What another API process does for notices and calls, on connections of its own. */
  const another = () => {
    const store = openStore(app.databaseUrl);
    const logger = pino({ level: 'silent' });
    const notifiers = notifiersOf(channels());
    const on = notifiers.map(({ channel }) => channel);
    const notices = keepNotices({
      store,
      clock: app.clock,
      logger,
      channels: on,
      publicUrl: null,
      roundEveryMs: 10,
    });
    const sending = startSender({ store, notifiers, logger, options: sender });
    return {
      async stop() {
        await Promise.all([notices.stop(), sending.stop()]);
        await store.close();
      },
    };
  };

  it('three processes side by side and a gateway that fails now and then: everybody is called once, in line', async () => {
    const seen = new Map<string, number>();
    gateway.mood = ({ key }) => {
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      if (times > 2) return 202;
      return times === 1 ? 'works-then-drops' : 500;
    };
    const others = [another(), another()];
    const cases: string[] = [];
    for (let n = 0; n < 3; n++) cases.push(await file('lz-duty', 'lz-incident-virus'));
    const stepsOf = async (no: string): Promise<number> => (await callOf(no))?.line.length ?? 0;
    const everybodyAt = async (step: number): Promise<void> => {
      for (const no of cases) await expect.poll(() => stepsOf(no), soon).toBe(step);
    };
    await everybodyAt(1);
    await advance('PT16M');
    await everybodyAt(2);
    await others[0]?.stop();
    await advance('PT16M');
    await everybodyAt(3);
    for (const no of cases) {
      expect((await callOf(no)).line.map(({ step, officer }: Json) => [step, officer === null])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
      // The seat of the task at the end of the line is the duty officer's, who was also the first in it: another message of its own.
      const expected = [...by('lz-duty'), ...by('lz-security'), ...by('lz-duty')].sort();
      await expect.poll(() => reached(no).sort(), soon).toEqual(expected);
    }
    await others[1]?.stop();
    const waiting = async () => (await app.store.deliveries.backlog()).waiting;
    await expect.poll(waiting, soon).toBe(0);
    for (const times of seen.values()) expect(times).toBe(3);
  });

  it('a key pressed on the telephone answers the call: the gateway tells so, and nobody else is called', async () => {
    const no = await file('lz-duty', 'lz-incident-virus');
    await expect.poll(() => reached(no).sort(), soon).toEqual(by('lz-duty'));
    const [key] = [...gateway.effects.values()]
      .filter(({ body }) => body.channel === 'telephone' && body.text.includes(no))
      .map((request) => request.key);
    const told = signedReceipt(SECRET, { key, state: 'answered' });
    const url = `${app.url}/api/v1/gateways/telephone/receipts`;
    expect((await fetch(url, { method: 'POST', ...told })).status).toBe(200);
    expect(await callOf(no)).toMatchObject({ state: 'acknowledged', acknowledged: { how: 'gateway' } });
    await advance('PT40M');
    expect((await callOf(no)).line).toHaveLength(1);
  });

  it('a decision ends the call, and nobody else is called', async () => {
    const no = await file('lz-duty', 'lz-incident-virus');
    await expect.poll(() => callOf(no), soon).toBeDefined();
    const done = await post('lz-duty', `/api/v1/cases/${no}/tasks/isolate-1/decisions`, { outcome: 'done' });
    expect(done.status, JSON.stringify(done.body)).toBe(201);
    expect(done.body.case.calls).toMatchObject([{ state: 'ended', acknowledged: { how: 'decision' } }]);
    await advance('PT40M');
    expect((await callOf(no)).line).toHaveLength(1);
  });

  it('a gateway that never comes back: the message is given up, listed, and sent anew once it is mended', async () => {
    gateway.mood = 503;
    const no = await file('lz-duty', 'lz-incident-virus');
    const lost = async (): Promise<Json[]> => {
      const { body } = await get('supervisor', '/api/v1/supervision/deliveries?limit=200');
      return body.items.filter((item: Json) => item.case === no);
    };
    await expect.poll(async () => (await lost()).length, soon).toBe(2);
    expect((await lost())[0]).toMatchObject({ kind: 'duty-call', failure: 'http_503', attempts: 5 });
    const mailed = () => smtp.mails.some(({ text }) => text.startsWith(CALL) && text.includes(no));
    await expect.poll(mailed, soon).toBe(true);
    gateway.mood = 202;
    for (const { id } of await lost()) {
      expect((await post('admin', `/api/v1/supervision/deliveries/${id}/retry`)).status).toBe(201);
    }
    await expect.poll(() => reached(no).sort(), soon).toEqual(by('lz-duty'));
    expect(await lost()).toEqual([]);
  });
});
