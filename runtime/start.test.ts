import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TempFolder, tempFolder } from '../test/setup/temp-folder.ts';
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

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

describe('npm start', () => {
  let data: TempFolder;
  let env: Record<string, string>;
  let running: Start;
  let url: string;

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
    expect(running.output()).toContain(readFileSync(join(data.path, 'demo-password'), 'utf8').trim());
  });

  it('turns a second start on the same data away, with one reason', async () => {
    const second = start(env);
    expect(await second.status).toBe(1);
    expect(second.output()).toContain('启动失败');
    expect(second.output()).toContain(String(running.process.pid));
    expect(await answers(url)).toBe(true);
  });

  it.each(SERVICES)(
    'brings back %s after kill -9',
    async (service) => {
      const pid = childrenOf(running.process.pid!)[service]!;
      process.kill(pid, 'SIGKILL');
      await until(`${service} is another process`, () => {
        const now = childrenOf(running.process.pid!)[service];
        return now !== undefined && now !== pid;
      });
      await until('it is said', () => running.output().includes('已恢复'));
      await until('the API answers', () => answers(url));
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
      const password = readFileSync(join(data.path, 'demo-password'), 'utf8').trim();
      running.process.kill('SIGKILL');
      await running.status;
      running = start(env);
      await until('ready', () => READY.test(running.output()) || running.process.exitCode !== null);
      expect(running.output()).toMatch(READY);
      expect(running.output()).toContain(password);
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
