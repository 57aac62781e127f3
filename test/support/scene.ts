import { expect } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import type { LoadedCase } from '../../store/index.ts';
import { accounts, resourceFor } from './accounts.ts';
import type { Reply, RunningApp } from './running-app.ts';
import { sampleForm } from './sample.ts';
import type { SharedTime } from './shared-time.ts';

// biome-ignore lint/suspicious/noExplicitAny: what comes over HTTP is judged by what the tests expect of it
export type Json = any;
const SUPERVISOR = 'supervisor';

/** A story about one act, over HTTP only: it looks closer at dates and traces than stories of courses do. */
export type Scene = { name: string; play(app: RunningApp, time: SharedTime): Promise<void> };

type Form = Record<string, unknown>;

/** Files a sample form, in which what is asked follows from what is given. */
const filing = async (app: RunningApp, id: string, form: Form) => {
  const procedure = procedureById(id) as Procedure;
  const people = accounts(app, procedure);
  const ids = { resource: resourceFor(procedure), department: await people.namedDepartment() };
  const filer = await people.filer();
  const sample = sampleForm(procedure.form, app.clock.nowMs(), ids, form);
  const filed = await app.as(filer).post<Json>('/api/v1/cases', { procedure: id, form: sample });
  return { procedure, people, ids, filer, filed };
};

/** The problem with which a filing is refused. */
export const cannotFile = async (app: RunningApp, id: string, form: Form): Promise<Json> => {
  const { filed } = await filing(app, id, form);
  expect(filed.status, JSON.stringify(filed.body)).toBe(422);
  return filed.body;
};

/** Files a case of the procedure with a sample form. Acts and decisions answer the case as it is afterwards. */
export const fileCase = async (app: RunningApp, id: string, form: Form = {}) => {
  const { procedure, people, ids, filer, filed } = await filing(app, id, form);
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const no: string = filed.body.case.no;
  const path = `/api/v1/cases/${no}`;
  const get = async (of: string, account = SUPERVISOR): Promise<Json> =>
    (await app.as(account).get<Json>(`${path}${of}`)).body;
  const see = (account?: string): Promise<Json> => get('', account);
  const taskOf = async (stage: string): Promise<Json> =>
    (await see()).tasks.findLast((task: Json) => task.stage === stage && task.state === 'open');
  const send = (account: string, act: string, body: object): Promise<Reply<Json>> =>
    app.as(account).post<Json>(`${path}/acts`, { act, ...body });
  const decideWith = async (
    stage: string,
    outcome: string,
    { fields: given, ...body }: { fields?: Form } = {},
  ): Promise<Reply<Json>> => {
    const task = await taskOf(stage);
    const { fields, demands = [] } = procedure.stages[stage]?.outcomes[outcome] ?? {};
    const { facts } = ((await app.store.record.load(no)) as LoadedCase).state;
    const sampled = fields && sampleForm(fields, app.clock.nowMs(), ids, given, facts);
    const account = await people.holder(task.role, task.department);
    return app.as(account).post<Json>(`${path}/tasks/${task.id}/decisions`, {
      outcome,
      ...(demands.includes('reasons') ? { reasons: '样例理由' } : {}),
      ...(sampled === undefined ? {} : { fields: sampled }),
      ...body,
    });
  };
  return {
    ...{ no, filer, see, taskOf },
    /** Whoever holds the open task of a stage. */
    async holder(stage: string): Promise<string> {
      const { role, department } = await taskOf(stage);
      return await people.holder(role, department);
    },
    /** The answer to a decision, whatever it is. */
    attempt: decideWith,
    async decide(stage: string, outcome: string, body: { fields?: Form } = {}): Promise<Json> {
      const reply = await decideWith(stage, outcome, body);
      expect(reply.status, `${stage} ${outcome}: ${JSON.stringify(reply.body)}`).toBe(201);
      return reply.body.case;
    },
    async act(account: string, act: string, body: object = {}): Promise<Json> {
      const reply = await send(account, act, body);
      expect(reply.status, `${act}: ${JSON.stringify(reply.body)}`).toBe(201);
      return reply.body.case;
    },
    /** The code with which an act is refused. */
    async refused(account: string, act: string, body: object = {}): Promise<string> {
      const reply = await send(account, act, body);
      expect(reply.status, `${act}: ${JSON.stringify(reply.body)}`).toBeGreaterThanOrEqual(400);
      return reply.body.code;
    },
    /** What the filer was told of the case, of one kind, latest first. */
    async told(kind: string): Promise<Json[]> {
      const { items } = (await app.as(filer).get<Json>('/api/v1/me/notices?limit=200')).body;
      return items.filter((item: Json) => item.case.no === no && item.kind === kind);
    },
    refusedActs: (): Promise<Json> => get('/refused-acts'),
    ledger: (clock: string): Promise<Json> => get(`/clocks/${clock}/ledger`),
    history: (clock: string): Promise<Json> => get(`/clocks/${clock}/history`),
    async events(...types: string[]): Promise<Json[]> {
      const { items } = await get('/events?limit=200');
      return items.filter(({ type }: Json) => types.includes(type));
    },
  };
};

/** The clock of that id, among those of tasks and of the case. */
export const clockIn = (state: Json, id: string): Json =>
  [
    ...state.tasks.flatMap((task: Json) => [task.clock, ...(task.otherClocks ?? [])]),
    ...(state.clocks ?? []),
  ].find((clock) => clock?.id === id);

/** Lets virtual time pass. */
export const pass = async (app: RunningApp, time: SharedTime, hours: number): Promise<void> => {
  const untilMs = app.clock.nowMs() + hours * 3_600_000;
  await time.wait(untilMs, untilMs);
};
