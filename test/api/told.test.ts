import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { sampleForm } from '../support/sample.ts';
import type { Account } from './people.ts';
import { DAY_MS, HOUR_MS, objection, openWorld, START_MS, shareRequest, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const MANAGER = { name: '赵**', department: 'lz-tech', role: 'platform-manager' };
const told = async (account: Account, no: string, kind: string): Promise<Json[]> => {
  const { items } = (await world.as(account).get('/api/v1/me/notices')).body;
  return items.filter((item: Json) => item.case.no === no && item.kind === kind);
};

describe('the requester is told when a limit', () => {
  it('is paused: by whom, on what ground, why; and when it runs on: until when', async () => {
    world.time.nowMs = START_MS;
    const { no } = (await world.as('requester').submit()).body.case;
    const reasons = '请补充使用依据，联系人 13912345678';
    await world.as('manager').act(no, { act: 'request-supplement', task: 'review-1', reasons });
    const limits = [{ clock: 'review-1', stage: 'review', dueAt: null, limit: { kind: 'target' } }];
    const [paused] = await told('requester', no, 'clock-paused');
    expect(paused).toMatchObject({
      ...{ title: '时限已中止', to: null },
      change: { by: 'system', ground: 'supplement', why: null, reasons, limits, uponActOf: MANAGER },
    });
    world.time.nowMs += DAY_MS;
    await world.as('requester').act(no, { act: 'supplement', comment: '已补充' });
    const { clock } = (await world.as('requester').get(`/api/v1/cases/${no}`)).body.tasks[0];
    const { dueAt, dueDate, provisional, earliest, latest } = clock;
    expect(await told('requester', no, 'clock-resumed')).toMatchObject([
      { change: { limits: [{ clock: 'review-1', dueAt, dueDate, provisional, earliest, latest }] } },
    ]);
    expect(await told('manager', no, 'clock-resumed')).toEqual([]);
  });

  it('ends at another time: the old end, the new one and why; so is whoever holds the task, numbers masked', async () => {
    world.time.nowMs = START_MS;
    const filed = (await world.as('hotline').submit(objection())).body.case;
    const { no } = filed;
    const before = filed.tasks.find((task: Json) => task.id === 'verify-1').clock;
    const reasons = '收文登记有误，见来电 13912345678';
    const arrivedAt = isoOf(START_MS - 3 * DAY_MS);
    const acted = await world.as('issuer').act(no, { act: 'correct-arrival', arrivedAt, reasons });
    expect(acted.status, JSON.stringify(acted.body)).toBe(201);
    const after = acted.body.case.tasks.find((task: Json) => task.id === 'verify-1').clock;
    expect(after.dueAt).not.toBe(before.dueAt);
    const [toFiler] = await told('hotline', no, 'deadline-moved');
    expect(toFiler.change).toMatchObject({
      ...{ why: 'arrival', reasons, by: 'system' },
      uponActOf: { department: 'lz-service', role: 'licence-issuer' },
    });
    expect(toFiler.change.limits.find(({ clock }: Json) => clock === 'verify-1')).toMatchObject({
      ...{ oldDueAt: before.dueAt, dueAt: after.dueAt, limit: { kind: 'statutory' } },
    });
    const [toHolder] = await told('issuer', no, 'deadline-moved');
    expect(toHolder.change).toMatchObject({ why: 'arrival', reasons: '收文登记有误，见来电 139****5678' });
  });
});

it('an event that tells an end says of what standing the limit was by then', async () => {
  world.time.nowMs = START_MS;
  const { no } = (await world.as('requester').submit()).body.case;
  await world.as('manager').act(no, { act: 'request-supplement', task: 'review-1', reasons: '请补充' });
  await world.as('requester').act(no, { act: 'supplement', comment: '已补充' });
  const { items } = (await world.as('requester').get(`/api/v1/cases/${no}/events`)).body;
  const ends = items.filter(({ data }: Json) => 'dueAt' in data);
  expect(ends.map(({ type, data }: Json) => [type, data.clock, data.limit.kind])).toEqual([
    ['ClockStarted', 'review-1', 'target'],
    ['ClockStarted', 'supplement-1', 'house'],
    ['ClockResumed', 'review-1', 'target'],
  ]);
});

it('a pause on a ground that is not listed is refused, and who tried it, when, on what ground and why is seen by those who watch over the case', async () => {
  world.time.nowMs = START_MS + HOUR_MS;
  const { no } = (await world.as('requester').submit(shareRequest())).body.case;
  const attempt = {
    ...{ act: 'pause', task: 'review-1', ground: 'hearing' },
    ...{ documentNo: '兰数函〔2026〕7号', reasons: '等候听证' },
  };
  const refused = await world.as('manager').act(no, attempt);
  expect(refused.body).toMatchObject({ status: 409, code: 'ground_not_listed' });
  const path = `/api/v1/cases/${no}/refused-acts`;
  for (const account of ['supervisor', 'auditor'] as const) {
    const { body } = await world.as(account).get(`${path}?code=ground_not_listed&count=true`);
    expect(body).toMatchObject({ total: 1, next: null });
    expect(body.items).toMatchObject([
      {
        ...attempt,
        ...{ code: 'ground_not_listed', at: isoOf(START_MS + HOUR_MS) },
        by: { name: '赵**', department: 'lz-tech', role: 'platform-manager' },
      },
    ]);
  }
  expect((await world.as('supervisor').get(`${path}?code=case_closed`)).body.items).toEqual([]);
  expect((await world.as('requester').get(path)).status).toBe(403);
});

it('of a decision that came too late no contents of its form are kept, only what was said for it', async () => {
  world.time.nowMs = START_MS;
  const { no } = (await world.as('requester').submit()).body.case;
  await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
  const late = await world.as('manager2').decide(no, 'review-1', { outcome: 'refuse', reasons: '材料不全' });
  expect(late.body).toMatchObject({ status: 409, code: 'task_already_decided' });
  const { body } = await world.as('supervisor').get(`/api/v1/cases/${no}/refused-acts`);
  expect(body.items).toMatchObject([{ act: 'decide', task: 'review-1', reasons: '材料不全' }]);
});

it('public progress says of what standing a limit is, and between which days an end can lie that is not firm', async () => {
  world.time.nowMs = Date.parse('2027-01-29T10:00:00+08:00');
  const filed = (await world.as('requester').submit()).body.case;
  const { body } = await request(world.app)
    .get('/public/progress')
    .query({ no: filed.no, code: filed.queryCode });
  const { dueDate, earliest, latest } = filed.tasks[0].clock;
  expect(earliest.dueDate < latest.dueDate).toBe(true);
  expect(body.stages[0]).toMatchObject({
    ...{ dueOn: dueDate, provisional: true, earliest, latest },
    limit: { amount: 2, unit: 'working-day', kind: 'target' },
  });
  expect(body.stages[1]).toMatchObject({ dueOn: null, limit: null, provisional: false, earliest: null });
});

describe('what the deciding side writes to itself', () => {
  it('a remark is for that side unless it says otherwise; what the filer writes is for all', async () => {
    world.time.nowMs = START_MS;
    const { no } = (await world.as('requester').submit()).body.case;
    const remark = (who: Account, body: object) => world.as(who).act(no, { act: 'comment', ...body });
    await remark('manager', { reasons: '建议从严' });
    await remark('manager', { reasons: '请耐心等待', audience: 'everyone' });
    await remark('requester', { reasons: '材料已备齐' });
    const read = async (who: Account) =>
      (await world.as(who).get(`/api/v1/cases/${no}/events?limit=200`)).body.items
        .filter(({ type }: Json) => type === 'Commented')
        .map(({ data }: Json) => data.reasons ?? null);
    expect(await read('manager')).toEqual(['建议从严', '请耐心等待', '材料已备齐']);
    expect(await read('supervisor')).toEqual(['建议从严', '请耐心等待', '材料已备齐']);
    for (const who of ['requester', 'duty'] as const)
      expect(await read(who), who).toEqual([null, '请耐心等待', '材料已备齐']);
    const refused = await remark('requester', { reasons: '内部', audience: 'deciding' });
    expect(refused.body).toMatchObject({ status: 422, code: 'audience_invalid' });
  });

  it('an opinion, and the question, is told to the filer once the case is decided: in events, tasks and notices', async () => {
    world.time.nowMs = START_MS;
    const { no } = (await world.as('requester').submit()).body.case;
    const ask = { act: 'ask-opinion', task: 'review-1', role: 'data-provider', department: 'lz-hrss' };
    const asked = await world.as('manager').act(no, { ...ask, reasons: '此人可疑否' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const answer = { act: 'give-opinion', task: 'opinion-1', reasons: '建议拒绝' };
    expect((await world.as('provider').act(no, answer)).status).toBe(201);
    const told = async (who: Account): Promise<string> => {
      const paths = [`/api/v1/cases/${no}`, `/api/v1/cases/${no}/events?limit=200`, '/api/v1/me/notices'];
      const answers = await Promise.all(paths.map((path) => world.as(who).get(path)));
      return JSON.stringify(answers.map(({ body }) => body));
    };
    for (const words of ['此人可疑否', '建议拒绝']) {
      expect(await told('manager')).toContain(words);
      for (const who of ['requester', 'duty'] as const) expect(await told(who), who).not.toContain(words);
    }
    await world
      .as('manager')
      .decide(no, 'review-1', { outcome: 'refuse', reasons: '用途不明', legalBasis: '第三十条' });
    expect(await told('requester')).toContain('建议拒绝');
  });
});

it('a limit set anew is shown as no statutory one, with who set it and why; the bound is that of the offer', async () => {
  world.time.nowMs = START_MS;
  const { form } = procedureById('lz-platform-fault') as Procedure;
  const ids = { resource: 'lz-hrss-employment', department: 'lz-tech' };
  const asked = { procedure: 'lz-platform-fault', form: sampleForm(form, START_MS, ids) };
  const filed = await world.as('operator').submit(asked);
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const { no } = filed.body.case;
  const seen = (await world.as('manager').get(`/api/v1/cases/${no}`)).body;
  const [offer] = seen.allowedActions.filter(({ act }: Json) => act === 'set-limit');
  expect(offer).toMatchObject({ task: 'repair-1', amount: { unit: 'working-day', max: 9 } });
  const set = (amount: number) => {
    const body = { act: 'set-limit', task: 'repair-1', amount, reasons: '备件在途' };
    return world.as('manager').act(no, body);
  };
  const refused = await set(10);
  expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
    ...[422, 'limit_too_long', '/amount'],
  ]);
  const after = await set(9);
  const clock = after.body.case.tasks.find(({ id }: Json) => id === 'repair-1').clock;
  expect(clock).toMatchObject({
    limit: { amount: 9, kind: 'target' },
    setBy: { role: 'platform-manager', department: 'lz-tech', at: isoOf(START_MS), reasons: '备件在途' },
  });
});
