import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayStub, startGatewayStub } from '../../test/support/gateway-stub.ts';
import { type SmtpStub, startSmtpStub } from '../../test/support/smtp-stub.ts';
import { instantText } from '../present/instants.ts';
import { CHANNELS_OF } from './channels-of.ts';
import { eMailNotifier } from './e-mail.ts';
import { gatewayNotifier } from './gateway.ts';
import { type Told, wordingOf } from './wording.ts';

const SECRET = 'a-secret-of-the-test-gateway';
const message = {
  key: 'key-1',
  to: '10086',
  subject: '[时限] 新的待办',
  text: '新的待办：有条件共享（LZ-1）。',
};
let gateway: GatewayStub;
let smtp: SmtpStub;
beforeAll(async () => {
  [gateway, smtp] = await Promise.all([startGatewayStub(SECRET), startSmtpStub()]);
});
afterAll(() => Promise.all([gateway.stop(), smtp.stop()]));

describe('a gateway', () => {
  const send = (secret = SECRET, key = 'key-1', timeoutMs = 5_000) =>
    gatewayNotifier('sms', { url: gateway.url, secret }, { timeoutMs }).send({ ...message, key });

  it.each([
    [202, { kind: 'sent' }],
    [500, { kind: 'failed', why: 'http_500' }],
    [429, { kind: 'failed', why: 'http_429' }],
    [409, { kind: 'failed', why: 'http_409' }],
    [422, { kind: 'refused', why: 'http_422' }],
    [302, { kind: 'refused', why: 'http_302' }],
    ['hangs', { kind: 'failed', why: 'timeout' }],
    ['works-then-drops', { kind: 'failed', why: 'no_answer' }],
  ] as const)('that does %s: the outcome says whether to try again', async (mood, outcome) => {
    gateway.mood = mood;
    expect(await send(SECRET, `mood-${mood}`, mood === 'hangs' ? 100 : 5_000)).toEqual(outcome);
  });
  it('is told who sends by a signature; a wrong one is turned away', async () => {
    gateway.mood = 202;
    expect(await send('another-secret-altogether')).toEqual({ kind: 'refused', why: 'http_401' });
    expect(await send()).toEqual({ kind: 'sent' });
    expect(gateway.effects.get('key-1')?.body).toEqual({ channel: 'sms', to: '10086', text: message.text });
  });
  it('that is not there fails for the moment', async () => {
    const nowhere = gatewayNotifier('sms', { url: 'http://127.0.0.1:1/', secret: SECRET });
    expect(await nowhere.send(message)).toEqual({ kind: 'failed', why: 'no_answer' });
  });
});

