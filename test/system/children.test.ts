import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContents } from '../../api/forms/check.ts';
import { isoOf } from '../../calendar/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { rebuild } from '../../store/index.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';
import { secretsTold } from '../support/secrets.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
const PROCEDURE = procedureById('lz-share-conditional') as Procedure;
const REASONS = '双方对共享条件意见不一';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  await app?.stop();
});

const file = async (): Promise<string> => {
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const form = sampleForm(PROCEDURE.form, app.clock.nowMs(), ids);
  const { status, body } = await app
    .as('lz-requester')
    .post<Json>('/api/v1/cases', { procedure: PROCEDURE.id, form });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.case.no;
};
const see = async (no: string, account = 'supervisor'): Promise<Json> =>
  (await app.as(account).get<Json>(`/api/v1/cases/${no}`)).body;
const act = (no: string, account: string, name: string, body: object = {}) =>
  app.as(account).post<Json>(`/api/v1/cases/${no}/acts`, { act: name, ...body });
const decide = async (no: string, account: string, task: string, outcome: string, body: object = {}) =>
  app.as(account).post<Json>(`/api/v1/cases/${no}/tasks/${task}/decisions`, { outcome, ...body });
const eventTypes = async (no: string): Promise<string[]> =>
  (await app.store.record.events(no)).map(({ type }) => type);
const count = async (no: string, type: string): Promise<number> =>
  (await eventTypes(no)).filter((each) => each === type).length;
const untilBorn = async (no: string): Promise<void> => {
  await expect.poll(async () => (await app.store.record.load(no)) !== null, { timeout: 10_000 }).toBe(true);
};
const untilSettled = async (no: string): Promise<void> => {
  await expect
    .poll(async () => (await see(no)).children[0]?.result ?? null, { timeout: 10_000 })
    .not.toBeNull();
};
const disputed = async (by = 'lz-provider'): Promise<{ no: string; child: string }> => {
  const no = await file();
  expect((await decide(no, 'lz-manager', 'review-1', 'pass')).status).toBe(201);
  const reply = await act(no, by, 'dispute', { reasons: REASONS });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return { no, child: `${no}.1` };
};
const AGREED = { fields: { agreement: '按原申请范围共享', present: ['数据提供方', '数据需求方'] } };
const agree = async (child: string) => {
  const reply = await decide(child, 'lz-competent', 'negotiate-1', 'agreed', AGREED);
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
};

