import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const report = {
  procedure: 'lz-incident-report',
  form: {
    system: { name: '门户网站', kind: 'website' },
    category: 'attack',
    level: 'IV',
    foundAt: '2026-11-23T09:10:00+08:00',
    description: '首页无法打开',
    classified: false,
  },
};

describe('调整事件等级: the level of an incident', () => {
  it('is changed with reasons, offered with the levels left, and told with its reasons', async () => {
    const filed = await world.as('duty').submit(report);
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { no, allowedActions } = filed.body.case;
    expect(allowedActions).toContainEqual({
      act: 'change-level',
      levels: [
        { id: 'I', title: '特别重大（I级）' },
        { id: 'II', title: '重大（II级）' },
        { id: 'III', title: '较大（III级）' },
      ],
      demands: ['reasons'],
    });
    const raise = { act: 'change-level', level: 'II', reasons: '多个部门的系统受影响' };
    const changed = await world.as('duty').act(no, raise);
    expect(changed.status, JSON.stringify(changed.body)).toBe(201);
    expect(changed.body.case.facts.level).toBe('II');
    const events = await world.as('duty').get(`/api/v1/cases/${no}/events`);
    expect(events.body.items.at(-1)).toMatchObject({
      type: 'LevelChanged',
      actor: { role: 'duty-officer' },
      data: { fact: 'level', from: 'IV', to: 'II', reasons: '多个部门的系统受影响' },
    });
    expect(await world.as('duty').act(no, raise)).toMatchObject({
      status: 409,
      body: { code: 'level_unchanged' },
    });
    expect(await world.as('duty').act(no, { act: 'change-level', level: 'I' })).toMatchObject({
      status: 422,
      body: { code: 'reasons_required' },
    });
    expect(await world.as('duty').act(no, { ...raise, level: 'V' })).toMatchObject({
      status: 422,
      body: { code: 'level_unknown', errors: [{ pointer: '/level' }], allowed: ['I', 'II', 'III', 'IV'] },
    });
  });

  it('is not put right in a supplement: nobody stops the clock of an incident by asking for one', async () => {
    const { no } = (await world.as('duty').submit(report)).body.case;
    const ask = { act: 'request-supplement', task: 'ascertain-1', reasons: '请核对级别' };
    expect(await world.as('duty').act(no, ask)).toMatchObject({
      status: 409,
      body: { code: 'supplement_not_provided' },
    });
  });

  it('stands in the procedure with who may change it', async () => {
    const { body } = await world.as('duty').get('/api/v1/procedures/lz-incident-report');
    expect(body.changeLevel).toMatchObject({ fact: 'level', by: ['duty-officer', 'unit-head'] });
    expect((await world.as('duty').get('/api/v1/procedures/lz-share-open')).body.changeLevel).toBeNull();
  });
});

it('终止: a false alarm is ended by the manager with reasons, as the procedure says', async () => {
  const { body: procedure } = await world.as('duty').get('/api/v1/procedures/lz-incident-report');
  expect(procedure.terminate).toEqual({
    ...{ by: ['platform-manager', 'security-lead'], ending: 'false-alarm', basis: null },
  });
  expect(procedure.houseRules.filter((rule: string) => rule.includes('误报'))).toHaveLength(1);
  const { no } = (await world.as('duty').submit(report)).body.case;
  const end = { act: 'terminate', reasons: '经查为监测设备误报' };
  expect(await world.as('duty').act(no, end)).toMatchObject({ body: { code: 'role_not_allowed' } });
  expect(await world.as('manager').act(no, { act: 'terminate' })).toMatchObject({
    body: { code: 'reasons_required' },
  });
  const ended = await world.as('manager').act(no, end);
  expect(ended.body.case).toMatchObject({ status: 'closed', resultTitle: '误报或查无实情' });
});

it('退回: a procedure says where a stage may be returned to, and by what rule its clock then runs', async () => {
  const { body } = await world.as('duty').get('/api/v1/procedures/lz-extranet-exit');
  const returning = body.stages.filter(({ returnTo }: { returnTo: string[] }) => returnTo.length > 0);
  expect(returning).toMatchObject([{ stage: 'connect', returnTo: ['protect'] }]);
  expect(body.stages.map(({ reentry }: { reentry: string }) => reentry)).toContain('restart');
});
