import { expect } from 'vitest';
import { type Contents, checkContents } from '../../api/forms/check.ts';
import { beyondRequest } from '../../api/forms/within-request.ts';
import { type Child, type CommandBody, openTasks, pendingChildren } from '../../cases/index.ts';
import { chosenFacts } from '../../procedures/asked.ts';
import type { Fields } from '../../procedures/fields.ts';
import { ROLES } from '../../procedures/roles.ts';
import type { Demand, Fact, Stage } from '../../procedures/schema.ts';
import { ladderAbove } from './ladders-above.ts';
import { actor, at, PureCase } from './pure-case.ts';
import { factsOf, sampleForm, withinRequest } from './sample.ts';
import { type Expectation, formOf, type Step, type Story } from './story.ts';

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];
const START = at('2026-03-02T09:00');
const IDS = { resource: 'a-resource', department: 'a-department' };

/** Plays a story on the decider alone; every timer goes off at its instant. */
export const playPure = (story: Story): PureCase => {
  const theCase = new PureCase(story.procedure);
  const { form: fields } = theCase.rules.procedure;
  const form = sampleForm(fields, START, IDS, formOf(story, START));
  expect(problemOf(fields, form, START), JSON.stringify(form)).toBeNull();
  theCase.submit(START, factsOf(fields, form));
  playSteps(
    { theCase, form, said: {}, waiting: [], children: new Map(), time: { nowMs: START } },
    story.steps,
  );
  return theCase;
};

/** A case in play: what was filed, what decisions have said since, the cases that wait for it, and the time it shares with them. */
type Played = {
  theCase: PureCase;
  form: Contents;
  said: Contents;
  waiting: PureCase[];
  /** Those it waits for, by number. */
  children: Map<string, Played>;
  time: { nowMs: number };
};

const playSteps = (of: Played, steps: readonly Step[]): void => {
  const { theCase, waiting, time } = of;
  for (const [index, step] of steps.entries()) {
    const where = `step ${index + 1} ${JSON.stringify(step)}`;
    if ('expect' in step) check(theCase, step.expect, where);
    else if ('meanwhile' in step) playPure(step.meanwhile);
    else if ('wait' in step) {
      time.nowMs = Math.max(time.nowMs, instantOf(theCase, step.wait, time.nowMs, where));
      for (const each of [theCase, ...waiting]) each.until(time.nowMs);
    } else if ('file' in step) fileStep(of, step, where);
    else if ('child' in step) childStep(of, step.child, where);
    else if ('decide' in step) decideStep(of, step, where);
    else actStep(theCase, step, time.nowMs, where);
  }
};

/** What happens in the case that this one waits for; if that has ended by then, this one hears of it. */
const childStep = (of: Played, steps: readonly Step[], where: string): void => {
  const { theCase, time } = of;
  const asked = pendingChildren(theCase.state).at(-1);
  if (asked === undefined) throw new Error(`${where}: no case is waited for`);
  const child = of.children.get(asked.no) ?? born(of, asked);
  of.children.set(asked.no, child);
  playSteps(child, steps);
  const { result } = child.theCase.state;
  if (result !== null) theCase.hear(asked.no, result, time.nowMs);
};

/** The case waited for is filed on the decider, with what the edge would take from the waiting one. */
const born = ({ theCase, form, said, waiting, time }: Played, { no, procedure, filer }: Child): Played => {
  const child = new PureCase(procedure);
  const { form: fields } = child.rules.procedure;
  const facts = chosenFacts(fields, (fact) => theCase.state.facts[fact]);
  child.bear(no, theCase.state, filer ?? theCase.state.submitter, facts, time.nowMs);
  const filed = { ...form, ...said };
  return { theCase: child, form: filed, said: {}, waiting: [theCase, ...waiting], children: new Map(), time };
};

/** A filing is refused at the desk. */
const fileStep = (
  { theCase, time }: Played,
  { file, refusedWith }: Extract<Step, { file: unknown }>,
  where: string,
): void => {
  const { form: fields } = theCase.rules.procedure;
  const form = sampleForm(fields, time.nowMs, IDS, file);
  expect(problemOf(fields, form, time.nowMs)?.code, where).toBe(refusedWith);
};

/** What the edge says to what a story gives: it is the same that is sent over HTTP. */
const problemOf = (
  fields: Fields,
  contents: Contents,
  nowMs: number,
  code = 'form_invalid',
  facts: Record<string, Fact> = {},
) => checkContents({ fields, contents, moment: { nowMs }, at: 'fields', code, facts });

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
const decideStep = (of: Played, step: DecideStep, where: string): void => {
  const { theCase, form } = of;
  const { nowMs } = of.time;
  const task = openTasks(theCase.state).find(
    ({ stage, role }) => stage === step.decide && role === (step.by ?? role),
  );
  if (task === undefined) throw new Error(`${where}: no open task; open are ${theCase.open().join(', ')}`);
  const stage = theCase.rules.procedure.stages[step.decide] as Stage;
  const fields = stage.outcomes[step.outcome]?.fields ?? {};
  const { facts } = theCase.state;
  const wanted = { ...withinRequest(fields, form), ...step.fields };
  const given = sampleForm(fields, nowMs, IDS, wanted, facts);
  const refusedWith = 'refusedWith' in step ? step.refusedWith : undefined;
  const wrong =
    problemOf(fields, given, nowMs, 'fields_invalid', facts)?.code ??
    (beyondRequest(fields, given, form).length > 0 ? 'beyond_request' : undefined);
  if (wrong !== undefined) {
    expect(wrong, `${where} ${JSON.stringify(given)}`).toBe(refusedWith);
    return;
  }
  const by = { personId: `${task.role}/one`, department: task.department, role: task.role };
  const lacking = 'lacking' in step ? step.lacking : undefined;
  const body = {
    ...{ type: 'decide', task: task.id, outcome: step.outcome, facts: factsOf(fields, given), digest: '' },
    gives: ALL.filter((demand) => demand !== lacking),
  } as const;
  const refusal = theCase.give({ ...body, type: 'decide' }, nowMs, by);
  expect(refusal?.code, where).toBe(refusedWith);
  if (refusal === null) Object.assign(of.said, given);
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
    const holder = Object.values(state.tasks).find(({ clockIds }) => clockIds.includes(id ?? ''))?.role;
    expect(to, where).toEqual(ladderAbove(holder, wanted.escalated.to));
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
