import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { type TempFolder, tempFolder } from '../test/setup/temp-folder.ts';
import { sampleForm } from '../test/support/sample.ts';
import { freePort } from './embedded/ports.ts';
import { startMarkOf } from './embedded/process-identity.ts';
import { inProject } from './paths.ts';

const READY = /^就绪 (http:\/\/127\.0\.0\.1:\d+)$/m;
const UP_WITHIN_MS = 90_000;
const SERVICES = ['bin/postgres -D', 'start-dev', 'worker-main.ts', 'api-main.ts'] as const;

interface Start {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly status: Promise<number | null>;
}

function start(env: Record<string, string>): Start {
  const child = spawn(process.execPath, ['--import', 'tsx', 'runtime/start.ts'], {
    cwd: inProject(),
    env: { ...process.env, NODE_ENV: '', VITEST: '', TEMPORAL_CLI_PATH: inject('temporalCliPath'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const status = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { process: child, output: () => text, status };
}

async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = UP_WITHIN_MS,
): Promise<void> {
  const giveUpAtMs = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > giveUpAtMs) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(50);
  }
}

/** The services that this start runs, by what their command line holds. */
function childrenOf(pid: number): Record<string, number> {
  const table = spawnSync('ps', ['-ww', '-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const found: Record<string, number> = {};
  for (const line of table) {
    const [, child, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const service = SERVICES.find((name) => args?.includes(name));
    if (Number(parent) === pid && service !== undefined) found[service] = Number(child);
  }
  return found;
}

const answers = (url: string): Promise<boolean> => isWell(`${url}/healthz`);
/** With its database and its engine. */
const isReady = (url: string): Promise<boolean> => isWell(`${url}/readyz`);

async function isWell(address: string): Promise<boolean> {
  return await fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

/** Requests as people send them: signed in with the demo's password, each act under a key of its own. */
const signIn = async (url: string, account: string, password: string) => {
  const send = async (method: string, path: string, body?: object, headers = {}): Promise<Json> => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const { body } = await send('POST', '/api/v1/sessions', { account, password });
  const as = { Authorization: `Bearer ${body.token}` };
  return {
    get: async (path: string): Promise<Json> => (await send('GET', path, undefined, as)).body,
    post: (path: string, given: object) =>
      send('POST', path, given, { ...as, 'Idempotency-Key': randomUUID() }),
  };
};

describe('npm start', () => {
  let data: TempFolder;
  let env: Record<string, string>;
  let running: Start;
  let url: string;
  /** A case with a decision, acknowledged before anything is killed. */
  let acknowledged: { no: string; decided: Json };
  const password = (): string => readFileSync(join(data.path, 'demo-password'), 'utf8').trim();
  const expectNothingLost = async (): Promise<void> => {
    const { get } = await signIn(url, 'lz-requester', password());
    const now = await get(`/api/v1/cases/${acknowledged.no}`);
    expect(now.tasks.slice(0, 1)).toMatchObject([{ id: 'review-1', state: 'done', outcome: 'pass' }]);
    expect(now.tasks).toHaveLength(acknowledged.decided.tasks.length);
    const { items } = await get(`/api/v1/cases/${acknowledged.no}/events?limit=200`);
    expect(items.filter(({ type }: Json) => type === 'Decided')).toHaveLength(1);
  };

  beforeAll(async () => {
    data = tempFolder('start');
    env = { DATA_DIR: data.path, PORT: String(await freePort()) };
    running = start(env);
    await until('ready', () => READY.test(running.output()) || running.process.exitCode !== null);
    expect(running.output()).toMatch(READY);
    url = READY.exec(running.output())![1]!;
  }, UP_WITHIN_MS);

  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.status;
    data.remove();
  }, 40_000);

  it('serves at the address it names', async () => {
    expect(url).toBe(`http://127.0.0.1:${env.PORT}`);
    expect(await answers(url)).toBe(true);
    expect(running.output()).toContain(password());
  });

  it('acknowledges a case and a decision', async () => {
    const requester = await signIn(url, 'lz-requester', password());
    const { form } = procedureById('lz-share-conditional') as Procedure;
    const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
    const filed = await requester.post('/api/v1/cases', {
      procedure: 'lz-share-conditional',
      form: sampleForm(form, Date.now(), ids),
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { no } = filed.body.case;
    const manager = await signIn(url, 'lz-manager', password());
    const decided = await manager.post(`/api/v1/cases/${no}/tasks/review-1/decisions`, { outcome: 'pass' });
    expect(decided.status, JSON.stringify(decided.body)).toBe(201);
    acknowledged = { no, decided: decided.body.case };
    await expectNothingLost();
  });

  it('turns a second start on the same data away, with one reason', async () => {
    const second = start(env);
    expect(await second.status).toBe(1);
    expect(second.output()).toContain('启动失败');
    expect(second.output()).toContain(String(running.process.pid));
    expect(await answers(url)).toBe(true);
  });

  it.each(SERVICES)(
    'brings back %s after kill -9, and no acknowledged case or decision is missing',
    async (service) => {
      const pid = childrenOf(running.process.pid!)[service]!;
      process.kill(pid, 'SIGKILL');
      await until(`${service} is another process`, () => {
        const now = childrenOf(running.process.pid!)[service];
        return now !== undefined && now !== pid;
      });
      await until('it is said', () => running.output().includes('已恢复'));
      await until('the API answers', () => answers(url));
      await until('the database answers', () => isReady(url));
      await expectNothingLost();
    },
    UP_WITHIN_MS,
  );

  it(
    'leaves nobody behind when it is itself killed with -9, and starts again on the same data',
    async () => {
      await until(
        'all are up',
        () => Object.keys(childrenOf(running.process.pid!)).length === SERVICES.length,
      );
      const pids = Object.values(childrenOf(running.process.pid!));
      const before = password();
      running.process.kill('SIGKILL');
      await running.status;
      running = start(env);
      await until('ready', () => READY.test(running.output()) || running.process.exitCode !== null);
      expect(running.output()).toMatch(READY);
      expect(running.output()).toContain(before);
      await expectNothingLost();
      await until('the old ones are gone', () => pids.every((pid) => startMarkOf(pid) === undefined), 30_000);
    },
    2 * UP_WITHIN_MS,
  );

  it(
    'takes the next port when its own is busy',
    async () => {
      const otherData = tempFolder('start');
      const other = start({ ...env, DATA_DIR: otherData.path });
      await until('ready', () => READY.test(other.output()) || other.process.exitCode !== null);
      expect(other.output()).toContain(`端口 ${env.PORT} 已被占用`);
      expect(await answers(READY.exec(other.output())![1]!)).toBe(true);
      other.process.kill('SIGINT');
      expect(await other.status).toBe(0);
      otherData.remove();
    },
    UP_WITHIN_MS,
  );

  it('ends everything it started at SIGTERM', async () => {
    const pids = Object.values(childrenOf(running.process.pid!));
    expect(pids).toHaveLength(SERVICES.length);
    running.process.kill('SIGTERM');
    expect(await running.status).toBe(0);
    expect(pids.filter((pid) => startMarkOf(pid) !== undefined)).toEqual([]);
  }, 40_000);
});

describe('a start that cannot be', () => {
  it.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV'],
    [{ PORT: 'x' }, 'PORT'],
    [{ TEMPORAL_CLI_PATH: '/nowhere/temporal' }, 'TEMPORAL_CLI_PATH'],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, 'DATABASE_URL'],
    [{ TEMPORAL_ADDRESS: '127.0.0.1:9' }, 'TEMPORAL_ADDRESS'],
  ])('says which variable is to blame: %j', async (env, variable) => {
    const ownData = tempFolder('start');
    const failed = start({ DATA_DIR: ownData.path, ...env });
    expect(await failed.status).toBe(1);
    expect(failed.output()).toContain('启动失败');
    expect(failed.output()).toContain(variable);
    expect(failed.output()).not.toMatch(/\n\s+at /);
    ownData.remove();
  });
});
