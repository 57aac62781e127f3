import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { filingIn, seatRegisterKeepers } from './filing.ts';
import type { Account } from './people.ts';
import { objection, openWorld, START_MS, shareRequest, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await seatRegisterKeepers(world);
});
afterAll(() => world.close());
const { filed, decided, upheld, linesOf } = filingIn(() => world);

const showing = async (account: Account, register: string, { id }: Json): Promise<Json> =>
  (await world.as(account).get(`/api/v1/registers/${register}/${id}`)).body;

describe('a line is shown to those it concerns; what a case said, to those who see the case', () => {
  const corrected = async (account: Account): Promise<string> => {
    const no = await filed(account, 'lz-correction', {
      ...{
        resource: 'lz-hrss-employment',
        source: 'shared',
        foundAt: isoOf(START_MS),
        what: `${account}的疑义`,
        classified: false,
      },
    });
    await decided(account, no, 'report-1', { outcome: 'sent' });
    await decided('provider', no, 'handle-1', { outcome: 'corrected', fields: { reply: '已更正' } });
    return no;
  };

  it('the line of data that others had corrected belongs to their owner, under their own title', async () => {
    const [own, other] = [await corrected('requester'), await corrected('requester2')];
    const [line] = await linesOf('provider', 'resources', 'lz-hrss-employment');
    expect(line).toMatchObject({ title: '资源 lz-hrss-employment', department: 'lz-hrss', case: own });
    expect(line.columns).toMatchObject({ owner: 'lz-hrss', shareType: '有条件共享', version: 0 });
    const readBy = async (account: Account) => (await showing(account, 'resources', line)).history;
    // Of the same department, but without part in either case.
    expect(await readBy('issuer2')).toMatchObject([
      { case: own, details: { what: 'requester的疑义', reply: '已更正' } },
      { case: other, op: 'change', actor: 'system', caseTitle: null, reasons: null, details: null },
    ]);
    expect((await readBy('provider')).map(({ details }: Json) => details.what)).toEqual([
      'requester的疑义',
      'requester2的疑义',
    ]);
    expect(await linesOf('dq-issuer', 'resources', 'lz-hrss-employment')).toEqual([]);
    expect((await world.as('dq-issuer').get(`/api/v1/registers/resources/${line.id}`)).status).toBe(404);
  });

  it('the catalogue is there for everybody of the place, without the words of cases that are not theirs', async () => {
    const [line] = await linesOf('hotline', 'resources', 'lz-hrss-employment');
    expect(line).toMatchObject({
      columns: { owner: 'lz-hrss', shareType: '有条件共享' },
      ...{ departmentTitle: 'lz-hrss', columnTitles: { owner: 'lz-hrss' } },
    });
    const shown = await showing('hotline', 'resources', line);
    expect(shown).toMatchObject({ details: {}, allowedActions: [] });
    expect(shown.history.map(({ details, caseTitle }: Json) => [details, caseTitle])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('a mark on a licence is seen by who made it, who keeps licences and who uses them, as long as it stands', async () => {
    const licenceNo = 'DZ-158';
    const no = await filed('hotline', 'lz-licence-objection', objection({ licenceNo }).form);
    await decided('issuer', no, 'mark-1', { outcome: 'marked' });
    const seen = async (account: Account) =>
      (await linesOf(account, 'licences', licenceNo)).map(({ state }: Json) => state);
    for (const account of ['hotline', 'issuer', 'manager2', 'operator', 'requester2', 'colleague'] as const)
      expect(await seen(account), account).toEqual(['marked']);
    for (const account of ['issuer2', 'duty', 'provider', 'dq-issuer', 'unit'] as const)
      expect(await seen(account), account).toEqual([]);
    const [line] = await linesOf('requester2', 'licences', licenceNo);
    expect(line).toMatchObject({
      department: 'lz-hotline',
      ownerDepartment: null,
    });
    const paths = [`/api/v1/registers/licences/${line.id}`, `/api/v1/registers/licences/${line.id}/history`];
    expect(await showing('requester2', 'licences', line)).toMatchObject({
      ...{ details: {}, history: [{ op: 'mark', caseTitle: null, reasons: null, details: null }] },
    });
    expect(await showing('manager2', 'licences', line)).toMatchObject({
      details: { licenceNo, holder: { name: '欧**', idNumber: '110105********002X' } },
    });
    for (const path of paths) expect((await world.as('provider').get(path)).status).toBe(404);
    await upheld(no);
    expect(await seen('requester2')).toEqual([]);
    for (const account of ['issuer', 'manager2'] as const)
      expect(await seen(account), account).toEqual(['open']);
    for (const path of paths) expect((await world.as('requester2').get(path)).status).toBe(404);
  });

  it('what is filed is seen by whom it is filed with, and by nobody who neither filed nor keeps it', async () => {
    const no = await filed('unit', 'lz-filing-network', {
      ...{ network: 'extranet', leader: '施主任', administrators: ['许接入'], duties: '接入管理' },
      classified: false,
    });
    await decided('manager', no, 'check-1', { outcome: 'file' });
    const counted = async (account: Account): Promise<number> =>
      (await world.as(account).get(`/api/v1/registers/filings?count=true&q=${no}`)).body.total;
    for (const account of ['unit', 'manager', 'manager2', 'supervisor'] as const)
      expect(await counted(account), account).toBe(1);
    for (const account of ['operator', 'issuer', 'provider', 'requester2'] as const)
      expect(await counted(account), account).toBe(0);
    const { body } = await world.as('manager2').get('/api/v1/registers');
    expect(body.items.find(({ register }: Json) => register === 'filings').lines).toBeGreaterThan(0);
  });
});

describe('a grant of data is ruled by whoever owns the data, with no part in the case behind it', () => {
  const GRANTS = '/api/v1/registers/data-grants';
  const granted = async (): Promise<string> => {
    const { form } = shareRequest({ resource: 'lz-market-licence', items: ['登记状态'] });
    const no = await filed('requester', 'lz-share-unconditional', form);
    await decided('manager', no, 'review-1', { outcome: 'pass' });
    await decided('operator', no, 'exchange-1', { outcome: 'done' });
    return no;
  };
  const changing = (account: Account, no: string, change: string) =>
    world.as(account).post(`${GRANTS}/${no}/${change}`, { reasons: '超出用途使用' });

  it('who is offered to suspend, resume and revoke it, at once; whoever reviewed or exchanged sees it and is not', async () => {
    const no = await granted();
    expect((await world.as('issuer').get(`/api/v1/cases/${no}`)).status).toBe(404);
    const { body } = await world.as('issuer').get(`${GRANTS}/${no}`);
    expect(body).toMatchObject({
      ...{ allowedActions: ['suspend', 'revoke'], ownerDepartmentTitle: 'lz-service' },
      columnTitles: { resource: '资源 lz-market-licence' },
    });
    for (const account of ['manager', 'manager2', 'operator'] as const) {
      const seen = await world.as(account).get(`${GRANTS}/${no}`);
      expect([seen.status, seen.body.allowedActions], account).toEqual([200, []]);
      expect((await changing(account, no, 'suspend')).status, account).toBe(403);
    }
    for (const account of ['hotline', 'requester2', 'provider'] as const)
      expect((await changing(account, no, 'revoke')).status, account).toBe(404);
    const states: string[] = [];
    for (const change of ['suspend', 'resume', 'revoke']) {
      const changed = await changing('issuer', no, change);
      expect(changed.status, JSON.stringify(changed.body)).toBe(201);
      expect(changed.body.case).toBeUndefined();
      states.push(changed.body.line.state);
    }
    expect(states).toEqual(['suspended', 'open', 'closed']);
    // Whoever has acted in a case has a part in it from then on.
    expect((await world.as('issuer').get(`/api/v1/cases/${no}`)).status).toBe(200);
    expect((await world.as('requester').get(`${GRANTS}/${no}`)).body.history.at(-1)).toMatchObject({
      ...{ op: 'close', reasons: '超出用途使用', actor: { role: 'data-provider' } },
    });
  });

  it('those that were used against their purpose or after their end are found among the others', async () => {
    const [one] = [await granted(), await granted()];
    const use = await world.as('requester').post(`${GRANTS}/${one}/uses`, { purpose: '营销', count: 1 });
    expect(use.body.finding).toBe('against_purpose');
    const found = async (finding: string) =>
      (await world.as('manager').get(`${GRANTS}?finding=${finding}`)).body.items?.map(({ id }: Json) => id);
    expect(await found('against_purpose')).toEqual([one]);
    expect(await found('any')).toEqual([one]);
    expect(await found('after_end')).toEqual([]);
    expect((await changing('issuer', one!, 'suspend')).status).toBe(201);
    const { purpose } = shareRequest().form;
    const late = await world.as('requester').post(`${GRANTS}/${one}/uses`, { purpose, count: 1 });
    expect(late.body.finding).toBe('while_suspended');
    expect(await found('while_suspended')).toEqual([one]);
    expect(await found('after_revocation')).toEqual([]);
    expect((await world.as('manager').get(`${GRANTS}?finding=other`)).status).toBe(400);
    expect((await world.as('manager').get('/api/v1/registers/seals?finding=any')).body.items).toEqual([]);
  });
});

describe('what cases publish can be asked for', () => {
  const filedAs = (change: string, more: object) =>
    filed('unit', 'lz-catalogue-entry', {
      ...{ catalogue: 'unit', change, name: '婚姻登记', entry: 'LZ-MZ-001', provider: 'lz-civil' },
      ...{ classified: false, ...more },
    });
  const entry = (change: string, sharing: string, more: object = {}) =>
    filedAs(change, {
      ...{ format: '库表', sharing, scope: '全区', frequency: '每日', timeliness: '当日' },
      ...{ delivery: 'table', public: false, ...more },
    });
  const published = async (no: string, outcome: string): Promise<void> => {
    await decided('security', no, 'review-1', { outcome: 'pass', fields: { opinion: '不涉密' } });
    await decided('head', no, 'review-2', { outcome: 'pass', fields: { opinion: '同意' } });
    await decided('unit', no, 'publish-1', { outcome });
  };
  const shown = async (): Promise<Json> =>
    (await world.as('requester2').get('/api/v1/resources/LZ-MZ-001')).body;
  const asking = (resource: string) => world.as('requester2').submit(shareRequest({ resource }));

  it('published, reclassified, and no more when it is withdrawn', async () => {
    expect((await asking('LZ-MZ-001')).status).toBe(422);
    await published(await entry('register', 'restricted', { restriction: '仅限核验' }), 'published');
    expect(await shown()).toMatchObject({
      ...{ title: '婚姻登记', department: 'lz-civil', shareType: 'conditional', conditions: '仅限核验' },
      ...{ updateRhythm: '每日', withdrawn: false, versions: [{ op: 'open' }] },
    });
    const asked = await asking('LZ-MZ-001');
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    await published(await entry('update', 'open'), 'updated');
    expect(await shown()).toMatchObject({ shareType: 'open', conditions: null });
    expect((await asking('LZ-MZ-001')).body.code).toBe('resource_not_suitable');
    const [line] = await linesOf('supervisor', 'resources', 'LZ-MZ-001');
    expect(line.columns).toEqual({
      ...{ owner: 'lz-civil', shareType: '开放', conditions: null, updateRhythm: '每日', responsible: null },
      ...{ version: 2, list: null },
    });
    await published(await filedAs('remove', {}), 'removed');
    expect(await shown()).toMatchObject({ withdrawn: true, procedures: [] });
    const { body } = await world.as('requester2').get('/api/v1/resources?q=LZ-MZ-001');
    expect(body.items).toEqual([]);
  });
});
