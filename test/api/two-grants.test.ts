import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

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
  const before = await world.stored();
  const refused = await world.as('requester').decide(own.no, 'review-1', { outcome: 'pass' });
  expect(refused).toMatchObject({ status: 403, body: { code: 'separation_of_roles' } });
  expect({ ...(await world.stored()), commands: 0 }).toEqual({ ...before, commands: 0 });
  expect((await world.as('manager').decide(own.no, 'review-1', { outcome: 'pass' })).status).toBe(201);

  const others = (await world.as('requester2').submit()).body.case;
  expect((await world.as('requester').decide(others.no, 'review-1', { outcome: 'pass' })).status).toBe(201);
});
