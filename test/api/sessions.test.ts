import { hash } from '@node-rs/argon2';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, shareRequest, type World } from './world.ts';

const PASSWORD = '足够长的一个口令 2026';
let world: World;
beforeAll(async () => {
  world = await openWorld({ passwordHash: await hash(PASSWORD) });
});
afterAll(() => world.close());

const logIn = (account: string, password: string, headers: Record<string, string> = {}) =>
  request(world.app).post('/api/v1/sessions').set(headers).send({ account, password });
const me = (token: string) => request(world.app).get('/api/v1/me').set('Authorization', `Bearer ${token}`);

describe('logging in', () => {
  it('gives a new token each time, and a cookie that only this host gets back', async () => {
    const first = await logIn('manager', PASSWORD);
    const second = await logIn('manager', PASSWORD);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      person: { account: 'manager', roles: [{ role: 'platform-manager' }] },
    });
    expect(second.body.token).not.toBe(first.body.token);
    expect(first.headers['set-cookie']![0]).toMatch(
      /^__Host-session=.+; Path=\/; Secure; HttpOnly; SameSite=Strict/,
    );
    expect((await me(first.body.token)).body.rights).toContain('case:decide');
  });
  it('answers an unknown account like a wrong password', async () => {
    const wrong = await logIn('issuer', 'nope');
    const unknown = await logIn('no-such-account', 'nope');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });
  it('is shut for account and address after five wrong passwords, also when they come at once', async () => {
    const wrong = await Promise.all(Array.from({ length: 12 }, () => logIn('provider', 'nope')));
    expect(wrong.filter(({ status }) => status === 401)).toHaveLength(5);
    const right = await logIn('provider', PASSWORD);
    expect(right.body).toMatchObject({ status: 429, code: 'login_locked' });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(60);
    expect((await logIn('lead', PASSWORD)).status).toBe(201);
  });
});

describe('a session', () => {
  it('is over with the logout, at once', async () => {
    const { token } = (await logIn('operator', PASSWORD)).body;
    const out = await request(world.app)
      .delete('/api/v1/sessions/current')
      .set('Authorization', `Bearer ${token}`);
    expect(out.status).toBe(204);
    expect((await me(token)).status).toBe(401);
  });
  it('of a disabled person is over at once, and a role taken away is gone with the next call', async () => {
    const { token } = (await logIn('hotline', PASSWORD)).body;
    await world.store.db('role_grants').where({ person_id: 'p-hotline' }).delete();
    expect(
      (await request(world.app).get('/api/v1/cases').set('Authorization', `Bearer ${token}`)).status,
    ).toBe(403);
    await world.store.db('people').where({ id: 'p-hotline' }).update({ disabled: true });
    expect((await me(token)).status).toBe(401);
  });
});

describe('a browser', () => {
  const withCookie = async (origin: Record<string, string>) => {
    const cookie = `__Host-session=${await world.tokenOf('requester')}`;
    return request(world.app)
      .post('/api/v1/cases')
      .set({ Cookie: cookie, Host: 'shixian.example', 'Idempotency-Key': crypto.randomUUID(), ...origin })
      .send(shareRequest());
  };
  it('writes from pages of our own only', async () => {
    expect((await withCookie({ Origin: 'https://shixian.example' })).status).toBe(201);
    for (const origin of [{}, { Origin: 'https://evil.example' }, { Origin: 'null' }] as Record<
      string,
      string
    >[])
      expect((await withCookie(origin)).body).toMatchObject({ status: 403, code: 'foreign_origin' });
  });
  it('cannot be logged in by a page of somebody else', async () => {
    expect((await logIn('lead', PASSWORD, { Origin: 'https://evil.example' })).status).toBe(403);
  });
});
