import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWatchdog } from '../../api/engine/watchdog.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { rebuild } from '../../store/index.ts';
import { CASE_TASK_QUEUE, WORKFLOW_TYPES } from '../../workflows/types.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { sampleForm } from '../support/sample.ts';
import { wireOf } from '../support/wire.ts';

const STARTED = 1; // EVENT_TYPE_WORKFLOW_EXECUTION_STARTED

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  await app?.stop();
});
const { get, post } = wireOf(() => app);

const file = async (): Promise<string> => {
  const { form } = procedureById('lz-share-conditional') as Procedure;
  const ids = { resource: 'lz-hrss-employment', department: 'lz-hrss' };
  const sample = sampleForm(form, app.clock.nowMs(), ids);
  const filed = await post('lz-requester', '/api/v1/cases', {
    procedure: 'lz-share-conditional',
    form: sample,
  });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const { no } = filed.body.case;
  await app.engineStart(no);
  return no;
};
const alarmsOf = async (no: string): Promise<Json[]> => {
  await app.watchdog.sweep();
  return alarmsSeen(no);
};
const alarmsSeen = async (no: string): Promise<Json[]> => {
  const { body } = await get('supervisor', '/api/v1/supervision/alarms?limit=200');
  return body.items.filter((item: Json) => item.case === no);
};
const rearm = async (id: number): Promise<void> => {
  const key = `rearm-${id}`;
  const done = await post('admin', `/api/v1/supervision/alarms/${id}/rearm`, undefined, key);
  expect(done.status, JSON.stringify(done.body)).toBe(201);
  expect(done.body.alarm.resolution).toBe('rearmed');
  const again = await post('admin', `/api/v1/supervision/alarms/${id}/rearm`, undefined, key);
  expect(again.body).toEqual(done.body);
};
/** The fault is seen, one log line tells of it, rearming puts it right, and it does not come back. */
const isSeenAndPutRight = async (no: string, kind: string): Promise<void> => {
  const seen = await alarmsOf(no);
  expect(seen.map((alarm) => alarm.kind)).toEqual([kind]);
  await alarmsOf(no);
  const lines = app.logs.filter((line) => line.includes('watchdog alarm') && line.includes(no));
  expect(lines).toHaveLength(1);
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(metrics).toMatch(/shixian_alarms_open [1-9]/);
  expect((await post('supervisor', `/api/v1/supervision/alarms/${seen[0].id}/rearm`)).status).toBe(403);
  await rearm(seen[0].id);
  expect(await alarmsOf(no)).toEqual([]);
};

it('raises nothing where all agree', async () => {
  const no = await file();
  expect(await alarmsOf(no)).toEqual([]);
});

it('a run that is gone is seen, and started anew from the record', async () => {
  const no = await file();
  await app.client.workflow.getHandle(no).terminate('planted');
  await isSeenAndPutRight(no, 'run_missing');
  const decided = await post('lz-manager', `/api/v1/cases/${no}/tasks/review-1/decisions`, {
    outcome: 'pass',
  });
  expect(decided.status).toBe(201);
});

it('a run that sleeps until its case has something due is no fault, one that would oversleep is', async () => {
  const no = await file();
  const { events } = await app.client.workflow.getHandle(no).fetchHistory();
  expect(events?.map(({ eventType }) => eventType)).toEqual([STARTED]);
  expect(await alarmsOf(no)).toEqual([]);
  const recorded = await app.store.record.events(no, 0);
  const { calendar } = (await app.store.record.load(no))!.state;
  await app.client.workflow.start(WORKFLOW_TYPES.share, {
    workflowId: no,
    taskQueue: CASE_TASK_QUEUE,
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    startDelay: '400 days',
    args: [
      {
        ...{ no, events: recorded, calendar: app.calendars.at(calendar) },
        ...{ clockOffsetMs: await app.store.clock.offsetMs(), wakeSpreadMs: 0 },
      },
    ],
  });
  await isSeenAndPutRight(no, 'timer_missing_or_other');
});

const OTHER = '2030-01-01T00:00:00Z';
const OTHER_MS = Date.parse(OTHER);
/** In the state of the case, what is at the path of its clock is another instant. */
const heldOtherwise = (path: string) => (no: string) =>
  app.store.db.raw(
    `UPDATE cases SET state = jsonb_set(state::jsonb, ?::text[], to_jsonb(?::bigint)) WHERE no = ?`,
    [`{clocks,review-1,${path}}`, OTHER_MS, no],
  );
