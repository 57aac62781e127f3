import { migrateDatabase } from '../migrations/index.ts';
import { type Config, readConfig } from './config.ts';
import { say, seconds, step } from './console.ts';
import { lockDataDir } from './data-lock.ts';
import { shownAccounts } from './demo/world.ts';
import { demoPassword } from './demo-password.ts';
import { firstFreePortFrom } from './embedded/ports.ts';
import { checkPostgres, checkTemporal, embeddedPostgres, embeddedTemporal, temporalCli } from './engines.ts';
import { type MainSettings, toEnvironment } from './main-contract.ts';
import { nodeChild } from './node-child.ts';
import { inProject } from './paths.ts';
import { StartFailure } from './start-failure.ts';
import { Supervisor } from './supervisor.ts';
import { welcome } from './welcome.ts';

const supervisor = new Supervisor({
  say: (line) => say(`[${new Date().toTimeString().slice(0, 8)}] ${line}`),
});
let unlock = (): void => undefined;
let stoppingSinceMs: number | undefined;

// One Ctrl-C arrives several times: from the terminal, and again from npm and the loader, which pass it on.
const ONE_PRESS_MS = 1_000;

/** Ends everything we started, then us. A second signal, a second later or more, does not wait for anybody. */
async function stop(status: number): Promise<void> {
  if (stoppingSinceMs !== undefined) {
    if (performance.now() - stoppingSinceMs < ONE_PRESS_MS) return;
    for (const pid of Object.values(supervisor.pids())) process.kill(pid, 'SIGKILL');
    process.exit(status || 1);
  }
  stoppingSinceMs = performance.now();
  if (status === 0) say('正在停止……');
  await supervisor.stop();
  unlock();
  if (status === 0) say('已停止，数据保留。');
  process.exit(status);
}

async function start(): Promise<void> {
  const config = readConfig();
  unlock = lockDataDir(config.dataDir);
  say(config.isDemo ? '时限 · 演示模式（内置引擎，只监听本机，不可用于生产）' : '时限');
  const settings = await bringUpEngines(config);
  const main = (name: string, file: string) => {
    const child = nodeChild({ name, main: inProject('runtime', file), env: toEnvironment(settings) });
    return step(name, () => supervisor.add(child));
  };
  // Neither waits for the other; added in this order, so that the API ends first.
  await Promise.all([main('工作进程', 'worker-main.ts'), main('接口服务', 'api-main.ts')]);
  say(`  ${seconds().padStart(6)}  合计`);
  say('');
  for (const line of welcome(settings, settings.isDemo ? shownAccounts() : [])) say(line);
}

async function bringUpEngines(config: Config): Promise<MainSettings> {
  const databaseUrl =
    config.databaseUrl ?? (await step('PostgreSQL', () => supervisor.add(embeddedPostgres(config)))).url;
  if (config.databaseUrl !== undefined)
    await step('PostgreSQL（DATABASE_URL）', () => checkPostgres(databaseUrl));
  await step('数据库结构', () => migrateDatabase(databaseUrl));
  const temporalAddress = config.temporalAddress ?? (await bringUpTemporal(config));
  if (config.temporalAddress !== undefined) {
    await step('Temporal（TEMPORAL_ADDRESS）', () =>
      checkTemporal(temporalAddress, config.temporalNamespace),
    );
  }
  return {
    databaseUrl,
    temporalAddress,
    temporalNamespace: config.temporalNamespace,
    isEmbedded: config.temporalAddress === undefined,
    isDemo: config.isDemo,
    ...(config.isDemo ? { demoPassword: demoPassword(config.dataDir, config.demoPassword) } : {}),
    host: config.host,
    port: await freePortFor(config),
    dataDir: config.dataDir,
    cacheDir: config.cacheDir,
    logLevel: config.logLevel,
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    channels: config.channels,
  };
}

async function bringUpTemporal(config: Config): Promise<string> {
  const binary = await step('Temporal 程序', () =>
    temporalCli(config, () => say('          正在获取 Temporal（约 45 MB，只在第一次启动时）……')),
  );
  return (await step('Temporal', () => supervisor.add(embeddedTemporal(config, binary)))).address;
}

async function freePortFor(config: Config): Promise<number> {
  const port = await firstFreePortFrom(config.port, config.host);
  if (port === undefined) {
    throw new StartFailure(
      `在 ${config.host} 上从端口 ${config.port} 起没有可用的端口，请设置 PORT 或 HOST。`,
    );
  }
  if (port !== config.port) say(`          端口 ${config.port} 已被占用，改用 ${port}`);
  return port;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
start().catch(async (error: unknown) => {
  if (stoppingSinceMs !== undefined) return;
  process.stderr.write(error instanceof StartFailure ? `\n启动失败：${error.message}\n` : '\n启动失败：\n');
  if (!(error instanceof StartFailure)) console.error(error);
  await stop(1);
});
