import { caseActivities } from '../activities/case-activities.ts';
import { openStore } from '../store/index.ts';
import { CASE_TASK_QUEUE } from '../workflows/types.ts';
import { runMain } from './main-shell.ts';
import { startWorker } from './worker.ts';

await runMain((settings) => {
  const store = openStore(settings.databaseUrl, { applicationName: 'shixian-worker' });
  return startWorker(settings, {
    taskQueue: CASE_TASK_QUEUE,
    activities: caseActivities(store.record),
    release: () => store.close(),
  });
});
