import { join } from 'node:path';
import { migrateDatabase } from '../../migrations/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { readConfig } from '../config.ts';
import { lockDataDir } from '../data-lock.ts';
import { startPostgres } from '../embedded/postgres.ts';

/**
 * Works on the store of this installation, with its schema up to date: that of DATABASE_URL, or the embedded one, which is started for
 * it. Throws StartFailure while a system runs on the embedded one.
 */
export const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const { databaseUrl, dataDir } = readConfig();
  if (databaseUrl !== undefined) return await inDatabase(databaseUrl, work);
  const unlock = lockDataDir(dataDir);
  try {
    const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
    try {
      return await inDatabase(postgres.url, work);
    } finally {
      await postgres.stop();
    }
  } finally {
    unlock();
  }
};

const inDatabase = async <T>(url: string, work: (store: Store) => Promise<T>): Promise<T> => {
  await migrateDatabase(url);
  const store = openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
