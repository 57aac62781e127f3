import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from './people.ts';
import { objection, openWorld, type World } from './world.ts';

let world: World;
let share: string;
let licence: string;
beforeAll(async () => {
  world = await openWorld();
  share = (await world.as('requester').submit()).body.case.no;
  const filed = await world.as('hotline').submit(objection());
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  licence = filed.body.case.no;
});
afterAll(() => world.close());

const SEES_SHARE: Account[] = [
  'requester',
  'colleague',
  'manager',
  'manager2',
  'provider',
  'operator',
  'supervisor',
  'auditor',
  'admin',
  'duty',
  'security',
];
const NOT: Account[] = ['requester2', 'issuer', 'hotline', 'office', 'dq-issuer'];

describe('a case is seen by those with a part in it, and by nobody else', () => {
  const paths = () => [
    `/api/v1/cases/${share}`,
    `/api/v1/cases/${share}/events`,
    `/api/v1/cases/${share}/clocks/review-1/ledger`,
  ];
  it.each(SEES_SHARE)('%s sees it', async (account) => {
    for (const path of paths()) expect((await world.as(account).get(path)).status).toBe(200);
  });
  it.each(NOT)('for %s it does not exist', async (account) => {
    for (const path of paths()) {
      const hidden = await world.as(account).get(path);
      const absent = await world.as(account).get(path.replace(share, 'LZ-20200101-0001'));
      expect(hidden.status).toBe(404);
      expect({ ...hidden.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    }
    const list = await world.as(account).get('/api/v1/cases?view=all&count=true');
    expect(list.body.items.map((item: { no: string }) => item.no)).not.toContain(share);
  });
  it('a person without any role sees no list at all', async () => {
    expect((await world.as('nobody').get('/api/v1/cases')).status).toBe(403);
    expect((await world.as('nobody').get('/api/v1/me')).status).toBe(200);
  });
  it('overseers find it in their list', async () => {
    for (const account of ['supervisor', 'auditor', 'admin'] as const) {
      const list = await world.as(account).get(`/api/v1/cases?q=${share}`);
      expect(list.body.items).toMatchObject([{ no: share, requester: { name: '王**' } }]);
    }
  });
});

describe('personal data is shown to those who act in the case only', () => {
  it('nobody comes to read the holder in full by a remark, or by reading a copy', async () => {
    const { no } = (await world.as('hotline').submit(objection())).body.case;
    await world.as('issuer').act(no, { act: 'comment', reasons: '内部意见' });
    expect((await world.as('hotline').act(no, { act: 'copy', people: ['requester2'] })).status).toBe(201);
    expect((await world.as('requester2').act(no, { act: 'mark-read' })).status).toBe(201);
    expect((await world.as('supervisor').act(no, { act: 'comment', reasons: '已阅' })).status).toBe(201);
    for (const account of ['requester2', 'supervisor'] as const) {
      const { body } = await world.as(account).get(`/api/v1/cases/${no}`);
      expect(body.form.holder).toEqual({ name: '欧**', idNumber: '110105********002X' });
    }
    const events = await world.as('requester2').get(`/api/v1/cases/${no}/events`);
    expect(JSON.stringify(events.body)).not.toContain('内部意见');
    const handedOn = await world.as('requester2').act(no, { act: 'copy', people: ['requester'] });
    expect(handedOn.body).toMatchObject({ code: 'act_not_allowed' });
  });
  it('the issuer reads the holder in full; the supervisor reads neither name nor number', async () => {
    const full = await world.as('issuer').get(`/api/v1/cases/${licence}`);
    expect(full.body.form.holder).toEqual({ name: '欧阳修', idNumber: '11010519491231002X' });
    const masked = await world.as('supervisor').get(`/api/v1/cases/${licence}`);
    expect(masked.body.form.holder).toEqual({ name: '欧**', idNumber: '110105********002X' });
    expect(JSON.stringify(masked.body)).not.toContain('11010519491231002X');
  });
  it('the query code is told to the requester only, and so is the name in full', async () => {
    const own = (await world.as('requester').get(`/api/v1/cases/${share}`)).body;
    expect(own).toMatchObject({ queryCode: expect.any(String), requester: { name: '王小明' } });
    for (const account of ['colleague', 'manager', 'supervisor'] as const) {
      const other = (await world.as(account).get(`/api/v1/cases/${share}`)).body;
      expect(other.queryCode).toBeUndefined();
      expect(other.requester.name).toBe('王**');
    }
  });
  it('no list, event or engine command carries an identity number, a digest of one or a name in full', async () => {
    const lists = [
      await world.as('issuer').get('/api/v1/tasks'),
      await world.as('issuer').get('/api/v1/cases'),
      await world.as('issuer').get(`/api/v1/cases/${licence}/events`),
    ];
    for (const { body } of lists)
      expect(JSON.stringify(body)).not.toMatch(/11010519491231002X|欧阳修|陈热线|[0-9a-f]{64}/);
    const bodies = await world.store.db('commands').select('body');
    expect(JSON.stringify(bodies)).not.toMatch(/11010519491231002X|欧阳修|核验补贴/);
  });
  it('the log has neither names, numbers nor queries', async () => {
    await world.as('requester').get('/api/v1/cases?q=欧阳修');
    const log = world.lines.join('\n');
    expect(log).not.toMatch(/欧阳修|11010519491231002X|LZ-2026|Bearer|%E6/);
    expect(log).toMatch(/"route":"\/api\/v1\/cases\/\{no\}"/);
  });
});

describe('what is offered is what is allowed', () => {
  const offered = async (account: Account): Promise<string[]> =>
    (await world.as(account).get(`/api/v1/cases/${share}`)).body.allowedActions.map(
      ({ act }: { act: string }) => act,
    );
  it('the holder may decide, the requester may withdraw, the supervisor may urge, the auditor may nothing', async () => {
    expect(await offered('manager')).toContain('decide');
    expect(await offered('requester')).toEqual(expect.arrayContaining(['withdraw', 'urge']));
    expect(await offered('requester')).not.toContain('decide');
    expect(await offered('supervisor')).toContain('urge');
    expect(await offered('auditor')).toEqual([]);
  });
  it('what the owner of a resource decides is not handed to another owner', async () => {
    await world.store
      .db('role_grants')
      .insert({ person_id: 'p-nobody', role: 'data-provider', department_id: 'lz-edu' });
    const no = (await world.as('requester').submit()).body.case.no;
    await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
    const transfer = { act: 'transfer', task: 'authorise-1', toDepartment: 'lz-edu', reasons: '请代为审核' };
    const refused = await world.as('provider').act(no, transfer);
    expect(refused.body).toMatchObject({ status: 422, code: 'transfer_target_invalid' });
    expect(refused.body.errors[0].message).toBe('数据资源由其提供方决定，只能转给本部门人员');
  });
  it('a task is handed to somebody of the same role only, and a supplement stops the clock', async () => {
    const no = (await world.as('requester').submit()).body.case.no;
    const bad = await world
      .as('manager')
      .act(no, { act: 'transfer', task: 'review-1', toDepartment: 'lz-edu', reasons: '回避' });
    expect(bad.body).toMatchObject({ status: 422, code: 'transfer_target_invalid' });
    const opinion = { act: 'ask-opinion', task: 'review-1', role: 'licence-issuer', reasons: '请提意见' };
    const abroad = await world.as('manager').act(no, { ...opinion, department: 'dq-service' });
    expect(abroad.body).toMatchObject({ status: 422, code: 'addressee_invalid' });
    const filer = { ...opinion, role: 'requester', department: 'lz-civil' };
    expect((await world.as('manager').act(no, filer)).body).toMatchObject({ code: 'addressee_invalid' });
    const moved = await world.as('manager').act(no, {
      act: 'transfer',
      task: 'review-1',
      toDepartment: 'lz-tech',
      toPerson: 'manager2',
      reasons: '回避',
    });
    expect(moved.body).toMatchObject({
      act: { act: 'transfer', task: 'review-1' },
      case: { tasks: [{ assignee: '孙**' }] },
    });
    const asked = await world
      .as('manager2')
      .act(no, { act: 'request-supplement', task: 'review-1', reasons: '请补充依据' });
    expect(asked.body.case.tasks[0].clock).toMatchObject({ state: 'paused', dueAt: null });
    const answered = await world
      .as('requester')
      .act(no, { act: 'supplement', fields: { basis: '就业促进法第三十五条' } });
    expect(answered.body.case).toMatchObject({
      supplements: [{ task: 'review-1', fields: { basis: '就业促进法第三十五条' } }],
    });
    expect(answered.body.case.tasks[0].clock.state).toBe('running');
  });
});

describe('public progress', () => {
  it('tells stages and dates for the right code; a wrong number and a wrong code are answered alike', async () => {
    const { queryCode } = (await world.as('requester').get(`/api/v1/cases/${share}`)).body;
    const right = await world.as('nobody').get(`/public/progress?no=${share}&code=${queryCode}`);
    expect(right.body.status).toBe('open');
    expect(right.body.stages[0]).toMatchObject({
      title: '平台管理单位初审',
      state: 'current',
      dueOn: '2026-11-25',
    });
    expect(JSON.stringify(right.body)).not.toMatch(/lz-|王/);
    const code = await world.as('nobody').get(`/public/progress?no=${share}&code=AAAAAAAAAA`);
    const number = await world.as('nobody').get(`/public/progress?no=LZ-20261123-9999&code=${queryCode}`);
    expect([code.status, number.status]).toEqual([404, 404]);
    expect({ ...code.body, instance: '' }).toEqual({ ...number.body, instance: '' });
  });
  it('is limited', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => world.as('nobody').get('/public/progress?no=X&code=Y')),
    );
    const limited = answers.find(({ status }) => status === 429);
    expect(limited?.body.code).toBe('rate_limited');
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
