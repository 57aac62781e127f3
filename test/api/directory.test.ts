import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockRules } from '../../procedures/clock-rules.ts';
import { limitsOf } from '../../procedures/diagram.ts';
import { allProcedures, procedureById } from '../../procedures/index.ts';
import { ROLES } from '../../procedures/roles.ts';
import type { PEOPLE } from './people.ts';
import { openWorld, type World } from './world.ts';

type Item = { id: string; title: string; roles: string[] };

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.store.db('people').where({ id: 'p-manager2' }).update({ disabled: true });
});
afterAll(() => world.close());

const accounts = async (query: string, who: keyof typeof PEOPLE = 'manager'): Promise<string[]> => {
  const { status, body } = await world.as(who).get(`/api/v1/people?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.map(({ account }: { account: string }) => account);
};
const ids = async (path: string): Promise<string[]> => {
  const { status, body } = await world.as('requester').get(path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.map(({ id }: Item) => id);
};

describe('what a console offers for choosing', () => {
  it('every code of an answer has a Chinese name in one place', async () => {
    const { body } = await world.as('requester').get('/api/v1/vocabulary');
    const lists = Object.values(body) as Item[][];
    expect(lists.flat().filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
    for (const list of lists) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(body.roles.map(({ id }: Item) => id)).toEqual(Object.keys(ROLES));
    const families = new Set(allProcedures().map(({ family }) => family));
    expect(new Set(body.families.map(({ id }: Item) => id))).toEqual(families);
    const rules = allProcedures().flatMap(({ stages }) => Object.values(stages).flatMap(clockRules));
    const units = rules.flatMap(limitsOf).map(({ unit }) => unit);
    expect(body.limitUnits.map(({ id }: Item) => id)).toEqual(expect.arrayContaining([...new Set(units)]));
  });

  it('an act that a case offers is among the words, and so is every event that came of it', async () => {
    const filed = await world.as('requester').submit();
    const { no, allowedActions } = filed.body.case;
    const events = await world.as('requester').get(`/api/v1/cases/${no}/events`);
    const { body } = await world.as('requester').get('/api/v1/vocabulary');
    const known = (list: Item[]) => list.map(({ id }) => id);
    expect(known(body.acts)).toEqual(
      expect.arrayContaining(allowedActions.map(({ act }: { act: string }) => act)),
    );
    expect(known(body.events)).toEqual(
      expect.arrayContaining(events.body.items.map(({ type }: { type: string }) => type)),
    );
  });

  it('an act that is addressed to somebody says how to ask for whom: all who are answered can be addressed', async () => {
    const { no } = (await world.as('requester').submit()).body.case;
    const offered = async (account: keyof typeof PEOPLE) => {
      const { allowedActions } = (await world.as(account).get(`/api/v1/cases/${no}`)).body;
      return new Map(allowedActions.map((one: { act: string }) => [one.act, one]));
    };
    const acts = (await offered('manager')) as Map<string, { addressees?: Record<string, never> }>;
    const of = (act: string) => acts.get(act)?.addressees;
    const role = 'platform-manager';
    expect(of('transfer')).toEqual({
      ...{ departments: { jurisdiction: 'lz', role }, people: { jurisdiction: 'lz', role } },
    });
    expect(of('ask-opinion')).toEqual({ departments: { jurisdiction: 'lz' }, exceptRole: role });
    expect(of('copy')).toEqual({ people: { jurisdiction: 'lz' } });
    expect(of('decide')).toBeUndefined();
    const [department] = await ids(`/api/v1/departments?${new URLSearchParams(of('transfer')?.departments)}`);
    const others = await accounts(`${new URLSearchParams(of('transfer')?.people)}&department=${department}`);
    const transfer = { act: 'transfer', task: 'review-1', toDepartment: department, toPerson: others[0] };
    expect((await world.as('manager').act(no, { ...transfer, reasons: '由其承办' })).status).toBe(201);
    expect((await world.as('manager').decide(no, 'review-1', { outcome: 'pass' })).status).toBe(201);
    const owned = (await offered('provider')) as typeof acts;
    expect(owned.get('transfer')?.addressees).toEqual({
      people: { jurisdiction: 'lz', role: 'data-provider', department: 'lz-hrss' },
    });
  });

  it('departments: of a place, with a role, by their words', async () => {
    expect(await ids('/api/v1/departments?jurisdiction=dq')).toEqual(['dq-service']);
    expect(await ids('/api/v1/departments?role=licence-issuer&jurisdiction=lz')).toEqual([
      'lz-hrss',
      'lz-service',
    ]);
    expect(await ids('/api/v1/departments?role=data-provider,licence-issuer')).toEqual(['lz-hrss']);
    expect(await ids('/api/v1/departments?q=HRSS')).toEqual(['lz-hrss']);
    expect(await ids('/api/v1/departments?role=expert')).toEqual([]);
    const { body } = await world.as('requester').get('/api/v1/departments?q=lz-hrss');
    expect(body.items[0].roles).toEqual(['data-provider', 'data-provider-lead', 'licence-issuer']);
  });

  it('people: those who hold a role in a department, without those who are disabled or hold none', async () => {
    expect(await accounts('role=platform-manager')).toEqual(['manager']);
    expect(await accounts('role=licence-issuer&department=lz-hrss')).toEqual(['issuer2']);
    expect(await accounts('department=lz-edu')).toEqual(['duty2', 'requester2']);
    expect(await accounts('jurisdiction=dq')).toEqual(['dq-issuer']);
    expect(await accounts('q=duty')).toEqual(['duty', 'duty2']);
  });

  it('a name is shown to colleagues in full, to others masked, and is found only as a whole', async () => {
    const named = async (who: keyof typeof PEOPLE) =>
      (await world.as(who).get('/api/v1/people?q=requester2')).body.items[0].name;
    expect(await named('duty2')).toBe('李四');
    expect(await named('manager')).toBe('李**');
    expect(await accounts(`q=${encodeURIComponent('李四')}`)).toEqual(['requester2']);
    expect(await accounts(`q=${encodeURIComponent('李')}`)).toEqual([]);
    expect(await accounts(`q=${encodeURIComponent('李')}`, 'duty2')).toEqual(['requester2']);
  });

  it('whoever is listed for a task can be given it', async () => {
    const { no } = (await world.as('requester').submit()).body.case;
    await world.store.db('people').where({ id: 'p-manager2' }).update({ disabled: false });
    const [, toPerson] = await accounts('role=platform-manager');
    const transfer = {
      act: 'transfer',
      task: 'review-1',
      toDepartment: 'lz-tech',
      toPerson,
      reasons: '轮岗。',
    };
    const { status, body } = await world.as('manager').act(no, transfer);
    expect(status, JSON.stringify(body)).toBe(201);
  });

  it('the catalogue: by share type and words, each entry with the procedures it can be asked for by', async () => {
    expect(await ids('/api/v1/resources?shareType=conditional')).toEqual(['lz-hrss-employment']);
    expect(await ids('/api/v1/resources?jurisdiction=lz&department=lz-tech')).toEqual(['lz-stat-yearbook']);
    expect(await ids('/api/v1/resources?q=LICENCE')).toEqual(['lz-market-licence']);
    const { body } = await world.as('requester').get('/api/v1/resources/lz-hrss-employment');
    const offered: string[] = body.procedures.map(({ id }: Item) => id);
    expect(offered).toContain('lz-share-conditional');
    expect(offered).not.toContain('lz-share-open');
    for (const id of offered) expect(procedureById(id)?.jurisdiction).toBe('lz');
    expect((await world.as('requester').get('/api/v1/resources/none')).status).toBe(404);
  });
});
