import { fork } from 'node:child_process';
import { type Ending, endingOf } from './embedded/child.ts';
import { endProcess } from './embedded/process-identity.ts';
import type { RunningService, Service } from './supervisor.ts';

export interface NodeChildOptions {
  readonly name: string;
  /** Absolute path of the main file; run with the loader that we run with. */
  readonly main: string;
  /** Added to our own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Default 60,000. */
  readonly readyTimeoutMs?: number;
  /** Between SIGTERM and SIGKILL. Default 15,000. */
  readonly stopGraceMs?: number;
}

/** What a main file sends over IPC when it is of use, or when it cannot be. */
export type MainMessage =
  | { readonly ready: true; readonly [fact: string]: unknown }
  | { readonly ready: false; readonly reason: string };

/**
 * A Node process of ours as a service: ready when it says so over IPC, ended by SIGTERM. It runs in a session of its
 * own, so that Ctrl-C reaches it through us, and ends by itself when the IPC channel to us breaks.
 */
export function nodeChild(options: NodeChildOptions): Service {
  return { name: options.name, start: () => startNodeChild(options) };
}

async function startNodeChild(options: NodeChildOptions): Promise<RunningService> {
  const child = fork(options.main, [], {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...options.env },
  });
  const ended = endingOf(child);
  const readyTimeoutMs = options.readyTimeoutMs ?? 60_000;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`在 ${readyTimeoutMs / 1000} 秒内没有就绪`)), readyTimeoutMs);
      child.on('message', (message: MainMessage) =>
        message.ready ? resolve() : reject(new Error(message.reason)),
      );
      void ended.then((how: Ending) => reject(new Error(`启动时退出（${how}）`)));
    });
  } catch (error) {
    if (child.pid !== undefined) await endProcess(child.pid, 'SIGKILL', 0);
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const pid = child.pid!;
  return { pid, ended, stop: () => endProcess(pid, 'SIGTERM', options.stopGraceMs ?? 15_000) };
}
