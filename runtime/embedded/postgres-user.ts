import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartFailure } from '../start-failure.ts';

/** The system user that the database server runs as. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// PostgreSQL refuses to run as root, and initdb refuses a uid that has no passwd entry.
const PREFERRED = ['postgres', 'nobody', 'daemon', 'www-data'];

/**
 * Whom to run PostgreSQL as. `undefined`: as ourselves, an ordinary user. When we are root: the owner of an
 * existing cluster at `clusterDir`, else the first of `postgres`, `nobody` … that the passwd file knows, else any
 * unprivileged user in it. Throws StartFailure when root finds none.
 */
export function serverUser(clusterDir: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = passwdUsers();
  const ownerUid = ownerOf(clusterDir);
  const owner = users.find((user) => user.uid === ownerUid && user.uid !== 0);
  if (owner !== undefined) return owner;
  for (const name of PREFERRED) {
    const user = users.find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (user !== undefined) return user;
  }
  const other = users.find((user) => user.uid !== 0);
  if (other !== undefined) return other;
  throw new StartFailure(
    'PostgreSQL 不能以 root 身份运行，而系统中没有可用的普通用户。请改用普通用户启动，或设置 DATABASE_URL 使用已有的数据库。',
  );
}

/** Runs a short program as the given user (or as ourselves) and says whether it ended well. */
export function worksAs(user: ServerUser | undefined, file: string, args: readonly string[]): boolean {
  const run = spawnSync(file, args, {
    cwd: '/',
    stdio: 'ignore',
    timeout: 20_000,
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  return run.status === 0;
}

/** Whether the user may pass through the folder and all folders above it. */
export function canEnter(user: ServerUser | undefined, folder: string): boolean {
  return worksAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]);
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

function passwdUsers(): ServerUser[] {
  let text: string;
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map((fields) => ({ name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }));
}
