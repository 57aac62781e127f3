import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { carryOutSubmission, type SubmissionContent, type Submit } from '../api/commands/submission.ts';
import { caseEngine } from '../api/engine/case-engine.ts';
import { caseRuns } from '../api/engine/case-runs.ts';
import { publishedCalendars } from '../api/published-calendars.ts';
import { dayOf, textOfDay } from '../calendar/index.ts';
import { procedureById } from '../procedures/index.ts';
import { CALENDAR_SPAN } from '../runtime/application.ts';
import { temporalConnectionOptions } from '../runtime/main-contract.ts';
import { openStore } from '../store/index.ts';
import { runWith } from './stats.ts';
import type { BenchSystem } from './system.ts';

const AT_ONCE = 32;
const logger = pino({ level: 'warn' });

/** What the API has behind it, in this process: for filling the system and for looking at it. */
export const openInside = async (system: BenchSystem) => {
  const connection = await Connection.connect(temporalConnectionOptions(system.settings));
  const client = new Client({ connection, namespace: system.settings.temporalNamespace });
  const store = openStore(system.databaseUrl, { poolMax: 20, applicationName: 'shixian-bench' });
  const calendars = await publishedCalendars({ store, span: CALENDAR_SPAN, logger });
  return {
    ...{ client, store, calendars },
    async close(): Promise<void> {
      calendars.stop();
      await store.close();
      await connection.close();
    },
  };
};
export type Inside = Awaited<ReturnType<typeof openInside>>;

/**
 * Files `count` cases like the one given, each with a run of its own: received, born in the record and started by the API's own code, only
 * without HTTP before it. Answers the seconds it took.
 */
export const fileMany = async (inside: Inside, pattern: string, count: number): Promise<number> => {
  const { client, store, calendars } = inside;
  const loaded = await store.record.load(pattern);
  const received = await store.commands.get(loaded?.file.commandId ?? '');
  if (received === null) throw new Error(`no submission of ${pattern}`);
  const procedure = procedureById(loaded?.state.procedure ?? '');
  if (procedure === null) throw new Error(`no procedure of ${pattern}`);
  const aheadMs = await store.clock.offsetMs();
  const runs = caseRuns({ client, store, calendars, wakeSpreadMs: 0, offsetMs: () => aheadMs });
  const ping = async (): Promise<void> => undefined;
  const engine = caseEngine({ runs, store, calendars, logger, ping });
  const fileOne = async (): Promise<void> => {
    const id = randomUUID();
    const receivedAtMs = Date.now() + aheadMs;
    const no = await store.counters.nextCaseNo(
      loaded?.file.jurisdiction ?? '',
      textOfDay(dayOf(receivedAtMs)),
    );
    let started: Promise<void> = Promise.resolve();
    const start: typeof engine.start = (caseNo, born) => {
      started = engine.start(caseNo, born);
      return started;
    };
    await carryOutSubmission({ store, calendars, logger, engine: { ...engine, start } }, procedure, {
      ...{ id, personId: received.personId, key: id, requestDigest: '', receivedAtMs },
      body: { ...(received.body as Submit), id, no },
      content: received.content as SubmissionContent,
    });
    await started;
  };
  return await runWith(AT_ONCE, count, fileOne);
};
