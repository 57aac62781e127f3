import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TempFolder, tempFolder } from '../../test/setup/temp-folder.ts';
import { type RunningPostgres, removePostgres, startPostgres } from './postgres.ts';
import { startMarkOf } from './process-identity.ts';

describe('embedded PostgreSQL', () => {
  let data: TempFolder;
  let dataDir: string;
  const started: RunningPostgres[] = [];

  beforeEach(() => {
    data = tempFolder('postgres');
    dataDir = join(data.path, 'data');
  });
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
    data.remove();
  });

  const start = async () => {
    const server = await startPostgres({ dataDir });
    started.push(server);
    return server;
  };
  const query = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
    } finally {
      await client.end();
    }
  };

  it('speaks UTF-8, in UTC, on loopback only, and to nobody without the password', async () => {
    const { url } = await start();
    expect(
      await query(url, "select current_setting('server_encoding'), current_setting('timezone')"),
    ).toEqual(['UTF8', 'UTC']);
    expect(await query(url, "select current_setting('listen_addresses'), '时限'")).toEqual([
      '127.0.0.1',
      '时限',
    ]);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password/);
  });

  it('keeps what was committed when the server is killed with -9', async () => {
    const first = await start();
    await query(first.url, "create table kept as select '在' as word");
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await start();
    expect(await query(second.url, 'select word from kept')).toEqual(['在']);
  });

  it('ends a server that is still there from an earlier start', async () => {
    const first = await start();
    await query(first.url, 'create table kept (id int)');
    const second = await start();
    expect(startMarkOf(first.pid)).toBeUndefined();
    expect(await query(second.url, 'select count(*)::int from kept')).toEqual([0]);
  });

  it('is not deceived by a pid file that names somebody else', async () => {
    const first = await start();
    await first.stop();
    const cluster = join(dataDir, 'cluster');
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n  0 0\nready\n`,
    );
    const second = await start();
    expect(await query(second.url, 'select 1')).toEqual([1]);
  });

  it('leaves no half-made cluster and no password lying open', async () => {
    await start();
    expect(existsSync(join(dataDir, 'cluster-unfinished'))).toBe(false);
    const secret = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
    expect(readdirSync(dataDir).sort()).toEqual(['cluster', 'postgres-password', 'postgres.log']);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(secret);
  });

  it('keeps its data outside a folder that is closed to its user, and removes them with it', async () => {
    const closed = join(dataDir, 'closed');
    mkdirSync(closed, { recursive: true, mode: 0o700 });
    const server = await startPostgres({ dataDir: join(closed, 'postgres') });
    started.push(server);
    expect(await query(server.url, 'select 1')).toEqual([1]);
    const [folder] = (await query(server.url, 'show data_directory')) as [string];
    await removePostgres(join(closed, 'postgres'));
    expect(startMarkOf(server.pid)).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });
});
