import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrateDatabase } from '../../migrations/index.ts';

const TEMPLATE = 'shixian_template';
// Any number will do, if all test processes of a run use the same.
const TEMPLATE_LOCK = 7_160_311;

/** Brings the schema of an empty database up to date. */
export type Migrate = (url: string) => Promise<void>;

/**
 * A fresh, migrated database on the run's server, copied from a template that is migrated once per run; about a
 * tenth of a second. The name is made up unless given; a given one must not exist yet. Answers its connection string.
 */
export async function createDatabase(
  adminUrl: string,
  name = freshName(),
  migrate: Migrate = migrateDatabase,
): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Held until the copy is made: nobody may be connected to a template while it is copied.
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await makeTemplate(admin, adminUrl, migrate);
    await admin.query(`create database ${pg.escapeIdentifier(name)} template ${TEMPLATE}`);
  } finally {
    await admin.end();
  }
  return onDatabase(adminUrl, name);
}

async function makeTemplate(admin: pg.Client, adminUrl: string, migrate: Migrate): Promise<void> {
  const found = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (found.rowCount !== 0) return;
  const unfinished = `${TEMPLATE}_unfinished`;
  await admin.query(`drop database if exists ${unfinished} with (force)`);
  await admin.query(`create database ${unfinished}`);
  await migrate(onDatabase(adminUrl, unfinished));
  await admin.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}

function onDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function freshName(): string {
  return `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
}
