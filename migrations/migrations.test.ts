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

/** The steps before the one named. */
const until = (step: string): Knex.MigrationSource<string> => ({
  ...migrationSource,
  getMigrations: async (loaded) =>
    (await migrationSource.getMigrations(loaded)).filter((name) => name < step),
});

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
    const db = openDatabase(url);
    await db.migrate.latest({ migrationSource: until('0009'), tableName: 'schema_migrations' });
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

  it('lines of registers from before things had names stay those of their cases', async () => {
    const url = await emptyDatabase();
    const db = openDatabase(url);
    await db.migrate.latest({ migrationSource: until('0015'), tableName: 'schema_migrations' });
    for (const no of ['LZ-1', 'LZ-2']) {
      await db.raw(`
        INSERT INTO case_files VALUES ('${no}', '电子证照异议处理', '{}', '{"licenceNo": "A-1"}', 'licence', 'lz', 'p-1', 'lz-civil', 'q', '${no}');
        INSERT INTO case_events (case_no, seq, at, type, actor, data) VALUES ('${no}', 1, now(), 'RegisterChanged', '"system"',
          '{"register": "licences", "op": "mark", "key": null}');
        INSERT INTO register_history SELECT case_no, seq, 'licences', case_no, 'mark', at, actor, null FROM case_events
          WHERE case_no = '${no}'`);
    }
    const lines = () => db('register_lines').orderBy('key').select('key', 'case_no', 'state', 'title');
    const before = await lines();
    await migrateDatabase(url);
    expect(await lines()).toEqual(before);
    expect(before).toMatchObject([
      { key: 'LZ-1', state: 'marked' },
      { key: 'LZ-2', state: 'marked' },
    ]);
    const changes = await db('register_changes').orderBy('key');
    expect(changes).toMatchObject([
      { key: 'LZ-1', case_no: 'LZ-1', seq: 1, name: null },
      { key: 'LZ-2', case_no: 'LZ-2', seq: 1, name: null },
    ]);
    await db.destroy();
  });

  it('a way back that would lose the record is refused', async () => {
    for (const name of [
      ...['0001-people', '0002-record', '0004-deliveries', '0005-calendars', '0008-alarms'],
      ...['0009-sending', '0010-calls', '0015-register-things', '0016-closures'],
      '0024-projects-and-duties',
    ]) {
      const { down } = await migrationSource.getMigration(name);
      expect(() => down!(null as never)).toThrow(/no way back/);
    }
  });

  it('names carry no file extension', async () => {
    for (const name of await migrationSource.getMigrations([])) expect(name).toMatch(/^\d{4}-[a-z-]+$/);
  });
});
