import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellOfExpiry } from '../../api/registers/expiry.ts';
import { isoOf } from '../../calendar/index.ts';
import type { Account } from './people.ts';
import { HOUR_MS, objection, openWorld, START_MS, shareRequest, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
/** Numbers of licences of people may be their identity numbers. */
const LICENCE_NO = '身份证 11010519491231002X';
const MASKED = '身份证 110105********002X';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.store
    .db('role_departments')
    .insert({ jurisdiction: 'lz', role: 'service-centre', department_id: 'lz-service' });
});
afterAll(() => world.close());

const filed = async (account: Account, procedure: string, form: object): Promise<string> => {
  const answer = await world.as(account).submit({ procedure, form });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.case.no;
};
const decided = async (account: Account, no: string, task: string, body: object): Promise<void> => {
  world.time.nowMs += 60_000;
  const answer = await world.as(account).decide(no, task, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
};
/** 证照全过程同步: what was done with the licence itself. */
const synced = async (matter: string, outcome: string): Promise<string> => {
  const form = {
    ...{ matter, licenceNo: LICENCE_NO, holder: objection().form.holder },
    happenedAt: isoOf(START_MS - HOUR_MS),
    classified: false,
  };
  const no = await filed('issuer', 'lz-licence-lifecycle', form);
  await decided('issuer', no, 'sync-1', { outcome });
  return no;
};
const disputed = async (): Promise<string> => {
  const no = await filed('hotline', 'lz-licence-objection', objection({ licenceNo: LICENCE_NO }).form);
  await decided('issuer', no, 'mark-1', { outcome: 'marked' });
  return no;
};
const upheld = async (no: string): Promise<void> => {
  await decided('issuer', no, 'verify-1', { outcome: 'upheld', reasons: '与登记一致' });
  await decided('issuer', no, 'reply-1', { outcome: 'told', fields: { reply: '维持原内容，电话告知' } });
};
const linesOf = async (account: Account, register: string, q: string): Promise<Json[]> =>
  (await world.as(account).get(`/api/v1/registers/${register}?q=${encodeURIComponent(q)}`)).body.items;
const stateOf = async () => (await linesOf('issuer', 'licences', LICENCE_NO)).map(({ state }) => state);
const showing = async (account: Account, register: string, { id }: Json): Promise<Json> =>
  (await world.as(account).get(`/api/v1/registers/${register}/${id}`)).body;

describe('a licence has one line, whoever touches it', () => {
  const cases: string[] = [];

  it('issued, disputed twice, lost, found and cancelled by six cases', async () => {
    cases.push(await synced('issue', 'issued'), await disputed(), await disputed());
    expect(await stateOf()).toEqual(['marked']);
    await upheld(cases[1]!);
    expect(await stateOf()).toEqual(['marked']);
    cases.push(await synced('loss', 'suspended'));
    expect(await stateOf()).toEqual(['suspended']);
    cases.push(await synced('release', 'released'));
    expect(await stateOf()).toEqual(['marked']);
    await upheld(cases[2]!);
    expect(await stateOf()).toEqual(['open']);
    cases.push(await synced('cancellation', 'cancelled'));
    expect(await stateOf()).toEqual(['closed']);
  });

  it('whose history tells each change, the case behind it and what that case said', async () => {
    const [line] = await linesOf('issuer', 'licences', cases[0]!);
    const told = await showing('issuer', 'licences', line);
    const [issue, one, other, loss, release, end] = cases;
    expect(told).toMatchObject({ case: issue, department: 'lz-service', changes: 8, state: 'closed' });
    expect(told.history.map((change: Json) => [change.op, change.case])).toEqual([
      ...[
        ['open', issue],
        ['mark', one],
        ['mark', other],
        ['unmark', one],
        ['suspend', loss],
        ['resume', release],
      ],
      ...[
        ['unmark', other],
        ['close', end],
      ],
    ]);
    expect(told.history[1]).toMatchObject({
      caseTitle: expect.stringContaining('电子证照异议处理'),
      details: { what: '出生日期登记有误', holder: { name: '欧**', idNumber: '110105********002X' } },
    });
  });

  it('page by page, the latest first', async () => {
    const [line] = await linesOf('issuer', 'licences', LICENCE_NO);
    const path = `/api/v1/registers/licences/${line.id}/history`;
    const first = await world.as('issuer').get(`${path}?limit=3&count=true`);
    expect(first.body).toMatchObject({
      total: 8,
      items: [{ op: 'close' }, { op: 'unmark' }, { op: 'resume' }],
    });
    const rest = await world.as('issuer').get(`${path}?limit=200&cursor=${first.body.next}`);
    expect(rest.body.items.map(({ op }: Json) => op)).toEqual(['suspend', 'unmark', 'mark', 'mark', 'open']);
    expect((await world.as('issuer').get(`${path}?cursor=x`)).status).toBe(400);
    expect((await world.as('hotline').get(path)).status).toBe(404);
  });

  it('is found by its number, which nobody reads and which no event, address or log has', async () => {
    const [line] = await linesOf('supervisor', 'licences', '11010519491231002x');
    expect(line).toMatchObject({
      thing: 'licence',
      name: MASKED,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(JSON.stringify(await showing('supervisor', 'licences', line))).not.toContain('11010519491231002X');
    expect(await linesOf('requester', 'licences', LICENCE_NO)).toEqual([]);
    const events = await world.store.db('case_events').select('data');
    expect(events.some(({ data }) => data.key?.field === 'licenceNo')).toBe(true);
    expect(JSON.stringify(events)).not.toContain('身份证');
    expect(JSON.stringify(events)).not.toContain('11010519491231002X');
    expect(world.lines.join()).toContain('/api/v1/registers');
    expect(world.lines.join()).not.toContain('11010519491231002');
  });
});

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
    expect(await linesOf('requester', 'resources', 'lz-hrss-employment')).toEqual([]);
    expect((await world.as('requester2').get(`/api/v1/registers/resources/${line.id}`)).status).toBe(404);
  });
});

