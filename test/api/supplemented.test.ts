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

describe('what is asked for is among the items that the entry lists', () => {
  const listed = JSON.stringify(['就业登记状态', '登记日期']);
  const among = async (items: string): Promise<void> => {
    await world.store.db('resources').where({ id: 'lz-hrss-employment' }).update({ items });
  };

  it('on filing, else it is refused with the item and nothing is stored', async () => {
    await among(listed);
    const before = await world.stored();
    const { status, body } = await world
      .as('requester')
      .submit(shareRequest({ items: ['登记日期', '银行卡号'] }));
    expect([status, body.code, body.errors]).toEqual([
      ...[422, 'items_unknown'],
      [{ pointer: '/form/items/1', message: '该数据资源没有数据项“银行卡号”' }],
    ]);
    expect(await world.stored()).toEqual(before);
    expect((await world.as('requester').submit(shareRequest({ items: [' 登记日期 '] }))).status).toBe(201);
  });

  it('where data are granted at once', async () => {
    await world.store.db('resources').where({ id: 'lz-stat-yearbook' }).update({ items: '["年份"]' });
    const ask = (items: string[]) =>
      world.as('requester').submit({
        ...shareRequest({ resource: 'lz-stat-yearbook', items }),
        procedure: 'lz-share-open',
      });
    expect((await ask(['身份证号'])).body.code).toBe('items_unknown');
    expect((await ask(['年份'])).body.case.result).toBe('granted');
  });

  it('in a supplement', async () => {
    await among(listed);
    const no = await asked();
    const { status, body } = await answered(no, { items: ['银行卡号'] });
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'items_unknown', '/fields/items/0']);
    await among('[]');
  });

  it('and until a day that is no more than ten years ahead', async () => {
    const { status, body } = await world.as('requester').submit(shareRequest({ until: '9999-12-31' }));
    expect([status, body.code, body.errors]).toEqual([
      ...[422, 'form_invalid'],
      [{ pointer: '/form/until', message: '不能晚于2036-11-23' }],
    ]);
  });
});
