import { DefaultLogger, type LogLevel, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { type MainSettings, temporalConnectionOptions } from './main-contract.ts';
import type { Main } from './main-shell.ts';
import { bundleWorkflows } from './workflow-bundle.ts';

const SHUTDOWN_GRACE_MS = 8_000;
// After a worker was killed the first decision of each of its cases waits this long for it; 10 s by default.
const STICKY_TIMEOUT_MS = 2_000;

// By default a heartbeat is held back for most of its timeout: a stall of what is left would pass for a dead worker.
const HEARTBEAT_AT_MOST_EVERY_MS = 2_000;

export interface WorkerParts {
  readonly taskQueue: string;
  /** Side effects by name, made with what they depend on. */
  readonly activities?: object;
  /** Lets go of what the activities depend on, after the last of them has finished. */
  release?(): Promise<void>;
}

/** Connects to Temporal and begins to work on one task queue. Rejects when it cannot connect or bundle. */
export async function startWorker(settings: MainSettings, parts: WorkerParts): Promise<Main> {
  Runtime.install({ logger: new DefaultLogger(nativeLevel(settings.logLevel)), shutdownSignals: [] });
  const [connection, workflowBundle] = await Promise.all([
    NativeConnection.connect(temporalConnectionOptions(settings)),
    bundleWorkflows({ cacheDir: settings.cacheDir }),
  ]);
  const worker = await Worker.create({
    connection,
    namespace: settings.temporalNamespace,
    taskQueue: parts.taskQueue,
    workflowBundle,
    shutdownGraceTime: SHUTDOWN_GRACE_MS,
    stickyQueueScheduleToStartTimeout: STICKY_TIMEOUT_MS,
    maxHeartbeatThrottleInterval: HEARTBEAT_AT_MOST_EVERY_MS,
    ...(parts.activities === undefined ? {} : { activities: parts.activities }),
  });
  const running = worker.run();
  const failed = running.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  return {
    facts: { taskQueue: parts.taskQueue },
    failed,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      await connection.close();
      await parts.release?.();
    },
  };
}

function nativeLevel(logLevel: string): LogLevel {
  const levels: Record<string, LogLevel> = { trace: 'TRACE', debug: 'DEBUG', info: 'WARN', warn: 'WARN' };
  return levels[logLevel] ?? 'ERROR';
}
