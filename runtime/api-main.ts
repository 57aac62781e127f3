import pino from 'pino';
import { startApplication } from './application.ts';
import { listen } from './listen.ts';
import { temporalConnectionOptions } from './main-contract.ts';
import { runMain } from './main-shell.ts';

await runMain(async (settings) => {
  const application = await startApplication({
    databaseUrl: settings.databaseUrl,
    temporal: temporalConnectionOptions(settings),
    namespace: settings.temporalNamespace,
    isEmbedded: settings.isEmbedded,
    logger: pino({ level: settings.logLevel }),
  });
  return listen(application.app, settings, () => application.stop());
});
