import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { inject } from 'vitest';
import { type Application, type ApplicationSettings, startApplication } from '../../runtime/application.ts';
import { seedDemoPeople } from '../../runtime/demo/people.ts';
import { workerActivities } from '../../runtime/worker-activities.ts';
import { openStore, type Store } from '../../store/index.ts';
import { CASE_TASK_QUEUE, SEARCH_ATTRIBUTES } from '../../workflows/types.ts';
import { createDatabase } from '../setup/database.ts';
import { turnstile } from './turnstile.ts';

/** A whole system of its own for one test file: database, Temporal namespace, worker, API on a port of the loopback. */
export type RunningApp = Application & {
  url: string;
  /** Sends a request as the account; JSON in and out. A key is made up for every POST unless given. */
  as(account: string): Requests;
  worker: WorkerSwitch;
  databaseUrl: string;
  namespace: string;
  /** Starts the run of a case and waits for it. */
  engineStart(caseNo: string): Promise<void>;
  /** Log lines written so far, as JSON text. */
  logs: string[];
};
export type Reply<T = Record<string, unknown>> = { status: number; body: T; headers: Headers };
export type Requests = {
  get<T = Record<string, unknown>>(path: string): Promise<Reply<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, key?: string): Promise<Reply<T>>;
};
/** The worker can be stopped and started again in the middle of a test. */
export type WorkerSwitch = { start(): Promise<void>; stop(): Promise<void> };

// Once a process; tests say what they expect, the worker's own chatter helps nobody.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
});

const NO_LIMIT = 1_000_000;

export type RunningAppOptions = {
  /** Another Temporal than the run's own, with its namespace. */
  temporal?: { address: string; namespace: string };
  /** Recurring duties come up as time passes. Default: not, for the other tests would wait for their cases. */
  duties?: boolean;
  /** Virtual time stands between moves. Default: not. */
  timeStands?: boolean;
  /** What is to be in the database, beside the people, before the system starts. */
  prepare?(store: Store): Promise<void>;
  /** By what people are reached, and how sending is paced. Default: by nothing. */
  reach?: Pick<ApplicationSettings, 'channels' | 'sender'>;
  /** Requests under way at once; further ones wait their turn. Default: as many as are sent. */
  requestsAtOnce?: number;
  /** How long an answer waits for the engine; default as in operation. Milliseconds. */
  engineWaitMs?: number;
  /** A database with cases in it. */
  databaseUrl?: string;
};

export const startRunningApp = async (options: RunningAppOptions = {}): Promise<RunningApp> => {
  const databaseUrl = options.databaseUrl ?? (await createDatabase(inject('databaseAdminUrl')));
  const address = options.temporal?.address ?? inject('temporalAddress');
  const namespace = options.temporal?.namespace ?? (await newNamespace());
  const logs: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) });
  const people = openStore(databaseUrl);
  await seedDemoPeople(people, 'no password signs in here');
  await options.prepare?.(people);
  await people.close();
  const application = await startApplication({
    databaseUrl,
    temporal: { address },
    namespace,
    isEmbedded: true,
    duties: options.duties ?? false,
    timeStands: options.timeStands ?? false,
    ...options.reach,
    logger,
    api: {
      ...(options.engineWaitMs === undefined ? {} : { engineWaitMs: options.engineWaitMs }),
      rateLimits: { perAddress: NO_LIMIT, perPerson: NO_LIMIT, login: NO_LIMIT, publicProgress: NO_LIMIT },
    },
  });
  const worker = workerSwitch(address, namespace, databaseUrl);
  await worker.start();
  const server = createServer(application.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const inTurn = turnstile(options.requestsAtOnce ?? Number.POSITIVE_INFINITY);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (account: string): Promise<string> => {
    const known = tokens.get(account);
    if (known !== undefined) return known;
    const made = application.store.people.byAccount(account).then(async (person) => {
      if (person === null) throw new Error(`no account ${account}`);
      return (await application.store.sessions.create(person.id, 24 * 3_600_000)).token;
    });
    tokens.set(account, made);
    return made;
  };
  return {
    ...application,
    url,
    worker,
    databaseUrl,
    namespace,
    logs,
    engineStart: (caseNo) => application.engine.start(caseNo),
    as: (account) => requests(url, () => tokenOf(account), inTurn),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await worker.stop();
      await application.stop();
    },
  };
};

const requests = (
  url: string,
  token: () => Promise<string>,
  inTurn: ReturnType<typeof turnstile>,
): Requests => {
  const sendNow = async (method: string, path: string, body: unknown, key: string | null) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${await token()}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === null ? {} : { 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    };
  };
  const send: typeof sendNow = (...request) => inTurn(() => sendNow(...request));
  return {
    get: (path) => send('GET', path, undefined, null) as never,
    post: (path, body, key = randomUUID()) => send('POST', path, body, key) as never,
  };
};

/** A namespace of its own, so that files do not hear of each other's cases. */
const newNamespace = async (): Promise<string> => {
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
  return namespace;
};

const registerSearchAttributes = async (connection: Connection, namespace: string): Promise<void> => {
  const KEYWORD = 2;
  const names = Object.values(SEARCH_ATTRIBUTES);
  for (let tries = 0; ; tries++) {
    try {
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(names.map((name) => [name, KEYWORD])),
      });
      return;
    } catch (error) {
      if (tries >= 50) throw error; // a new namespace is known to every service of the server after a moment
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

const workerSwitch = (address: string, namespace: string, databaseUrl: string): WorkerSwitch => {
  let running: { worker: Worker; ended: Promise<void>; close: () => Promise<void> } | null = null;
  return {
    async start() {
      const connection = await NativeConnection.connect({ address });
      const parts = await workerActivities({
        databaseUrl,
        ...{ temporal: { address }, namespace, logger: pino({ level: 'silent' }) },
      });
      const worker = await Worker.create({
        connection,
        namespace,
        taskQueue: CASE_TASK_QUEUE,
        workflowBundle: { code: readFileSync(inject('workflowBundlePath'), 'utf8') },
        activities: parts.activities,
        stickyQueueScheduleToStartTimeout: 1_000,
      });
      const close = async () => {
        await connection.close();
        await parts.release();
      };
      running = { worker, ended: worker.run(), close };
    },
    async stop() {
      if (running === null) return;
      const { worker, ended, close } = running;
      running = null;
      worker.shutdown();
      await ended;
      await close();
    },
  };
};
