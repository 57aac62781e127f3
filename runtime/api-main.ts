import { NO_CHANNELS } from '../api/notify/notifiers.ts';
import { startApplication } from './application.ts';
import { prepareDemo } from './demo/world.ts';
import { listen } from './listen.ts';
import { processLogger } from './logger.ts';
import { type MainSettings, temporalConnectionOptions } from './main-contract.ts';
import { runMain } from './main-shell.ts';

/** Ordinary wakes are spread over this long outside the demo. */
const WAKE_SPREAD_MS = 5 * 60_000;

/** Links lead to where we listen, unless people come another way. */
const withAddress = ({ channels = NO_CHANNELS, host, port }: MainSettings) => ({
  ...channels,
  publicUrl: channels.publicUrl ?? `http://${host}:${port}`,
});

await runMain(async (settings) => {
  const application = await startApplication({
    databaseUrl: settings.databaseUrl,
    temporal: temporalConnectionOptions(settings),
    namespace: settings.temporalNamespace,
    isEmbedded: settings.isEmbedded,
    logger: processLogger('api', settings),
    channels: withAddress(settings),
    api: settings.metricsToken === undefined ? {} : { metricsToken: settings.metricsToken },
    wakeSpreadMs: settings.isEmbedded ? 0 : WAKE_SPREAD_MS,
  });
  if (settings.demoPassword !== undefined) await prepareDemo(application, settings.demoPassword);
  return listen(application.app, settings, () => application.stop());
});
