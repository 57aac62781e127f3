import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import type { PersonCommand } from '../../cases/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { executeUpdate } from '../../workflows/contract.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';
import { textIn } from '../support/secrets.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
const PROCEDURE = procedureById('lz-share-conditional') as Procedure;

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  await app?.stop();
});

const formNow = () =>
  sampleForm(PROCEDURE.form, app.clock.nowMs(), { resource: 'lz-hrss-employment', department: 'lz-hrss' });
const file = async (): Promise<string> => {
  const { status, body } = await app
    .as('lz-requester')
    .post<Json>('/api/v1/cases', { procedure: PROCEDURE.id, form: formNow() });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.case.no;
};
const decisions = (no: string, task: string) => `/api/v1/cases/${no}/tasks/${task}/decisions`;
const decidedEvents = async (no: string): Promise<Json[]> =>
  (await app.store.record.events(no, 0)).filter(({ type }) => type === 'Decided');

describe('a decision takes effect once', () => {
  it('of two officers deciding the same task at once one has it, the other is told who was faster', async () => {
    const no = await file();
    const second = await colleagueOf('lz-manager');
    const replies = await Promise.all([
      app.as('lz-manager').post<Json>(decisions(no, 'review-1'), { outcome: 'pass' }),
      app.as(second).post<Json>(decisions(no, 'review-1'), { outcome: 'pass' }),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('task_already_decided');
    expect(await decidedEvents(no)).toHaveLength(1);
  });

  it('one hundred submissions with one key are one case', async () => {
    const body = { procedure: PROCEDURE.id, form: formNow() };
    const key = randomUUID();
    const before = await app.store.db('case_files').count();
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => app.as('lz-requester').post<Json>('/api/v1/cases', body, key)),
    );
    const after = await app.store.db('case_files').count();
    expect(Number(after[0]?.count) - Number(before[0]?.count)).toBe(1);
    const numbers = replies.filter(({ status }) => status === 201).map((reply) => reply.body.case.no);
    expect(new Set(numbers).size).toBe(1);
    for (const { status } of replies) expect([201, 409]).toContain(status);
    const again = await app.as('lz-requester').post<Json>('/api/v1/cases', body, key);
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotent-replay')).toBe('true');
  });

  it('a decision made in the engine whose caller died before recording it is recorded by the dispatcher', async () => {
    const no = await file();
    const { command, id } = await receiveDecision(no);
    const request = {
      command,
      atMs: app.clock.nowMs(),
      knownSeq: (await app.store.record.load(no))?.state.seq ?? 0,
    };
    await app.engineStart(no);
    await app.client.workflow.getHandle(no).executeUpdate(executeUpdate, { args: [request], updateId: id });
    expect(await decidedEvents(no)).toHaveLength(0);
    await untilDone(id);
    expect(await decidedEvents(no)).toHaveLength(1);
    await app.dispatcher.round();
    expect(await decidedEvents(no)).toHaveLength(1);
  });

  it('a command that was received and never sent is carried out by the dispatcher', async () => {
    const no = await file();
    const { id } = await receiveDecision(no);
    await untilDone(id);
    expect(await decidedEvents(no)).toHaveLength(1);
  });

  it('a run that lost its memory is started anew from the record, with its clocks', async () => {
    const no = await file();
    await app.engineStart(no);
    await app.client.workflow.getHandle(no).terminate('the engine forgets');
    const reply = await app.as('lz-manager').post<Json>(decisions(no, 'review-1'), { outcome: 'pass' });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    const description = await app.client.workflow.getHandle(no).describe();
    expect(description.status.name).toBe('RUNNING');
    expect(await decidedEvents(no)).toHaveLength(1);
  });
});

