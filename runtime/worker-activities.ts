import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import type { Logger } from 'pino';
import { calendarActivities } from '../activities/calendar-activities.ts';
import { caseActivities } from '../activities/case-activities.ts';
import { dutyActivities } from '../activities/duty-activities.ts';
import { newerFor } from '../api/calendars.ts';
import { calendarRolloutWork } from '../api/engine/calendar-rollout.ts';
import { caseEngine } from '../api/engine/case-engine.ts';
import { caseRuns } from '../api/engine/case-runs.ts';
import { ensureShippedCalendars, publishedCalendars } from '../api/published-calendars.ts';
import { openStore } from '../store/index.ts';
import { CALENDAR_SPAN } from './application.ts';

export type WorkerActivitySettings = {
  databaseUrl: string;
  temporal: ConnectionOptions;
  namespace: string;
  logger: Logger;
  /** See `CaseInput.wakeSpreadMs`. */
  wakeSpreadMs?: number;
};

/** Connections of one worker process to PostgreSQL. */
const POOL_MAX = 10;

/** Every activity of the worker, with what they depend on. Rejects when PostgreSQL or Temporal is away. */
export const workerActivities = async (settings: WorkerActivitySettings) => {
  const { namespace, logger } = settings;
  const connection = await Connection.connect(settings.temporal);
  const client = new Client({ connection, namespace });
  const store = openStore(settings.databaseUrl, { poolMax: POOL_MAX, applicationName: 'shixian-worker' });
  await ensureShippedCalendars(store);
  const calendars = await publishedCalendars({ store, span: CALENDAR_SPAN, logger });
  const runs = caseRuns({
    ...{ client, store, calendars, wakeSpreadMs: settings.wakeSpreadMs ?? 0 },
    offsetMs: () => store.clock.offsetMs(),
  });
  const ping = () => connection.withDeadline(Date.now() + 1_000, () => connection.ensureConnected());
  const engine = caseEngine({ runs, store, calendars, logger, ping });
  const nowMs = async (): Promise<number> => Date.now() + (await store.clock.offsetMs());
  return {
    activities: {
      ...caseActivities(store.record, (ref) => newerFor(calendars, ref)),
      ...dutyActivities(store.duties, nowMs),
      ...calendarActivities(calendarRolloutWork({ store, engine, calendars, logger, nowMs })),
    },
    /** Lets go of what the activities depend on, after the last of them has finished. */
    async release(): Promise<void> {
      calendars.stop();
      await store.close();
      await connection.close();
    },
  };
};
