import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutDutyBirth } from '../../api/commands/duty-birth.ts';
import { rebuild, type StoredCommand } from '../../store/index.ts';
import type { Account } from './people.ts';
import { DAY_MS, openWorld, START_MS, shareRequest, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const SHARE = '/api/v1/procedures/lz-share-conditional';
const setting = (fields: Record<string, unknown> = {}) => ({
  ...{ edition: '2021-1', limit: 'review', amount: 4, from: '2026-11-23' },
  ...{ reasons: '承办力量调整', documentNo: '兰新管办发〔2026〕12号', ...fields },
});
const set = (fields: Record<string, unknown> = {}, procedure = 'lz-share-conditional') =>
  world.as('admin').post(`/api/v1/procedures/${procedure}/targets`, setting(fields));
const file = async (): Promise<string> => (await world.as('requester').submit(shareRequest())).body.case.no;
const seen = async (no: string) => (await world.as('manager').get(`/api/v1/cases/${no}`)).body;
const clockOf = async (no: string) => (await seen(no)).tasks[0].clock;
const settings = () => world.store.db('target_settings');
/** What is no JSON. */
const text = async (account: Account, path: string): Promise<string> =>
  (
    await request(world.app)
      .get(path)
      .set('Authorization', `Bearer ${await world.tokenOf(account)}`)
  ).text;
const SET_BY = { id: expect.any(String), documentNo: '兰新管办发〔2026〕12号' };

describe('what an administrator may set, and what not', () => {
  it('every target and house limit is listed as it ships and as it holds, statutory ones are not', async () => {
    const { body } = await world.as('admin').get('/api/v1/limits?procedure=lz-share-conditional');
    const shown = body.items[0].limits.map(({ limit, title, settable, inForce }: Record<string, unknown>) => {
      const { amount, kind } = inForce as { amount: number; kind: string };
      return [limit, title, settable, kind, amount];
    });
    expect(shown).toEqual([
      ['review', '平台管理单位初审', true, 'target', 2],
      ['supplement', '补正材料', false, 'house', 10],
      ['opinion', '答复意见', false, 'house', 5],
    ]);
    const all = (await world.as('auditor').get('/api/v1/limits?kind=target&limit=200')).body.items;
    const limits = all.flatMap((one: { limits: unknown[] }) => one.limits);
    expect(limits.length).toBeGreaterThan(400);
    expect((await world.as('manager').get('/api/v1/limits')).status).toBe(403);
  });

  it.each([
    ['a statutory limit', { limit: 'authorise' }, 422, 'limit_statutory'],
    ['a house limit', { limit: 'supplement' }, 422, 'limit_house'],
    ['a limit that the edition does not have', { limit: 'nothing' }, 422, 'limit_unknown'],
    ['an edition that is not in force', { edition: '2019-1' }, 422, 'edition_unknown'],
    ['a day that is over', { from: '2026-11-22' }, 422, 'from_out_of_range'],
    ['a day too far off', { from: '2027-12-01' }, 422, 'from_out_of_range'],
    ['no reasons', { reasons: ' ' }, 422, 'reasons_required'],
    ['no document number', { documentNo: '　' }, 422, 'document_no_required'],
    ['nothing', { amount: 0 }, 400, 'malformed_request'],
    ['more than a year', { amount: 367 }, 400, 'malformed_request'],
    ['half a day', { amount: 1.5 }, 400, 'malformed_request'],
    ['another unit', { unit: 'day' }, 400, 'malformed_request'],
    ['a day that does not exist', { from: '2026-02-30' }, 400, 'malformed_request'],
    ['a document number that is none', { documentNo: '文'.repeat(101) }, 400, 'malformed_request'],
  ])('%s is refused, and nothing is stored', async (_what, fields, status, code) => {
    const before = await world.stored();
    const { body } = await set(fields);
    expect([body.status, body.code]).toEqual([status, code]);
    expect([await world.stored(), await settings()]).toEqual([before, []]);
  });

  it('a limit with a date, an unknown procedure, and anybody but an administrator are refused too', async () => {
    const dated = await set({ limit: 'perform' }, 'lz-operator-report');
    expect([dated.status, dated.body.code]).toEqual([422, 'limit_is_date']);
    expect((await set({}, 'no-such-procedure')).body.code).toBe('procedure_not_found');
    for (const account of ['manager', 'supervisor', 'auditor'] as const)
      expect((await world.as(account).post(`${SHARE}/targets`, setting())).status).toBe(403);
    expect(await settings()).toEqual([]);
  });
});

describe('a target that has been set', () => {
  let older: string;
  let newer: string;
  let target: string;

  it('binds what is filed from then on, and nothing that was filed before', async () => {
    older = await file();
    const key = randomUUID();
    const send = () =>
      world
        .as('admin')
        .post(`${SHARE}/targets`, setting({ documentNo: ' 兰新管办发〔2026〕12号 ' }), { key });
    const made = await send();
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    target = made.body.target.id;
    expect(made.body.target).toMatchObject({ ...setting(), by: '杨管理', inForce: true, withdrawn: null });
    expect((await send()).body).toEqual(made.body);
    expect((await set()).body.code).toBe('target_set_already');
    newer = await file();
    expect(await clockOf(older)).toMatchObject({
      dueDate: '2026-11-25',
      limit: { amount: 2, kind: 'target' },
    });
    expect((await clockOf(older)).limit).not.toHaveProperty('setting');
    expect(await clockOf(newer)).toMatchObject({
      dueDate: '2026-11-27',
      limit: { amount: 4, unit: 'working-day', kind: 'target', setting: SET_BY },
    });
  });

  it('is shown with its standing and its document wherever the limit is', async () => {
    const get = async (path: string) => (await world.as('admin').get(path)).body;
    const limit = { amount: 4, kind: 'target', setting: SET_BY };
    const shown = await get(SHARE);
    expect(shown.stages[0]).toMatchObject({ stage: 'review', limit, clocks: [{ limits: [limit] }] });
    expect(shown.houseRules).toContain(
      '“平台管理单位初审”的服务目标经管理员设定为4个工作日（兰新管办发〔2026〕12号）。',
    );
    expect((await get(`${SHARE}?case=${older}`)).stages[0].limit).toMatchObject({ amount: 2 });
    const plan = await world
      .as('requester')
      .post(`${SHARE}/plan`, { submittedAt: '2026-11-23T10:00:00+08:00' }, { key: null });
    expect(plan.body.stages[0]).toMatchObject({ stage: 'review', dueDate: '2026-11-27', limit });
    const ofCase = `/api/v1/cases/${newer}`;
    expect(await get(`${ofCase}/clocks/review-1/ledger`)).toMatchObject({ limit, dueDate: '2026-11-27' });
    expect((await get(`${ofCase}/clocks/review-1/history`)).held).toMatchObject({ limit });
    expect((await get(`${ofCase}/time-use`)).tasks[0]).toMatchObject({ limit });
    const { items } = await get(`${ofCase}/events`);
    expect(items[0].data.targets).toEqual([{ limit: 'review', amount: 4, setting: SET_BY }]);
    expect(items.find(({ type }: { type: string }) => type === 'ClockStarted').data.limit).toMatchObject(
      limit,
    );
    const tasks = (await world.as('manager').get('/api/v1/tasks')).body.items;
    expect(tasks.map((task: Record<string, { limit: unknown }>) => task.clock!.limit)).toContainEqual(
      expect.objectContaining(limit),
    );
    expect(await text('admin', `${SHARE}/diagram`)).toContain('4个工作日（目标，兰新管办发〔2026〕12号）');
    expect(await text('admin', `${SHARE}/diagram?case=${older}`)).toContain('2个工作日（目标）');
    expect(await text('manager', `${ofCase}/clocks/review-1/ledger.html`)).toContain(
      '服务目标设定文号：兰新管办发〔2026〕12号',
    );
  });

  it('its document number is in PostgreSQL only: the events name the setting', async () => {
    const events = await world.store.record.events(newer, 0);
    expect(JSON.stringify(events)).toContain(target);
    expect(JSON.stringify(events)).not.toContain('兰新管办发');
  });

  it('each case goes on by its own when its run begins anew from the record', async () => {
    // The engine of this world keeps nothing: whatever it does, it does from the record.
    await world.engine.tick(older, Date.parse('2026-11-26T00:00:00+08:00'));
    await world.engine.tick(newer, Date.parse('2026-11-26T00:00:00+08:00'));
    world.time.nowMs = Date.parse('2026-11-26T09:00:00+08:00');
    expect([(await clockOf(older)).state, (await clockOf(newer)).state]).toEqual(['missed', 'running']);
    world.time.nowMs = START_MS + 1;
  });

  it('lists rebuilt from the events come out the same', async () => {
    expect((await rebuild(world.store.db, { repair: false })).differences).toEqual([]);
  });

  it('taken back, with the reason, what is filed next has what the edition ships; what was filed keeps it', async () => {
    const path = `/api/v1/targets/${target}/withdraw`;
    const nameless = await world.as('admin').post(path, {});
    expect([nameless.status, nameless.body.code]).toEqual([422, 'reasons_required']);
    const back = await world.as('admin').post(path, { reasons: '试行期满' });
    expect(back.status, JSON.stringify(back.body)).toBe(201);
    expect(back.body.target).toMatchObject({
      inForce: false,
      withdrawn: { by: '杨管理', reasons: '试行期满', documentNo: null },
    });
    expect((await world.as('admin').post(path, { reasons: '再撤' })).body.code).toBe('target_withdrawn');
    expect((await world.as('admin').post('/api/v1/targets/none/withdraw', { reasons: '无' })).status).toBe(
      404,
    );
    world.time.nowMs += 1;
    expect(await clockOf(await file())).toMatchObject({ dueDate: '2026-11-25', limit: { amount: 2 } });
    expect(await clockOf(newer)).toMatchObject({ dueDate: '2026-11-27', limit: { setting: SET_BY } });
    const { items } = (await world.as('admin').get('/api/v1/limits?set=true')).body;
    expect(items).toMatchObject([
      {
        procedure: 'lz-share-conditional',
        limits: [
          {
            limit: 'review',
            shipped: { amount: 2 },
            inForce: { amount: 2 },
            settings: [{ id: target, reasons: '承办力量调整' }],
          },
        ],
      },
    ]);
  });

  it('from a day to come on it binds what is filed on that day', async () => {
    expect((await set({ from: '2026-11-25', amount: 1 })).status).toBe(201);
    expect((await clockOf(await file())).limit.amount).toBe(2);
    world.time.nowMs = START_MS + 2 * DAY_MS;
    expect(await clockOf(await file())).toMatchObject({ dueDate: '2026-11-26', limit: { amount: 1 } });
    world.time.nowMs = START_MS + 1;
  });

  it('a duty that comes up of itself is opened under what holds then', async () => {
    expect((await set({ limit: 'evaluate', amount: 15 }, 'lz-evaluation')).status).toBe(201);
    const { store, engine, calendars } = world;
    const opened = async (period: string, receivedAtMs: number) => {
      const no = `LZ-DUTY-${period}`;
      const body = {
        type: 'bear-duty',
        no,
        procedure: 'lz-evaluation',
        period,
        role: 'platform-manager',
        jurisdiction: 'lz',
        department: 'lz-tech',
      };
      await store.commands.receive({
        ...{ id: no, caseNo: no, body, receivedAtMs, personId: 'system', key: no },
        ...{ requestDigest: '', content: null },
      });
      await carryOutDutyBirth(
        { store, engine, calendars, logger: console as never },
        (await store.commands.get(no)) as StoredCommand,
      );
      return (await store.record.load(no))?.state.clocks['evaluate-1']?.limit;
    };
    expect(await opened('2025', START_MS - DAY_MS)).toMatchObject({ amount: 20 });
    expect(await opened('2026', START_MS + DAY_MS)).toMatchObject({ amount: 15, kind: 'target' });
  });
});
