import { procedureById } from '../../procedures/index.ts';
import { leadOf, type Role } from '../../procedures/roles.ts';
import { rolesOf } from '../../procedures/seats.ts';
import {
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Step,
  type Story,
} from './story.ts';
import { stepOf } from './whole-days.ts';

/** Stories that many procedures share. A course is told as `stage:outcome stage:outcome …`, in the order decided. */
type Form = Record<string, unknown>;
export const stepsOf = (course: string) => course.split(' ').filter(Boolean).map(stepOf);
export const story = (
  procedure: string,
  kind: Story['kind'],
  name: string,
  steps: Step[],
  form?: Form,
): Story => ({
  procedure,
  name,
  kind,
  ...(form === undefined ? {} : { form }),
  steps,
});

/** Every limit on the way is used to its last second. Stages open side by side stand in the order of their ends. */
export const inTime = (procedure: string, course: string, ending: string, form?: Form): Story => {
  const met = Object.fromEntries(stepsOf(course).map(([stage]) => [stage, 'met' as const]));
  const steps = stepsOf(course).flatMap(([stage, outcome]) => [lastSecondOf(stage), decide(stage, outcome)]);
  const name = `${ending} when every limit is used to its last second (${course})`;
  return story(procedure, 'in-time', name, [...steps, expectThat({ clocks: met }), closedAs(ending)], form);
};

/** Every limit on the way is missed: red, each ladder climbed to its end, and only a person moves the case on. `ending` null: it goes on. */
export const missed = (procedure: string, course: string, ending: string | null, form?: Form): Story => {
  const steps = stepsOf(course).flatMap(([stage, outcome]) =>
    missedThenDecided(stage, stage, outcome, ladderOf(procedure, stage)),
  );
  const name = `every stage missed climbs its ladder and waits for a person (${course})`;
  const end = ending === null ? expectThat({ status: 'open' }) : closedAs(ending);
  return story(procedure, 'missed', name, [...steps, end], form);
};

/** Lead of the acting role (of the last seat, whose clock is the newest), competent department, leading group. */
const ladderOf = (procedure: string, stage: string): Role[] => {
  const found = procedureById(procedure)?.stages[stage];
  const role = found === undefined ? undefined : rolesOf(found).at(-1);
  if (role === undefined) throw new Error(`${procedure}: no stage ${stage}`);
  const lead = leadOf(role);
  return lead === null
    ? ['competent-department', 'leading-group', 'supervisor']
    : [lead, 'competent-department', 'leading-group'];
};

/** The last step of the course refuses. */
export const refused = (procedure: string, course: string, ending = 'refused', form?: Form): Story => {
  const steps = stepsOf(course).map(([stage, outcome]) => decide(stage, outcome));
  return story(procedure, 'refused', `${course} ends ${ending}`, [...steps, closedAs(ending)], form);
};

/** The side that filed the case takes it back after the course. */
export const withdrawn = (procedure: string, course = '', form?: Form): Story => {
  const steps = stepsOf(course).map(([stage, outcome]) => decide(stage, outcome));
  const end = [{ act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })];
  return story(procedure, 'withdrawn', `withdrawn after (${course}), nothing open`, [...steps, ...end], form);
};

/** The side that filed the case may not take it back. */
export const cannotWithdraw = (procedure: string): Story =>
  story(procedure, 'peculiar', 'cannot be withdrawn', [
    { act: 'withdraw', refusedWith: 'act_not_allowed' },
    expectThat({ status: 'open' }),
  ]);

/** What happens on the way, told step by step. */
export const peculiar = (procedure: string, name: string, steps: Step[], form?: Form): Story =>
  story(procedure, 'peculiar', name, steps, form);
