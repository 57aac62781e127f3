import { resolve } from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';
import type { ChannelSettings } from '../api/notify/notifiers.ts';
import { channelsOf, channelVariables } from './channel-config.ts';
import { inProject } from './paths.ts';
import { StartFailure } from './start-failure.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];

// An empty variable counts as one that is not set, as `FOO= npm start` means.
const filled = z
  .string()
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();

const environmentSchema = z.object({
  PORT: filled.pipe(
    z.coerce
      .number<string | undefined>('应为数字')
      .int('应为整数')
      .min(1, '应在 1 与 65535 之间')
      .max(65_535, '应在 1 与 65535 之间')
      .default(3000),
  ),
  HOST: filled.pipe(z.string().default('127.0.0.1')),
  DATABASE_URL: filled.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, '应形如 postgres://用户:密码@主机:端口/库名')
      .optional(),
  ),
  TEMPORAL_ADDRESS: filled.pipe(
    z
      .string()
      .regex(/^[^\s/]+:\d+$/, '应形如 主机:端口')
      .optional(),
  ),
  TEMPORAL_NAMESPACE: filled.pipe(z.string().default('default')),
  TEMPORAL_CLI_PATH: filled,
  DATA_DIR: filled,
  CACHE_DIR: filled,
  DEMO_PASSWORD: filled,
  LOG_LEVEL: filled.pipe(z.enum(LOG_LEVELS, `应为 ${LOG_LEVELS.join('、')} 之一`).default('info')),
  METRICS_TOKEN: filled.pipe(z.string().min(16, '至少 16 个字符').optional()),
  NODE_ENV: filled,
  ...channelVariables,
});

/** Everything that the environment decides, read once at the start. */
export interface Config {
  /** Where to listen; the next free one is taken when it is busy. */
  readonly port: number;
  readonly host: string;
  /** Connection string of a PostgreSQL that is not ours; absent: the embedded one. */
  readonly databaseUrl?: string;
  /** `host:port` of a Temporal that is not ours; absent: the embedded one. */
  readonly temporalAddress?: string;
  readonly temporalNamespace: string;
  /** A Temporal CLI to run the embedded server with. */
  readonly temporalCliPath?: string;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly demoPassword?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Who brings it as a bearer token may read /metrics; absent: whoever asks from this machine. */
  readonly metricsToken?: string;
  /** By what people are reached beside the application. */
  readonly channels: ChannelSettings;
  /** True unless both engines are somebody else's: demo people, loopback only, never production. */
  readonly isDemo: boolean;
}

/**
 * The typed configuration. Relative folders are meant from the working directory, their defaults (`.data`, `.cache`)
 * from the project. TEMPORAL_* beyond the address (TLS, API key, profile …) is read by the SDK's envconfig where a
 * connection is made. Throws StartFailure that names the variable and what it should look like.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      (issue) => `环境变量 ${issue.path.join('.')} 不正确：${issue.message}`,
    );
    throw new StartFailure(reasons.join('\n'));
  }
  const values = parsed.data;
  const isDemo = values.DATABASE_URL === undefined || values.TEMPORAL_ADDRESS === undefined;
  if (isDemo && values.NODE_ENV === 'production') {
    throw new StartFailure(
      'NODE_ENV=production 时不能使用内置的引擎，请同时设置 DATABASE_URL 和 TEMPORAL_ADDRESS。',
    );
  }
  if (isDemo && !LOOPBACK_HOSTS.includes(values.HOST)) {
    throw new StartFailure(
      `演示模式只监听本机，HOST 不能是 ${values.HOST}。请去掉 HOST，或同时设置 DATABASE_URL 和 TEMPORAL_ADDRESS。`,
    );
  }
  if (values.TEMPORAL_ADDRESS !== undefined) checkTemporalSettings(environment);
  return {
    port: values.PORT,
    host: values.HOST,
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: values.DATABASE_URL }),
    ...(values.TEMPORAL_ADDRESS === undefined ? {} : { temporalAddress: values.TEMPORAL_ADDRESS }),
    temporalNamespace: values.TEMPORAL_ADDRESS === undefined ? 'default' : values.TEMPORAL_NAMESPACE,
    ...(values.TEMPORAL_CLI_PATH === undefined ? {} : { temporalCliPath: values.TEMPORAL_CLI_PATH }),
    dataDir: values.DATA_DIR === undefined ? inProject('.data') : resolve(values.DATA_DIR),
    cacheDir: values.CACHE_DIR === undefined ? inProject('.cache') : resolve(values.CACHE_DIR),
    ...(values.DEMO_PASSWORD === undefined ? {} : { demoPassword: values.DEMO_PASSWORD }),
    logLevel: values.LOG_LEVEL,
    ...(values.METRICS_TOKEN === undefined ? {} : { metricsToken: values.METRICS_TOKEN }),
    channels: channelsOf(values),
    isDemo,
  };
}

/** A wrong certificate path or profile is better known before anything has been started. */
function checkTemporalSettings(environment: NodeJS.ProcessEnv): void {
  const given = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  try {
    loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(given) });
  } catch (error) {
    throw new StartFailure(`TEMPORAL_* 的设置不正确：${(error as Error).message}`);
  }
}
