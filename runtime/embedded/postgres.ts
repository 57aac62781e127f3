import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { makeFolders } from '../make-folders.ts';
import { StartFailure } from '../start-failure.ts';
import { type Ending, endWithUs, spawnServer, waitUntilReady } from './child.ts';
import { freePort } from './ports.ts';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';
import { canEnter, type ServerUser, serverUser } from './postgres-user.ts';
import { openPlaceFor } from './private-folder.ts';
import { commandLineOf, endProcess, startMarkOf, waitUntilGone } from './process-identity.ts';

export interface PostgresOptions {
  /** Where the cluster, its log and its password are kept; made when missing. */
  readonly dataDir: string;
  /** Loopback port; a free one when left out. */
  readonly port?: number;
  /** Made when missing. Default `shixian`. */
  readonly database?: string;
  /** false gives up durability for speed; for tests only. Default true. */
  readonly durable?: boolean;
  /** Default 100. */
  readonly maxConnections?: number;
}

/** A PostgreSQL of ours that accepts connections. */
export interface RunningPostgres {
  /** Connection string of the superuser to the database asked for. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Fast shutdown: sessions are cut, committed work is kept. Done when the process is gone. */
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 15_000;

/**
 * Starts PostgreSQL on loopback from the installed package: UTF-8, locale C, scram passwords, sessions in UTC.
 * Makes the cluster at the first start. A server that an earlier, killed start left on the same data is ended by
 * its pid first; a stale pid file and a crashed cluster recover by themselves.
 * Throws StartFailure with a Chinese reason when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  makeFolder(dataDir);
  const user = serverUser(join(placeOf(dataDir), 'cluster'));
  const home = homeFor(dataDir, user);
  const cluster = join(home, 'cluster');
  const binaries = postgresBinaries(user);
  const password = passwordIn(dataDir);
  if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(binaries, cluster, user, password);
  refuseForeignCluster(cluster);
  await endLeftover(cluster);

  const database = options.database ?? 'shixian';
  const logFile = join(dataDir, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    try {
      const child = await spawnServer({
        file: binaries.postgres,
        args: ['-D', cluster, ...settings(port, options)],
        cwd: home,
        env: serverEnvironment(),
        logFile,
        ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
      });
      const callOffGuard = endWithUs(child.pid, 'SIGINT');
      void child.ended.then(callOffGuard);
      await waitUntilReady('PostgreSQL', child, logFile, READY_TIMEOUT_MS, async () =>
        isReady(cluster, child.pid),
      );
      const url = (name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
      await makeDatabase(url('postgres'), database);
      return {
        url: url(database),
        port,
        pid: child.pid,
        ended: child.ended,
        stop: () => endProcess(child.pid, 'SIGINT', STOP_GRACE_MS),
      };
    } catch (error) {
      // Another process took the port between our look and the start, or sessions of a killed server still hold
      // the shared memory for a moment.
      if (attempt < 5) {
        await endLeftover(cluster);
        await new Promise((wait) => setTimeout(wait, 300 * attempt));
        continue;
      }
      throw new StartFailure(
        `内置的 PostgreSQL 无法启动：${error instanceof Error ? error.message : error}\n请查看 ${logFile}，或设置 DATABASE_URL 使用已有的数据库。`,
      );
    }
  }
}

/** Ends a server on this data and removes the data, also what had to be put outside a closed folder. */
export async function removePostgres(dataDir: string): Promise<void> {
  const home = placeOf(resolve(dataDir));
  await endLeftover(join(home, 'cluster'));
  rmSync(home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

function settings(port: number, options: PostgresOptions): string[] {
  const durable = options.durable ?? true;
  const pairs = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(options.maxConnections ?? 100),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

/** The folder of the cluster: in the data folder, or, when root's data folder is closed to the user, outside it. */
function homeFor(dataDir: string, user: ServerUser | undefined): string {
  if (canEnter(user, dataDir)) return dataDir;
  const outside = placeOf(dataDir, true);
  const note = join(dataDir, 'postgres-is-at');
  // A data folder without the note is a new one: what lies outside belonged to one that was deleted.
  if (!existsSync(note)) rmSync(join(outside, 'cluster'), { recursive: true, force: true });
  writeFileSync(note, `${outside}\n`);
  return outside;
}

function placeOf(dataDir: string, outside = existsSync(join(dataDir, 'postgres-is-at'))): string {
  return outside ? openPlaceFor('data', dataDir) : dataDir;
}

function makeFolder(folder: string): void {
  try {
    if (existsSync(folder)) return;
    makeFolders(folder);
    // Under a strict umask the server's user could not pass; listing stays closed.
    if (process.getuid?.() === 0) chmodSync(folder, statSync(folder).mode | 0o111);
  } catch (error) {
    throw new StartFailure(
      `无法建立数据目录 ${folder}：${(error as Error).message}。请设置 DATA_DIR 指向可写的目录。`,
    );
  }
}

function passwordIn(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new StartFailure(
        `无法读取 ${file}：${(error as Error).message}。请以原来的用户启动，或设置 DATA_DIR 指向其他目录。`,
      );
    }
  }
  const password = randomBytes(18).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** initdb into a folder of another name, renamed when whole: a killed first start leaves nothing half made. */
function makeCluster(
  binaries: PostgresBinaries,
  cluster: string,
  user: ServerUser | undefined,
  password: string,
): void {
  const unfinished = `${cluster}-unfinished`;
  const passwordFile = `${cluster}-password`;
  rmSync(cluster, { recursive: true, force: true });
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user !== undefined)
      for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
    const run = spawnSync(
      binaries.initdb,
      [
        ...['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        ...['-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'],
      ],
      {
        cwd: '/',
        env: serverEnvironment(),
        encoding: 'utf8',
        ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
      },
    );
    if (run.status !== 0) {
      throw new StartFailure(
        `无法初始化内置的 PostgreSQL：${(run.error?.message ?? run.stderr).trim()}\n请设置 DATA_DIR 指向其他目录，或设置 DATABASE_URL。`,
      );
    }
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function refuseForeignCluster(cluster: string): void {
  const me = process.getuid?.();
  const ownerUid = statSync(cluster).uid;
  if (me === undefined || me === 0 || me === ownerUid) return;
  throw new StartFailure(
    `数据目录 ${cluster} 属于另一个用户（uid ${ownerUid}）。请以原来的用户启动，或设置 DATA_DIR 指向其他目录。`,
  );
}

function pidFileOf(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isReady(cluster: string, pid: number): boolean {
  const lines = pidFileOf(cluster);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** Ends the server that the pid file names when it truly is one on this cluster, and clears a file that lies. */
async function endLeftover(cluster: string): Promise<void> {
  const pid = Number(pidFileOf(cluster)[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (startMarkOf(pid) !== undefined && commandLineOf(pid)?.includes(`-D ${cluster}`) === true) {
    await endProcess(pid, 'SIGINT', STOP_GRACE_MS);
    await waitUntilGone(pid, 1_000);
  }
  if (Number(pidFileOf(cluster)[0]) === pid) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

async function makeDatabase(adminUrl: string, database: string): Promise<void> {
  if (database === 'postgres') return;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
