import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMarkOf } from './embedded/process-identity.ts';
import { makeFolders } from './make-folders.ts';
import { StartFailure } from './start-failure.ts';

interface Holder {
  readonly pid: number;
  readonly startMark: string;
}

/**
 * Takes the data folder for this process; two starts on the same data would end each other's servers. A lock whose
 * holder is dead (its pid is gone or belongs to a later process) is taken over. Answers the function that gives it
 * back. Throws StartFailure that names the pid of a live holder.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'lock');
  const mine: Holder = { pid: process.pid, startMark: startMarkOf(process.pid) ?? '' };
  const draft = `${file}.${process.pid}`;
  try {
    makeFolders(dataDir);
    writeFileSync(draft, JSON.stringify(mine));
  } catch (error) {
    throw new StartFailure(
      `无法写入数据目录 ${dataDir}：${(error as Error).message}。请设置 DATA_DIR 指向可写的目录。`,
    );
  }
  try {
    // A link appears whole and only once, whoever else tries.
    for (let attempt = 0; attempt < 20; attempt++) {
      if (tryLink(draft, file)) return () => release(file, mine);
      const holder = holderOf(file);
      if (holder === undefined) continue;
      if (isAlive(holder)) {
        throw new StartFailure(
          `数据目录 ${dataDir} 正由另一个进程（pid ${holder.pid}）使用。请先停止它，或设置 DATA_DIR 指向其他目录。`,
        );
      }
      setAside(file, holder, `${draft}.stale`);
    }
    throw new StartFailure(`无法锁定数据目录 ${dataDir}，请删除其中的 lock 文件后重试。`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return { pid: 0, startMark: '' };
  }
}

function isAlive(holder: Holder): boolean {
  return startMarkOf(holder.pid) === holder.startMark && holder.startMark !== '';
}

/** Moves the dead holder's lock away; when another start has put its own there meanwhile, that one goes back. */
function setAside(file: string, dead: Holder, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = holderOf(aside);
  if (taken !== undefined && (taken.pid !== dead.pid || taken.startMark !== dead.startMark))
    tryLink(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, mine: Holder): void {
  const holder = holderOf(file);
  if (holder?.pid === mine.pid && holder.startMark === mine.startMark) rmSync(file, { force: true });
}
