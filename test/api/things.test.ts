import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { filingIn } from './filing.ts';
import { HOUR_MS, objection, openWorld, START_MS, type World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.store
    .db('role_departments')
    .insert({ jurisdiction: 'lz', role: 'service-centre', department_id: 'lz-service' });
});
afterAll(() => world.close());

const { filed, decided, linesOf } = filingIn(() => world);

describe('a thing that is not there is not closed', () => {
  const released = (licenceNo: string, more: object = {}) =>
    world.as('issuer').submit({
      procedure: 'lz-licence-lifecycle',
      form: {
        ...{ matter: 'cancellation', licenceNo, holder: objection().form.holder },
        ...{ happenedAt: isoOf(START_MS - HOUR_MS), classified: false, ...more },
      },
    });

  const issued = async (licenceNo: string): Promise<void> => {
    const no = await filed('issuer', 'lz-licence-lifecycle', {
      ...{
        matter: 'issue',
        kind: '营业执照',
        licenceNo,
        holder: objection().form.holder,
        until: '2027-06-30',
      },
      ...{ classified: false, happenedAt: isoOf(START_MS - HOUR_MS) },
    });
    await decided('issuer', no, 'sync-1', { outcome: 'issued' });
  };

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

  it('nor released where it is not suspended, nor changed where it is closed', async () => {
    const matter = (of: string) => ({ matter: of, existedBefore: undefined });
    await issued('LIC-6');
    expect(await released('LIC-6', matter('release'))).toMatchObject({
      status: 422,
      body: {
        code: 'thing_in_other_state',
        errors: [{ pointer: '/form/licenceNo', message: '电子证照编号“LIC-6”没有挂失或者暂扣' }],
      },
    });
    await decided('issuer', (await released('LIC-6')).body.case.no, 'sync-1', { outcome: 'cancelled' });
    expect((await released('LIC-6', matter('yearly-review'))).body.code).toBe('thing_not_standing');
  });

  it('one that went while the case was open is refused at the decision', async () => {
    await issued('LIC-7');
    expect(await linesOf('issuer', 'licences', 'LIC-7')).toMatchObject([{ until: '2027-06-30' }]);
    const [one, other] = [(await released('LIC-7')).body.case.no, (await released('LIC-7')).body.case.no];
    await decided('issuer', one, 'sync-1', { outcome: 'cancelled' });
    const late = await world.as('issuer').decide(other, 'sync-1', { outcome: 'cancelled' });
    expect(late).toMatchObject({ status: 422, body: { code: 'thing_not_standing' } });
  });

  it('one about which another decides is decided by nobody else, also while the engine is away', async () => {
    await issued('LIC-9');
    const [one, other] = [(await released('LIC-9')).body.case.no, (await released('LIC-9')).body.case.no];
    world.engine.away = true;
    const cancelled = await world.as('issuer').decide(one, 'sync-1', { outcome: 'cancelled' });
    expect(cancelled.status).toBe(202);
    world.engine.away = false;
    expect(await world.as('issuer').decide(other, 'sync-1', { outcome: 'cancelled' })).toMatchObject({
      status: 409,
      body: { code: 'thing_being_decided', detail: expect.stringContaining('电子证照编号') },
    });
    await world.engine.execute((await world.store.commands.get(cancelled.body.id)) as never, 1_000);
    expect(await world.as('issuer').decide(other, 'sync-1', { outcome: 'cancelled' })).toMatchObject({
      status: 422,
      body: { code: 'thing_not_standing' },
    });
  });

  it('of two decisions at the same moment one is made', async () => {
    await issued('LIC-10');
    const cases = [(await released('LIC-10')).body.case.no, (await released('LIC-10')).body.case.no];
    const both = await Promise.all(
      cases.map((no) => world.as('issuer').decide(no, 'sync-1', { outcome: 'cancelled' })),
    );
    expect(both.map(({ status }) => status === 201).toSorted()).toEqual([false, true]);
    expect(await linesOf('issuer', 'licences', 'LIC-10')).toMatchObject([
      { state: 'closed', case: expect.anything() },
    ]);
  });
});
