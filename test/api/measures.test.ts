import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const SHARE = '/api/v1/procedures/lz-share-conditional';

describe('a measure whose term has run out', () => {
  const regulation = async (id: string) => {
    const { items } = (await world.as('admin').get('/api/v1/regulations')).body;
    return items.find((one: { id: string }) => one.id === id);
  };
  const warned = async () =>
    (await world.as('admin').get('/api/v1/me')).body.warnings.map(
      (one: { regulation: string }) => one.regulation,
    );
  const apply = (body: object, id = 'LZ-D') =>
    world.as('admin').post(`/api/v1/regulations/${id}/apply`, body);

  it('and no document: administrators are told wherever they look, and the houses’ work goes on', async () => {
    expect(await regulation('LZ-D')).toMatchObject({
      lapsed: true,
      applied: null,
      warning: expect.stringContaining('2023-09-13'),
    });
    expect(await regulation('AH')).toMatchObject({ lapsed: false, validThrough: null, warning: null });
    expect(await warned()).toEqual(['LZ-D', 'LZ-P', 'LY-D']);
    const detail = async (account: 'admin' | 'requester') =>
      (await world.as(account).get(SHARE)).body.measures;
    expect(await detail('admin')).toMatchObject([
      { id: 'LZ-D', lapsed: true, applied: null, warning: expect.any(String) },
    ]);
    expect(await detail('requester')).toMatchObject([{ id: 'LZ-D', lapsed: true, warning: null }]);
    expect((await world.as('requester').get('/api/v1/me')).body.warnings).toEqual([]);
    expect((await world.as('requester').submit()).status).toBe(201);
    expect((await world.as('requester').get('/api/v1/regulations')).status).toBe(403);
  });

  it('and a document: it is shown with its number, who entered it and since when', async () => {
    const nameless = await apply({ documentNo: ' ' });
    expect([nameless.status, nameless.body.code]).toEqual([422, 'document_no_required']);
    const made = await apply({ documentNo: ' 兰新管发〔2023〕31号 ', note: '继续施行至新办法印发之日' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body.regulation).toMatchObject({
      ...{ lapsed: true, applied: { documentNo: '兰新管发〔2023〕31号' }, warning: null },
      history: [{ by: '杨管理', note: '继续施行至新办法印发之日', withdrawn: null }],
    });
    expect((await apply({ documentNo: '另一文号' })).body.code).toBe('measure_applied_already');
    expect(await warned()).toEqual(['LZ-P', 'LY-D']);
    expect((await world.as('requester').get(SHARE)).body.measures).toMatchObject([
      { id: 'LZ-D', lapsed: true, applied: { documentNo: '兰新管发〔2023〕31号' } },
    ]);
  });

  it('taken back, the warning is there again; a measure without a term has nothing to enter', async () => {
    const withdraw = (body: object) => world.as('admin').post('/api/v1/regulations/LZ-D/withdraw', body);
    expect((await withdraw({})).body.code).toBe('reasons_required');
    expect((await withdraw({ reasons: '文号登记有误' })).status).toBe(201);
    expect((await withdraw({ reasons: '文号登记有误' })).body.code).toBe('measure_not_applied');
    expect(await regulation('LZ-D')).toMatchObject({
      ...{ applied: null, warning: expect.any(String) },
      history: [{ documentNo: '兰新管发〔2023〕31号', withdrawn: { by: '杨管理', reasons: '文号登记有误' } }],
    });
    expect((await apply({ documentNo: '文〔2026〕1号' }, 'AH')).body.code).toBe('measure_without_term');
    expect((await apply({ documentNo: '文〔2026〕1号' }, 'XX')).status).toBe(404);
    expect(
      (await world.as('supervisor').post('/api/v1/regulations/LZ-D/apply', { documentNo: '文' })).status,
    ).toBe(403);
  });
});
