import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromText, isWorking, startOfDayMs, type WorkCalendar } from '../calendar/index.ts';
import { demandsOf } from '../procedures/asked.ts';
import { allProcedures } from '../procedures/index.ts';
import { LADDERS } from '../procedures/ladders.ts';
import type { Role } from '../procedures/roles.ts';
import type { Outcome, Procedure, Stage } from '../procedures/schema.ts';
import type { PureCase } from '../test/support/pure-case.ts';
import {
  type RandomStep,
  randomCourse,
  randomSteps,
  START,
  type Tried,
} from '../test/support/random-course.ts';
import { allowedActs } from './allowed-acts.ts';
import { decide } from './decide.ts';
import type { DeadlineFacts, EventOf } from './events.ts';
import { evolve, fold, unborn } from './evolve.ts';
import { nextWakeMs } from './next-wake.ts';
import { reckonedClock } from './reckon.ts';
import { type Clock, isLive, openTasks, pendingChildren } from './state.ts';

/** Runs of the property tests a procedure; a seed is printed by fast-check when one fails. */
const RUNS = 25;

/** How often something was tried that a person with another role in the case may not do. */
let secondRoles = 0;

const run = (procedure: Procedure, script: RandomStep[]): PureCase =>
  randomCourse(procedure, script, holdsAlways).theCase;

const holdsAlways = (theCase: PureCase, nowMs: number, { before, body, refusal }: Tried): void => {
  const { state, events, rules } = theCase;
  if (refusal?.code === 'separation_of_roles') secondRoles += 1;
  if (body.type === 'decide' && refusal === null) {
    const stage = rules.procedure.stages[before.tasks[body.task]?.stage ?? ''];
    const demanded = demandsOf(stage?.outcomes[body.outcome] as Outcome, before.facts);
    expect(body.gives, 'no decision without what its outcome demands').toEqual(
      expect.arrayContaining(demanded),
    );
  }
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

/** When a clock was due, or a rung of its ladder, counted day by day from the deadline. */
const instantOf = (
  event: EventOf<'ClockMissed'> | EventOf<'Escalated'>,
  { dueAtMs, dueDay, ladder }: Clock,
  calendar: WorkCalendar,
): number => {
  const after = event.type === 'Escalated' ? LADDERS[ladder][event.data.rung - 1]?.after : null;
  if (after?.unit !== 'working-day') return (dueAtMs as number) + (after?.amount ?? 0) * 60_000;
  let day = dayFromText(dueDay as string) as number;
  for (let left = after.amount; left > 0; ) {
    day += 1;
    if (isWorking(calendar, day)) left -= 1;
  }
  return startOfDayMs(day + 1);
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
          const { state, events, rules } = run(procedure, script);
          expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(state)));
          const decided = events.flatMap((e) => (e.type === 'Decided' ? [e.data.task] : []));
          expect(new Set(decided).size, 'one decision a task').toBe(decided.length);
          let before = unborn;
          for (const event of events) {
            if (event.type === 'ClockMissed' || event.type === 'Escalated') {
              const dueAtMs = instantOf(event, before.clocks[event.data.clock] as Clock, rules.calendar);
              expect(event.atMs, 'never before its instant').toBeGreaterThanOrEqual(dueAtMs);
              expect(event.actor, 'a machine act is marked as such').toBe('system');
            }
            if (event.type === 'Decided') expect(event.actor, 'silence decides nothing').not.toBe('system');
            if (event.type === 'StageSettled' && event.actor === 'system') {
              const { child, deemed } = procedure.stages[event.data.stage] as Stage;
              expect(child ?? deemed, 'settled by a case, or where the law says so').toBeDefined();
            }
            before = evolve(before, event);
          }
          expect([state.procedure, state.edition]).toEqual([procedure.id, procedure.edition.id]);
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

it('and a second role in a case was refused again and again meanwhile', () => {
  expect(secondRoles).toBeGreaterThan(allProcedures().length);
});
