import { type Procedure, procedureById, procedureEverywhere } from '../procedures/index.ts';
import type { Viewer } from './security/viewer.ts';

/**
 * Which of its jurisdictions' procedures is meant when a viewer names one that several have: where the viewer may file it, else where the
 * viewer has a role, else the first. null when there is no such procedure.
 */
export const procedureFor = (id: string, { grants }: Pick<Viewer, 'grants'>): Procedure | null => {
  const everywhere = procedureEverywhere(id);
  const where = (fits: (grant: Viewer['grants'][number], procedure: Procedure) => boolean) =>
    everywhere.find((procedure) =>
      grants.some((grant) => grant.jurisdiction === procedure.jurisdiction && fits(grant, procedure)),
    );
  return (
    where(({ role }, { submitters }) => submitters.includes(role)) ?? where(() => true) ?? procedureById(id)
  );
};
