import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  await app?.stop();
});

const SECRETS = ['欧阳测试', '11010519491231002X', '13800138000', '密级理由', '李四海', '照号甲乙丙'];

it('names, identity numbers, phone numbers and what people write are in no history, search attribute, log line or metric', async () => {
  const objection = procedureById('lz-licence-objection') as Procedure;
  const filed = await app.as('lz-hotline').post<Json>('/api/v1/cases', {
    procedure: objection.id,
    form: {
      ...sampleForm(objection.form, app.clock.nowMs(), { resource: '', department: '' }),
      holder: { name: '欧阳测试', idNumber: '11010519491231002X' },
      licenceNo: '照号甲乙丙',
      what: '电话13800138000，姓名李四海有误',
      receivedAt: isoOf(app.clock.nowMs()),
    },
  });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const { no } = filed.body.case;
  const decide = async (task: string, body: object) => {
    const reply = await app.as('lz-issuer').post<Json>(`/api/v1/cases/${no}/tasks/${task}/decisions`, body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  };
  await decide('mark-1', { outcome: 'marked' });
  await app.as('lz-issuer').post(`/api/v1/cases/${no}/acts`, {
    act: 'comment',
    reasons: '密级理由：欧阳测试，13800138000',
  });
  await decide('verify-1', { outcome: 'upheld', reasons: '密级理由：李四海' });
  await app.as('supervisor').get(`/api/v1/cases?q=${encodeURIComponent('欧阳测试')}`);
  await decide('reply-1', { outcome: 'told', fields: { reply: '维持原内容，电话告知' } });

  const stored = JSON.stringify(await app.store.db('case_files').where({ case_no: no }));
  expect(stored, 'what is looked for is really there, in PostgreSQL').toContain('11010519491231002X');
  const handle = app.client.workflow.getHandle(no);
  const history = decoded(JSON.stringify(await handle.fetchHistory()));
  const description = JSON.stringify(await handle.describe());
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(history, 'the history is readable').toContain('Decided');
  expect(metrics.length).toBeGreaterThan(100);
  const events = JSON.stringify(await app.store.record.events(no, 0));
  for (const secret of SECRETS) {
    expect(history).not.toContain(secret);
    expect(description).not.toContain(secret);
    expect(app.logs.join(''), `log: ${secret}`).not.toContain(secret);
    expect(metrics).not.toContain(secret);
    expect(events).not.toContain(secret);
    expect(no).not.toContain(secret);
  }
});

/** A history as text, with the payloads' bytes as the text they hold. */
const decoded = (history: string): string =>
  history.replaceAll(
    /"data":(?:\{"type":"Buffer","data":\[([\d,]*)\]\}|"([A-Za-z0-9+/=]*)"|\{("\d+":\d+(?:,"\d+":\d+)*)\})/g,
    (_all, bytes, base64, indexed) => {
      if (bytes !== undefined) return Buffer.from(bytes.split(',').map(Number)).toString('utf8');
      if (base64 !== undefined) return Buffer.from(base64, 'base64').toString('utf8');
      return Buffer.from(indexed.split(',').map((pair: string) => Number(pair.split(':')[1]))).toString(
        'utf8',
      );
    },
  );
