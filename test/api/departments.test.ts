import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { HOUR_MS, objection, openWorld, START_MS, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const named = (issuer?: string) => objection(issuer === undefined ? {} : { issuer });

describe('a department that the form names', () => {
  it('has the tasks of the seats that go by it, sees the case, and decides', async () => {
    const filed = await world.as('hotline').submit(named('lz-hrss'));
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { no, tasks } = filed.body.case;
    expect(tasks.map(({ department }: { department: string }) => department)).toEqual(['lz-hrss', 'lz-hrss']);
    expect((await world.as('issuer').get(`/api/v1/cases/${no}`)).status).toBe(404);
    expect((await world.as('issuer2').get(`/api/v1/cases/${no}`)).status).toBe(200);
    expect((await world.as('issuer2').decide(no, 'mark-1', { outcome: 'marked' })).status).toBe(201);
  });

  it('is any of those that the form says can be chosen', async () => {
    const { form } = (await world.as('hotline').get('/api/v1/procedures/lz-licence-objection')).body;
    const { 'x-jurisdiction': place, 'x-roles': roles } = form.properties.issuer;
    const query = `jurisdiction=${place}&role=${roles.join(',')}`;
    const { items } = (await world.as('hotline').get(`/api/v1/departments?${query}`)).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['lz-hrss', 'lz-service']);
    for (const { id } of items) expect((await world.as('hotline').submit(named(id))).status).toBe(201);
  });

  it('is the one of the place where the form names none', async () => {
    const { body } = await world.as('hotline').submit(named());
    expect(body.case.tasks[0].department).toBe('lz-service');
  });

  it.each([
    ['is not known', 'lz-nowhere', '本地区没有这个部门'],
    ['is of another place', 'dq-service', '本地区没有这个部门'],
    ['has nobody in the role', 'lz-civil', '该部门没有承担“证照签发机构”的人员，不能承办'],
  ])('is refused when it %s, on filing and in a supplement', async (_why, issuer, message) => {
    const refused = await world.as('hotline').submit(named(issuer));
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'department_unknown', errors: [{ pointer: '/form/issuer', message }] },
    });
    const { no } = (await world.as('hotline').submit(named('lz-hrss'))).body.case;
    await world.as('issuer2').act(no, { act: 'request-supplement', task: 'mark-1', reasons: '单位有误' });
    const supplement = { act: 'supplement', fields: { issuer } };
    expect(await world.as('hotline').act(no, supplement)).toMatchObject({
      status: 422,
      body: { code: 'department_unknown', errors: [{ pointer: '/fields/issuer', message }] },
    });
  });

  it('that was left unsaid and is said in a supplement, the open tasks go there and are told of', async () => {
    const { no } = (await world.as('hotline').submit(named())).body.case;
    await world.as('issuer').act(no, { act: 'request-supplement', task: 'mark-1', reasons: '请写明单位' });
    const answered = await world.as('hotline').act(no, { act: 'supplement', fields: { issuer: 'lz-hrss' } });
    expect(answered.status, JSON.stringify(answered.body)).toBe(201);
    const seen = await world.as('issuer2').get(`/api/v1/cases/${no}`);
    expect(seen.body.tasks.filter(({ state }: { state: string }) => state === 'open')).toMatchObject([
      { id: 'mark-1', department: 'lz-hrss' },
      { id: 'verify-1', department: 'lz-hrss' },
    ]);
    const events = await world.as('issuer2').get(`/api/v1/cases/${no}/events?limit=200`);
    const moved = events.body.items.filter(({ type }: { type: string }) => type === 'Transferred');
    expect(moved).toMatchObject([{ actor: 'system' }, { actor: 'system' }]);
  });

  it('is not exchanged for another in a supplement: who decides is settled by what was filed', async () => {
    const { no } = (await world.as('hotline').submit(named('lz-hrss'))).body.case;
    await world.as('issuer2').act(no, { act: 'request-supplement', task: 'mark-1', reasons: '单位有误' });
    const answer = { act: 'supplement', fields: { issuer: 'lz-service' } };
    const refused = await world.as('hotline').act(no, answer);
    expect([refused.status, refused.body.code]).toEqual([422, 'file_anew']);
    const same = await world.as('hotline').act(no, { act: 'supplement', fields: { issuer: 'lz-hrss' } });
    expect(same.status, JSON.stringify(same.body)).toBe(201);
  });
});

describe('somebody files in a role that the whole place has one department for', () => {
  const department = 'lz-edu';
  /** A second operator beside the one of the place, in the department of `nobody`. */
  beforeAll(async () => {
    const grant = { person_id: 'p-nobody', role: 'platform-operator', department_id: department };
    await world.store.db('role_grants').insert(grant);
  });
  const form = {
    faultKind: 'core',
    subject: '门户服务器',
    foundAt: isoOf(START_MS - HOUR_MS),
    what: '不能启动',
    classified: false,
  };
  const departmentsOf = (tasks: { stage: string; department: string }[]) =>
    Object.fromEntries(tasks.map((task) => [task.stage, task.department]));

  it('the tasks of that role are theirs, now and later, and the rest go where they always go', async () => {
    const filed = await world.as('nobody').submit({ procedure: 'lz-platform-fault', form });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { no, tasks } = filed.body.case;
    expect(departmentsOf(tasks)).toEqual({ inform: department, repair: department });
    const foreign = await world.as('operator').decide(no, 'repair-1', { outcome: 'repaired' });
    expect(foreign.status).toBe(404);
    const repaired = await world.as('nobody').decide(no, 'repair-1', { outcome: 'repaired' });
    expect(repaired.status, JSON.stringify(repaired.body)).toBe(201);
    expect(departmentsOf(repaired.body.case.tasks)).toMatchObject({ report: department });
  });

  it('filed by another role, they go to the department of the place', async () => {
    const filed = await world.as('operator').submit({ procedure: 'lz-platform-fault', form });
    expect(departmentsOf(filed.body.case.tasks)).toEqual({ inform: 'lz-tour', repair: 'lz-tour' });
  });

  it('a plan foresees the same: their own head hears first', async () => {
    const path = '/api/v1/procedures/lz-platform-fault/plan';
    const planned = await world.as('nobody').post(path, { submittedAt: isoOf(START_MS) }, { key: null });
    const repair = planned.body.stages.find(({ stage }: { stage: string }) => stage === 'repair');
    expect(repair.rungs[0].to).toMatchObject({
      role: 'unit-head',
      department,
      departmentTitle: department,
      roleTitle: '单位领导',
    });
  });
});
