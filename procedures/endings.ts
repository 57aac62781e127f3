import { stageOf } from './conditions.ts';
import type { Ending, Outcome, Procedure, StageId } from './schema.ts';

/**
 * The endings that an outcome can bring about: the one it names; or, where it ends the case as a stage was settled, those outcomes of that
 * stage from which the case comes to such an end. One from which it goes another way is no ending.
 */
export const endingsOf = (procedure: Procedure, { ends }: Pick<Outcome, 'ends'>): Ending[] => {
  if (ends === undefined) return [];
  if (typeof ends === 'string') return [ends];
  const settled = procedure.stages[ends.as];
  if (settled === undefined) return [ends.as];
  return Object.entries(settled.outcomes).flatMap(([id, { opens = [] }]) =>
    opens.length === 0 || comesToEndAs(procedure, ends.as, opens.map(stageOf)) ? [id] : [],
  );
};

/** Whether one of the stages, or one that follows them, ends the case as `stage` was settled. */
const comesToEndAs = ({ stages }: Procedure, stage: StageId, from: readonly StageId[]): boolean => {
  const reached = new Set(from);
  for (const id of reached) {
    for (const { ends, opens = [] } of Object.values(stages[id]?.outcomes ?? {})) {
      if (typeof ends === 'object' && ends.as === stage) return true;
      for (const opening of opens) reached.add(stageOf(opening));
    }
  }
  return false;
};
