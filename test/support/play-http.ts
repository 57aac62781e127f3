import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import type { Role } from '../../procedures/roles.ts';
import type { LoadedCase } from '../../store/index.ts';
import { accounts, resourceFor } from './accounts.ts';
import { ladderAbove } from './ladders-above.ts';
import type { Reply, RunningApp } from './running-app.ts';
import { sampleForm, withinRequest } from './sample.ts';
import type { SharedTime } from './shared-time.ts';
import { type Expectation, formOf, type Step, type Story } from './story.ts';

// biome-ignore lint/suspicious/noExplicitAny: what comes over HTTP is judged by what the tests expect of it
type Json = any;
type Wait = Extract<Step, { wait: unknown }>['wait'];

const SUPERVISOR = 'supervisor';

/** A story that waits for an instant may come that much late, so that stories pass in one move: it is less than a last second. */
const TOLERANCE_MS = 200;

/** Stories played here: what one has closed, another does not find closed. */
let played = 0;

/** Plays a story over HTTP on the running system, in the virtual time it shares with others. Answers the case number. */
export const playHttp = async (app: RunningApp, time: SharedTime, story: Story): Promise<string> => {
  const procedure = procedureById(story.procedure) as Procedure;
  const people = accounts(app, procedure);
  const ids = {
    of: ++played,
    resource: resourceFor(procedure),
    department: await people.namedDepartment(),
  };
  const nowMs = app.clock.nowMs();
  const form = sampleForm(procedure.form, nowMs, ids, formOf(story, nowMs));
  const filer = await people.filer();
  const filed = await app.as(filer).post<Json>('/api/v1/cases', { procedure: procedure.id, form });
  expect(filed.status, `filing: ${JSON.stringify(filed.body)}`).toBe(201);
  const no: string = filed.body.case.no;
  await playSteps({ app, time, no, procedure, form, filer, ids }, story.steps, filed.body.case);
  return no;
};

/** A case in play: what was filed, by whom, and whose things its samples name. */
type Played = {
  app: RunningApp;
  time: SharedTime;
  no: string;
  procedure: Procedure;
  form: Record<string, unknown>;
  filer: string;
  ids: { of: number; resource: string; department: string };
};

/** `answered`: the case as an act has just answered it; null once time or others may have changed it. */
const playSteps = async (of: Played, steps: readonly Step[], answered: Json): Promise<void> => {
  const { app, time, no } = of;
  const see = async (): Promise<Json> => (await app.as(SUPERVISOR).get<Json>(`/api/v1/cases/${no}`)).body;
  for (const [index, step] of steps.entries()) {
    const where = `${no} step ${index + 1} ${JSON.stringify(step)}`;
    if ('wait' in step) {
      const instantMs = instantOf(answered ?? (await see()), step.wait, app.clock.nowMs(), where);
      answered = null;
      await time.wait(instantMs, instantMs + TOLERANCE_MS);
    } else if ('expect' in step) await check(app, await see(), step.expect, where);
    else if ('meanwhile' in step) await playHttp(app, time, step.meanwhile);
    else if ('file' in step) await fileStep(of, step, where);
    else if ('child' in step) {
      answered = null;
      await childStep(of, step.child, see);
    } else {
      const state = answered ?? (await see());
      answered =
        'decide' in step ? await decideStep(of, step, state, where) : await actStep(of, step, state, where);
    }
  }
};

const openTask = (state: Json, stage: string | undefined, role?: Role): Json =>
  state.tasks.find(
    (open: Json) => open.stage === stage && open.state === 'open' && open.role === (role ?? open.role),
  );

const decideStep = async (
  { app, no, procedure, form, ids }: Played,
  step: Extract<Step, { decide: string }>,
  state: Json,
  where: string,
): Promise<Json> => {
  const task = openTask(state, step.decide, step.by);
  expect(task, `${where}: no open task`).toBeDefined();
  const outcome = procedure.stages[step.decide]?.outcomes[step.outcome];
  const lacking = 'lacking' in step ? step.lacking : undefined;
  const demands = (outcome?.demands ?? []).filter((demand) => demand !== lacking);
  const fields = outcome?.fields ?? {};
  const given = { ...withinRequest(fields, form), ...step.fields };
  const body = {
    outcome: step.outcome,
    ...(demands.includes('reasons') ? { reasons: '样例理由' } : {}),
    ...(demands.includes('legalBasis') ? { legalBasis: '样例法律依据' } : {}),
    ...(outcome?.fields === undefined
      ? {}
      : { fields: sampleForm(fields, app.clock.nowMs(), ids, given, state.facts) }),
  };
  const account = await accounts(app, procedure).holder(task.role, task.department);
  const reply = await app.as(account).post<Json>(`/api/v1/cases/${no}/tasks/${task.id}/decisions`, body);
  expectReply(reply, 'refusedWith' in step ? step.refusedWith : undefined, where);
  return reply.body.case ?? null;
};

const actStep = async (
  { app, no, procedure, filer }: Played,
  step: Extract<Step, { act: string }>,
  state: Json,
  where: string,
): Promise<Json> => {
  const task = openTask(state, step.task);
  const account = await accounts(app, procedure).actor(step.by ?? task?.role, task, no, filer);
  const about = task === undefined ? {} : { task: task.id };
  const reasons = NO_REASONS.has(step.act) ? {} : { reasons: '样例理由' };
  const reply = await app.as(account).post<Json>(`/api/v1/cases/${no}/acts`, {
    act: step.act,
    ...about,
    ...reasons,
    ...SAMPLE_BODY[step.act],
    ...step.body,
  });
  expectReply(reply, step.refusedWith, where);
  return reply.body.case ?? null;
};

