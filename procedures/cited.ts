import { clockRules } from './clock-rules.ts';
import { limitsOf } from './diagram.ts';
import type { RegulationId } from './regulations.ts';
import type { Procedure } from './schema.ts';

/** The measures that a procedure rests on: its own first, then those that its stages and limits cite. */
export const regulationsCitedBy = ({ basis, stages, caseClocks = {} }: Procedure): RegulationId[] => {
  const ofStages = Object.values(stages).flatMap((stage) => [
    stage.basis,
    ...clockRules(stage)
      .flatMap(limitsOf)
      .map((limit) => limit.basis),
  ]);
  const ofCase = Object.values(caseClocks)
    .flatMap(limitsOf)
    .map((limit) => limit.basis);
  return [...new Set([basis, ...ofStages, ...ofCase].map(({ regulation }) => regulation))];
};
