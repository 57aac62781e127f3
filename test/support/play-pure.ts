import { expect } from 'vitest';
import { checkContents } from '../../api/forms/check.ts';
import type { CommandBody } from '../../cases/index.ts';
import { openTasks } from '../../cases/index.ts';
import type { Fields } from '../../procedures/fields.ts';
import { ROLES } from '../../procedures/roles.ts';
import type { Demand, Fact, Stage } from '../../procedures/schema.ts';
import { actor, at, PureCase } from './pure-case.ts';
import { factsOf, sampleForm } from './sample.ts';
import { type Expectation, formOf, type Step, type Story } from './story.ts';

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];
const START = at('2026-03-02T09:00');
const IDS = { resource: 'a-resource', department: 'a-department' };

/** Plays a story on the decider alone; every timer goes off at its instant. */
export const playPure = (story: Story): PureCase => {
  const theCase = new PureCase(story.procedure);
  const { procedure } = theCase.rules;
  const form = sampleForm(procedure.form, START, IDS, formOf(story, START));
  expectAccepted(procedure.form, form, START);
  let nowMs = START;
  theCase.submit(nowMs, factsOf(procedure.form, form));
  for (const [index, step] of story.steps.entries()) {
    const where = `step ${index + 1} ${JSON.stringify(step)}`;
    if ('expect' in step) check(theCase, step.expect, where);
    else if ('wait' in step) {
      nowMs = Math.max(nowMs, instantOf(theCase, step.wait, nowMs, where));
      theCase.until(nowMs);
    } else if ('decide' in step) decideStep(theCase, step, nowMs, where);
    else actStep(theCase, step, nowMs, where);
  }
  return theCase;
};

/** The edge takes what a story gives: it is the same that is sent over HTTP. */
const expectAccepted = (
  fields: Fields,
  contents: Record<string, unknown>,
  nowMs: number,
  facts: Record<string, Fact> = {},
): void => {
  const problem = checkContents({
    fields,
    contents,
    moment: { nowMs },
    at: 'fields',
    code: 'invalid',
    facts,
  });
  expect(problem?.errors, JSON.stringify(contents)).toBeUndefined();
};

const newest = (theCase: PureCase, name: string) =>
  Object.values(theCase.state.clocks).findLast(({ id }) => id.replace(/-\d+$/, '') === name);

const instantOf = (
  theCase: PureCase,
  wait: Extract<Step, { wait: unknown }>['wait'],
  nowMs: number,
  where: string,
) => {
  if ('minutes' in wait) return nowMs + wait.minutes * 60_000;
  const name = 'of' in wait ? wait.of : 'endOf' in wait ? wait.endOf : wait.lastSecondOf;
  const clock = newest(theCase, name);
  if (clock === undefined) throw new Error(`${where}: no clock ${name}`);
  if ('of' in wait) {
    const found = clock.rungs.find(({ rung }) => rung === wait.rung);
    if (found === undefined) throw new Error(`${where}: no rung ${wait.rung}`);
    return found.atMs;
  }
  if (clock.dueAtMs === null) throw new Error(`${where}: ${name} has no end`);
  return 'endOf' in wait ? clock.dueAtMs : clock.dueAtMs - 1_000;
};

type DecideStep = Extract<Step, { decide: string }>;
const decideStep = (theCase: PureCase, step: DecideStep, nowMs: number, where: string): void => {
  const task = openTasks(theCase.state).find(({ stage }) => stage === step.decide);
  if (task === undefined) throw new Error(`${where}: no open task; open are ${theCase.open().join(', ')}`);
  const stage = theCase.rules.procedure.stages[step.decide] as Stage;
  const fields = stage.outcomes[step.outcome]?.fields ?? {};
  const { facts } = theCase.state;
  const given = sampleForm(fields, nowMs, IDS, 'fields' in step ? step.fields : {}, facts);
  expectAccepted(fields, given, nowMs, facts);
  const by = { personId: `${task.role}/one`, department: task.department, role: task.role };
  const body = {
    type: 'decide',
    task: task.id,
    outcome: step.outcome,
    facts: factsOf(fields, given),
    digest: '',
  } as const;
  const refusal = theCase.give({ ...body, gives: ALL }, nowMs, by);
  expect(refusal?.code, where).toBe('refusedWith' in step ? step.refusedWith : undefined);
};

type ActStep = Extract<Step, { act: string }>;
const actStep = (theCase: PureCase, step: ActStep, nowMs: number, where: string): void => {
  const task = openTasks(theCase.state).find(({ stage }) => stage === step.task);
  const role = step.by ?? task?.role ?? theCase.state.submitter.role;
  const inUnit = task !== undefined && ROLES[role].scope !== 'jurisdiction';
  const by = { ...actor(role), department: inUnit ? task.department : actor(role).department };
  const about = task === undefined ? {} : { task: task.id };
  const content = { gives: ALL, facts: {}, digest: '' };
  const body = { type: step.act, ...about, ...content, ...step.body } as unknown as CommandBody;
  const refusal = theCase.give(body, nowMs, by);
  expect(refusal?.code, where).toBe(step.refusedWith);
};

const check = (theCase: PureCase, wanted: Expectation, where: string): void => {
  const { state, events } = theCase;
  if (wanted.status !== undefined) expect(state.status, where).toBe(wanted.status);
  if (wanted.result !== undefined) expect(state.result, where).toBe(wanted.result);
  if (wanted.open !== undefined) {
    const stages = [...new Set(openTasks(state).map(({ stage }) => stage))];
    expect(stages.toSorted(), where).toEqual(wanted.open.toSorted());
  }
  for (const [name, clockState] of Object.entries(wanted.clocks ?? {})) {
    expect(newest(theCase, name)?.state, `${where} ${name}`).toBe(clockState);
  }
  if (wanted.escalated !== undefined) {
    const id = newest(theCase, wanted.escalated.of)?.id;
    const to = state.escalations.filter(({ clock }) => clock === id).map((escalation) => escalation.to.role);
    expect(to, where).toEqual(wanted.escalated.to);
  }
  if (wanted.registers !== undefined) {
    const written = events.flatMap((event) =>
      event.type === 'RegisterChanged' ? [`${event.data.register} ${event.data.op}`] : [],
    );
    expect(written, where).toEqual(wanted.registers);
  }
  for (const type of wanted.events ?? [])
    expect(
      events.map((event) => event.type),
      where,
    ).toContain(type);
};