const TAMPERINGS: [string, (no: string) => PromiseLike<unknown>][] = [
  [
    'the end in the list of clocks',
    (no) => app.store.db('clocks').where({ case_no: no }).update({ due_at: OTHER }),
  ],
  ['the warning in it', (no) => app.store.db('clocks').where({ case_no: no }).update({ warn_at: OTHER })],
  [
    'the end in the list of tasks',
    (no) => app.store.db('tasks').where({ case_no: no }).update({ due_at: OTHER }),
  ],
  ['the next wake of the case', (no) => app.store.db('cases').where({ no }).update({ wake_at: OTHER })],
  ['the end in the state', heldOtherwise('dueAtMs')],
  ['how late it may turn out to be', heldOtherwise('latestAtMs')],
  ['a rung of the ladder', heldOtherwise('rungs,0,atMs')],
];
const stored = async (no: string) => {
  const { rows } = await app.store.db.raw(
    `SELECT c.state::text AS state, c.wake_at, k.due_at, k.warn_at, t.due_at AS task_due_at
     FROM cases c JOIN clocks k ON k.case_no = c.no JOIN tasks t ON t.case_no = c.no WHERE c.no = ?`,
    [no],
  );
  return rows.map((row: Json) => ({ ...row, state: JSON.parse(row.state) }));
};

it('an instant that was tampered with is seen, wherever it stands, and derived anew', async () => {
  const cases = await Promise.all(
    TAMPERINGS.map(async ([what, tamper]) => ({ what, tamper, no: await file() })),
  );
  const right = await Promise.all(cases.map(({ no }) => stored(no)));
  for (const { no, tamper } of cases) await tamper(no);
  await app.watchdog.sweep();
  for (const [index, { no, what }] of cases.entries()) {
    expect(await stored(no), what).not.toEqual(right[index]);
    const seen = await alarmsSeen(no);
    expect(
      seen.map(({ kind }) => kind),
      what,
    ).toEqual(['deadline_differs']);
    await rearm(seen[0].id);
    expect(await stored(no), what).toEqual(right[index]);
  }
  await app.watchdog.sweep();
  for (const { no, what } of cases) expect(await alarmsSeen(no), what).toEqual([]);
}, 60_000);

/** A watchdog like the system's own that waits for nothing. */
const sweepImpatiently = async (): Promise<void> => {
  const { client, store, calendars } = app;
  const watchdog = startWatchdog({
    ...{ client, store, calendars, logger: pino({ level: 'silent' }) },
    ...{ nowMs: () => app.clock.nowMs(), wakeSpreadMs: 0, patienceMs: 1 },
  });
  await watchdog.sweep();
  await watchdog.stop();
};
const kindsOf = async (no: string): Promise<string[]> => (await alarmsOf(no)).map((alarm) => alarm.kind);

it('a case that nobody starts is seen once it has been without a run for long, and stays seen until it has one', async () => {
  const no = await file();
  await app.client.workflow.getHandle(no).terminate('planted');
  // Planted: the dispatcher, which takes up cases that were filed some seconds ago, passes this one by.
  await app.store
    .db('cases')
    .where({ no })
    .update({ engine_started_at: null, submitted_at: '2099-01-01T00:00:00Z' });
  expect(await kindsOf(no)).toEqual([]);
  await sweepImpatiently();
  const [alarm] = await alarmsOf(no);
  expect(alarm.kind).toBe('run_missing');
  await rearm(alarm.id);
  expect(await kindsOf(no)).toEqual([]);
});

