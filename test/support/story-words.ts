import type { Role } from '../../procedures/roles.ts';
import { closedAs, decide, expectThat, lastSecondOf, missedThenDecided, type Step } from './story.ts';

/** Ladders: of a role under a head of its unit, of a role that nobody stands above, of a call that nobody answers. */
export const UP: Role[] = ['unit-head', 'competent-department', 'leading-group'];
export const TOP: Role[] = ['competent-department', 'leading-group', 'supervisor'];
export const CALL: Role[] = ['unit-head', 'unit-head', 'unit-head', 'unit-head'];

/** A stage with the outcome it is decided with, and the ladder of its clock when it is missed (default `UP`). */
export type Leg = [stage: string, outcome: string, to?: Role[]];

/** Every stage of the way is decided in the last second of its limit; all are met. A second leg of a stage is its second seat. */
export const onTime = (...way: Leg[]): Step[] => [
  ...way.flatMap(([stage, outcome]) => [lastSecondOf(stage), decide(stage, outcome)]),
  expectThat({ clocks: Object.fromEntries(way.map(([stage]) => [stage, 'met' as const])) }),
];

/** The same, and the case ends. */
export const timely = (way: Leg[], ending: string): Step[] => [...onTime(...way), closedAs(ending)];

/** Every stage of the way misses its limit, its ladder is climbed to the top, the case waits; it is decided late. */
export const belatedly = (...way: Leg[]): Step[] =>
  way.flatMap(([stage, outcome, to = UP], index) =>
    way.slice(0, index).some(([earlier]) => earlier === stage)
      ? [decide(stage, outcome)]
      : missedThenDecided(stage, stage, outcome, to),
  );

/** The same, and the case ends. */
export const belated = (way: Leg[], ending: string): Step[] => [...belatedly(...way), closedAs(ending)];

/** Decided at once, one after the other. */
export const swift = (...way: Leg[]): Step[] => way.map(([stage, outcome]) => decide(stage, outcome));
