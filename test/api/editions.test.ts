import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type CaseEvent, type Command, decide, unborn } from '../../cases/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { grant, START_MS, shareRequest, type World } from './world.ts';

/** A newer edition of sharing on conditions, by which the provider has one working day in place of three. */
const withNewerEdition = async (original: <T>() => Promise<T>) => {
  const { lanzhouProcedures } = await original<{ lanzhouProcedures: Procedure[] }>();
  const share = lanzhouProcedures.find(({ id }) => id === 'lz-share-conditional') as Procedure;
  const { authorise, ...stages } = share.stages as Record<'authorise', Procedure['stages'][string]>;
  const within = { amount: 1, unit: 'working-day' as const, kind: 'statutory' as const, basis: share.basis };
  const newer = { ...share, edition: { id: 'newer', validFrom: '2026-11-01' } };
  const changed = { ...stages, authorise: { ...authorise, within } };
  return { lanzhouProcedures: [...lanzhouProcedures, { ...newer, stages: { ...share.stages, ...changed } }] };
};

let world: World;
let procedureById: typeof import('../../procedures/index.ts').procedureById;
let rulesForNew: typeof import('../../api/calendars.ts').rulesForNew;
// Files of one worker share their modules: those that know the newer edition are loaded anew, and forgotten.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../procedures/lanzhou/index.ts', withNewerEdition);
  ({ procedureById } = await import('../../procedures/index.ts'));
  ({ rulesForNew } = await import('../../api/calendars.ts'));
  const { openWorld } = await import('./world.ts');
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  vi.doUnmock('../../procedures/lanzhou/index.ts');
  vi.resetModules();
});

const PARTIES = { 'platform-manager': 'lz-tech', 'data-provider': 'lz-hrss', 'platform-operator': 'lz-tour' };
/** A case that was filed before there was the newer edition. */
const filedBefore = async (no: string): Promise<string> => {
  const procedure = procedureById('lz-share-conditional', '2021-1') as Procedure;
  const actor = { personId: 'p-requester', department: 'lz-civil', role: 'requester' } as const;
  const filing = { no, procedure: procedure.id, edition: '2021-1', parties: PARTIES, facts: {}, digest: 'd' };
  const command: Command = { type: 'submit', id: `submit-${no}`, actor, ...filing };
  const steering = { parties: PARTIES, facts: {} };
  const rules = rulesForNew(world.calendars, procedure, steering);
  const file = {
    ...{ title: '就业登记信息共享申请', form: shareRequest().form, family: 'share', jurisdiction: 'lz' },
    ...{ requesterPerson: actor.personId, requesterDepartment: actor.department, queryCode: 'abc' },
  };
  const events = decide(rules, unborn, command, START_MS) as CaseEvent[];
  await world.store.record.birth({ events, file, command: { id: command.id } });
  return no;
};

it('a case keeps the edition it was filed under while a newer one is in force, and a new case has the newer', async () => {
  const older = await filedBefore('LZ-20261101-0001');
  const newer = (await world.as('requester').submit()).body.case.no;
  const course = async (no: string) => {
    await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
    const { edition, tasks } = (await world.as('provider').get(`/api/v1/cases/${no}`)).body;
    return [edition, tasks.at(-1).clock.limit.amount, tasks.at(-1).clock.dueDate];
  };
  expect(await course(older)).toEqual(['2021-1', 3, '2026-11-26']);
  expect(await course(newer)).toEqual(['newer', 1, '2026-11-24']);
  const decided = await world.as('provider').decide(older, 'authorise-1', grant());
  expect([decided.status, decided.body.case.edition]).toEqual([201, '2021-1']);
});
