import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { type MainSettings, toEnvironment } from '../../runtime/main-contract.ts';
import type { MainMessage } from '../../runtime/node-child.ts';
import { inProject } from '../../runtime/paths.ts';
import type { RunningApp } from './running-app.ts';

/** The worker as `npm start` runs it, in a process of its own. Ends with SIGKILL and nothing else. */
export type WorkerProcess = { kill(): Promise<void> };

/** Starts a worker process for the app, and waits until it works. Rejects when it does not come up. */
export const startWorkerProcess = async ({
  databaseUrl,
  namespace,
}: Pick<RunningApp, 'databaseUrl' | 'namespace'>): Promise<WorkerProcess> => {
  const settings: MainSettings = {
    ...{ databaseUrl, temporalAddress: inject('temporalAddress'), temporalNamespace: namespace },
    ...{ isEmbedded: true, isDemo: false, host: '127.0.0.1', port: 0, logLevel: 'error' },
    ...{ dataDir: inProject('.data'), cacheDir: process.env.CACHE_DIR ?? inProject('.cache') },
  };
  const child = fork(inProject('runtime', 'worker-main.ts'), [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...toEnvironment(settings) },
  });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const first = await Promise.race([once(child, 'message'), ended]);
  if ((first[0] as MainMessage | null)?.ready === true) return { kill };
  await kill();
  throw new Error(`the worker did not come up: ${JSON.stringify(first)}`);
};
