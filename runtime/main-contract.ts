import { loadClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';
import { type ChannelSettings, NO_CHANNELS } from '../api/notify/notifiers.ts';

/** What `runtime/start.ts` tells the worker and the API about the world they run in. */
export interface MainSettings {
  readonly databaseUrl: string;
  /** `host:port`. */
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Whether Temporal is our own: only then is there virtual time. */
  readonly isEmbedded: boolean;
  /** Demo people may be made and their password shown. */
  readonly isDemo: boolean;
  readonly demoPassword?: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly logLevel: string;
  readonly metricsToken?: string;
  /** By what people are reached beside the application; the API's business only. */
  readonly channels?: ChannelSettings;
}

const flag = z.enum(['0', '1']).transform((text) => text === '1');

const schema = z.object({
  SHIXIAN_DATABASE_URL: z.string().min(1),
  SHIXIAN_TEMPORAL_ADDRESS: z.string().min(1),
  SHIXIAN_TEMPORAL_NAMESPACE: z.string().min(1),
  SHIXIAN_EMBEDDED: flag,
  SHIXIAN_DEMO: flag,
  SHIXIAN_DEMO_PASSWORD: z.string().optional(),
  SHIXIAN_HOST: z.string().min(1),
  SHIXIAN_PORT: z.coerce.number().int(),
  SHIXIAN_DATA_DIR: z.string().min(1),
  SHIXIAN_CACHE_DIR: z.string().min(1),
  SHIXIAN_LOG_LEVEL: z.string().min(1),
  SHIXIAN_METRICS_TOKEN: z.string().optional(),
  SHIXIAN_CHANNELS: z.string().optional(),
});

/** The settings as environment variables for a child. */
export function toEnvironment(settings: MainSettings): Record<string, string> {
  return {
    SHIXIAN_DATABASE_URL: settings.databaseUrl,
    SHIXIAN_TEMPORAL_ADDRESS: settings.temporalAddress,
    SHIXIAN_TEMPORAL_NAMESPACE: settings.temporalNamespace,
    SHIXIAN_EMBEDDED: settings.isEmbedded ? '1' : '0',
    SHIXIAN_DEMO: settings.isDemo ? '1' : '0',
    ...(settings.demoPassword === undefined ? {} : { SHIXIAN_DEMO_PASSWORD: settings.demoPassword }),
    SHIXIAN_HOST: settings.host,
    SHIXIAN_PORT: String(settings.port),
    SHIXIAN_DATA_DIR: settings.dataDir,
    SHIXIAN_CACHE_DIR: settings.cacheDir,
    SHIXIAN_LOG_LEVEL: settings.logLevel,
    ...(settings.metricsToken === undefined ? {} : { SHIXIAN_METRICS_TOKEN: settings.metricsToken }),
    ...(settings.channels === undefined ? {} : { SHIXIAN_CHANNELS: JSON.stringify(settings.channels) }),
  };
}

/** The settings that a child was given. Throws when it was not started by `start.ts` or a like of it. */
export function fromEnvironment(environment: NodeJS.ProcessEnv = process.env): MainSettings {
  const values = schema.parse(environment);
  return {
    databaseUrl: values.SHIXIAN_DATABASE_URL,
    temporalAddress: values.SHIXIAN_TEMPORAL_ADDRESS,
    temporalNamespace: values.SHIXIAN_TEMPORAL_NAMESPACE,
    isEmbedded: values.SHIXIAN_EMBEDDED,
    isDemo: values.SHIXIAN_DEMO,
    ...(values.SHIXIAN_DEMO_PASSWORD === undefined ? {} : { demoPassword: values.SHIXIAN_DEMO_PASSWORD }),
    host: values.SHIXIAN_HOST,
    port: values.SHIXIAN_PORT,
    dataDir: values.SHIXIAN_DATA_DIR,
    cacheDir: values.SHIXIAN_CACHE_DIR,
    logLevel: values.SHIXIAN_LOG_LEVEL,
    ...(values.SHIXIAN_METRICS_TOKEN === undefined ? {} : { metricsToken: values.SHIXIAN_METRICS_TOKEN }),
    channels: values.SHIXIAN_CHANNELS === undefined ? NO_CHANNELS : JSON.parse(values.SHIXIAN_CHANNELS),
  };
}

/**
 * How to reach Temporal, for `Connection.connect` and `NativeConnection.connect` alike: plain for our own server,
 * with TLS, API key and headers from TEMPORAL_* for another's. Throws when a file named there cannot be read.
 */
export function temporalConnectionOptions(settings: Pick<MainSettings, 'isEmbedded' | 'temporalAddress'>) {
  if (settings.isEmbedded) return { address: settings.temporalAddress };
  return { ...loadClientConnectConfig().connectionOptions, address: settings.temporalAddress };
}
