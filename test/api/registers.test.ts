import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellOfExpiry } from '../../api/registers/expiry.ts';
import { isoOf } from '../../calendar/index.ts';
import { filingIn, seatRegisterKeepers } from './filing.ts';
import type { Account } from './people.ts';
import { HOUR_MS, objection, openWorld, START_MS, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
/** Numbers of licences of people may be their identity numbers. */
const LICENCE_NO = '身份证 11010519491231002X';
const MASKED = '身份证 110105********002X';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await seatRegisterKeepers(world);
});
afterAll(() => world.close());
const { filed, decided, upheld, linesOf } = filingIn(() => world);

/** 证照全过程同步: what was done with the licence itself. */
const synced = async (matter: string, outcome: string): Promise<string> => {
  const form = {
    ...{ matter, licenceNo: LICENCE_NO, holder: objection().form.holder },
    happenedAt: isoOf(START_MS - HOUR_MS),
    ...(matter === 'issue' ? { kind: '营业执照' } : {}),
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
    expect(await linesOf('duty', 'licences', LICENCE_NO)).toEqual([]);
    const events = await world.store.db('case_events').select('data');
    expect(events.some(({ data }) => data.key?.field === 'licenceNo')).toBe(true);
    expect(JSON.stringify(events)).not.toContain('身份证');
    expect(JSON.stringify(events)).not.toContain('11010519491231002X');
    expect(world.lines.join()).toContain('/api/v1/registers');
    expect(world.lines.join()).not.toContain('11010519491231002');
  });
});

describe('a list of a register shows what it is a list of', () => {
  const columnsOf = async (register: string): Promise<Json[]> => {
    const { body } = await world.as('supervisor').get('/api/v1/registers');
    return body.items.find((item: Json) => item.register === register).columns;
  };
  /** The line in the list, which the line in full agrees with. */
  const listed = async (register: string, q: string): Promise<Json> => {
    const [line] = await linesOf('supervisor', register, q);
    const {
      details: _d,
      history: _h,
      changes: _c,
      uses: _u,
      allowedActions: _a,
      ...same
    } = await showing('supervisor', register, line);
    expect(same).toEqual(line);
    return line;
  };

  it('each register has a head, and each line a cell for every column that its kind of thing has', async () => {
    expect((await columnsOf('licences')).map(({ id, masks }: Json) => [id, masks])).toEqual([
      ...[
        ['kind', 'numbers'],
        ['holder', 'parties'],
        ['holders', 'numbers'],
        ['issuer', 'numbers'],
      ],
      ...[
        ['until', 'numbers'],
        ['marks', 'numbers'],
        ['face', 'numbers'],
      ],
    ]);
    const { columns } = await listed('licences', LICENCE_NO);
    expect(Object.keys(columns)).toEqual(['kind', 'holder', 'issuer', 'until', 'marks']);
  });

  it('a licence its kind, its holder masked as in the full line, its end and what stands on it since when', async () => {
    const form = { licenceNo: 'LIC-9', holder: objection().form.holder, classified: false };
    const happenedAt = isoOf(START_MS - HOUR_MS);
    const of = (more: object) => filed('issuer', 'lz-licence-lifecycle', { ...form, happenedAt, ...more });
    const issued = await of({ matter: 'issue', kind: '营业执照', until: '2027-05-31' });
    await decided('issuer', issued, 'sync-1', { outcome: 'issued' });
    expect(await listed('licences', 'LIC-9')).toMatchObject({
      columns: { kind: '营业执照', holder: '欧** 110105********002X', until: '2027-05-31', marks: [] },
      ...{ standing: [], closedAt: null },
    });
    const lost = await of({ matter: 'loss' });
    await decided('issuer', lost, 'sync-1', { outcome: 'suspended' });
    const { state, standing, columns } = await listed('licences', 'LIC-9');
    expect(state).toBe('suspended');
    expect(standing).toMatchObject([{ op: 'suspend', case: lost, title: '电子证照全过程同步（挂失）' }]);
    expect(columns.marks).toEqual([`电子证照全过程同步（挂失），自${standing[0].since.slice(0, 10)}`]);
    const found = await of({ matter: 'cancellation' });
    await decided('issuer', found, 'sync-1', { outcome: 'cancelled' });
    expect(await listed('licences', 'LIC-9')).toMatchObject({
      ...{ state: 'closed', standing: [], closedAt: expect.stringMatching(/^2026-/) },
      columns: { kind: '营业执照', marks: [] },
    });
  });
});

it('a document its seal and sign-off, those of the text as it was sealed last', async () => {
  const no = await filed('requester', 'lz-document', {
    ...{
      title: '关于开展年度检查的通知',
      documentNo: '新科发〔2026〕9号',
      kind: 'issue',
      approval: 'first',
      to: ['各部门'],
    },
    ...{ urgent: false, sealing: 'electronic', text: '摘要', classified: false },
  });
  const sealed = async (turn: number, sealNo: string): Promise<Json> => {
    await decided('office', no, `review-${turn}`, { outcome: 'pass' });
    await decided('head', no, `sign-${turn}`, { outcome: 'sign' });
    const [signed] = await linesOf('supervisor', 'documents', '新科发〔2026〕9号');
    expect(signed).toMatchObject({ state: 'open', columns: { signedOffBy: '施**', sealedAt: null } });
    await decided('colleague', no, `seal-${turn}`, {
      outcome: 'sealed',
      fields: { sealNo, sealExistedBefore: true },
    });
    const [line] = await linesOf('supervisor', 'documents', '新科发〔2026〕9号');
    return line;
  };
  const first = await sealed(1, 'S-1');
  expect(first).toMatchObject({
    ...{ state: 'marked', case: no, standing: [{ op: 'mark', case: no }] },
    columns: { document: '关于开展年度检查的通知', kind: '下发文件', sealNo: 'S-1', signedOffBy: '施**' },
  });
  expect(first.columns.sealedAt).toBe(first.standing[0].since);
  expect(first.columns.signedOffAt < first.columns.sealedAt).toBe(true);
  await decided('requester', no, 'distribute-1', { outcome: 'change', reasons: '日期有误' });
  const [changing] = await linesOf('supervisor', 'documents', '新科发〔2026〕9号');
  expect(changing).toMatchObject({
    state: 'suspended',
    columns: { signedOffBy: null, signedOffAt: null, sealedAt: null },
  });
  await decided('requester', no, 'redraft-1', { outcome: 'redrafted', fields: { text: '已改日期' } });
  const { columns } = await sealed(2, 'S-2');
  expect(columns).toMatchObject({ sealNo: 'S-2', signedOffBy: '施**' });
  expect(columns.signedOffAt > first.columns.sealedAt).toBe(true);
});

it('the issuer of a licence hears once that it ends within thirty days', async () => {
  const no = await filed('issuer', 'lz-licence-lifecycle', {
    ...{
      matter: 'issue',
      kind: '营业执照',
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

it('projects are asked for by how far they have come, in words of a closed list that the vocabulary tells', async () => {
  const asked = (reached: string) => world.as('manager').get(`/api/v1/registers/projects?reached=${reached}`);
  expect(await asked('accepted')).toMatchObject({ status: 200, body: { items: [] } });
  expect((await asked('nearly')).status).toBe(400);
  const { body } = await world.as('manager').get('/api/v1/vocabulary');
  expect(body.lineProgress).toContainEqual({ id: 'accepted', title: '验收合格，可以投入使用' });
});
