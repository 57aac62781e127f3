import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { openWorld, START_MS, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const issuer = { jurisdiction: 'dq', role: 'licence-issuer', department_id: 'dq-service' };
  await world.store.db('role_departments').insert(issuer);
});
afterAll(() => world.close());

const UNASKED = '按所填的情形，不需要填写此项';
const access = (form: object) => ({
  procedure: 'lz-elte-access',
  form: { devices: ['CPE-01'], details: '新增终端', responsible: '许接入', classified: false, ...form },
});
const parameters = '信道：36 → 40';

describe('a field that depends on a choice', () => {
  const refused: [says: string, form: object, pointer: string, message: string][] = [
    ['is demanded when it is asked for', { what: 'parameters' }, '/form/parameters', '必填'],
    ['is refused when it is not', { what: 'access', parameters }, '/form/parameters', UNASKED],
    ['is refused though it says nothing', { what: 'access', parameters: '' }, '/form/parameters', UNASKED],
  ];
  it.each(refused)('%s, and nothing is stored', async (_says, form, pointer, message) => {
    const before = await world.stored();
    const { status, headers, body } = await world.as('unit').submit(access(form));
    expect(headers['content-type']).toContain('application/problem+json');
    expect([status, body.code, body.errors]).toEqual([422, 'form_invalid', [{ pointer, message }]]);
    expect(await world.stored()).toEqual(before);
  });

  it.each([{ what: 'parameters', parameters }, { what: 'access' }])('is taken as asked: %j', async (form) => {
    const { status, body } = await world.as('unit').submit(access(form));
    expect([status, body.case?.form]).toEqual([201, access(form).form]);
  });

  it('is shown with its condition, so that a console need not ask', async () => {
    const { body } = await world.as('unit').get('/api/v1/procedures/lz-elte-access');
    const when = { field: '/what', in: ['parameters'] };
    expect(body.form.properties.parameters['x-when']).toEqual(when);
    expect(body.form.allOf).toHaveLength(1);
  });

  it('is demanded of whoever supplements the choice that it depends on, and may otherwise be left out', async () => {
    const { no } = (await world.as('unit').submit(access({ what: 'access' }))).body.case;
    const ask = { act: 'request-supplement', task: 'review-1', reasons: '请写明修改的参数' };
    expect((await world.as('manager').act(no, ask)).status).toBe(201);
    const answer = (fields: object) => world.as('unit').act(no, { act: 'supplement', fields });
    const before = await world.stored();
    const wrong: [fields: object, message: string][] = [
      [{ what: 'parameters' }, '必填'],
      [{ parameters }, UNASKED],
    ];
    for (const [fields, message] of wrong) {
      const { status, body } = await answer(fields);
      expect([status, body.errors]).toEqual([422, [{ pointer: '/fields/parameters', message }]]);
    }
    expect(await world.stored()).toEqual(before);
    expect((await answer({ what: 'parameters', parameters })).status).toBe(201);
  });

  it('is left alone by a supplement of something else', async () => {
    const { no } = (await world.as('unit').submit(access({ what: 'parameters', parameters }))).body.case;
    await world
      .as('manager')
      .act(no, { act: 'request-supplement', task: 'review-1', reasons: '请写明负责人' });
    const answer = { act: 'supplement', fields: { responsible: '许接入、钱进' } };
    expect((await world.as('unit').act(no, answer)).status).toBe(201);
  });
});

describe('an outcome that depends on a choice', () => {
  const cancelled = () =>
    world.as('dq-issuer').submit({
      procedure: 'dq-licence-sync',
      form: {
        licenceNo: 'DZ-7',
        existedBefore: true,
        holder: { name: '某公司', creditCode: '91350100M000100Y43' },
        happenedAt: isoOf(START_MS),
        matter: 'cancellation',
        classified: false,
      },
    });

  it('has a button while it is so, and no other', async () => {
    const { body } = await cancelled();
    const [decide] = body.case.allowedActions.filter(({ act }: { act: string }) => act === 'decide');
    expect(decide.outcomes.map(({ id }: { id: string }) => id)).toEqual(['cancelled']);
  });

  it('is refused otherwise with what is offered, and nothing comes of it', async () => {
    const { no } = (await cancelled()).body.case;
    const { status, body } = await world.as('dq-issuer').decide(no, 'sync-1', { outcome: 'issued' });
    expect([status, body.code, body.allowed]).toEqual([409, 'outcome_not_allowed', ['cancelled']]);
    const after = await world.as('dq-issuer').get(`/api/v1/cases/${no}`);
    expect(after.body).toMatchObject({ status: 'open', tasks: [{ state: 'open', outcome: null }] });
    expect((await world.as('dq-issuer').decide(no, 'sync-1', { outcome: 'cancelled' })).status).toBe(201);
  });
});
