import { readdirSync, readFileSync } from 'node:fs';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { openCalendar } from '../../calendar/index.ts';
import {
  type CaseEvent,
  type CaseState,
  decide,
  fold,
  isRefusal,
  procedureOfCase,
  type Rules,
} from '../../cases/index.ts';
import type { CaseInput, ExecuteRequest } from '../../workflows/contract.ts';
import { ADOPTED, CASE_SHAPES, UNDER_TARGETS } from './shapes.ts';

const FOLDER = new URL('./recorded/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('cases recorded by earlier releases go on under this one', () => {
  it('one of every shape is kept', () => {
    const names = [...CASE_SHAPES.map(({ name }) => name), ADOPTED, UNDER_TARGETS];
    expect(FILES).toEqual(expect.arrayContaining(names.map((name) => `${name}.json`)));
  });

  it('the one that was filed under a target that was taken back counts by it', () => {
    const { steps } = readCase(`${UNDER_TARGETS}.json`);
    const limits = steps.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'ClockStarted' ? event.data.limit : [])),
    );
    expect(limits).toMatchObject([{ amount: 20, kind: 'target', setting: expect.any(String) }]);
  });

  it.each([...CASE_SHAPES, { name: ADOPTED, brings: 'DeadlineMoved' }])(
    '$name holds what it is kept for',
    ({ name, brings }) => {
      const { input, steps } = readCase(`${name}.json`);
      const types = [...input.events, ...steps.flatMap(({ events }) => events)].map(({ type }) => type);
      expect(types).toContain(brings ?? 'Submitted');
    },
  );

  it.each(FILES)('%s replays without a different command', async (name) => {
    const code = readFileSync(inject('workflowBundlePath'), 'utf8');
    const history = historyFromJSON(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
    await Worker.runReplayHistory({ workflowBundle: { code } }, history, 'LZ-00000000-0000');
  });

  it.each(FILES)('%s: the decider brings about the same events', (name) => {
    const { input, steps } = readCase(name);
    let state: CaseState = fold(input.events);
    let calendar = openCalendar(input.calendar);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      if (step.calendar !== undefined) calendar = openCalendar(step.calendar);
      const procedure = procedureOfCase(state) as Rules['procedure'];
      const answer = decide(
        { procedure, calendar, practice: input.practice ?? 1 },
        state,
        step.command,
        step.atMs,
      );
      if (isRefusal(answer)) throw new Error(`refused now: ${answer.code}`);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(step.events);
      state = fold(answer, state);
    }
  });
});

type Step = {
  command: ExecuteRequest['command'] | { type: 'tick' };
  atMs: number;
  events: CaseEvent[];
  calendar?: CaseInput['calendar'];
};

// biome-ignore lint/suspicious/noExplicitAny: a history is read field by field
type Json = any;

/** What was asked of the case and what came of it, in the order of the history: answered Updates, and ticks by what they recorded. */
const readCase = (name: string): { input: CaseInput; steps: Step[] } => {
  const history = historyFromJSON(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))) as Json;
  const value = (payloads: Json): Json => defaultPayloadConverter.fromPayload(payloads?.payloads?.[0]);
  const second = (payloads: Json): Json => defaultPayloadConverter.fromPayload(payloads?.payloads?.[1]);
  const asked = new Map<string, ExecuteRequest>();
  const steps: Step[] = [];
  let input: CaseInput | null = null;
  for (const event of history.events) {
    const started = event.workflowExecutionStartedEventAttributes;
    if (started) input = value(started.input);
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    if (accepted) asked.set(String(event.eventId), value(accepted.acceptedRequest.input.args));
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    if (completed?.outcome?.success) {
      const request = asked.get(String(completed.acceptedEventId)) as ExecuteRequest;
      const events: CaseEvent[] = value(completed.outcome.success);
      const own = events.filter(({ seq }) => seq > lastSeq(steps, input));
      steps.push({ command: request.command, atMs: request.atMs, events: own, ...calendarOf(request) });
    }
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled?.activityType?.name === 'recordEvents') {
      const own = (second(scheduled.input) as CaseEvent[]).filter(({ seq }) => seq > lastSeq(steps, input));
      if (own[0] !== undefined) steps.push({ command: { type: 'tick' }, atMs: own[0].atMs, events: own });
    }
  }
  if (input === null) throw new Error(`${name}: no start`);
  return { input, steps };
};

const calendarOf = (request: ExecuteRequest): Pick<Step, 'calendar'> => {
  const calendar = (request as { calendar?: CaseInput['calendar'] }).calendar;
  return calendar === undefined ? {} : { calendar };
};

const lastSeq = (steps: Step[], input: CaseInput | null): number =>
  steps.at(-1)?.events.at(-1)?.seq ??
  steps.findLast(({ events }) => events.length > 0)?.events.at(-1)?.seq ??
  input?.events.at(-1)?.seq ??
  0;
