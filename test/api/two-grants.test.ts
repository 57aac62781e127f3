import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objection, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const granted = { role: 'platform-manager', department_id: 'lz-tech' };
  await world.store.db('role_grants').insert({ person_id: 'p-requester', ...granted });
});
afterAll(() => world.close());

it('whoever filed a case does not review it, though granted that role too; of another’s case they do', async () => {
  const own = (await world.as('requester').submit()).body.case;
  expect(own.allowedActions.map(({ act }: { act: string }) => act)).not.toContain('decide');
  const [listed] = (await world.as('requester').get('/api/v1/tasks')).body.items;
  expect(listed).toMatchObject({
    ...{ id: 'review-1', mayDecide: false },
    whyNot: { code: 'separation_of_roles', message: '同一案件中一人只能担任一种角色。' },
  });
  const counts = async () => (await world.as('requester').get('/api/v1/me')).body.counts;
  expect(await counts(), 'somebody else has to do it').toMatchObject({ todo: 0, overdue: 0, separated: 1 });
  const before = await world.stored();
  const refused = await world.as('requester').decide(own.no, 'review-1', { outcome: 'pass' });
  expect(refused).toMatchObject({ status: 403, body: { code: 'separation_of_roles' } });
  expect({ ...(await world.stored()), commands: 0 }).toEqual({ ...before, commands: 0 });
  const tried = (await world.as('supervisor').get(`/api/v1/cases/${own.no}/refused-acts`)).body.items;
  expect(tried).toMatchObject([
    {
      ...{ act: 'decide', task: 'review-1', code: 'separation_of_roles', outcome: 'pass' },
      by: { name: '王**', department: 'lz-tech', role: 'platform-manager' },
    },
  ]);
  expect((await world.as('manager').decide(own.no, 'review-1', { outcome: 'pass' })).status).toBe(201);

  const others = (await world.as('requester2').submit()).body.case;
  const free = (await world.as('requester').get('/api/v1/tasks')).body.items;
  expect(free).toMatchObject([{ case: { no: others.no }, mayDecide: true, whyNot: null }]);
  expect((await world.as('requester').decide(others.no, 'review-1', { outcome: 'pass' })).status).toBe(201);
});

it('a task that waits for another says so in the list, until it does not', async () => {
  const { no } = (await world.as('hotline').submit(objection())).body.case;
  const verify = async () =>
    (await world.as('issuer').get('/api/v1/tasks')).body.items.find(
      (task: { id: string; case: { no: string } }) => task.case.no === no && task.id === 'verify-1',
    );
  expect(await verify()).toMatchObject({ mayDecide: false, whyNot: { code: 'gate_closed' } });
  expect((await world.as('issuer').decide(no, 'mark-1', { outcome: 'marked' })).status).toBe(201);
  expect(await verify()).toMatchObject({ mayDecide: true, whyNot: null });
});

describe('cases that are linked show each other, whichever side linked them', () => {
  const linksOf = async (account: 'requester' | 'requester2' | 'manager', no: string) =>
    (await world.as(account).get(`/api/v1/cases/${no}`)).body.links;

  it('with their titles to who sees both; to who sees one, no more than that one says itself', async () => {
    const one = (await world.as('requester').submit()).body.case;
    const other = (await world.as('requester2').submit()).body.case;
    const linked = await world.as('manager').act(one.no, { act: 'link', other: other.no });
    expect(linked.status, JSON.stringify(linked.body)).toBe(201);
    const told = ({ no, title, procedureTitle }: typeof one) => ({ no, title, procedureTitle });
    expect(linked.body.case.links).toEqual([told(other)]);
    expect(await linksOf('manager', other.no)).toEqual([told(one)]);
    expect(await linksOf('requester2', other.no)).toEqual([]);
    await world.as('manager').act(other.no, { act: 'link', other: one.no });
    expect(await linksOf('manager', other.no)).toEqual([told(one)]);
    expect(await linksOf('requester2', other.no)).toEqual([
      { no: one.no, title: null, procedureTitle: null },
    ]);
  });
});