describe('a case that opens another and waits', () => {
  it('waits for the dispute while its clock runs, and goes on when the dispute has ended', async () => {
    const { no, child } = await disputed();
    await untilBorn(child);
    const waiting = await see(no);
    expect(waiting.children).toEqual([
      {
        ...{ no: child, procedure: 'lz-dispute', procedureTitle: '数据共享分歧协调' },
        ...{ stage: null, result: null, clocks: 'run' },
      },
    ]);
    const authorise = waiting.tasks.find(({ id }: Json) => id === 'authorise-1');
    expect(authorise.clock.state).toBe('running');
    expect(authorise.waitsFor).toEqual([child]);
    const asOf = encodeURIComponent(authorise.clock.dueAt);
    for (const [account, list] of [
      ['lz-provider', '/api/v1/tasks?view=todo'],
      ['supervisor', `/api/v1/supervision/overdue?asOf=${asOf}`],
    ] as const) {
      const { items } = (await app.as(account).get<Json>(list)).body;
      expect(items.find((item: Json) => item.case.no === no)).toMatchObject({ waitsFor: [child] });
    }
    const approve = () => decide(no, 'lz-provider', 'authorise-1', 'refuse', { reasons: '超出履职所需范围' });
    expect((await approve()).body.code).toBe('dispute_pending');

    const dispute = await see(child);
    expect(dispute).toMatchObject({ parent: no, procedure: 'lz-dispute', status: 'open' });
    expect(dispute.form).toMatchObject({ matter: REASONS, classified: false });
    expect(dispute.requester.department).toBe('lz-hrss');
    expect(dispute.tasks.map(({ id, department }: Json) => [id, department])).toEqual([
      ['negotiate-1', 'lz-economy'],
    ]);
    const description = await app.client.workflow.getHandle(child).describe();
    expect(description.status.name).toBe('RUNNING');

    await agree(child);
    await untilSettled(no);
    expect((await see(no)).children[0].result).toBe('agreed');
    expect((await approve()).status).toBe(201);
    expect((await rebuild(app.store.db, { caseNo: no, repair: false })).differences).toEqual([]);
    expect((await rebuild(app.store.db, { caseNo: child, repair: false })).differences).toEqual([]);
  });

  it('who sees either case sees the other, and only they', async () => {
    const { no, child } = await disputed();
    await untilBorn(child);
    for (const account of ['lz-requester', 'lz-provider', 'lz-manager', 'lz-competent', 'supervisor']) {
      for (const each of [no, child]) {
        const { status } = await app.as(account).get(`/api/v1/cases/${each}`);
        expect(status, `${account} ${each}`).toBe(200);
      }
    }
    const stranger = await app.as('dq-manager').get(`/api/v1/cases/${child}`);
    expect(stranger.status).toBe(404);
  });

  it('a process that ends between the dispute and the filing leaves a command that any dispatcher carries out once', async () => {
    await app.dispatcher.stop();
    const { no, child } = await disputed();
    expect(await app.store.record.load(child)).toBeNull();
    const [asked] = await app.store.db('commands').where({ id: `child:${child}` });
    expect(asked).toMatchObject({ state: 'pending', person_id: 'system' });
    await Promise.all([app.dispatcher.round(), app.dispatcher.round(), app.dispatcher.round()]);
    expect(await count(child, 'Submitted')).toBe(1);
    // Carried out, but the process ended before it could say so.
    await app.store
      .db('commands')
      .where({ id: `child:${child}` })
      .update({ state: 'pending', done_at: null, next_attempt_at: new Date(0) });
    await app.dispatcher.round();
    expect(await count(child, 'Submitted')).toBe(1);
    expect((await app.store.commands.get(`child:${child}`))?.state).toBe('done');

    await agree(child);
    expect((await see(no)).children[0].result).toBeNull();
    await Promise.all([app.dispatcher.round(), app.dispatcher.round()]);
    await app.store
      .db('commands')
      .where({ id: `settled:${child}` })
      .update({ state: 'pending', done_at: null, next_attempt_at: new Date(0) });
    await app.dispatcher.round();
    expect(await count(no, 'ChildSettled')).toBe(1);
    expect((await see(no)).children[0].result).toBe('agreed');
    await restart();
  });

  it('commands of the system are nobody’s to see', async () => {
    const { child } = await disputed();
    for (const account of ['lz-provider', 'admin']) {
      const reply = await app.as(account).get(`/api/v1/commands/${encodeURIComponent(`child:${child}`)}`);
      expect([400, 404]).toContain(reply.status);
    }
  });

  it.each([
    ['born by then', true],
    ['not yet born, and every process gone meanwhile', false],
  ])('a case withdrawn while it waits takes the dispute with it, once: %s', async (_says, isBorn) => {
    if (!isBorn) await app.dispatcher.stop();
    const { no, child } = await disputed();
    if (isBorn) await untilBorn(child);
    expect((await act(no, 'lz-requester', 'withdraw')).status).toBe(201);
    if (!isBorn) {
      const ended = { id: `fallen-away:${child}` };
      expect((await app.store.commands.get(ended.id))?.state).toBe('pending');
      await app.dispatcher.round();
      await app.store
        .db('commands')
        .where(ended)
        .update({ state: 'pending', done_at: null, next_attempt_at: new Date(0) });
      await restart();
    }
    await untilSettled(no);
    const [after, dispute] = [await see(no), await see(child)];
    expect(after).toMatchObject({ status: 'closed', result: 'withdrawn' });
    expect(after.children[0].result).toBe('terminated');
    expect(dispute).toMatchObject({ status: 'closed', result: 'terminated' });
    expect(dispute.tasks).toMatchObject([{ state: 'cancelled', clock: { state: 'cancelled' } }]);
    expect(await count(child, 'ParentEnded')).toBe(1);
    for (const caseNo of [no, child])
      expect((await rebuild(app.store.db, { caseNo, repair: false })).differences).toEqual([]);
  });

  it('the result of a closed case is disputed, remarked on and copied without a run, by several at once', async () => {
    const no = await file();
    const refused = await decide(no, 'lz-manager', 'review-1', 'refuse', { reasons: '超出履职所需' });
    expect(refused.status).toBe(201);
    const remarks = await Promise.all(
      Array.from({ length: 6 }, (_, i) => act(no, 'lz-requester', 'comment', { reasons: `说明${i}` })),
    );
    expect(remarks.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(await count(no, 'Commented')).toBe(6);
    expect((await act(no, 'lz-requester', 'dispute', { reasons: REASONS })).status).toBe(201);
    await untilBorn(`${no}.1`);
    await agree(`${no}.1`);
    await untilSettled(no);
    expect((await see(no)).status).toBe('closed');
  });

  it('a reopened case runs again on the engine, its new clocks go off', async () => {
    const procedure = procedureById('ly-share') as Procedure;
    const ids = { resource: 'ly-hrss-employment', department: 'ly-hrss' };
    const form = sampleForm(procedure.form, app.clock.nowMs(), ids);
    const filed = await app.as('ly-requester').post<Json>('/api/v1/cases', { procedure: procedure.id, form });
    const no: string = filed.body.case.no;
    const refusal = { reasons: '无依据', legalBasis: '第二十五条' };
    expect((await decide(no, 'ly-manager', 'review-1', 'refuse', refusal)).status).toBe(201);
    expect((await decide(no, 'ly-manager', 'tell-refusal-1', 'told')).body.case.status).toBe('closed');
    const reopened = await act(no, 'ly-requester', 'reopen', { reasons: '有异议' });
    expect(reopened.status, JSON.stringify(reopened.body)).toBe(201);
    expect(reopened.body.case.status).toBe('open');
    const running = async () => (await app.client.workflow.getHandle(no).describe()).status.name;
    await expect.poll(running, { timeout: 10_000 }).toBe('RUNNING');
    const due = reopened.body.case.tasks.findLast(({ stage }: Json) => stage === 'coordinate').clock.dueAt;
    await app.as('admin').post('/api/v1/demo/advance', { to: due });
    expect(await count(no, 'ClockMissed')).toBe(2);
    expect((await rebuild(app.store.db, { caseNo: no, repair: false })).differences).toEqual([]);
  });

  it('virtual time answers only when the dispute has been filed', async () => {
    await app.dispatcher.stop();
    const { child } = await disputed();
    const to = isoOf(app.clock.nowMs() + 3_600_000);
    expect((await app.as('admin').post('/api/v1/demo/advance', { to })).status).toBe(200);
    expect(await app.store.record.load(child)).not.toBeNull();
    await restart();
  });
});

describe('a stage that is a case of its own', () => {
  const BLOCK = procedureById('ah-system-block') as Procedure;
  const APPLIED = {
    kind: 'department-system',
    plan: '经统一网关接入',
    level: '第三级',
    assessment: '风险测评通过',
  };
  const UNIT = 'ah-info-unit-platform-administrator';

  /** A system is blocked, put right and assessed; its unit applies to connect it again. */
  const appliedFor = async (): Promise<{ no: string; child: string }> => {
    const ids = { resource: '', department: 'ah-info' };
    const form = sampleForm(BLOCK.form, app.clock.nowMs(), ids);
    const filed = await app.as('ah-manager').post<Json>('/api/v1/cases', { procedure: BLOCK.id, form });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const no: string = filed.body.case.no;
    const way: [string, string, string, object?][] = [
      ['ah-manager', 'block-1', 'block'],
      [UNIT, 'rectify-1', 'done', { measures: '已升级' }],
      ['ah-expert', 'test-1', 'passed', { agency: '测评中心', report: '通过' }],
      [UNIT, 'apply-1', 'applied', APPLIED],
    ];
    for (const [account, task, outcome, fields] of way) {
      const reply = await decide(
        no,
        account,
        task,
        outcome,
        fields === undefined ? { reasons: REASONS } : { fields },
      );
      expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    }
    return { no, child: `${no}.1` };
  };

  it('is filed whole, on the side of whoever opened it, with what both cases have said, and settles the stage', async () => {
    const { no, child } = await appliedFor();
    await untilBorn(child);
    const waiting = await see(no);
    expect(waiting.children).toMatchObject([{ no: child, stage: 'reconnect', result: null }]);
    expect(waiting.stages.find(({ stage }: Json) => stage === 'reconnect').state).toBe('current');
    const application = await see(child);
    expect(application).toMatchObject({ parent: no, procedure: 'ah-system-access' });
    expect(application.requester.department).toBe('ah-info');
    const { system } = ((await app.store.record.load(no)) as Json).file.form;
    const form = (await app.store.record.load(child))?.file.form as Json;
    expect(form).toEqual({ system, ground: 'blocked', ...APPLIED, classified: false });
    const moment = { nowMs: app.clock.nowMs() };
    const { form: fields } = procedureById('ah-system-access') as Procedure;
    expect(checkContents({ fields, contents: form, moment, at: 'form', code: 'form_invalid' })).toBeNull();
    expect((await app.as(UNIT).get(`/api/v1/cases/${no}`)).status).toBe(200);

    expect((await decide(child, 'ah-manager', 'approve-1', 'approve')).status).toBe(201);
    expect((await decide(child, 'ah-operator', 'connect-1', 'done')).status).toBe(201);
    await untilSettled(no);
    expect(await see(no)).toMatchObject({ status: 'closed', result: 'connected' });
    expect((await rebuild(app.store.db, { caseNo: no, repair: false })).differences).toEqual([]);
    expect((await rebuild(app.store.db, { caseNo: child, repair: false })).differences).toEqual([]);
  });

  it('ends with the case that waits for it, once, though the process ends before it was even filed', async () => {
    await app.dispatcher.stop();
    const { no, child } = await appliedFor();
    expect((await act(no, 'ah-competent', 'terminate', { reasons: REASONS })).status).toBe(201);
    expect(await app.store.record.load(child)).toBeNull();
    await Promise.all([app.dispatcher.round(), app.dispatcher.round()]);
    await app.dispatcher.round();
    expect((await app.store.record.load(child))?.state).toMatchObject({
      status: 'closed',
      result: 'terminated',
    });
    expect(await count(child, 'CaseClosed')).toBe(1);
    await restart();
    await untilSettled(no);
    expect(await see(no)).toMatchObject({ status: 'closed', result: 'terminated' });
    expect((await rebuild(app.store.db, { caseNo: child, repair: false })).differences).toEqual([]);
  });
});

/** The system again, on the same database and engine, its dispatcher running. */
const restart = async (): Promise<void> => {
  const { databaseUrl, namespace } = app;
  await app.stop();
  const { inject } = await import('vitest');
  app = await startRunningApp({ databaseUrl, temporal: { address: inject('temporalAddress'), namespace } });
};

it('nothing of people, and nothing that they wrote, is told to the engine, the log or the metrics', async () => {
  expect(await secretsTold(app, [REASONS, AGREED.fields.agreement, '数据需求方', '经统一网关接入'])).toEqual(
    [],
  );
}, 120_000);
