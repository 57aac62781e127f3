import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allProcedures } from '../procedures/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../procedures/regulations.ts';
import { leadOf, ROLES, type Role } from '../procedures/roles.ts';
import { DEMO_PEOPLE, seedDemoPeople } from '../runtime/demo/people.ts';
import { freshStore } from '../test/store/sample.ts';
import type { Store } from './index.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
  await seedDemoPeople(store, 'hash');
});
afterAll(() => store.close());

const idOf = async (account: string) => (await store.people.byAccount(account))!.id;
const roles = Object.keys(ROLES) as Role[];
const places = Object.keys(JURISDICTIONS) as Jurisdiction[];

describe('the demo', () => {
  it('seeded twice it is there once', async () => {
    const count = async () => {
      const tables = ['departments', 'people', 'role_grants', 'role_departments', 'resources'];
      return Promise.all(tables.map(async (table) => (await store.db(table).count({ n: '*' }))[0]!.n));
    };
    const once = await count();
    await seedDemoPeople(store, 'other hash');
    expect(await count()).toEqual(once);
    expect((await store.people.byAccount('lz-requester'))!.passwordHash).toBe('other hash');
  });

  it.each([
    'lz-requester lz-requester2 lz-manager lz-provider lz-provider-lead lz-operator lz-competent lz-issuer lz-hotline lz-duty',
    'lz-security lz-office lz-unit-head dq-issuer dq-hotline supervisor auditor admin',
  ])('knows %s', async (accounts) => {
    for (const account of accounts.split(' ')) expect(await store.people.byAccount(account)).not.toBeNull();
  });

  it('has a number of its own for everybody', () => {
    expect(new Set(DEMO_PEOPLE.map(({ id }) => id)).size).toBe(DEMO_PEOPLE.length);
  });

  it.each(places)('every role is held in %s, each by somebody else', async (jurisdiction) => {
    const held = new Map<Role, Set<string>>(roles.map((role) => [role, new Set()]));
    for (const { id, grants } of DEMO_PEOPLE) {
      for (const grant of grants)
        if (grant.department.startsWith(`${jurisdiction}-`)) held.get(grant.role)!.add(id);
    }
    const everybody = [...held.values()].flatMap((people) => [...people]);
    expect([...held].filter(([, people]) => people.size === 0)).toEqual([]);
    expect(new Set(everybody).size).toBe(everybody.length);
  });

  it.each(places)('whoever acts in %s has somebody above', async (jurisdiction) => {
    const department = `${jurisdiction}-civil`;
    const parties = await store.people.partiesFor({
      jurisdiction,
      submitter: { role: 'requester', department },
      resourceDepartment: `${jurisdiction}-hrss`,
    });
    for (const role of roles.filter((each) => ROLES[each].scope !== 'own-unit')) {
      const acting = parties[role]!;
      const lead = leadOf(role);
      expect(await store.people.holdersOf(role, acting), `${role} of ${acting}`).not.toEqual([]);
      if (lead !== null)
        expect(await store.people.holdersOf(lead, acting), `${lead} of ${acting}`).not.toEqual([]);
    }
  });

  /** LS-D 第三十八条第四款、第三十九条第二款: the training of the bureau is its own, beside that of each department. */
  it('training comes up in Lhasa for the bureau and for the departments', async () => {
    const training = allProcedures().find(
      ({ id, jurisdiction }) => id === 'training' && jurisdiction === 'ls',
    );
    const role = training!.recurrence!.holders;
    for (const department of ['ls-tech', 'ls-civil', 'ls-info'])
      expect(await store.people.holdersOf(role, department), department).not.toEqual([]);
  });

  it('the requesters are in two departments, the duty officer under the same head as the security lead', async () => {
    const department = async (account: string) => (await store.people.byAccount(account))!.department;
    expect(await department('lz-requester')).not.toBe(await department('lz-requester2'));
    const unit = await department('lz-duty');
    expect(unit).toBe(await department('lz-security'));
    expect(await store.people.holdersOf('unit-head', unit)).toEqual([await idOf('lz-unit-head')]);
  });
});

