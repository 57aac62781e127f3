import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { MainSettings } from './main-contract.ts';
import { makeFolders } from './make-folders.ts';

/**
 * The log of one process, JSON lines: to standard output, where a collector reads it; in the demo, whose console is read by people, to
 * a file in the data folder.
 */
export function processLogger(
  name: string,
  { isDemo, dataDir, logLevel }: Pick<MainSettings, 'isDemo' | 'dataDir' | 'logLevel'>,
): Logger {
  if (!isDemo) return pino({ name, level: logLevel });
  const folder = join(dataDir, 'logs');
  makeFolders(folder);
  return pino({ name, level: logLevel }, pino.destination({ dest: join(folder, `${name}.log`), sync: true }));
}
