import type { Role } from '../../procedures/roles.ts';
import {
  closedAs,
  decide,
  expectThat,
  lastSecondOf,
  missedThenDecided,
  type Step,
  type Story,
} from '../support/story.ts';
import { TO_HEAD } from './shapes.ts';

/** A way through a procedure: each stage with its outcome, and who hears of its missed limit (default: the head of the unit). */
export type Way = [stage: string, outcome: string, to?: Role[]][];

const toTheLastSecond = (way: Way): Step[] =>
  way.flatMap(([stage, outcome]) => [
    lastSecondOf(stage),
    decide(stage, outcome),
    expectThat({ clocks: { [stage]: 'met' } }),
  ]);
export const unheeded = (way: Way): Step[] =>
  way.flatMap(([stage, outcome, to = TO_HEAD]) => missedThenDecided(stage, stage, outcome, to));
const straight = (way: Way): Step[] => way.map(([stage, outcome]) => decide(stage, outcome));

export const inTimeStory = (procedure: string, name: string, way: Way, ending: string): Story => ({
  procedure,
  name,
  kind: 'in-time',
  steps: [...toTheLastSecond(way), closedAs(ending)],
});
export const missedStory = (procedure: string, name: string, way: Way, ending: string): Story => ({
  procedure,
  name,
  kind: 'missed',
  steps: [...unheeded(way), closedAs(ending)],
});
export const refusedStory = (procedure: string, name: string, way: Way, ending: string): Story => ({
  procedure,
  name,
  kind: 'refused',
  steps: [...straight(way), closedAs(ending), expectThat({ open: [] })],
});
export const peculiarStory = (
  procedure: string,
  name: string,
  way: Way,
  ending: string,
  form: Record<string, unknown> = {},
): Story => ({ procedure, name, kind: 'peculiar', form, steps: [...straight(way), closedAs(ending)] });
export const withdrawnStory = (procedure: string, before: Way = []): Story => ({
  procedure,
  name: 'withdrawn by the one who asked, and nothing can be decided any more',
  kind: 'withdrawn',
  steps: [...straight(before), { act: 'withdraw' }, closedAs('withdrawn'), expectThat({ open: [] })],
});