describe('people', () => {
  it('parties follow the scope of each role', async () => {
    const parties = await store.people.partiesFor({
      jurisdiction: 'lz',
      submitter: { role: 'requester', department: 'lz-civil' },
    });
    expect(parties).toMatchObject({
      'platform-manager': 'lz-tech',
      requester: 'lz-civil',
      'unit-head': 'lz-civil',
    });
    // No resource is named: the department that the jurisdiction has named for the role.
    expect(parties['data-provider']).toBe('lz-hrss');
    const owner = {
      jurisdiction: 'dq',
      submitter: { role: 'requester', department: 'dq-civil' },
      resourceDepartment: 'dq-stat',
    } as const;
    expect(await store.people.partiesFor(owner)).toMatchObject({
      'data-provider': 'dq-stat',
      'platform-manager': 'dq-tech',
    });
  });

  it('of the role in which the case was filed it is the filer, but for a resource of another', async () => {
    const filedBy = (role: Role, resourceDepartment?: string) =>
      store.people.partiesFor({
        jurisdiction: 'lz',
        submitter: { role, department: 'lz-civil' },
        resourceDepartment,
      });
    expect(await filedBy('platform-operator')).toMatchObject({
      'platform-operator': 'lz-civil',
      'platform-manager': 'lz-tech',
    });
    expect((await filedBy('data-provider'))['data-provider']).toBe('lz-civil');
    expect((await filedBy('data-provider', 'lz-hrss'))['data-provider']).toBe('lz-hrss');
  });

  it('somebody disabled holds nothing and has no session', async () => {
    const id = await idOf('ls-manager');
    const { token } = await store.sessions.create(id, 60_000);
    await store.db('people').where({ id }).update({ disabled: true });
    expect(await store.people.grantsOf(id)).toEqual([]);
    expect(await store.people.holdersOf('platform-manager', 'ls-tech')).toEqual([]);
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('a supervisor holds the role in every jurisdiction', async () => {
    const grants = await store.people.grantsOf(await idOf('supervisor'));
    expect(grants.map(({ jurisdiction }) => jurisdiction).sort()).toEqual([...places].sort());
  });

  it('names and departments are looked up in one go', async () => {
    const id = await idOf('lz-manager');
    expect([...(await store.people.names([id, id, 'nobody'])).keys()]).toEqual([id]);
    expect((await store.people.departments(['lz-tech'])).get('lz-tech')).toMatchObject({
      title: '兰州新区科技发展局',
    });
    expect((await store.people.departments()).size).toBeGreaterThan(100);
  });

  it('an entry of the catalogue is found by its id', async () => {
    expect(await store.catalogue.resource('lz-hrss-employment')).toMatchObject({
      department: 'lz-hrss',
      shareType: 'conditional',
    });
    expect(await store.catalogue.resource('nothing')).toBeNull();
  });
});

describe('sessions', () => {
  it('only a digest of the token is stored', async () => {
    const id = await idOf('lz-manager');
    const { token } = await store.sessions.create(id, 60_000);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await store.db('sessions'))).not.toContain(token);
    expect(await store.sessions.find(token)).toMatchObject({ personId: id });
    expect(await store.sessions.find(`${token}x`)).toBeNull();
  });

  it('ends at its time, when idle too long, and at logout', async () => {
    const id = await idOf('lz-operator');
    const nowMs = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(nowMs);
    try {
      const [a, b] = [await store.sessions.create(id, 600_000), await store.sessions.create(id, 600_000)];
      clock.mockReturnValue(nowMs + 599_999);
      expect(await store.sessions.find(a.token, { idleMs: 599_999 })).toBeNull();
      expect(await store.sessions.find(a.token, { idleMs: 600_000 })).not.toBeNull();
      clock.mockReturnValue(nowMs + 600_000);
      expect(await store.sessions.find(a.token)).toBeNull();
      clock.mockReturnValue(nowMs);
      await store.sessions.delete(b.token);
      expect(await store.sessions.find(b.token)).toBeNull();
      expect(await store.sessions.find(a.token)).not.toBeNull();
    } finally {
      clock.mockRestore();
    }
  });

  it('notes its last use at most once a minute', async () => {
    const nowMs = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(nowMs);
    try {
      const { token } = await store.sessions.create(await idOf('lz-duty'), 600_000);
      const lastUse = async (atMs: number) => {
        clock.mockReturnValue(atMs);
        await store.sessions.find(token);
        return (await store.sessions.find(token))!.lastUsedAtMs;
      };
      expect(await lastUse(nowMs + 59_999)).toBe(nowMs);
      expect(await lastUse(nowMs + 60_000)).toBe(nowMs + 60_000);
    } finally {
      clock.mockRestore();
    }
  });
});

describe('numbers and virtual time', () => {
  it('of fifty case numbers asked for at once none is given twice, and each day begins anew', async () => {
    const given = await Promise.all(
      Array.from({ length: 50 }, () => store.counters.nextCaseNo('lz', '2026-11-23')),
    );
    expect([...given].sort()).toEqual(
      Array.from({ length: 50 }, (_, i) => `LZ-20261123-${String(i + 1).padStart(4, '0')}`),
    );
    expect(await store.counters.nextCaseNo('lz', '2026-11-24')).toBe('LZ-20261124-0001');
    await store.db('case_counters').where({ jurisdiction: 'lz', day: '2026-11-24' }).update({ last: 9_999 });
    expect(await store.counters.nextCaseNo('lz', '2026-11-24')).toBe('LZ-20261124-10000');
  });

  it('virtual time starts at zero and never goes back', async () => {
    expect(await store.clock.offsetMs()).toBe(0);
    expect(await store.clock.setOffset(5_000)).toBe(5_000);
    expect(await store.clock.setOffset(4_000)).toBe(5_000);
    expect(await store.clock.offsetMs()).toBe(5_000);
  });

  it('settings are kept by name', async () => {
    expect(await store.settings.get('demo')).toBeNull();
    await store.settings.set('demo', { cases: 6 });
    await store.settings.set('demo', { cases: 7 });
    expect(await store.settings.get('demo')).toEqual({ cases: 7 });
  });
});
