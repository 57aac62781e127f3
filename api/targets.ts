import type { Filing } from '../cases/index.ts';
import type { Procedure } from '../procedures/schema.ts';
import { limitsIn, withTargets } from '../procedures/targets.ts';
import type { Desk } from './deps.ts';
import { documentsOfLimits } from './documents.ts';
import type { Documents } from './present/limit.ts';

type Store = Pick<Desk, 'store'>;

/** 服务目标 that hold for a case of the procedure filed at an instant (epoch milliseconds), as the filing says it: nothing where none is set. */
export const targetsAt = async (
  { store }: Store,
  procedure: Procedure,
  atMs: number,
): Promise<Pick<Filing, 'targets'>> => {
  const { id, edition } = procedure;
  const targets = await store.targets.inForce({ procedure: id, edition: edition.id }, atMs);
  return targets.length === 0 ? {} : { targets };
};

/** The procedure as a case filed at an instant would go by it, and the documents by which its targets have been set. */
export const procedureAt = async (
  desk: Store,
  procedure: Procedure,
  atMs: number,
): Promise<{ procedure: Procedure; documents: Documents }> => {
  const { targets = [] } = await targetsAt(desk, procedure, atMs);
  return withDocuments(desk, withTargets(procedure, targets));
};

/** A procedure with the documents by which the targets in it have been set. */
export const withDocuments = async (
  desk: Store,
  procedure: Procedure,
): Promise<{ procedure: Procedure; documents: Documents }> => {
  const limits = limitsIn(procedure).map(({ limit }) => limit);
  return { procedure, documents: await documentsOfLimits(desk, limits) };
};
