import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import type { Config } from './config.ts';
import { type RunningPostgres, startPostgres } from './embedded/postgres.ts';
import { type RunningTemporal, startTemporal } from './embedded/temporal.ts';
import { temporalBinary } from './embedded/temporal-binary.ts';
import { temporalConnectionOptions } from './main-contract.ts';
import { StartFailure } from './start-failure.ts';
import type { Service } from './supervisor.ts';

/** PostgreSQL of our own; started again on the port it had, so that those who use it find it there. */
export function embeddedPostgres(config: Config): Service<RunningPostgres> {
  let port: number | undefined;
  return {
    name: 'PostgreSQL',
    start: async () => {
      const running = await startPostgres({
        dataDir: join(config.dataDir, 'postgres'),
        ...(port === undefined ? {} : { port }),
      });
      port = running.port;
      return running;
    },
  };
}

/** Temporal of our own, with its store in the data folder; started again on the port it had. */
export function embeddedTemporal(config: Config, binary: string): Service<RunningTemporal> {
  let port: number | undefined;
  const dataDir = join(config.dataDir, 'temporal');
  return {
    name: 'Temporal',
    start: async () => {
      const running = await startTemporal({
        binary,
        dataDir,
        dbFile: join(dataDir, 'temporal.db'),
        ...(port === undefined ? {} : { port }),
      });
      port = running.port;
      return running;
    },
  };
}

/** The Temporal CLI for this configuration; `onDownload` is told when it has to be fetched first. */
export function temporalCli(config: Config, onDownload: () => void): string {
  return temporalBinary({
    cacheDir: config.cacheDir,
    onDownload,
    ...(config.temporalCliPath === undefined ? {} : { cliPath: config.temporalCliPath }),
  });
}

/** Throws StartFailure unless the given PostgreSQL can be logged in to. */
export async function checkPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    throw new StartFailure(`无法连接 DATABASE_URL 指定的 PostgreSQL：${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Throws StartFailure unless the given Temporal answers and has the namespace. */
export async function checkTemporal(address: string, namespace: string): Promise<void> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({
      ...temporalConnectionOptions({ isEmbedded: false, temporalAddress: address }),
      connectTimeout: 10_000,
    });
    await connection.withDeadline(Date.now() + 10_000, () =>
      connection!.workflowService.describeNamespace({ namespace }),
    );
  } catch (error) {
    throw new StartFailure(
      `无法使用 TEMPORAL_ADDRESS 指定的 Temporal（命名空间 ${namespace}）：${reasonOf(error)}`,
    );
  } finally {
    await connection?.close();
  }
}

/** The innermost message; connection errors of Node hide it in a list. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (error instanceof Error) return error.message || String((error as NodeJS.ErrnoException).code);
  return String(error);
}
