import { offeredOutcomes } from './asked.ts';
import type { Effect, Fact, Outcome, Procedure } from './schema.ts';

/** An effect on a thing that must be there for it. */
export type MustExist = Effect & { key: Exclude<Effect['key'], 'case' | undefined> };
const isMustExist = (effect: Effect): effect is MustExist =>
  effect.must === 'exist' && effect.key !== undefined && effect.key !== 'case';

/** What an outcome brings about with the ending that it leads to. */
const effectsOf = ({ onEnding = {} }: Procedure, { effects = [], ends }: Outcome): Effect[] => [
  ...effects,
  ...(typeof ends === 'string' ? (onEnding[ends] ?? []) : []),
];

/** Effects of an outcome on things that must exist. */
export const mustExistFor = (procedure: Procedure, outcome: Outcome): MustExist[] =>
  effectsOf(procedure, outcome).filter(isMustExist);

/** The same for a case that is filed: of every outcome that the facts of its form do not rule out. */
export const mustExistAtIntake = (procedure: Procedure, facts: Readonly<Record<string, Fact>>): MustExist[] =>
  Object.values(procedure.stages).flatMap((stage) =>
    Object.values(offeredOutcomes(stage, { facts })).flatMap((outcome) => mustExistFor(procedure, outcome)),
  );
