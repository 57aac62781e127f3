import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allProcedures } from '../procedures/index.ts';
import type { Role } from '../procedures/roles.ts';
import type { Procedure } from '../procedures/schema.ts';
import type { PureCase } from '../test/support/pure-case.ts';
import { type RandomStep, randomCourse, randomSteps, START } from '../test/support/random-course.ts';
import { allowedActs } from './allowed-acts.ts';
import { decide } from './decide.ts';
import type { DeadlineFacts } from './events.ts';
import { fold } from './evolve.ts';
import { nextWakeMs } from './next-wake.ts';
import { reckonedClock } from './reckon.ts';
import { isLive, openTasks, pendingChildren } from './state.ts';

/** Runs of the property tests a procedure; a seed is printed by fast-check when one fails. */
const RUNS = 25;

const run = (procedure: Procedure, script: RandomStep[]): PureCase =>
  randomCourse(procedure, script, holdsAlways).theCase;

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
  for (const clock of live)
    expect(told(clock), 'a clock holds what its inputs come to').toEqual(
      told(reckonedClock(rules, state, clock)),
    );
  const ticked = decide(rules, state, { type: 'tick' }, nowMs);
  expect(Array.isArray(ticked), 'a tick is never refused').toBe(true);
  const wake = nextWakeMs(fold(ticked as never, state));
  if (wake !== null) expect(wake).toBeGreaterThan(nowMs);
};

const told = ({ dueAtMs, warnAtMs, earliestAtMs, latestAtMs, rungs }: DeadlineFacts) => ({
  ...{ dueAtMs, warnAtMs, earliestAtMs, latestAtMs },
  rungs: rungs.map(({ atMs }) => atMs),
});

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
        fc.property(randomSteps, (script) => {
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
        fc.property(randomSteps, (script) => {
          const theCase = run(procedure, script);
          if (theCase.state.status === 'open') {
            expect(hasWayOn(theCase, theCase.events.at(-1)?.atMs ?? START)).toBe(true);
          }
        }),
        { numRuns: RUNS },
      );
    });
  },
);
