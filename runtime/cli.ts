import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, rebuild, rebuildRegisters } from '../store/index.ts';
import { readConfig } from './config.ts';
import { lockDataDir } from './data-lock.ts';
import { removePostgres, startPostgres } from './embedded/postgres.ts';
import { StartFailure } from './start-failure.ts';

const USAGE = `用法：npm run cli -- <命令>

  reset                 删除演示数据（先停止系统）
  rebuild [案件编号]    由事件重新推导列表，报告每一处不同；加 --repair 一并改正（内置数据库须先停止系统）`;

/** Empties the data folder. Refused while a system runs on it. */
const reset = async (): Promise<void> => {
  const { dataDir } = readConfig();
  const unlock = lockDataDir(dataDir);
  try {
    await removePostgres(join(dataDir, 'postgres'));
  } finally {
    unlock();
  }
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`已删除 ${dataDir}`);
};

/** Compares the lists with the record; status 1 when they differ and were not repaired. */
const rebuildLists = async (args: string[]): Promise<void> => {
  const { databaseUrl, dataDir } = readConfig();
  if (databaseUrl !== undefined) return await rebuildIn(databaseUrl, args);
  const unlock = lockDataDir(dataDir);
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  try {
    await rebuildIn(postgres.url, args);
  } finally {
    await postgres.stop();
    unlock();
  }
};

const rebuildIn = async (databaseUrl: string, args: string[]): Promise<void> => {
  const repair = args.includes('--repair');
  const caseNo = args.find((arg) => !arg.startsWith('--'));
  const store = openStore(databaseUrl);
  try {
    const { cases, differences } = await rebuild(store.db, {
      repair,
      ...(caseNo === undefined ? {} : { caseNo }),
    });
    for (const { caseNo: no, table, key, column, stored, derived } of differences) {
      console.log(
        `${no} ${table}(${key}).${column}: 现为 ${JSON.stringify(stored)}，应为 ${JSON.stringify(derived)}`,
      );
    }
    console.log(`核对 ${cases} 个案件，${differences.length} 处不同${repair ? '，已改正' : ''}`);
    const lines = caseNo === undefined ? await rebuildRegisters(store.db, { repair }) : [];
    for (const line of lines) console.log(`台账 ${line}: 与事件不符`);
    if (differences.length + lines.length > 0 && !repair) process.exitCode = 1;
  } finally {
    await store.close();
  }
};

const [command, ...args] = process.argv.slice(2);
try {
  if (command === 'reset') await reset();
  else if (command === 'rebuild') await rebuildLists(args);
  else {
    console.log(USAGE);
    process.exitCode = command === undefined ? 0 : 2;
  }
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
