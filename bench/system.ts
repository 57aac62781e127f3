import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../migrations/index.ts';
import { firstFreePortFrom } from '../runtime/embedded/ports.ts';
import { startPostgres } from '../runtime/embedded/postgres.ts';
import { startTemporal } from '../runtime/embedded/temporal.ts';
import { temporalBinary } from '../runtime/embedded/temporal-binary.ts';
import { type MainSettings, toEnvironment } from '../runtime/main-contract.ts';
import { nodeChild } from '../runtime/node-child.ts';
import { inProject } from '../runtime/paths.ts';
import { Supervisor } from '../runtime/supervisor.ts';

export type BenchSystem = {
  url: string;
  databaseUrl: string;
  temporalAddress: string;
  settings: MainSettings;
  /** One more process of ours beside the API and the worker. */
  addProcess(name: string, file: string): Promise<void>;
  /** The processes of ours that are up, by name; one that is killed comes back as it does under `npm start`. */
  pids(): Record<string, number>;
  stop(): Promise<void>;
};

const PASSWORD = 'bench-password';

/**
 * The whole system as `npm start` runs it, on fresh data in a temporary folder: durable PostgreSQL, Temporal with a database file,
 * worker and API as processes of their own, loopback only.
 */
export const startBenchSystem = async ({ withMains = true } = {}): Promise<BenchSystem> => {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-bench-'));
  chmodSync(folder, 0o711);
  const cacheDir = inProject('.cache');
  const binary = temporalBinary({ cacheDir });
  const temporalDir = join(folder, 'temporal');
  const [postgres, temporal] = await Promise.all([
    startPostgres({ dataDir: join(folder, 'postgres') }),
    startTemporal({ binary, dataDir: temporalDir, dbFile: join(temporalDir, 'temporal.db') }),
  ]);
  await migrateDatabase(postgres.url);
  const port = (await firstFreePortFrom(20_000 + Math.floor(Math.random() * 20_000), '127.0.0.1')) ?? 0;
  const settings: MainSettings = {
    databaseUrl: postgres.url,
    temporalAddress: temporal.address,
    temporalNamespace: 'default',
    isEmbedded: true,
    isDemo: true,
    demoPassword: PASSWORD,
    host: '127.0.0.1',
    port,
    dataDir: folder,
    cacheDir,
    logLevel: 'warn',
  };
  const supervisor = new Supervisor({ say: (line) => console.log(line) });
  const addProcess = async (name: string, file: string): Promise<void> => {
    await supervisor.add(nodeChild({ name, main: inProject(file), env: toEnvironment(settings) }));
  };
  if (withMains) {
    await addProcess('worker', 'runtime/worker-main.ts');
    await addProcess('api', 'runtime/api-main.ts');
  }
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: postgres.url,
    temporalAddress: temporal.address,
    settings,
    addProcess,
    pids: () => supervisor.pids(),
    async stop() {
      await supervisor.stop();
      await Promise.all([temporal.stop(), postgres.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Signs in over HTTP; answers the bearer token. */
export const signIn = async (url: string, account: string): Promise<string> => {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ account, password: PASSWORD }),
  });
  if (response.status !== 201) throw new Error(`sign-in of ${account}: ${response.status}`);
  return ((await response.json()) as { token: string }).token;
};
