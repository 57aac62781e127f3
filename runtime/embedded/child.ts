import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a server process came to its end, as the console says it, e.g. `信号 SIGKILL` or `状态 1`. */
export type Ending = string;

/** A server process of ours that is up. */
export interface RunningChild {
  readonly pid: number;
  /** Settles when the process has ended for whatever reason; never rejects. */
  readonly ended: Promise<Ending>;
}

export interface SpawnOptions {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Standard output and error go to the end of this file. */
  readonly logFile: string;
  /** Identity to run under; needs root. */
  readonly uid?: number;
  readonly gid?: number;
}

const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Starts a server in a session of its own, so that Ctrl-C at the console reaches only us and we end the servers in
 * order. Its output goes to a file, not to a pipe that would break when we die.
 * Rejects when the program cannot be executed at all.
 */
export async function spawnServer(options: SpawnOptions): Promise<RunningChild> {
  const log = openSync(options.logFile, sizeOf(options.logFile) > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  try {
    const child = spawn(options.file, options.args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    const ended = endingOf(child);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return { pid: child.pid!, ended };
  } finally {
    closeSync(log);
  }
}

/** Settles when the child has ended (or could not be started), with words for the console. */
export function endingOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `状态 ${code}` : `信号 ${signal}`));
    child.once('error', (error) => resolve(error.message));
  });
}

/**
 * Asks `isReady` every 20 ms until it says so. Throws when the child ends first or `timeoutMs` have passed; the
 * message carries the end of the log.
 */
export async function waitUntilReady(
  name: string,
  child: RunningChild,
  logFile: string,
  timeoutMs: number,
  isReady: () => Promise<boolean>,
): Promise<void> {
  let ending: Ending | undefined;
  void child.ended.then((how) => {
    ending = how;
  });
  const giveUpAtMs = Date.now() + timeoutMs;
  while (!(await isReady())) {
    if (ending !== undefined) throw new Error(`${name} 启动即退出（${ending}）：${endOf(logFile)}`);
    if (Date.now() > giveUpAtMs) throw new Error(`${name} 在 ${timeoutMs} 毫秒内没有就绪：${endOf(logFile)}`);
    await sleep(20);
  }
}

/** The last lines of a log file, at most 600 characters; empty when there is none. */
export function endOf(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().slice(-600);
  } catch {
    return '';
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/**
 * Ends the process when we die in whatever way, SIGKILL included: a shell holds the other end of a pipe of ours,
 * reads to its end, signals the process, and makes sure after ten seconds. Answers a function that calls it off.
 */
export function endWithUs(pid: number, politely: NodeJS.Signals): () => void {
  const script =
    'read -r _; kill -s "$2" "$1" 2>/dev/null || exit 0; n=0; while kill -0 "$1" 2>/dev/null; do n=$((n+1)); [ $n -gt 100 ] && kill -s KILL "$1"; sleep 0.1; done';
  const guard = spawn('/bin/sh', ['-c', script, 'sh', String(pid), politely.replace('SIG', '')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  (guard.stdin as { unref?: () => void } | null)?.unref?.();
  return () => {
    guard.kill('SIGKILL');
  };
}