describe('a thing that is not there is not closed', () => {
  const released = (licenceNo: string, more: object = {}) =>
    world.as('issuer').submit({
      procedure: 'lz-licence-lifecycle',
      form: {
        ...{ matter: 'cancellation', licenceNo, holder: objection().form.holder },
        ...{ happenedAt: isoOf(START_MS - HOUR_MS), classified: false, ...more },
      },
    });

  it('misspelt it is refused with the field, and nothing is stored; what was there before says so and begins its line', async () => {
    const before = await world.store.db('cases').count();
    const refused = await released('NOSUCH-1');
    expect(refused).toMatchObject({ status: 422, body: { code: 'thing_not_standing' } });
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['/form/licenceNo']);
    expect(await world.store.db('cases').count()).toEqual(before);
    const { body } = await released('NOSUCH-1', { existedBefore: true });
    await decided('issuer', body.case.no, 'sync-1', { outcome: 'cancelled' });
    expect(await linesOf('issuer', 'licences', 'NOSUCH-1')).toMatchObject([
      { state: 'closed', case: body.case.no },
    ]);
    expect((await released('NOSUCH-1', { existedBefore: true })).status).toBe(422);
  });

  it('one that went while the case was open is refused at the decision', async () => {
    await filed('issuer', 'lz-licence-lifecycle', {
      ...{
        matter: 'issue',
        licenceNo: 'LIC-7',
        holder: objection().form.holder,
        until: '2027-06-30',
        classified: false,
      },
      happenedAt: isoOf(START_MS - HOUR_MS),
    }).then((no) => decided('issuer', no, 'sync-1', { outcome: 'issued' }));
    expect(await linesOf('issuer', 'licences', 'LIC-7')).toMatchObject([{ until: '2027-06-30' }]);
    const [one, other] = [(await released('LIC-7')).body.case.no, (await released('LIC-7')).body.case.no];
    await decided('issuer', one, 'sync-1', { outcome: 'cancelled' });
    const late = await world.as('issuer').decide(other, 'sync-1', { outcome: 'cancelled' });
    expect(late).toMatchObject({ status: 422, body: { code: 'thing_not_standing' } });
  });
});

describe('what cases publish can be asked for', () => {
  const entry = (change: string, sharing: string, more: object = {}) =>
    filed('unit', 'lz-catalogue-entry', {
      ...{ catalogue: 'unit', change, name: '婚姻登记', entry: 'LZ-MZ-001', format: '库表', sharing },
      ...{ scope: '全区', frequency: '每日', timeliness: '当日', delivery: 'table', provider: 'lz-civil' },
      ...{ public: false, classified: false, ...more },
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
    await published(await entry('remove', 'open'), 'removed');
    expect(await shown()).toMatchObject({ withdrawn: true, procedures: [] });
    const { body } = await world.as('requester2').get('/api/v1/resources?q=LZ-MZ-001');
    expect(body.items).toEqual([]);
  });
});

it('the issuer of a licence hears once that it ends within thirty days', async () => {
  const no = await filed('issuer', 'lz-licence-lifecycle', {
    ...{
      matter: 'issue',
      licenceNo: 'LIC-8',
      holder: objection().form.holder,
      until: '2027-03-31',
      classified: false,
    },
    happenedAt: isoOf(START_MS - HOUR_MS),
  });
  await decided('issuer', no, 'sync-1', { outcome: 'issued' });
  const told = async (day: string) => {
    await tellOfExpiry(
      { store: world.store, calendars: world.calendars },
      Date.parse(`${day}T09:00:00+08:00`),
    );
    return world.store.db('notices').where({ case_no: no, kind: 'licence-expiring' });
  };
  expect(await told('2027-02-28')).toEqual([]);
  expect(await told('2027-03-01')).toMatchObject([
    { to_role: 'licence-issuer', to_department: 'lz-service' },
  ]);
  expect(await told('2027-03-02')).toHaveLength(1);
});
