import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { Person } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { addressOf, tooMany } from '../http/limits.ts';
import { presentPerson } from '../present/person.ts';
import { isProblem, type Problem, problem } from '../problems/problem.ts';
import { created, noContent } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { isoInstant } from '../schemas/common.ts';
import { personSchema } from '../schemas/person.ts';
import { refusesForeignLogin, SESSION_COOKIE } from '../security/authenticate.ts';
import { LOGIN_LOCK, loginGuard } from '../security/login-guard.ts';

const HOURS_12_MS = 12 * 3_600_000;

const wrong = (): Problem => problem(401, 'wrong_credentials', '账号或密码不正确。');

const cookie = (value: string, seconds: number): string =>
  `${SESSION_COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;

/** A hash of nothing anybody knows, so that an unknown account takes as long as a wrong password. */
const decoy = (): (() => Promise<string>) => {
  let made: Promise<string> | null = null;
  return () => {
    made ??= hash(crypto.randomUUID());
    return made;
  };
};

/** Logging in and out. */
export const sessionRoutes = (desk: Desk): Route[] => {
  const { store, config } = desk;
  const guard = loginGuard({ ...LOGIN_LOCK, ...config.loginLock }, Date.now);
  const decoyHash = decoy();
  const lifetimeMs = config.sessionLifetimeMs ?? HOURS_12_MS;

  /** The person whose password this is. */
  const checked = async (account: string, password: string, address: string): Promise<Person | Problem> => {
    const wait = guard.waitSeconds(account, address);
    if (wait > 0) return tooMany(wait, '密码多次错误，请稍后再试。', 'login_locked');
    const person = await store.people.byAccount(account);
    const right = await verify(person?.passwordHash ?? (await decoyHash()), password).catch(() => false);
    if (person === null || person.disabled || !right) {
      guard.failed(account, address);
      return wrong();
    }
    guard.succeeded(account, address);
    return person;
  };

  const login = route({
    method: 'post',
    path: '/api/v1/sessions',
    access: 'public',
    limited: 'login',
    audit: 'LOG_IN',
    tag: '会话',
    summary: '登录',
    description: '账号不存在与密码错误的回答相同。连续五次错误后，同一账号自同一地址暂停登录一段时间。',
    body: z.strictObject({ account: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    bodyExample: { account: 'lz-manager', password: '……' },
    responses: {
      201: {
        description: '已登录',
        schema: z.strictObject({ token: z.string(), expiresAt: isoInstant(), person: personSchema }),
      },
    },
    problems: [401, 403],
    async handle({ body: { account, password }, req }) {
      const foreign = refusesForeignLogin(req);
      if (foreign !== null) return foreign;
      const address = addressOf(req);
      const person = await guard.inTurn(account, address, () => checked(account, password, address));
      if (isProblem(person)) return person;
      const { token, expiresAtMs } = await store.sessions.create(person.id, lifetimeMs);
      const grants = await store.people.grantsOf(person.id);
      return created(
        { token, expiresAt: isoOf(expiresAtMs), person: presentPerson(person, grants) },
        { 'Set-Cookie': cookie(token, Math.floor(lifetimeMs / 1000)) },
      );
    },
  });

  const logout = route({
    method: 'delete',
    path: '/api/v1/sessions/current',
    access: 'self',
    audit: 'LOG_OUT',
    tag: '会话',
    summary: '退出登录',
    responses: { 204: { description: '已退出' } },
    async handle({ viewer }) {
      await store.sessions.delete(viewer.token);
      return noContent({ 'Set-Cookie': cookie('', 0) });
    },
  });

  return [login, logout];
};
