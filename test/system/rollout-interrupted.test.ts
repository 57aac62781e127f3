import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf, textOfDay } from '../../calendar/index.ts';
import type { EventOf } from '../../cases/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { type RolloutId, rebuild } from '../../store/index.ts';
import { type RolloutInput, rolloutWorkflowId } from '../../workflows/contract.ts';
import { CASE_TASK_QUEUE } from '../../workflows/types.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;
type Moved = EventOf<'DeadlineMoved'>;

/** More than one batch of a roll-out. */
const CASES = 120;
const CALENDAR = 'cn-gs-lzxq';

let app: RunningApp;
let workerProcess: WorkerProcess | null = null;
const filed: string[] = [];
beforeAll(async () => {
  app = await startRunningApp();
  const { form } = procedureById('lz-share-conditional') as Procedure;
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const file = async (): Promise<void> => {
    const body = { procedure: 'lz-share-conditional', form: sampleForm(form, app.clock.nowMs(), ids) };
    const { status, body: answer } = await app.as('lz-requester').post<Json>('/api/v1/cases', body);
    expect(status, JSON.stringify(answer)).toBe(201);
    filed.push(answer.case.no);
  };
  while (filed.length < CASES) await Promise.all(Array.from({ length: 15 }, file));
}, 120_000);
afterAll(async () => {
  await workerProcess?.kill();
  await app?.stop();
});

const movesOf = async (no: string): Promise<Moved[]> =>
  (await app.store.record.events(no, 0)).filter((event): event is Moved => event.type === 'DeadlineMoved');
const clockOf = async (no: string) => Object.values((await app.store.record.load(no))?.state.clocks ?? {})[0];

/** Releases the last day of everybody's limit as a day off, which moves every case. */
const released = async (): Promise<RolloutId> => {
  const date = (await clockOf(filed[0] ?? ''))?.dueDay ?? '';
  const drafted = await app.as('admin').post<Json>(`/api/v1/calendars/${CALENDAR}/drafts`, {
    notice: { title: `临时放假 ${date}`, publishedAt: textOfDay(dayOf(app.clock.nowMs())) },
    coverage: { from: date, to: date },
    days: [{ date, state: 'off', name: '临时放假' }],
  });
  const path = `/api/v1/calendars/${CALENDAR}/drafts/${drafted.body.draft.number}/release`;
  const { status, body } = await app.as('supervisor').post<Json>(path);
  expect(status, JSON.stringify(body)).toBe(201);
  return { calendarId: CALENDAR, version: body.draft.version };
};
const standing = async (rollout: RolloutId) => {
  const found = await app.store.rollouts.byId(rollout);
  return found ?? { state: 'none', total: 0, done: 0 };
};
const finished = (rollout: RolloutId) =>
  expect.poll(async () => (await standing(rollout)).state, { timeout: 60_000, interval: 100 }).toBe('done');

/** Every case has been moved by this release as by all before it, once each, and the lists agree. */
const eachIsMovedOnce = async (rollout: RolloutId, releases: number): Promise<void> => {
  expect(await standing(rollout)).toMatchObject({ state: 'done', total: CASES, done: CASES });
  const { version } = app.calendars.current(CALENDAR);
  for (const no of filed) {
    const moves = await movesOf(no);
    expect(moves).toHaveLength(releases);
    expect(moves.at(-1)?.data).toMatchObject({ why: 'calendar', calendar: { id: CALENDAR, version } });
    expect(moves.at(-1)?.data.moves).toHaveLength(1);
  }
  expect((await rebuild(app.store.db, { repair: false })).differences).toEqual([]);
};

it('a roll-out that has done its share of batches goes on in a new run, and moves no case twice', async () => {
  const rollout = await released();
  const { workflowId, firstExecutionRunId } = await app.client.workflow.start('calendarRollout', {
    workflowId: rolloutWorkflowId(rollout),
    taskQueue: CASE_TASK_QUEUE,
    args: [{ ...rollout, batchesPerRun: 1 } satisfies RolloutInput],
    // In the place of the run that the roll-out's keeper may have started by now.
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  await finished(rollout);
  const first = await app.client.workflow.getHandle(workflowId, firstExecutionRunId).describe();
  expect(first.status.name).toBe('CONTINUED_AS_NEW');
  const { events } = await app.client.workflow.getHandle(workflowId).fetchHistory();
  const activities = events?.flatMap(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name ?? [],
  );
  // It goes on where the first run stopped; only the second round looks for cases anew.
  expect(activities?.slice(0, 2)).toEqual(['adoptInCases', 'planRollout']);
  await eachIsMovedOnce(rollout, 1);
}, 120_000);

it('a worker process killed with SIGKILL in the middle of a roll-out: another goes on, and each case is moved once', async () => {
  await app.worker.stop();
  workerProcess = await startWorkerProcess(app);
  const rollout = await released();
  await expect
    .poll(async () => (await standing(rollout)).done, { timeout: 60_000, interval: 10 })
    .toBeGreaterThan(CASES / 4);
  await workerProcess.kill();
  expect((await standing(rollout)).done).toBeLessThan(CASES);
  await app.worker.start();
  await finished(rollout);
  await eachIsMovedOnce(rollout, 2);
}, 120_000);
