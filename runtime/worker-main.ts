import pino from 'pino';
import { CASE_TASK_QUEUE } from '../workflows/types.ts';
import { temporalConnectionOptions } from './main-contract.ts';
import { runMain } from './main-shell.ts';
import { startWorker } from './worker.ts';
import { workerActivities } from './worker-activities.ts';

await runMain(async (settings) => {
  const parts = await workerActivities({
    databaseUrl: settings.databaseUrl,
    temporal: temporalConnectionOptions(settings),
    namespace: settings.temporalNamespace,
    logger: pino({ level: settings.logLevel }),
  });
  return startWorker(settings, { taskQueue: CASE_TASK_QUEUE, ...parts });
});
