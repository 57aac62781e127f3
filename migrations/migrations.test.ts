import knex, { type Knex } from 'knex';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { createDatabase } from '../test/setup/database.ts';
import { migrateDatabase, migrationSource, missingMigrations } from './index.ts';

const openDatabase = (url: string) => knex({ client: 'pg', connection: url });

const emptyDatabase = async (): Promise<string> => {
  const url = new URL(inject('databaseAdminUrl'));
  const name = `migrations_${process.pid}_${Math.round(performance.now() * 1_000)}`;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
};

describe('migrations', () => {
  it('of five starts at once one migrates and the others wait', async () => {
    const url = await emptyDatabase();
    await Promise.all([1, 2, 3, 4, 5].map(() => migrateDatabase(url)));
    const db = openDatabase(url);
    const steps = await db('schema_migrations').select('name');
    expect(steps.map(({ name }) => name).sort()).toEqual(await migrationSource.getMigrations([]));
    expect(await missingMigrations(db)).toEqual([]);
    await db.destroy();
  });

  it('an empty database lacks every step', async () => {
    const db = openDatabase(await emptyDatabase());
    expect(await missingMigrations(db)).toEqual(await migrationSource.getMigrations([]));
    await db.destroy();
  });

  it('a start that was killed half-way does not stop the next one', async () => {
    const url = await createDatabase(inject('databaseAdminUrl'));
    const db = openDatabase(url);
    await db('schema_migrations_lock').update({ is_locked: 1 });
    await migrateDatabase(url);
    await db.destroy();
  });

  it('notices from before there was a sender stay readable and are not sent after the fact', async () => {
    const url = await emptyDatabase();
    const older: Knex.MigrationSource<string> = {
      ...migrationSource,
      getMigrations: async (loaded) =>
        (await migrationSource.getMigrations(loaded)).filter((name) => name < '0009'),
    };
    const db = openDatabase(url);
    await db.migrate.latest({ migrationSource: older, tableName: 'schema_migrations' });
    await db.raw(`
      INSERT INTO case_files VALUES ('LZ-1', 't', '{}', '{}', 'share', 'lz', 'p-1', 'lz-civil', 'q', 'c-1');
      INSERT INTO notices (case_no, seq, kind, to_person, at) VALUES ('LZ-1', 1, 'task-opened', 'p-1', now())`);
    await migrateDatabase(url);
    const notices = await db('notices');
    expect(notices).toMatchObject([{ case_no: 'LZ-1', to_person: 'p-1' }]);
    expect(notices[0].handed_over_at).not.toBeNull();
    expect(await db('deliveries')).toEqual([]);
    await db.destroy();
  });

  it('a way back that would lose the record is refused', async () => {
    for (const name of [
      ...['0001-people', '0002-record', '0004-deliveries', '0005-calendars', '0008-alarms'],
      ...['0009-sending', '0010-calls', '0016-closures'],
    ]) {
      const { down } = await migrationSource.getMigration(name);
      expect(() => down!(null as never)).toThrow(/no way back/);
    }
  });

  it('names carry no file extension', async () => {
    for (const name of await migrationSource.getMigrations([])) expect(name).toMatch(/^\d{4}-[a-z-]+$/);
  });
});
