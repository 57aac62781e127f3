import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steeringFacts } from '../procedures/fields.ts';
import { allProcedures } from '../procedures/index.ts';
import { ROLES, type Role } from '../procedures/roles.ts';
import type { Demand, Fact, Procedure } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { allowedActs } from './allowed-acts.ts';
import type { CommandBody } from './commands.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { nextWakeMs } from './next-wake.ts';
import { type Actor, isLive, openTasks, pendingChildren } from './state.ts';

/** Runs of the property tests a procedure; a seed is printed by fast-check when one fails. */
const RUNS = 60;
const START = at('2026-01-05T09:00');
const HOUR = 3_600_000;

type Step = { pick: number; person: number; waitMs: number; gives: Demand[]; tick: boolean };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    pick: fc.nat(1000),
    person: fc.nat(2),
    waitMs: fc.oneof(fc.constant(0), fc.nat(HOUR), fc.nat(72 * HOUR), fc.nat(400 * HOUR)),
    gives: fc.subarray<Demand>(['reasons', 'legalBasis', 'fields']),
    tick: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

const PEOPLE = ['one', 'two', 'three'];
/** Facts drawn for a form: the first or last choice, or an instant shortly before filing. */
const someFacts = (procedure: Procedure, pick: number): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(steeringFacts(procedure.form)).map(([name, options]) => [
      name,
      options === null ? START - (pick % 5) * HOUR : (options[pick % options.length] as Fact),
    ]),
  );

/** Everything anybody could try on the case as it stands, sensible or not. */
const tries = (theCase: PureCase, person: string): { body: CommandBody; by: Actor }[] => {
  const { procedure } = theCase.rules;
  const all: { body: CommandBody; by: Actor }[] = [];
  const requester = actor(procedure.submitters[0] as Role, person);
  for (const task of Object.values(theCase.state.tasks)) {
    const by = { personId: `${task.role}/${person}`, department: task.department, role: task.role };
    for (const outcome of Object.keys(procedure.stages[task.stage]?.outcomes ?? { none: 0 })) {
      all.push({ body: { type: 'decide', task: task.id, outcome, gives: [], facts: {}, digest: '' }, by });
    }
    all.push({ body: { type: 'request-supplement', task: task.id, gives: [] }, by });
    const away = { type: 'transfer', task: task.id, toPerson: null, gives: [] } as const;
    all.push({ body: { ...away, gives: [], toDepartment: `${task.department}-b` }, by });
    for (const ground of ['hearing', 'expert-review', 'third-party-opinion'] as const) {
      all.push({ body: { type: 'pause', task: task.id, ground, gives: [] }, by });
    }
    all.push({ body: { type: 'resume', task: task.id, gives: [] }, by });
    for (const to of Object.keys(procedure.stages)) {
      all.push({ body: { type: 'return', task: task.id, to, gives: [] }, by });
    }
    const other = { role: 'expert', department: 'dept-of-expert' } as const;
    all.push({ body: { type: 'ask-opinion', task: task.id, ...other, gives: [] }, by });
    all.push({ body: { type: 'give-opinion', task: task.id, gives: [] }, by });
    const arrivedAtMs = START - 30 * HOUR;
    all.push({ body: { type: 'correct-arrival', arrivedAtMs, gives: [] }, by });
    const rules = procedure.stages[task.stage]?.clocks ?? [];
    for (const { extension, adjustable } of rules) {
      if (extension !== undefined) {
        const head = { ...actor(extension.by, person), department: task.department };
        all.push({ body: { type: 'extend', task: task.id, amount: 3, gives: [] }, by: head });
      }
      if (adjustable !== undefined) {
        all.push({
          body: { type: 'set-limit', task: task.id, amount: 4, gives: [] },
          by: actor(adjustable.by, person),
        });
      }
    }
  }
  for (const rule of [procedure.acts?.terminate, procedure.acts?.reopen]) {
    if (rule === undefined) continue;
    const by = actor(rule.by, person);
    all.push({ body: { type: 'terminate', gives: [] }, by }, { body: { type: 'reopen', gives: [] }, by });
  }
  for (const role of procedure.acts?.dispute?.by ?? []) {
    all.push({ body: { type: 'dispute', gives: [] }, by: actor(role, person) });
  }
  all.push({ body: { type: 'comment', gives: [] }, by: actor('auditor', person) });
  all.push({ body: { type: 'copy', people: ['reader'] }, by: requester });
  all.push({ body: { type: 'link', other: 'T-2' }, by: requester });
  all.push({ body: { type: 'supplement', facts: {}, digest: '' }, by: requester });
  all.push({ body: { type: 'urge' }, by: requester }, { body: { type: 'withdraw' }, by: requester });
  all.push({ body: { type: 'withdraw' }, by: actor('auditor', person) });
  return all;
};

