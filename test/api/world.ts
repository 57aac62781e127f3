import { randomUUID } from 'node:crypto';
import pino from 'pino';
import request from 'supertest';
import { inject } from 'vitest';
import { type ApiConfig, createApp } from '../../api/app.ts';
import {
  ensureShippedCalendars,
  type PublishedCalendars,
  publishedCalendars,
} from '../../api/published-calendars.ts';
import { shippedCalendars } from '../../api/shipped-calendars.ts';
import { isoOf } from '../../calendar/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createDatabase } from '../setup/database.ts';
import { holdToContract } from './contract.ts';
import { fakeEngine } from './fake-engine.ts';
import { type Account, seedPeople } from './people.ts';

/** Monday. */
export const START_MS = Date.parse('2026-11-23T09:30:00+08:00');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export type Answer = request.Response;
type Sending = { key?: string | null; headers?: Record<string, string> };

export type World = Awaited<ReturnType<typeof openWorld>>;

const SPAN = { from: '2024-01-01', to: '2030-12-31' };
const shipped = shippedCalendars(SPAN);

const freshStore = async (passwordHash = 'no password'): Promise<Store> => {
  const store = openStore(await createDatabase(inject('databaseAdminUrl')));
  await seedPeople(store, passwordHash);
  return store;
};

const publishedIn = async (store: Store): Promise<PublishedCalendars> => {
  await ensureShippedCalendars(store);
  return publishedCalendars({ store, span: SPAN, logger: { warn: () => undefined } });
};

/** The API on a database of its own, with people, a clock that stands still and the engine made of the decider. `published`: with
 *  calendars to which something can be added. */
export const openWorld = async (
  options: {
    config?: ApiConfig;
    passwordHash?: string;
    virtual?: boolean;
    store?: Store;
    published?: boolean;
  } = {},
) => {
  const store = options.store ?? (await freshStore(options.passwordHash));
  const published = options.published === true ? await publishedIn(store) : null;
  const calendars = published ?? shipped;
  const engine = fakeEngine(store, calendars);
  const time = { nowMs: START_MS };
  const lines: string[] = [];
  const advanceTo = async (targetMs: number): Promise<number> => {
    time.nowMs = targetMs;
    return targetMs;
  };
  const app = createApp({
    ...{ store, engine, calendars },
    clock: { nowMs: () => time.nowMs, demo: options.virtual ?? true },
    virtualTime: options.virtual === false ? null : { advanceTo },
    logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    config: { engineWaitMs: 1_000, ...options.config },
    migrated: async () => true,
  });
  const tokens = new Map<Account, string>();
  const tokenOf = async (account: Account): Promise<string> => {
    const known = tokens.get(account) ?? (await store.sessions.create(`p-${account}`, DAY_MS)).token;
    tokens.set(account, known);
    return known;
  };
  const as = (account: Account) => ({
    async get(path: string): Promise<Answer> {
      const answer = await request(app)
        .get(path)
        .set('Authorization', `Bearer ${await tokenOf(account)}`);
      holdToContract('get', path, answer);
      return answer;
    },
    async post(
      path: string,
      body: unknown,
      { key = randomUUID(), headers = {} }: Sending = {},
    ): Promise<Answer> {
      const sent = request(app)
        .post(path)
        .set('Authorization', `Bearer ${await tokenOf(account)}`)
        .set(headers);
      const answer = await (key === null ? sent : sent.set('Idempotency-Key', key)).send(body as object);
      holdToContract('post', path, answer);
      return answer;
    },
    submit(body: object = shareRequest(), sending: Sending = {}): Promise<Answer> {
      return this.post('/api/v1/cases', body, sending);
    },
    decide(no: string, task: string, body: object, sending: Sending = {}): Promise<Answer> {
      return this.post(`/api/v1/cases/${no}/tasks/${task}/decisions`, body, sending);
    },
    act(no: string, body: object, sending: Sending = {}): Promise<Answer> {
      return this.post(`/api/v1/cases/${no}/acts`, body, sending);
    },
  });
  /** Rows that a request could have written. */
  const stored = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of ['commands', 'case_files', 'case_events', 'cases', 'tasks', 'notices'])
      counts[table] = Number((await store.db(table).count({ n: '*' }))[0]!.n);
    return counts;
  };
  const close = async (): Promise<void> => {
    published?.stop();
    await store.close();
  };
  return { store, engine, calendars, time, app, as, stored, tokenOf, lines, close };
};

/** A request for conditional sharing in which nothing is wrong. */
export const shareRequest = (form: Record<string, unknown> = {}) => ({
  procedure: 'lz-share-conditional',
  form: {
    resource: 'lz-hrss-employment',
    purpose: '核验补贴申请人的就业状态',
    basis: '就业促进法第四十九条',
    users: ['创业服务科'],
    items: ['就业登记状态', '登记日期'],
    mode: 'query',
    until: '2027-06-30',
    classified: false,
    ...form,
  },
});

/** An objection to a licence in which nothing is wrong. */
export const objection = (form: Record<string, unknown> = {}) => ({
  procedure: 'lz-licence-objection',
  form: {
    orderNo: 'RX-2026-0001',
    receivedAt: isoOf(START_MS - HOUR_MS),
    licenceNo: 'DZ-001',
    holder: { name: '欧阳修', idNumber: '11010519491231002X' },
    what: '出生日期登记有误',
    classified: false,
    ...form,
  },
});

export const grant = (fields: Record<string, unknown> = {}) => ({
  outcome: 'approve',
  fields: { users: ['创业服务科'], items: ['就业登记状态'], mode: 'query', until: '2027-03-31', ...fields },
});