/** Another filing by the same person, like the first but for what the step says. */
const fileStep = async (
  { app, procedure, filer, ids }: Played,
  { file, refusedWith }: Extract<Step, { file: unknown }>,
  where: string,
): Promise<void> => {
  const form = sampleForm(procedure.form, app.clock.nowMs(), ids, file);
  const reply = await app.as(filer).post<Json>('/api/v1/cases', { procedure: procedure.id, form });
  expectReply(reply, refusedWith, where);
};

/** Plays the case that is waited for, once it is born, and waits until its end has been heard of. */
const childStep = async (of: Played, steps: readonly Step[], see: () => Promise<Json>): Promise<void> => {
  const { app } = of;
  const { no, procedure: id } = (await see()).children.findLast(({ result }: Json) => result === null);
  const load = (): Promise<LoadedCase | null> => app.store.record.load(no);
  await until(async () => (await load()) !== null, `${no} is filed`);
  const { state, file } = (await load()) as LoadedCase;
  const procedure = procedureById(id) as Procedure;
  const filer = (await app.store.people.byId(state.submitter.personId))?.account ?? '';
  const form = file.form as Record<string, unknown>;
  await playSteps({ ...of, no, procedure, form, filer }, steps, null);
  if ((await load())?.state.status !== 'closed') return;
  const heard = async () => (await see()).children.find((each: Json) => each.no === no).result;
  await until(async () => (await heard()) !== null, `the end of ${no} is heard of`);
};

const WITHIN_MS = 60_000;
const POLL_EVERY_MS = 20;
/** What the dispatcher brings about between two cases takes a moment of real time. */
const until = async (isSo: () => Promise<boolean>, what: string): Promise<void> => {
  const latestMs = Date.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (Date.now() > latestMs) throw new Error(`${what}: not within ${WITHIN_MS} ms`);
    await sleep(POLL_EVERY_MS);
  }
};

const NO_REASONS = new Set(['withdraw', 'urge', 'supplement', 'copy', 'mark-read', 'link']);
/** What an act takes besides, unless the story says. */
const SAMPLE_BODY: Record<string, object> = { supplement: { comment: '样例补正' } };

const expectReply = (reply: Reply<Json>, refusedWith: string | undefined, where: string): void => {
  const text = `${where}: ${JSON.stringify(reply.body).slice(0, 600)}`;
  if (refusedWith === undefined) expect(reply.status, text).toBe(201);
  else expect(reply.body.code, text).toBe(refusedWith);
};

const clocksOf = (state: Json): Json[] =>
  [
    ...state.tasks.flatMap((task: Json) => [task.clock, ...(task.otherClocks ?? [])]),
    ...state.caseClocks,
  ].filter(Boolean);
const newest = (state: Json, name: string): Json =>
  clocksOf(state).findLast(({ id }: Json) => id.replace(/-\d+$/, '') === name);

const holderOf = (state: Json, clockId: string): Role | undefined =>
  state.tasks.find(({ clock, otherClocks = [] }: Json) =>
    [clock, ...otherClocks].some((one: Json | null) => one?.id === clockId),
  )?.role;

const instantOf = (state: Json, wait: Wait, nowMs: number, where: string): number => {
  if ('minutes' in wait) return nowMs + wait.minutes * 60_000;
  const name = 'of' in wait ? wait.of : 'endOf' in wait ? wait.endOf : wait.lastSecondOf;
  const clock = newest(state, name);
  if (clock === undefined) throw new Error(`${where}: no clock ${name}`);
  if ('of' in wait) return Date.parse(clock.rungs.find(({ rung }: Json) => rung === wait.rung).at);
  const dueMs = Date.parse(clock.dueAt);
  return 'endOf' in wait ? dueMs : dueMs - 1_000;
};

const check = async (app: RunningApp, state: Json, wanted: Expectation, where: string): Promise<void> => {
  if (wanted.status !== undefined) expect(state.status, where).toBe(wanted.status);
  if (wanted.result !== undefined) expect(state.result, where).toBe(wanted.result);
  if (wanted.open !== undefined) {
    const open = state.tasks.filter((task: Json) => task.state === 'open').map((task: Json) => task.stage);
    expect([...new Set<string>(open)].toSorted(), where).toEqual(wanted.open.toSorted());
  }
  for (const [name, clockState] of Object.entries(wanted.clocks ?? {})) {
    expect(newest(state, name)?.state, `${where} ${name}`).toBe(clockState);
  }
  if (wanted.escalated !== undefined) {
    const id = newest(state, wanted.escalated.of)?.id;
    const fired = state.escalations.filter(({ clock }: Json) => clock === id);
    expect(
      fired.map(({ to }: Json) => to.role),
      where,
    ).toEqual(ladderAbove(holderOf(state, id), wanted.escalated.to));
  }
  if (wanted.events !== undefined || wanted.registers !== undefined) {
    const { body } = await app.as(SUPERVISOR).get<Json>(`/api/v1/cases/${state.no}/events?limit=200`);
    const types = body.items.map(({ type }: Json) => type);
    for (const type of wanted.events ?? []) expect(types, where).toContain(type);
    const changes = body.items.filter(({ type }: Json) => type === 'RegisterChanged');
    const written = changes.map(({ data }: Json) => `${data.register} ${data.op}`);
    if (wanted.registers !== undefined) expect(written, where).toEqual(wanted.registers);
  }
};
