import knex, { type Knex } from 'knex';
import * as people from './0001-people.ts';
import * as record from './0002-record.ts';
import * as projection from './0003-projection.ts';
import * as deliveries from './0004-deliveries.ts';
import * as calendars from './0005-calendars.ts';
import * as duties from './0006-duties.ts';
import * as registers from './0007-registers.ts';
import * as alarms from './0008-alarms.ts';
import * as sending from './0009-sending.ts';
import * as calls from './0010-calls.ts';
import * as noEngineOffset from './0011-no-engine-offset.ts';
import * as callsFollowTasks from './0012-calls-follow-tasks.ts';
import * as registerSearch from './0013-register-search.ts';
import * as noKnownSeq from './0014-no-known-seq.ts';
import * as registerThings from './0015-register-things.ts';
import * as closures from './0016-closures.ts';
import * as runNotAnswering from './0017-run-not-answering.ts';
import * as wholeCaseLimits from './0018-whole-case-limits.ts';
import * as catalogueEntries from './0019-catalogue-entries.ts';
import * as settings from './0020-settings.ts';
import * as registerTellers from './0021-register-tellers.ts';
import * as marksThatTell from './0022-marks-that-tell.ts';
import * as standIns from './0023-stand-ins.ts';
import * as projectsAndDuties from './0024-projects-and-duties.ts';
import * as registerReaders from './0026-register-readers.ts';
import * as linksBothWays from './0027-links-both-ways.ts';

// The name is what the database remembers: it must not change, nor carry a file extension that a build would change.
const MIGRATIONS: Record<string, Knex.Migration> = {
  '0001-people': people,
  '0002-record': record,
  '0003-projection': projection,
  '0004-deliveries': deliveries,
  '0005-calendars': calendars,
  '0006-duties': duties,
  '0007-registers': registers,
  '0008-alarms': alarms,
  '0009-sending': sending,
  '0010-calls': calls,
  '0011-no-engine-offset': noEngineOffset,
  '0012-calls-follow-tasks': callsFollowTasks,
  '0013-register-search': registerSearch,
  '0014-no-known-seq': noKnownSeq,
  '0015-register-things': registerThings,
  '0016-closures': closures,
  '0017-run-not-answering': runNotAnswering,
  '0018-whole-case-limits': wholeCaseLimits,
  '0019-catalogue-entries': catalogueEntries,
  '0020-settings': settings,
  '0021-register-tellers': registerTellers,
  '0022-marks-that-tell': marksThatTell,
  '0023-stand-ins': standIns,
  '0024-projects-and-duties': projectsAndDuties,
  '0026-register-readers': registerReaders,
  '0027-links-both-ways': linksBothWays,
};

/** The schema, step by step, in order of name. A released step is never edited. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = MIGRATIONS[name];
    if (migration === undefined) throw new Error(`no migration ${name}`);
    return migration;
  },
};

// Any number will do, if every release uses the same.
const MIGRATION_LOCK = 7_160_310;

/**
 * Brings the database up to date, each step whole or not at all. Any number of starts may call it at once: one works,
 * the others wait and find nothing to do. A start that was killed half-way leaves nothing that the next one trips over.
 * Throws when the database cannot be reached, or knows a step that this release does not.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const db = knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'shixian-migrate' },
    pool: { min: 0, max: 2 },
    compileSqlOnError: false,
    migrations: { migrationSource, tableName: 'schema_migrations' },
  });
  try {
    await db.transaction(async (held) => {
      await held.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      // Nobody else migrates while we hold the lock, so a mark that is still there is a dead start's.
      await db.migrate.forceFreeMigrationsLock();
      await db.migrate.latest();
    });
  } finally {
    await db.destroy();
  }
}

/** Names of the steps that the database still lacks; empty when it is up to date. Throws when it cannot be reached. */
export async function missingMigrations(db: Knex): Promise<string[]> {
  const [, pending] = (await db.migrate.list({ migrationSource, tableName: 'schema_migrations' })) as [
    unknown,
    (string | { file?: string })[],
  ];
  return pending.map((step) => (typeof step === 'string' ? step : (step.file ?? '')));
}
