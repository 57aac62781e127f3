import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A tick of the kernel's accounting; 100 a second on every Linux that Node runs on. */
const TICK_MS = 10;

type Process = { parent: number; name: string; cpuMs: number };

/**
 * CPU time used so far by this process and all that it started, in milliseconds, by kind of process. Processes that have ended are not in
 * it. Empty where there is no /proc.
 */
export const cpuByProcess = (): Map<string, number> => {
  const processes = new Map<number, Process>();
  for (const entry of pidsOf()) {
    const found = readProcess(entry);
    if (found !== null) processes.set(entry, found);
  }
  const byName = new Map<string, number>();
  for (const [pid, { name, cpuMs }] of processes) {
    if (!descends(pid, processes)) continue;
    byName.set(name, (byName.get(name) ?? 0) + cpuMs);
  }
  return byName;
};

const pidsOf = (): number[] => {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

const descends = (pid: number, processes: Map<number, Process>): boolean =>
  pid === process.pid || (processes.has(pid) && descends(processes.get(pid)!.parent, processes));

const readProcess = (pid: number): Process | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const script = args.find((arg) => arg.endsWith('.ts'));
    const name = pid === process.pid ? 'client' : basename(script ?? args[0] ?? '').replace(/[ :].*/, '');
    return {
      parent: Number(fields[1]),
      name,
      cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    };
  } catch {
    return null; // ended meanwhile
  }
};
