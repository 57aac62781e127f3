import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { DAY_MS, objection, openWorld, START_MS, shareRequest, type World } from './world.ts';

let world: World;
let no: string;
let before: Record<string, number>;
beforeAll(async () => {
  world = await openWorld();
  no = (await world.as('requester').submit()).body.case.no;
});
afterAll(() => world.close());
beforeEach(async () => {
  before = await world.stored();
});

const pointers = (body: { errors?: { pointer: string }[] }): string[] =>
  (body.errors ?? []).map(({ pointer }) => pointer);

describe('what is refused at the door leaves nothing behind', () => {
  afterEach(async () => {
    expect(await world.stored()).toEqual(before);
  });

  const { resource: _resource, ...withoutResource } = shareRequest().form;
  const filings: [says: string, body: object, status: number, code: string, pointers: string[]][] = [
    ['no body fields', {}, 400, 'malformed_request', ['/procedure', '/form']],
    [
      'a form that is no object',
      { procedure: 'lz-share-open', form: [] },
      400,
      'malformed_request',
      ['/form'],
    ],
    [
      'an unknown field of the request',
      { ...shareRequest(), status: 'closed' },
      400,
      'malformed_request',
      ['/status'],
    ],
    [
      'an unknown field of the form',
      shareRequest({ approver: 'me' }),
      400,
      'malformed_request',
      ['/form/approver'],
    ],
    [
      'a procedure nobody knows',
      { ...shareRequest(), procedure: 'nope' },
      422,
      'procedure_unknown',
      ['/procedure'],
    ],
    [
      'a missing form field',
      { ...shareRequest(), form: withoutResource },
      422,
      'form_invalid',
      ['/form/resource'],
    ],
    ['text where a list belongs', shareRequest({ items: 'all' }), 422, 'form_invalid', ['/form/items']],
    ['an empty list', shareRequest({ items: [] }), 422, 'form_invalid', ['/form/items']],
    ['a choice that is none', shareRequest({ mode: 'steal' }), 422, 'form_invalid', ['/form/mode']],
    [
      'a date that does not exist',
      shareRequest({ until: '2027-02-30' }),
      422,
      'form_invalid',
      ['/form/until'],
    ],
    [
      'text where a truth value belongs',
      shareRequest({ classified: 'true' }),
      422,
      'form_invalid',
      ['/form/classified'],
    ],
    ['a date that has passed', shareRequest({ until: '2026-11-22' }), 422, 'form_invalid', ['/form/until']],
    ['blank text', shareRequest({ purpose: '   ' }), 422, 'form_invalid', ['/form/purpose']],
    [
      'classified material',
      shareRequest({ classified: true }),
      422,
      'classified_material',
      ['/form/classified'],
    ],
    [
      'a resource nobody has',
      shareRequest({ resource: 'nope' }),
      422,
      'resource_not_suitable',
      ['/form/resource'],
    ],
    [
      'a resource of another share type',
      shareRequest({ resource: 'lz-stat-yearbook' }),
      422,
      'resource_not_suitable',
      ['/form/resource'],
    ],
    [
      'text with a character that cannot be stored',
      shareRequest({ purpose: 'a\u0000b' }),
      400,
      'malformed_request',
      ['/form/purpose'],
    ],
  ];
  it.each(filings)('filing with %s', async (_says, body, status, code, where) => {
    const answer = await world.as('requester').submit(body);
    expect(answer.body).toMatchObject({ status, code, instance: expect.stringMatching(/^urn:uuid:/) });
    expect(pointers(answer.body)).toEqual(where);
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  const holders: [says: string, form: Record<string, unknown>, where: string][] = [
    [
      'a wrong check digit',
      { holder: { name: '某人', idNumber: '110105194912310021' } },
      '/form/holder/idNumber',
    ],
    [
      'a birthday that does not exist',
      { holder: { name: '某人', idNumber: '11010519490230002X' } },
      '/form/holder/idNumber',
    ],
    [
      'a wrong credit code',
      { holder: { name: '某公司', creditCode: '91350100M000100Y44' } },
      '/form/holder/creditCode',
    ],
    ['neither number', { holder: { name: '某人' } }, '/form/holder/idNumber'],
    ['an instant to come', { receivedAt: isoOf(START_MS + DAY_MS) }, '/form/receivedAt'],
  ];
  it.each(holders)('an objection with %s', async (_says, form, where) => {
    const answer = await world.as('hotline').submit(objection(form));
    expect(answer.body).toMatchObject({ status: 422, code: 'form_invalid' });
    expect(pointers(answer.body)).toEqual([where]);
  });

  const decisions: [
    says: string,
    who: Parameters<World['as']>[0],
    task: string,
    body: object,
    status: number,
    code: string,
    where: string[],
  ][] = [
    ['no outcome', 'manager', 'review-1', {}, 400, 'malformed_request', ['/outcome']],
    [
      'an unknown field',
      'manager',
      'review-1',
      { outcome: 'pass', deadline: 1 },
      400,
      'malformed_request',
      ['/deadline'],
    ],
    [
      'a field of the wrong type',
      'manager',
      'review-1',
      { outcome: 7 },
      400,
      'malformed_request',
      ['/outcome'],
    ],
    ['missing reasons', 'manager', 'review-1', { outcome: 'refuse' }, 422, 'reasons_required', ['/reasons']],
    [
      'blank reasons',
      'manager',
      'review-1',
      { outcome: 'refuse', reasons: ' \n' },
      422,
      'reasons_required',
      ['/reasons'],
    ],
    [
      'fields that the outcome does not have',
      'manager',
      'review-1',
      { outcome: 'pass', fields: { a: 1 } },
      400,
      'malformed_request',
      ['/fields'],
    ],
    ['a task that is not there', 'manager', 'nope-1', { outcome: 'pass' }, 404, 'task_not_found', []],
    ['a case of others', 'issuer', 'review-1', { outcome: 'pass' }, 404, 'case_not_found', []],
    ['a role that decides nothing', 'auditor', 'review-1', { outcome: 'pass' }, 403, 'role_not_allowed', []],
  ];
  it.each(decisions)('deciding with %s', async (_says, who, task, body, status, code, where) => {
    const answer = await world.as(who).decide(no, task, body);
    expect(answer.body).toMatchObject({ status, code });
    expect(pointers(answer.body)).toEqual(where);
  });

  it.each([undefined, '', '  '])('an act that demands reasons, with the reasons %j', async (reasons) => {
    const remark = await world.as('requester').act(no, { act: 'comment', reasons });
    const pause = await world.as('admin').post('/api/v1/duties/lz-evaluation/pause', { reasons });
    for (const answer of [remark, pause]) {
      expect(answer.body).toMatchObject({ status: 422, code: 'reasons_required' });
      expect(pointers(answer.body)).toEqual(['/reasons']);
    }
  });

  it('a role that may not file is refused, also in another place', async () => {
    expect((await world.as('manager').submit()).status).toBe(403);
    expect(
      (await world.as('hotline').submit({ ...objection(), procedure: 'dq-licence-objection' })).status,
    ).toBe(403);
  });

  it.each([null, 'two words', 'a'.repeat(256)])('the idempotency key %j', async (key) => {
    const answer = await world.as('requester').submit(shareRequest(), { key });
    expect(answer.status).toBe(400);
    expect(pointers(answer.body)).toEqual(['/Idempotency-Key']);
  });
});

it('a decision on a task of another role is refused, and leaves a trace for those who watch over the case', async () => {
  const refused = await world.as('provider').decide(no, 'review-1', { outcome: 'pass' });
  expect(refused.body).toMatchObject({ status: 403, code: 'not_your_task' });
  const { items } = (await world.as('supervisor').get(`/api/v1/cases/${no}/refused-acts?code=not_your_task`))
    .body;
  expect(items).toMatchObject([
    { act: 'decide', by: { role: 'data-provider' }, message: '该任务不由您承办。' },
  ]);
});
