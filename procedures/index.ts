import { anhuiProcedures } from './anhui/index.ts';
import { commonDuties } from './common/duty.ts';
import { withCommonActs } from './common-acts.ts';
import { daqingProcedures } from './daqing/index.ts';
import { withSecrecyOfPlace } from './forms/classified.ts';
import { lanzhouProcedures } from './lanzhou/index.ts';
import { lhasaProcedures } from './lhasa/index.ts';
import { dqLicenceObjection, lzLicenceObjection } from './licence-objection.ts';
import { luoyangProcedures } from './luoyang/index.ts';
import type { Procedure } from './schema.ts';

/** Every procedure in every edition, the one in force last, with the acts that all have and the secrets that its place keeps out. */
const ALL: Procedure[] = [
  ...lanzhouProcedures,
  lzLicenceObjection,
  ...anhuiProcedures,
  ...luoyangProcedures,
  ...lhasaProcedures,
  ...daqingProcedures,
  dqLicenceObjection,
  ...commonDuties,
].map((procedure) => withSecrecyOfPlace(withCommonActs(procedure)));

const present = new Map<string, Procedure>();
const byEdition = new Map<string, Procedure>();
for (const procedure of ALL) {
  present.set(`${procedure.id}/${procedure.jurisdiction}`, procedure);
  byEdition.set(`${procedure.id}@${procedure.edition.id}`, procedure);
}
/** The present editions by id: one, or one in each jurisdiction whose text has the procedure. */
const everywhere = new Map<string, Procedure[]>();
for (const procedure of present.values()) {
  everywhere.set(procedure.id, [...(everywhere.get(procedure.id) ?? []), procedure]);
}

/** The procedures that new cases can be filed under, each in its present edition in each of its jurisdictions. */
export const allProcedures = (): Procedure[] => [...present.values()];

/** A procedure in the edition named, or in the present one of its first jurisdiction; null when there is none. */
export const procedureById = (id: string, edition?: string): Procedure | null =>
  (edition === undefined ? procedureEverywhere(id)[0] : byEdition.get(`${id}@${edition}`)) ?? null;

/** The present edition of a procedure in each of its jurisdictions; empty when there is no such procedure. */
export const procedureEverywhere = (id: string): readonly Procedure[] => everywhere.get(id) ?? [];

export type { Fields } from './fields.ts';
export * from './schema.ts';
