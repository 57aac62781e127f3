import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inStore } from './cli/database.ts';
import { INSTALLATION } from './cli/installation.ts';
import { rebuildLists } from './cli/rebuild-lists.ts';
import { readConfig } from './config.ts';
import { lockDataDir } from './data-lock.ts';
import { removePostgres } from './embedded/postgres.ts';
import { StartFailure } from './start-failure.ts';

const USAGE = `用法：npm run cli -- <命令>（用内置数据库时须先停止系统）

  reset
      删除演示数据
  rebuild [案件编号] [--repair]
      由事件重新推导列表，报告每一处不同；--repair 一并改正
${Object.values(INSTALLATION)
  .map(({ usage, says }) => `  ${usage}\n      ${says}`)
  .join('\n')}`;

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

const readPassword = (): Promise<string> => text(process.stdin);

/** One word, or two as in `person create`. */
const run = async (words: readonly string[]): Promise<number> => {
  const [first = '', second] = words;
  if (first === 'reset') await reset();
  else if (first === 'rebuild')
    return (await inStore((store) => rebuildLists(store, words.slice(1), console.log))) ? 0 : 1;
  else {
    const long = INSTALLATION[`${first} ${second}`];
    const order = long ?? INSTALLATION[first];
    if (order === undefined) {
      console.log(USAGE);
      return first === '' ? 0 : 2;
    }
    const args = words.slice(long === undefined ? 1 : 2);
    console.log(await inStore((store) => order.run({ store, args, readPassword })));
  }
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