describe('e-mail', () => {
  const mail = () => eMailNotifier({ smtpUrl: smtp.url, from: 'shixian@example.com' }, { timeoutMs: 5_000 });
  it('carries subject and text and nothing else, under the id of its key', async () => {
    const outcome = await mail().send({ ...message, to: 'officer@example.com' });
    expect(outcome).toEqual({ kind: 'sent' });
    const [{ to, headers, text }] = smtp.mails as [(typeof smtp.mails)[0]];
    expect(to).toEqual(['officer@example.com']);
    expect(headers).toMatchObject({
      subject: message.subject,
      'message-id': '<key-1@example.com>',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(text.trim()).toBe(message.text);
  });
  it.each([
    ['550 no such user', { kind: 'refused', why: 'smtp_550' }],
    ['451 come again', { kind: 'failed', why: 'smtp_451' }],
  ])('whose recipient is answered %s', async (answer, outcome) => {
    smtp.recipient = answer;
    const before = smtp.mails.length;
    expect(await mail().send({ ...message, to: 'officer@example.com' })).toEqual(outcome);
    expect(smtp.mails).toHaveLength(before);
    smtp.recipient = '250 ok';
  });
  it('one address is one recipient, whatever it looks like', async () => {
    const before = smtp.mails.length;
    await mail().send({ ...message, to: 'a@example.com, b@example.com' });
    expect(smtp.mails.slice(before).flatMap(({ to }) => to)).not.toContain('b@example.com');
  });
  it('to another machine goes encrypted or not at all', async () => {
    // The same machine by a name that does not say so.
    const plain = {
      smtpUrl: smtp.url.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
      from: 'shixian@example.com',
    };
    const before = smtp.mails.length;
    const outcome = await eMailNotifier(plain, { timeoutMs: 5_000 }).send({
      ...message,
      to: 'a@example.com',
    });
    expect(outcome).toEqual({ kind: 'failed', why: 'smtp_502' });
    expect(smtp.mails).toHaveLength(before);
  });
});

describe('what is said', () => {
  const endingAt = (dueAt: string): NonNullable<Told['clock']> => ({
    limit: {
      ...{ amount: 3, unit: 'working-day', kind: 'statutory' },
      basis: { regulation: 'LZ-D', article: '第三十条' },
    },
    ...{ dueAtMs: Date.parse(dueAt), provisional: false, earliestAtMs: null, latestAtMs: null },
  });
  const told: Told = {
    ...{ kind: 'task-opened', caseNo: 'LZ-20261123-0001', procedure: '有条件共享', stage: '数据提供方审核' },
    ...{ clock: endingAt('2026-11-27T00:00:00+08:00'), ground: null, result: null },
  };
  it.each([
    ['2026-11-27T00:00:00+08:00', '2026年11月26日24:00'],
    ['2026-11-27T00:01:00+08:00', '2026年11月27日00:01'],
    ['2027-01-01T00:00:00+08:00', '2026年12月31日24:00'],
  ])('%s is read as %s', (iso, text) => expect(instantText(Date.parse(iso))).toBe(text));
  it('names what is due, of which case, until when, and where to look', () => {
    const { subject, text } = wordingOf(told, 'https://shixian.example.com');
    expect(subject).toBe('[时限] 新的待办：有条件共享 LZ-20261123-0001');
    expect(text).toBe(
      '新的待办：有条件共享（LZ-20261123-0001）“数据提供方审核”。请在2026年11月26日24:00前办理（法定期限）。\nhttps://shixian.example.com/api/v1/cases/LZ-20261123-0001',
    );
  });
  it('an end that is not firm is told as provisional, with where it can come to lie', () => {
    const [earliestAtMs, latestAtMs] = ['2027-02-06', '2027-02-17'].map((day) =>
      Date.parse(`${day}T00:00:00+08:00`),
    ) as [number, number];
    const clock = { ...endingAt('2027-02-10T00:00:00+08:00'), provisional: true, earliestAtMs, latestAtMs };
    expect(wordingOf({ ...told, clock }, null).text).toContain(
      '请在2027年02月09日24:00前办理（法定期限；暂定：放假安排公布后，最早 2027-02-05，最晚 2027-02-16）。',
    );
  });
  it.each([
    ['statutory', '法定期限'],
    ['target', '目标期限'],
    ['house', '本系统期限'],
  ] as const)('an escalation of a %s limit says so', (kind, words) => {
    const clock = endingAt('2026-11-27T00:00:00+08:00');
    const late: Told = { ...told, kind: 'escalated', clock: { ...clock, limit: { ...clock.limit, kind } } };
    expect(wordingOf(late, null).text).toContain(`期限为2026年11月26日24:00，已经超过（${words}）。`);
  });
  it('calls of an emergency go by telephone, short message and e-mail; escalations away from the desk as well', () => {
    expect(CHANNELS_OF['duty-call'].channels).toEqual(['in-app', 'e-mail', 'sms', 'telephone']);
    expect(CHANNELS_OF.escalated.channels).toContain('sms');
    for (const { channels } of Object.values(CHANNELS_OF)) expect(channels).toContain('in-app');
  });
});
