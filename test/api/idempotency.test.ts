import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, shareRequest, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const filed = async (): Promise<string> => (await world.as('requester').submit()).body.case.no;

describe('one key, one effect', () => {
  it('a hundred filings at once with one key make one case', async () => {
    const before = await world.stored();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => world.as('requester').submit(shareRequest(), { key })),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true);
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.case.no)).size).toBe(
      1,
    );
    for (const { status, body, headers } of answers)
      if (status === 409) {
        expect(body.code).toBe('idempotency_key_in_use');
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      }
    const after = await world.stored();
    expect(after.case_files! - before.case_files!).toBe(1);
    expect(after.commands! - before.commands!).toBe(1);
  });

  it('a repeated filing gets the first answer again, marked as such', async () => {
    const key = randomUUID();
    const first = await world.as('requester').submit(shareRequest(), { key });
    const again = await world.as('requester').submit(shareRequest(), { key });
    expect([again.status, again.headers['idempotent-replay'], again.headers.location]).toEqual([
      201,
      'true',
      first.headers.location,
    ]);
    expect(first.headers['idempotent-replay']).toBeUndefined();
    expect(again.body).toEqual(first.body);
  });

  it('another body under the same key is turned away; another person may use the same key', async () => {
    const key = randomUUID();
    await world.as('requester').submit(shareRequest(), { key });
    const other = await world.as('requester').submit(shareRequest({ purpose: '另一用途' }), { key });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(
      (await world.as('requester2').submit(shareRequest(), { key })).headers['idempotent-replay'],
    ).toBeUndefined();
  });

  it('a repeated decision is one decision, told with the case as it is now', async () => {
    const no = await filed();
    const key = randomUUID();
    const first = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' }, { key });
    await world.as('provider').decide(no, 'authorise-1', { outcome: 'refuse', reasons: '不同意' });
    const again = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' }, { key });
    expect(again.status).toBe(201);
    expect(again.body.decision).toEqual(first.body.decision);
    expect(again.body.case.status).toBe('closed');
  });

  it('a refusal because the case has moved on is told again', async () => {
    const no = await filed();
    await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
    const key = randomUUID();
    const send = () => world.as('manager2').decide(no, 'review-1', { outcome: 'pass' }, { key });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.headers['idempotent-replay']]).toEqual([409, 409, 'true']);
    expect(again.body.already).toEqual(first.body.already);
  });

  it('a refusal for missing reasons does not use up the key', async () => {
    const no = await filed();
    const key = randomUUID();
    expect((await world.as('manager').decide(no, 'review-1', { outcome: 'refuse' }, { key })).status).toBe(
      422,
    );
    expect(
      (await world.as('manager').decide(no, 'review-1', { outcome: 'refuse', reasons: '用途不明' }, { key }))
        .status,
    ).toBe(201);
  });

  it('of two approvers deciding at once, one decides', async () => {
    const no = await filed();
    const answers = await Promise.all([
      world.as('manager').decide(no, 'review-1', { outcome: 'pass' }),
      world.as('manager2').decide(no, 'review-1', { outcome: 'refuse', reasons: '不同意' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('while the engine is away', () => {
  it('a filing is answered at once, a decision is received and can be followed', async () => {
    world.engine.away = true;
    const no = await filed();
    const key = randomUUID();
    const sent = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' }, { key });
    expect(sent.status).toBe(202);
    const path = sent.headers.location!;
    expect((await world.as('manager').get(path)).body).toMatchObject({ state: 'pending' });
    expect((await world.as('requester').get(path)).status).toBe(404);
    const again = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' }, { key });
    expect([again.status, again.headers.location]).toEqual([202, path]);
    world.engine.away = false;
    await world.engine.execute((await world.store.commands.get(path.split('/').at(-1)!))!, 1000);
    expect((await world.as('manager').get(path)).body).toMatchObject({ state: 'done', case: { no } });
  });
});

describe('a filing whose process died on the way', () => {
  it('has left nothing, not even a receipt, and is filed by the same request again', async () => {
    const key = randomUUID();
    const { birth } = world.store.record;
    const countOf = async (table: string) => Number((await world.store.db(table).count({ n: '*' }))[0]!.n);
    const before = [await countOf('commands'), await countOf('cases')];
    world.store.record.birth = () => Promise.reject(new Error('killed here'));
    expect((await world.as('requester').submit(shareRequest(), { key })).status).toBe(500);
    world.store.record.birth = birth;
    expect([await countOf('commands'), await countOf('cases')]).toEqual(before);
    const again = await world.as('requester').submit(shareRequest(), { key });
    expect(again.status).toBe(201);
    const third = await world.as('requester').submit(shareRequest(), { key });
    expect(third.body.case.no).toBe(again.body.case.no);
  });

  it('has been filed once all the same when another process was faster with its key', async () => {
    const key = randomUUID();
    const { body } = await world.as('requester').submit(shareRequest(), { key });
    // Looked for before the other one wrote it.
    const { get } = world.store.commands;
    world.store.commands.get = async () => null;
    const late = await world.as('requester').submit(shareRequest(), { key });
    const reworded = shareRequest({ purpose: '另一用途' });
    const other = await world.as('requester').submit(reworded, { key });
    world.store.commands.get = get;
    expect([late.status, late.headers['idempotent-replay']]).toEqual([201, 'true']);
    expect(late.body.case.no).toBe(body.case.no);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await world.store.db('cases').where({ no: body.case.no }).count({ n: '*' })).toEqual([{ n: 1 }]);
  });
});
