import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { rebuild, rebuildRegisters } from '../../store/index.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
const PROCEDURE = procedureById('lz-share-conditional') as Procedure;
const PURPOSE = '核验创业补贴申请人的就业状态';
const UNTIL = '2027-06-30';
const GRANTS = '/api/v1/registers/data-grants';

let app: RunningApp;
let no: string;
/** To whom it is granted. */
const granting: { users?: unknown } = {};
beforeAll(async () => {
  app = await startRunningApp();
  no = await granted();
});
afterAll(async () => {
  await app?.stop();
});

const get = async (account: string, path: string) => app.as(account).get<Json>(path);
const post = async (account: string, path: string, body: object, key?: string) =>
  app.as(account).post<Json>(path, body, key);

/** A share case through to its end; the provider grants less than was asked for. */
const granted = async (): Promise<string> => {
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const sample = sampleForm(PROCEDURE.form, app.clock.nowMs(), ids);
  const form = {
    ...sample,
    purpose: PURPOSE,
    items: ['就业单位', '就业日期'],
    mode: 'query',
    until: '2027-12-31',
  };
  const filed = await post('lz-requester', '/api/v1/cases', { procedure: PROCEDURE.id, form });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const number: string = filed.body.case.no;
  const { users } = sample;
  granting.users = users;
  const steps: [string, string, object][] = [
    ['lz-manager', 'review-1', { outcome: 'pass' }],
    [
      'lz-provider',
      'authorise-1',
      { outcome: 'approve', fields: { users, items: ['就业单位'], mode: 'query', until: UNTIL } },
    ],
    ['lz-operator', 'exchange-1', { outcome: 'done' }],
  ];
  for (const [account, task, body] of steps) {
    const reply = await post(account, `/api/v1/cases/${number}/tasks/${task}/decisions`, body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  }
  return number;
};
/** The grant as the list has it, which the line in full agrees with. */
const listed = async (): Promise<Json> => {
  const { body } = await get('lz-provider', GRANTS);
  const [item] = body.items;
  expect(await line()).toMatchObject(item);
  return item;
};
const line = async (account = 'lz-provider'): Promise<Json> => (await get(account, `${GRANTS}/${no}`)).body;
/** Notices of one kind about the grant, the first first. */
const told = async (kind: string) => app.store.db('notices').where({ case_no: no, kind }).orderBy('id');

describe('the register of data grants', () => {
  it('has a line for what was granted, not for what was asked', async () => {
    expect(await line()).toMatchObject({
      ...{
        id: no,
        case: no,
        state: 'open',
        department: 'lz-civil',
        ownerDepartment: 'lz-hrss',
        until: UNTIL,
      },
      details: { purpose: PURPOSE, items: ['就业单位'], mode: 'query', until: UNTIL },
      history: [{ op: 'open', case: no, actor: 'system' }],
    });
    expect((await listed()).columns).toEqual({
      ...{ resource: 'lz-hrss-employment', users: granting.users, items: ['就业登记状态'], mode: '查询引用' },
      ...{ purpose: PURPOSE, until: UNTIL, business: null, conditions: null },
      ...{ suspendedSince: null, closedAt: null },
      ...{ uses: 0, usesAgainstPurpose: 0, usesAfterEnd: 0 },
    });
    const { body } = await get('lz-requester', '/api/v1/registers');
    const register = body.items.find((item: Json) => item.register === 'data-grants');
    expect(register).toMatchObject({ title: '数据授权台账', lines: 1, byState: { open: 1, closed: 0 } });
  });

  it.each([
    ['?q=就业登记', 1],
    ['?q=%25', 0],
    ['?state=open', 1],
    ['?state=closed', 0],
    ['?department=lz-hrss', 1],
    ['?department=lz-civil', 1],
    ['?department=lz-tech', 0],
    ['?expiresBefore=2027-06-30', 0],
    ['?expiresBefore=2027-07-01', 1],
  ])('is searched with %s: %i', async (query, found) => {
    const { status, body } = await get('supervisor', `${GRANTS}${encodeURI(query).replace('%2525', '%25')}`);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(found);
  });

  it('is seen by the departments it concerns and by those who oversee them', async () => {
    for (const account of ['lz-requester', 'lz-provider', 'lz-competent', 'supervisor']) {
      expect((await get(account, `${GRANTS}/${no}`)).status, account).toBe(200);
    }
    for (const account of ['lz-hotline', 'dq-manager']) {
      expect((await get(account, `${GRANTS}/${no}`)).status, account).toBe(404);
      expect((await get(account, GRANTS)).body.items, account).toEqual([]);
    }
    expect((await get('supervisor', '/api/v1/registers/nothing')).status).toBe(404);
  });

  it('notes each use, and says when it is for another purpose than was granted', async () => {
    const key = `use-${no}`;
    const use = { purpose: PURPOSE, count: 3 };
    const first = await post('lz-requester', `${GRANTS}/${no}/uses`, use, key);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(first.body.finding).toBeNull();
    const replay = await post('lz-requester', `${GRANTS}/${no}/uses`, use, key);
    expect([replay.status, replay.headers.get('idempotent-replay')]).toEqual([201, 'true']);
    const other = await post('lz-requester', `${GRANTS}/${no}/uses`, { purpose: '统计年报', count: 1 });
    expect(other.body.finding).toBe('against_purpose');
    expect((await listed()).columns).toMatchObject({ uses: 4, usesAgainstPurpose: 1, usesAfterEnd: 0 });
    expect((await line()).uses).toMatchObject([
      { count: 3, againstPurpose: false, purpose: PURPOSE },
      { count: 1, againstPurpose: true, purpose: '统计年报' },
    ]);
    expect((await post('lz-provider', `${GRANTS}/${no}/uses`, use)).status).toBe(403);
  });

  it('is suspended, resumed and revoked at once by the owner of the data, with reasons, and by nobody else', async () => {
    const reasons = { reasons: '发现超出授权用途使用' };
    expect((await post('lz-requester', `${GRANTS}/${no}/suspend`, reasons)).status).toBe(403);
    expect((await post('lz-provider', `${GRANTS}/${no}/suspend`, {})).status).toBe(422);
    expect((await line()).allowedActions).toEqual(['suspend', 'revoke']);
    const suspended = await post('lz-provider', `${GRANTS}/${no}/suspend`, reasons);
    expect(suspended.status, JSON.stringify(suspended.body)).toBe(201);
    expect(suspended.body.line).toMatchObject({ state: 'suspended', allowedActions: ['resume', 'revoke'] });
    const { columns, standing } = await listed();
    expect(columns.suspendedSince).toBe(suspended.body.line.changedAt);
    expect(standing).toMatchObject([{ op: 'suspend', case: no, title: '有条件共享数据申请' }]);
    expect((await told('grant-suspended')).map(({ to_role }) => to_role)).toEqual([
      null,
      'platform-operator',
    ]);
    const use = await post('lz-requester', `${GRANTS}/${no}/uses`, { purpose: PURPOSE, count: 1 });
    expect(use).toMatchObject({ status: 201, body: { finding: 'while_suspended' } });
    expect(use.body.line.uses.at(-1)).toMatchObject({ count: 1, standing: 'suspended' });
    expect((await post('lz-provider', `${GRANTS}/${no}/suspend`, reasons)).status).toBe(409);
    expect((await post('lz-provider', `${GRANTS}/${no}/resume`, reasons)).body.line.state).toBe('open');
    expect((await listed()).columns.suspendedSince).toBeNull();
    expect(await told('grant-resumed')).toHaveLength(2);
    const history = (await line()).history;
    expect(history.map(({ op }: Json) => op)).toEqual(['open', 'suspend', 'resume']);
    expect(history[1]).toMatchObject({ reasons: reasons.reasons, actor: { role: 'data-provider' } });
  });

  it('tells both sides once, ten working days before a grant ends', async () => {
    // Ten working days before Wednesday 30 June 2027 is Wednesday 16 June, or later where holidays fall between.
    await app.as('admin').post('/api/v1/demo/advance', { to: '2027-06-08T09:00:00+08:00' });
    expect(await told('grant-expiring')).toEqual([]);
    await app.as('admin').post('/api/v1/demo/advance', { to: '2027-06-16T09:00:00+08:00' });
    const notices = await told('grant-expiring');
    expect(notices).toHaveLength(2);
    expect(notices.find(({ to_role }) => to_role === 'data-provider')?.to_department).toBe('lz-hrss');
    await app.as('admin').post('/api/v1/demo/advance', { to: '2027-06-18T09:00:00+08:00' });
    expect(await told('grant-expiring')).toHaveLength(2);
  });

  it('the day after its last one it is expired, and a use is taken down as a finding', async () => {
    await app.as('admin').post('/api/v1/demo/advance', { to: '2027-07-01T09:00:00+08:00' });
    expect(await line()).toMatchObject({ state: 'expired', until: '2027-06-30' });
    const used = await post('lz-requester', `${GRANTS}/${no}/uses`, { purpose: PURPOSE, count: 2 });
    expect(used).toMatchObject({ status: 201, body: { finding: 'after_end' } });
    expect((await listed()).columns).toMatchObject({ uses: 6, usesAgainstPurpose: 1, usesAfterEnd: 2 });
    expect((await line()).uses.at(-1)).toMatchObject({ count: 2, againstPurpose: false, afterEnd: true });
  });

  it('revoked it stays so; derived anew from the record it comes out the same', async () => {
    const revoked = await post('lz-provider', `${GRANTS}/${no}/revoke`, { reasons: '不再共享' });
    expect(revoked.body.line).toMatchObject({ state: 'closed', allowedActions: [] });
    expect((await listed()).columns.closedAt).toBe(revoked.body.line.changedAt);
    expect((await post('lz-provider', `${GRANTS}/${no}/resume`, { reasons: '误' })).status).toBe(409);
    expect(await told('grant-revoked')).toHaveLength(2);
    const used = await post('lz-requester', `${GRANTS}/${no}/uses`, { purpose: PURPOSE, count: 5 });
    expect(used).toMatchObject({ status: 201, body: { finding: 'after_revocation' } });
    const owner = { to_role: 'data-provider', to_department: 'lz-hrss' };
    // Against the purpose, while suspended, after the end, after the revocation.
    expect(await told('grant-misused')).toMatchObject([owner, owner, owner, owner]);
    const everything = async () => [
      await app.store.db('register_lines').orderBy(['register', 'key']),
      await app.store.db('register_history').orderBy(['case_no', 'seq']),
    ];
    const before = await everything();
    const { db } = app.store;
    expect(await rebuildRegisters(db, { repair: false })).toEqual([]);
    await db('register_lines').where({ key: no }).update({ state: 'open', title: '另一标题' });
    expect(await rebuildRegisters(db, { repair: false })).toEqual([`data-grants ${no}`]);
    expect(await everything()).not.toEqual(before);
    expect(await rebuildRegisters(db, { repair: true })).toEqual([`data-grants ${no}`]);
    expect(await everything()).toEqual(before);
    expect((await rebuild(app.store.db, { caseNo: no, repair: false })).differences).toEqual([]);
  });
});
