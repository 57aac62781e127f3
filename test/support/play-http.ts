import { expect } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import { roleOf, seatsOf } from '../../procedures/seats.ts';
import type { LoadedCase } from '../../store/index.ts';
import { ladderAbove } from './ladders-above.ts';
import type { Reply, RunningApp } from './running-app.ts';
import { sampleForm } from './sample.ts';
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
  const of = ++played;
  const ids = { of, resource: resourceFor(procedure), department: await people.namedDepartment() };
  const nowMs = app.clock.nowMs();
  const form = sampleForm(procedure.form, nowMs, ids, formOf(story, nowMs));
  const filer = await people.filer();
  const filed = await app.as(filer).post<Json>('/api/v1/cases', { procedure: procedure.id, form });
  expect(filed.status, `filing: ${JSON.stringify(filed.body)}`).toBe(201);
  const no: string = filed.body.case.no;
  const see = async (): Promise<Json> => (await app.as(SUPERVISOR).get<Json>(`/api/v1/cases/${no}`)).body;
  /** The case as an act has just answered it; null once time or others may have changed it. */
  let answered: Json = filed.body.case;

  for (const [index, step] of story.steps.entries()) {
    const where = `${no} step ${index + 1} ${JSON.stringify(step)}`;
    if ('wait' in step) {
      const instantMs = instantOf(answered ?? (await see()), step.wait, app.clock.nowMs(), where);
      answered = null;
      await time.wait(instantMs, instantMs + TOLERANCE_MS);
    } else if ('expect' in step) await check(app, await see(), step.expect, where);
    else if ('meanwhile' in step) await playHttp(app, time, step.meanwhile);
    else {
      const state = answered ?? (await see());
      answered = null;
      const name = 'decide' in step ? step.decide : step.task;
      const task = state.tasks.find((open: Json) => open.stage === name && open.state === 'open');
      if ('decide' in step) {
        expect(task, `${where}: no open task`).toBeDefined();
        const outcome = procedure.stages[step.decide]?.outcomes[step.outcome];
        const demands = outcome?.demands ?? [];
        const fields = outcome?.fields ?? {};
        const given = { ...within(fields, form), ...('fields' in step ? step.fields : {}) };
        const body = {
          outcome: step.outcome,
          ...(demands.includes('reasons') ? { reasons: '样例理由' } : {}),
          ...(demands.includes('legalBasis') ? { legalBasis: '样例法律依据' } : {}),
          ...(outcome?.fields === undefined
            ? {}
            : { fields: sampleForm(fields, app.clock.nowMs(), ids, given, state.facts) }),
        };
        const account = await people.holder(task.role, task.department);
        const reply = await app
          .as(account)
          .post<Json>(`/api/v1/cases/${no}/tasks/${task.id}/decisions`, body);
        expectReply(reply, 'refusedWith' in step ? step.refusedWith : undefined, where);
        answered = reply.body.case ?? null;
      } else {
        const account = await people.actor(step.by ?? task?.role, task, no, filer);
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
        answered = reply.body.case ?? null;
      }
    }
  }
  return no;
};

const NO_REASONS = new Set(['withdraw', 'urge', 'supplement', 'copy', 'mark-read', 'link']);
/** What an act takes besides, unless the story says. */
const SAMPLE_BODY: Record<string, object> = { supplement: { comment: '样例补正' } };

const expectReply = (reply: Reply<Json>, refusedWith: string | undefined, where: string): void => {
  const text = `${where}: ${JSON.stringify(reply.body).slice(0, 600)}`;
  if (refusedWith === undefined) expect(reply.status, text).toBe(201);
  else expect(reply.body.code, text).toBe(refusedWith);
};

/** What a decision may give at most: what was asked for under the same name. */
const within = (fields: Procedure['form'], form: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, field]) => field.withinRequest === true && form[name] !== undefined)
      .map(([name]) => [name, form[name]]),
  );

/** An entry of the demo catalogue whose share class fits the procedure. */
export const resourceFor = ({ jurisdiction, shareClasses = ['conditional'] }: Procedure): string => {
  const entries = {
    conditional: 'hrss-employment',
    unconditional: 'market-licence',
    open: 'stat-yearbook',
    none: '',
  };
  return `${jurisdiction}-${entries[shareClasses[0] ?? 'conditional']}`;
};

/** Accounts by role and department, found in the database. */
export const accounts = (app: RunningApp, procedure: Procedure) => {
  const { people } = app.store;
  const accountOf = async (personId: string | undefined, what: string): Promise<string> => {
    const person = personId === undefined ? null : await people.byId(personId);
    if (person === null) throw new Error(`nobody is ${what}`);
    return person.account;
  };
  const holder = async (role: Role, department: string): Promise<string> =>
    await accountOf((await people.holdersOf(role, department))[0], `${role} in ${department}`);
  return {
    holder,
    /** A department that forms and decisions may name: where one is to act, with somebody in the role. */
    namedDepartment: async (): Promise<string> => {
      const seats = Object.values(procedure.stages).flatMap(seatsOf);
      const named = seats.find((seat) => typeof seat !== 'string');
      const { jurisdiction } = procedure;
      const row = await app.store
        .db('role_grants as g')
        .join('departments as d', 'd.id', 'g.department_id')
        .where({ 'd.jurisdiction': jurisdiction, 'g.role': named === undefined ? '' : roleOf(named) })
        .orderBy('d.id', 'desc')
        .first({ department: 'd.id' });
      return row?.department ?? `${jurisdiction}-hrss`;
    },
    /** Somebody of a filing role in the jurisdiction; from a unit with all its own people, if there is one. */
    filer: async (): Promise<string> => {
      const rows = await app.store
        .db('role_grants as g')
        .join('departments as d', 'd.id', 'g.department_id')
        .where('d.jurisdiction', procedure.jurisdiction)
        .whereIn('g.role', procedure.submitters)
        .orderByRaw(`d.id LIKE '%-civil' DESC, d.id LIKE '%-info' DESC, g.person_id`)
        .select('g.person_id');
      return await accountOf(rows[0]?.person_id, procedure.submitters.join('/'));
    },
    actor: async (role: Role | undefined, task: Json, no: string, filer: string): Promise<string> => {
      if (role === undefined || procedure.submitters.includes(role)) return filer;
      if (task?.role === role) return await holder(role, task.department);
      const { state } = (await app.store.record.load(no)) as LoadedCase;
      const inUnit = task !== undefined && ROLES[role].scope !== 'jurisdiction';
      return await holder(role, inUnit ? task.department : (state.parties[role] ?? ''));
    },
  };
};

const clocksOf = (state: Json): Json[] =>
  [
    ...state.tasks.flatMap((task: Json) => [task.clock, ...(task.otherClocks ?? [])]),
    ...(state.clocks ?? []),
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