const run = (procedure: Procedure, script: Step[]): PureCase => {
  const theCase = new PureCase(procedure.id, { procedure });
  let nowMs = START;
  theCase.submit(nowMs, someFacts(procedure, script[0]?.pick ?? 0), actor(procedure.submitters[0] as Role));
  for (const { pick, person, waitMs, gives, tick } of script) {
    nowMs += waitMs;
    if (tick) theCase.until(nowMs);
    const options = tries(theCase, PEOPLE[person] as string);
    const { body, by } = options[pick % options.length] as (typeof options)[number];
    theCase.give('gives' in body ? { ...body, gives } : body, nowMs, by);
    // What the case waits for ends now and then.
    for (const child of pendingChildren(theCase.state)) {
      if (pick % 3 === 0) theCase.settleChild(child.no, pick, nowMs);
    }
    holdsAlways(theCase, nowMs);
  }
  return theCase;
};

const holdsAlways = (theCase: PureCase, nowMs: number): void => {
  const { state, events, rules } = theCase;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const live = Object.values(state.clocks).filter(isLive);
  if (state.status === 'closed') {
    expect(openTasks(state)).toEqual([]);
    expect(live).toEqual([]);
    expect(nextWakeMs(state)).toBeNull();
    return;
  }
  const waiting = openTasks(state).length + pendingChildren(state).length;
  expect(waiting, 'an open case waits for somebody').toBeGreaterThan(0);
  if (live.some((clock) => clock.state === 'running')) expect(nextWakeMs(state)).not.toBeNull();
  const ticked = decide(rules, state, { type: 'tick' }, nowMs);
  expect(Array.isArray(ticked), 'a tick is never refused').toBe(true);
  const wake = nextWakeMs(fold(ticked as never, state));
  if (wake !== null) expect(wake).toBeGreaterThan(nowMs);
};

const WAYS_ON = new Set(['decide', 'supplement', 'give-opinion', 'resume']);

/** Somebody who has no other role in the case can decide something, or answer a supplement. */
const hasWayOn = ({ state, rules }: PureCase, nowMs: number): boolean =>
  pendingChildren(state).length > 0 ||
  openTasks(state).some(({ role, department }) => {
    const fresh = { personId: `fresh/${role}`, department, role };
    return allowedActs(rules, state, fresh, nowMs).some(({ act }) => WAYS_ON.has(act));
  });

describe.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
  '%s',
  (_id, procedure) => {
    it('keeps what must always be true, whatever is tried in whatever order', () => {
      fc.assert(
        fc.property(steps, (script) => {
          const { state, events } = run(procedure, script);
          expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(state)));
          const decided = events.flatMap((e) => (e.type === 'Decided' ? [e.data.task] : []));
          expect(new Set(decided).size, 'one decision a task').toBe(decided.length);
          for (const event of events) {
            if (event.type === 'ClockMissed' || event.type === 'Escalated') {
              expect(event.atMs, 'never before its instant').toBeGreaterThanOrEqual(event.data.dueAtMs);
              expect(event.actor, 'a machine act is marked as such').toBe('system');
            }
          }
          const rungs = events.flatMap((e) =>
            e.type === 'Escalated' ? [`${e.data.clock}/${e.data.rung}`] : [],
          );
          expect(new Set(rungs).size, 'each rung once').toBe(rungs.length);
          const roles = new Map<string, Role>();
          for (const { actor: who } of events) {
            if (who === 'system') continue;
            expect(roles.get(who.personId) ?? who.role, 'one role a person').toBe(who.role);
            roles.set(who.personId, who.role);
          }
        }),
        { numRuns: RUNS },
      );
    });

    it('has no dead end: an open case always has somebody who can move it on', () => {
      fc.assert(
        fc.property(steps, (script) => {
          const theCase = run(procedure, script);
          if (theCase.state.status === 'open') {
            expect(hasWayOn(theCase, theCase.events.at(-1)?.atMs ?? START)).toBe(true);
          }
        }),
        { numRuns: RUNS },
      );
    });

    it('gives the buttons of exactly those acts that the decider accepts', () => {
      fc.assert(
        fc.property(steps, fc.constantFrom(...(Object.keys(ROLES) as Role[])), (script, role) => {
          const { state, rules, events } = run(procedure, script);
          const nowMs = events.at(-1)?.atMs ?? START;
          const who = actor(role);
          for (const act of allowedActs(rules, state, who, nowMs)) {
            if (act.act !== 'decide') continue;
            for (const { id: outcome, demands } of act.outcomes) {
              const body = {
                type: 'decide',
                task: act.task,
                outcome,
                gives: demands,
                facts: {},
                digest: '',
              } as const;
              const answer = decide(
                rules,
                state,
                { ...body, gives: [...demands], id: 'x', actor: who },
                nowMs,
              );
              expect(Array.isArray(answer)).toBe(true);
              if (demands.length > 0) {
                const bare = decide(rules, state, { ...body, gives: [], id: 'x', actor: who }, nowMs);
                expect(Array.isArray(bare), 'a demand is not waived').toBe(false);
              }
            }
          }
        }),
        { numRuns: RUNS },
      );
    });
  },
);
