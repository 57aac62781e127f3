import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What tells one process from a later one that was given the same pid: its start time, as text to be compared
 * and nothing else. `undefined` when no such process is alive (a zombie counts as gone).
 */
export function startMarkOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (process.platform !== 'linux') {
    const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return ps.status === 0 && ps.stdout.trim() !== '' ? ps.stdout.trim() : undefined;
  }
  try {
    // The command name stands in brackets and may hold spaces; the fields after it are counted from there.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const startTicks = fields[19];
    if (state === 'Z' || state === 'X' || startTicks === undefined) return undefined;
    return `${bootId()}:${startTicks}`;
  } catch {
    return undefined;
  }
}

/** The whole command line of a live process, arguments parted by spaces; `undefined` when it cannot be read. */
export function commandLineOf(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return ps.status === 0 ? ps.stdout.trim() : undefined;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return undefined;
  }
}

/** Waits until the process is gone. Answers false when it is still there after `timeoutMs`. */
export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const startMark = startMarkOf(pid);
  const giveUpAtMs = Date.now() + timeoutMs;
  while (startMark !== undefined && startMarkOf(pid) === startMark) {
    if (Date.now() > giveUpAtMs) return false;
    await sleep(15);
  }
  return true;
}

/**
 * Ends one process by pid: the polite signal, then SIGKILL when it has not gone within `graceMs`.
 * Nothing happens when the process is gone already. Throws when we may not signal it.
 */
export async function endProcess(pid: number, politely: NodeJS.Signals, graceMs: number): Promise<void> {
  for (const signal of [politely, 'SIGKILL'] as const) {
    if (startMarkOf(pid) === undefined) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await waitUntilGone(pid, signal === 'SIGKILL' ? 5_000 : graceMs)) return;
  }
}

let bootIdOnce: string | undefined;
function bootId(): string {
  if (bootIdOnce === undefined) {
    try {
      bootIdOnce = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    } catch {
      bootIdOnce = 'boot';
    }
  }
  return bootIdOnce;
}
