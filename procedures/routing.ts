import type { Condition } from './conditions.ts';
import type { Opening, Outcome, Procedure } from './schema.ts';
import { seatsOf } from './seats.ts';

const factsIn = (condition: Condition): string[] => {
  if ('fact' in condition) return [condition.fact];
  if ('month' in condition) return [condition.of];
  if ('settled' in condition) return [];
  if ('not' in condition) return factsIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(factsIn);
};
const ofOpening = (opening: Opening): string[] => (typeof opening === 'string' ? [] : factsIn(opening.when));
const ofOutcome = ({ when, opens = [] }: Outcome): string[] => [
  ...(when === undefined ? [] : factsIn(when)),
  ...opens.flatMap(ofOpening),
];

/** Facts by which a case goes its way: which stages open, which outcomes they offer, and which department sits at them. */
export const routingFacts = ({ start, stages }: Pick<Procedure, 'start' | 'stages'>): ReadonlySet<string> =>
  new Set([
    ...start.flatMap(ofOpening),
    ...Object.values(stages).flatMap((stage) => [
      ...seatsOf(stage).flatMap((seat) => (typeof seat === 'string' ? [] : [seat.department])),
      ...Object.values(stage.outcomes).flatMap(ofOutcome),
    ]),
  ]);
