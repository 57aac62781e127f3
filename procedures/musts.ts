import { offeredOutcomes } from './asked.ts';
import { holds } from './conditions.ts';
import type { Effect, Fact, Must, Outcome, Procedure, ThingState } from './schema.ts';

/** An effect on a thing that must stand in some way for it. */
export type Demanding = Effect & { key: Exclude<Effect['key'], 'case' | undefined>; must: Must };
const isDemanding = (effect: Effect): effect is Demanding =>
  effect.must !== undefined && effect.key !== undefined && effect.key !== 'case';

type Facts = Readonly<Record<string, Fact>>;

/** What a thing may not be for whoever makes it; what is in use, under whatever mark; what may be changed unless it is suspended. */
export const FREE = ['absent', 'closed'] as const satisfies Must;
export const IN_FORCE = ['open', 'marked'] as const satisfies Must;
export const NOT_SUSPENDED = [...FREE, ...IN_FORCE] as const satisfies Must;

/** How a thing may stand. */
export const statesOf = (must: Must): readonly ThingState[] =>
  must === 'exist' ? ['open', 'marked', 'suspended'] : must;

/** Whether an effect comes about in a case with these facts. */
export const comesAbout = ({ when }: Effect, facts: Facts): boolean =>
  when === undefined || holds(when, { facts, results: {} });

/** What an outcome brings about with the ending that it leads to. */
const effectsOf = ({ onEnding = {} }: Procedure, { effects = [], ends }: Outcome): Effect[] => [
  ...effects,
  ...(typeof ends === 'string' ? (onEnding[ends] ?? []) : []),
];

/** Effects of an outcome on things that must stand in some way, in a case with these facts. */
export const mustsFor = (procedure: Procedure, outcome: Outcome, facts: Facts): Demanding[] =>
  effectsOf(procedure, outcome)
    .filter(isDemanding)
    .filter((effect) => comesAbout(effect, facts));

/** The same for a case that is filed: of every outcome that the facts of its form do not rule out, on what is there before it. */
export const mustsAtIntake = (procedure: Procedure, facts: Facts): Demanding[] =>
  Object.values(procedure.stages)
    .flatMap((stage) => Object.values(offeredOutcomes(stage, { facts })))
    .flatMap((outcome) => mustsFor(procedure, outcome, facts))
    .filter(({ before }) => before !== null);