describe('the targets that a case was filed under', () => {
  /** 未发布资源申请, 第七十七条: five and ten working days, both of them targets. */
  const { form } = procedureById('lz-resource-unpublished') as Procedure;
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const fileIt = async (): Promise<string> => {
    const body = { procedure: 'lz-resource-unpublished', form: sampleForm(form, app.clock.nowMs(), ids) };
    const filed = await app.as('lz-requester').post<Json>('/api/v1/cases', body);
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    return filed.body.case.no;
  };
  /** What the run has opened next, by the rules that it goes by. */
  const nextLimit = async (no: string): Promise<Json> => {
    const approve = { outcome: 'approve' };
    const decided = await app.as('lz-manager').post<Json>(decisions(no, 'review-1'), approve);
    expect(decided.status, JSON.stringify(decided.body)).toBe(201);
    return decided.body.case.tasks.find(({ id }: Json) => id === 'publish-1').clock.limit;
  };

  it('hold to its end, though its run is started anew after they were taken back; others never see them', async () => {
    const before = await fileIt();
    const today = isoOf(app.clock.nowMs()).slice(0, 10);
    const target = { edition: '2021-1', limit: 'publish', amount: 20, from: today };
    const said = { reasons: '年末承办力量不足', documentNo: '兰新管办发〔2026〕12号' };
    const made = await app
      .as('admin')
      .post<Json>('/api/v1/procedures/lz-resource-unpublished/targets', { ...target, ...said });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id } = made.body.target;
    const under = await fileIt();
    const back = await app.as('admin').post<Json>(`/api/v1/targets/${id}/withdraw`, { reasons: '恢复原定' });
    expect(back.status).toBe(201);
    const after = await fileIt();
    for (const no of [before, under]) {
      await app.engineStart(no);
      await app.client.workflow.getHandle(no).terminate('lost');
    }
    expect(await nextLimit(before)).toMatchObject({ amount: 10 });
    expect(await nextLimit(under)).toMatchObject({
      amount: 20,
      setting: { id, documentNo: said.documentNo },
    });
    expect(await nextLimit(after)).toMatchObject({ amount: 10 });
    const sent = textIn(await app.client.workflow.getHandle(under).fetchHistory());
    expect(sent).toContain(id);
    expect(sent).not.toContain(said.documentNo);
  });
});

/** A second person of the same role and department. */
const colleagueOf = async (account: string): Promise<string> => {
  const person = await app.store.people.byAccount(account);
  const colleague = `${account}-b`;
  if (person === null || (await app.store.people.byAccount(colleague)) !== null) return colleague;
  const id = `p-${randomUUID().slice(0, 6)}`;
  await app.store.db('people').insert({
    ...{ id, account: colleague, name: '同事', password_hash: '-', department_id: person.department },
  });
  for (const { role, department } of await app.store.people.grantsOf(person.id)) {
    await app.store.db('role_grants').insert({ person_id: id, role, department_id: department });
  }
  return colleague;
};

/** A decision as the API stores it before it speaks to the engine, its caller's lease already over. */
const receiveDecision = async (no: string): Promise<{ id: string; command: PersonCommand }> => {
  const id = randomUUID();
  const person = await app.store.people.byAccount('lz-manager');
  const actor = { personId: person?.id ?? '', role: 'platform-manager', department: 'lz-tech' } as const;
  const decide = {
    type: 'decide',
    task: 'review-1',
    outcome: 'pass',
    gives: [],
    facts: {},
    digest: '',
  } as const;
  const command: PersonCommand = { ...decide, gives: [], id, actor };
  const receivedAtMs = app.clock.nowMs();
  await app.store.commands.receive({
    ...{
      id,
      personId: actor.personId,
      key: id,
      requestDigest: 'd',
      caseNo: no,
      body: command,
      content: null,
    },
    receivedAtMs,
  });
  await app.store
    .db('commands')
    .where({ id })
    .update({ next_attempt_at: new Date(0) });
  return { id, command };
};

const untilDone = async (id: string): Promise<void> => {
  await expect.poll(async () => (await app.store.commands.get(id))?.state, { timeout: 15_000 }).toBe('done');
};
