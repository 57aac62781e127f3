import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { carryOutSubmission, type Submit, submissionOf } from '../api/commands/submission.ts';
import { caseEngine } from '../api/engine/case-engine.ts';
import { caseRuns } from '../api/engine/case-runs.ts';
import { publishedCalendars } from '../api/published-calendars.ts';
import { dayOf, textOfDay } from '../calendar/index.ts';
import { CALENDAR_SPAN } from '../runtime/application.ts';
import { temporalConnectionOptions } from '../runtime/main-contract.ts';
import { openStore } from '../store/index.ts';
import { runWith } from './stats.ts';
import type { BenchSystem } from './system.ts';

const AT_ONCE = 32;
const SAMPLE = 200;
/** Events of a run whose first task has been carried out: started, and the task scheduled, begun and completed. */
const FIRST_TASK_DONE = 4;
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
  const { body, content } = submissionOf(received);
  const runs = caseRuns({ client, store, calendars, wakeSpreadMs: 0 });
  const ping = async (): Promise<void> => undefined;
  const engine = caseEngine({ runs, store, calendars, logger, ping });
  const fileOne = async (): Promise<void> => {
    const id = randomUUID();
    const receivedAtMs = Date.now() + (await store.clock.offsetMs());
    const no = await store.counters.nextCaseNo(
      loaded?.file.jurisdiction ?? '',
      textOfDay(dayOf(receivedAtMs)),
    );
    const submit: Submit = { ...body, id, no };
    const { personId } = received;
    await store.commands.receive({
      ...{ id, personId, key: id, requestDigest: '', caseNo: no, body: submit },
      ...{ content, receivedAtMs },
    });
    let started: Promise<void> = Promise.resolve();
    const start: typeof engine.start = (caseNo, born) => {
      started = engine.start(caseNo, born);
      return started;
    };
    await carryOutSubmission(
      { store, calendars, logger, engine: { ...engine, start } },
      { id, receivedAtMs, body: submit, content },
    );
    await started;
  };
  return await runWith(AT_ONCE, count, fileOne);
};

/**
 * Waits until the runs of a sample of all open cases have carried out their first task; as long as some have not, a roll-out waits behind
 * them. Answers the seconds it took.
 */
export const allRunsStarted = async ({ client, store }: Inside): Promise<number> => {
  const beganMs = performance.now();
  const { rows } = await store.db.raw(
    `SELECT no FROM cases WHERE status = 'open' ORDER BY hashtext(no) LIMIT ${SAMPLE}`,
  );
  for (const { no } of rows) {
    for (;;) {
      const { historyLength } = await client.workflow.getHandle(no).describe();
      if (historyLength >= FIRST_TASK_DONE) break;
      await sleep(500);
    }
  }
  return (performance.now() - beganMs) / 1_000;
};