it('a run whose workflow task fails is seen once it has not answered for long, and replaced', async () => {
  const no = await file();
  await app.client.workflow.start(WORKFLOW_TYPES.share, {
    workflowId: no,
    taskQueue: CASE_TASK_QUEUE,
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    args: [{ no, events: 'no events', calendar: null, clockOffsetMs: 0, wakeSpreadMs: 0 }],
  });
  await expect
    .poll(async () => (await app.client.workflow.getHandle(no).fetchHistory()).events?.length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(1);
  await sweepImpatiently();
  const [alarm] = await alarmsOf(no);
  expect(alarm.kind).toBe('run_not_answering');
  await rearm(alarm.id);
  expect(await kindsOf(no)).toEqual([]);
}, 60_000);

/** A case with a decision in the record that its run knows nothing of. */
const fileWithRunBehind = async (): Promise<string> => {
  const no = await file();
  const decided = await post('lz-manager', `/api/v1/cases/${no}/tasks/review-1/decisions`, {
    outcome: 'pass',
  });
  expect(decided.status).toBe(201);
  const events = await app.store.record.events(no, 0);
  const decision = events.findIndex(({ type }) => type === 'Decided');
  const { calendar } = (await app.store.record.load(no))?.state ?? { calendar: { id: '', version: 0 } };
  await app.client.workflow.start(WORKFLOW_TYPES.share, {
    workflowId: no,
    taskQueue: CASE_TASK_QUEUE,
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    args: [
      {
        ...{ no, events: events.slice(0, decision), calendar: app.calendars.at(calendar) },
        ...{ clockOffsetMs: await app.store.clock.offsetMs(), wakeSpreadMs: 0 },
      },
    ],
  });
  return no;
};

it('a run that goes by another state is seen, and replaced by one that goes by the record', async () => {
  await isSeenAndPutRight(await fileWithRunBehind(), 'timer_missing_or_other');
});

it('a command on a run that goes by less than the record takes effect: the run is replaced first', async () => {
  const no = await fileWithRunBehind();
  const withdrawn = await post('lz-requester', `/api/v1/cases/${no}/acts`, { act: 'withdraw' });
  expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(201);
  expect(withdrawn.body.case).toMatchObject({ status: 'closed', result: 'withdrawn' });
  const types = (await app.store.record.events(no, 0)).map(({ type }) => type);
  expect(types.filter((type) => type === 'Decided')).toHaveLength(1);
  expect(types.filter((type) => type === 'CaseClosed')).toHaveLength(1);
  expect((await rebuild(app.store.db, { caseNo: no, repair: false })).differences).toEqual([]);
});

it('a case left behind by a release is seen once the roll-out is over, and brought up to date', async () => {
  const no = await file();
  const [clock] = Object.values((await app.store.record.load(no))?.state.clocks ?? {});
  const date = clock?.dueDay ?? '';
  const drafted = await post('admin', '/api/v1/calendars/cn-gs-lzxq/drafts', {
    notice: { title: '临时放假', publishedAt: date.slice(0, 4).concat('-01-01') },
    coverage: { from: date, to: date },
    days: [{ date, state: 'off', name: '临时放假' }],
  });
  const { number } = drafted.body.draft;
  const done = await post('auditor', `/api/v1/calendars/cn-gs-lzxq/drafts/${number}/release`);
  const { version } = done.body.draft;
  // Planted: the roll-out is noted as done although no case has been brought up to date.
  await app.store.rollouts.finish({ calendarId: 'cn-gs-lzxq', version });
  await app.client.workflow
    .getHandle(`calendar-rollout/cn-gs-lzxq/${version}`)
    .terminate('planted')
    .catch(() => undefined);
  const before = await app.store.record.calendarOf(no);
  await expect
    .poll(() => app.calendars.current('cn-gs-lzxq').version, { timeout: 5_000 })
    .toBe((before?.version ?? 0) + 1);
  await isSeenAndPutRight(no, 'calendar_behind');
  expect((await app.store.record.calendarOf(no))?.version).toBe((before?.version ?? 0) + 1);
});

it('a fault that was found in a case that has ended since is no alarm any more, but is still told of', async () => {
  const no = await file();
  await app.client.workflow.getHandle(no).terminate('planted');
  expect((await alarmsOf(no)).map((alarm) => alarm.kind)).toEqual(['run_missing']);
  expect((await post('lz-requester', `/api/v1/cases/${no}/acts`, { act: 'withdraw' })).status).toBe(201);
  expect(await alarmsOf(no)).toEqual([]);
  const { body } = await get('supervisor', '/api/v1/supervision/alarms?state=all&count=true&limit=200');
  expect(body.total).toBe(body.items.length);
  expect(body.items.find((item: Json) => item.case === no)).toMatchObject({ resolution: 'gone' });
});

it('a run of a closed case is seen, and ended', async () => {
  const no = await file();
  const events = await app.store.record.events(no, 0);
  const withdrawn = await post('lz-requester', `/api/v1/cases/${no}/acts`, { act: 'withdraw' });
  expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(201);
  await app.client.workflow.start(WORKFLOW_TYPES.share, {
    workflowId: no,
    taskQueue: CASE_TASK_QUEUE,
    args: [
      {
        ...{ no, events, calendar: app.calendars.current('cn-gs-lzxq') },
        ...{ clockOffsetMs: 0, wakeSpreadMs: 0 },
      },
    ],
  });
  const kinds = async () => (await alarmsOf(no)).map((alarm) => alarm.kind);
  await expect.poll(kinds, { timeout: 20_000 }).toEqual(['run_of_closed_case']);
  const [alarm] = await alarmsOf(no);
  await rearm(alarm.id);
  await expect
    .poll(async () => (await app.client.workflow.getHandle(no).describe()).status.name, { timeout: 5_000 })
    .toBe('TERMINATED');
}, 90_000);
