import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grant, openWorld, shareRequest, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A request that is with its provider, who has asked for a supplement. */
const asked = async (): Promise<string> => {
  const { no } = (await world.as('requester').submit(shareRequest())).body.case;
  await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
  const ask = { act: 'request-supplement', task: 'authorise-1', reasons: '请更正' };
  expect((await world.as('provider').act(no, ask)).status).toBe(201);
  return no;
};
const answered = (no: string, fields: object) => world.as('requester').act(no, { act: 'supplement', fields });
const supplemented = async (fields: object): Promise<string> => {
  const no = await asked();
  const answer = await answered(no, fields);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect(answer.body.case.form).toMatchObject(fields);
  return no;
};
const approved = (no: string, fields: Record<string, unknown>) =>
  world.as('provider').decide(no, 'authorise-1', grant(fields));

describe('what a supplement puts right is the request from then on', () => {
  it('what it adds may be granted', async () => {
    const no = await supplemented({ items: ['参保状态'] });
    const seen = await world.as('provider').get(`/api/v1/cases/${no}`);
    expect(seen.body.form.items).toEqual(['参保状态']);
    expect((await approved(no, { items: ['参保状态'] })).status).toBe(201);
  });

  it('what it takes back may not', async () => {
    const no = await supplemented({ items: ['登记日期'], until: '2027-03-01' });
    const beyond = await approved(no, { items: ['就业登记状态'], until: '2027-03-31' });
    expect([beyond.status, beyond.body.code]).toEqual([422, 'beyond_request']);
    expect(beyond.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/fields/items',
      '/fields/until',
    ]);
  });

  it('a use is held against the purpose put right, as the line of the register shows it', async () => {
    const purpose = '核验培训补贴申请人的就业状态';
    const no = await supplemented({ purpose });
    await approved(no, {});
    await world.as('operator').decide(no, 'exchange-1', { outcome: 'done' });
    const use = (stated: string) =>
      world.as('requester').post(`/api/v1/registers/data-grants/${no}/uses`, { purpose: stated, count: 1 });
    const [kept, strayed] = [await use(purpose), await use('核验补贴申请人的就业状态')];
    expect([kept.body.finding, strayed.body.finding]).toEqual([null, 'against_purpose']);
    expect(kept.body.line.details.purpose).toBe(purpose);
  });

  it.each(['lz-market-licence', 'nope-nope', 'dq-market-licence'])(
    'another entry of the catalogue is another request: %s',
    async (resource) => {
      const no = await asked();
      const before = await world.stored();
      const { status, body } = await answered(no, { resource });
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'file_anew', '/fields/resource']);
      expect(await world.stored()).toEqual(before);
      expect((await answered(no, { resource: 'lz-hrss-employment' })).status).toBe(201);
    },
  );
});
