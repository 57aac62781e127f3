import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../workflows/types.ts';
import { makeFolders } from '../make-folders.ts';
import { StartFailure } from '../start-failure.ts';
import { type Ending, endWithUs, spawnServer, waitUntilReady } from './child.ts';
import { accepts, freePort } from './ports.ts';
import { commandLineOf, endProcess, startMarkOf } from './process-identity.ts';

export interface TemporalOptions {
  /** Path of the Temporal CLI, see `temporalBinary`. */
  readonly binary: string;
  /** For the log and the pid file; made when missing. */
  readonly dataDir: string;
  /** The engine's own store; in memory when left out. */
  readonly dbFile?: string;
  /** Loopback port; a free one when left out. */
  readonly port?: number;
  /** Besides `default`, which is always there. */
  readonly namespaces?: readonly string[];
}

/** A Temporal development server of ours that answers. */
export interface RunningTemporal {
  /** `host:port` for clients. */
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Orderly shutdown; done when the process is gone. */
  stop(): Promise<void>;
}

const ATTRIBUTES = Object.values(SEARCH_ATTRIBUTES);

// Both names of one switch: server 1.32 reads the first, later ones the second.
// The third is how far the timer queue looks ahead, 1 s by default, which every timer inside a fast-forward waits out.
const DYNAMIC_CONFIG = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="10ms"',
];

const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 10_000;

/**
 * Starts the development server without its console, on loopback, able to fast-forward executions, with our search
 * attributes, and waits until every namespace answers. A server that an earlier, killed start left on the same data
 * is ended by its pid first. Throws StartFailure with a Chinese reason when it cannot.
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const dataDir = resolve(options.dataDir);
  makeFolders(dataDir);
  if (options.dbFile !== undefined) makeFolders(dirname(options.dbFile));
  const pidFile = join(dataDir, 'temporal.pid');
  const logFile = join(dataDir, 'temporal.log');
  await endLeftover(pidFile);
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    try {
      const child = await spawnServer({
        file: options.binary,
        args: argumentsFor(port, options),
        cwd: dataDir,
        env: { PATH: process.env.PATH, HOME: dataDir, TZ: 'UTC' },
        logFile,
      });
      const callOffGuard = endWithUs(child.pid, 'SIGTERM');
      void child.ended.then(callOffGuard);
      writeFileSync(pidFile, JSON.stringify({ pid: child.pid, startMark: startMarkOf(child.pid) }));
      const namespaces = ['default', ...(options.namespaces ?? [])];
      await waitUntilReady('Temporal', child, logFile, READY_TIMEOUT_MS, () => answers(port, namespaces));
      return {
        address: `127.0.0.1:${port}`,
        port,
        pid: child.pid,
        ended: child.ended,
        stop: async () => {
          await endProcess(child.pid, 'SIGTERM', STOP_GRACE_MS);
          rmSync(pidFile, { force: true });
        },
      };
    } catch (error) {
      await endLeftover(pidFile);
      if (attempt < 3) continue;
      throw new StartFailure(
        `Temporal 无法启动：${error instanceof Error ? error.message : error}\n请查看 ${logFile}，或设置 TEMPORAL_ADDRESS 使用已有的 Temporal。`,
      );
    }
  }
}

function argumentsFor(port: number, options: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
    ...['--log-level', 'error', '--log-format', 'json', '--disable-config-file', '--disable-config-env'],
    ...(options.dbFile === undefined ? [] : ['--db-filename', resolve(options.dbFile)]),
    ...(options.namespaces ?? []).flatMap((namespace) => ['--namespace', namespace]),
    ...ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
    ...DYNAMIC_CONFIG.flatMap((pair) => ['--dynamic-config-value', pair]),
  ];
}

/** Whether the front end serves the namespaces. The port opens before they can be used. */
async function answers(port: number, namespaces: readonly string[]): Promise<boolean> {
  if (!(await accepts(port))) return false;
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: 2_000 });
    for (const namespace of namespaces) {
      await connection.workflowService.countWorkflowExecutions({
        namespace,
        query: `${ATTRIBUTES[0]} = "x"`,
      });
    }
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

async function endLeftover(pidFile: string): Promise<void> {
  let left: { pid: number; startMark?: string };
  try {
    left = JSON.parse(readFileSync(pidFile, 'utf8'));
  } catch {
    return;
  }
  const same = left.startMark !== undefined && startMarkOf(left.pid) === left.startMark;
  if (same && commandLineOf(left.pid)?.includes('start-dev') === true) {
    await endProcess(left.pid, 'SIGTERM', STOP_GRACE_MS);
  }
  rmSync(pidFile, { force: true });
}
