import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../runtime/embedded/postgres.ts';
import { startTemporal } from '../../runtime/embedded/temporal.ts';
import { temporalBinary } from '../../runtime/embedded/temporal-binary.ts';
import { inProject } from '../../runtime/paths.ts';
import { bundleWorkflows } from '../../runtime/workflow-bundle.ts';
import { tempFolder } from './temp-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser connection to the database `postgres` of the run's own server; see `createDatabase`. */
    databaseAdminUrl: string;
    /** `host:port` of the run's own Temporal, in memory, able to fast-forward. */
    temporalAddress: string;
    /** The Temporal CLI that runs it. */
    temporalCliPath: string;
    /** A file that holds the bundled workflow code; empty while there are no workflows. */
    workflowBundlePath: string;
  }
}

/**
 * One PostgreSQL, one Temporal and one workflow bundle for all stories of a run. vitest calls it when the first
 * file that needs it is about to run. Both servers end with this process however it ends, Ctrl-C included.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const temp = tempFolder('test');
  const folder = temp.path;
  const cacheDir = process.env.CACHE_DIR ?? inProject('.cache');
  const binary = temporalBinary({
    cacheDir,
    ...(process.env.TEMPORAL_CLI_PATH === undefined ? {} : { cliPath: process.env.TEMPORAL_CLI_PATH }),
  });
  const [postgres, temporal, bundlePath] = await Promise.all([
    startPostgres({
      dataDir: join(folder, 'data'),
      database: 'postgres',
      durable: false,
      maxConnections: 200,
    }),
    startTemporal({ binary, dataDir: join(folder, 'temporal') }),
    bundleInto(folder, cacheDir),
  ]);
  project.provide('databaseAdminUrl', postgres.url);
  project.provide('temporalAddress', temporal.address);
  project.provide('temporalCliPath', binary);
  project.provide('workflowBundlePath', bundlePath);
  return async () => {
    await Promise.all([postgres.stop(), temporal.stop()]);
    temp.remove();
  };
}

async function bundleInto(folder: string, cacheDir: string): Promise<string> {
  if (!existsSync(inProject('workflows', 'index.ts'))) return '';
  const path = join(folder, 'workflow-bundle.js');
  writeFileSync(path, (await bundleWorkflows({ cacheDir })).code);
  return path;
}
