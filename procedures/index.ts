import { anhuiProcedures } from './anhui/index.ts';
import { daqingProcedures } from './daqing/index.ts';
import { lanzhouProcedures } from './lanzhou/index.ts';
import { lhasaProcedures } from './lhasa/index.ts';
import { dqLicenceObjection, lzLicenceObjection } from './licence-objection.ts';
import { luoyangProcedures } from './luoyang/index.ts';
import type { Procedure } from './schema.ts';

/** Every procedure in every edition, the one in force last. */
const ALL: Procedure[] = [
  ...lanzhouProcedures,
  lzLicenceObjection,
  ...anhuiProcedures,
  ...luoyangProcedures,
  ...lhasaProcedures,
  ...daqingProcedures,
  dqLicenceObjection,
];

const byId = new Map<string, Procedure>();
const byEdition = new Map<string, Procedure>();
for (const procedure of ALL) {
  byId.set(procedure.id, procedure);
  byEdition.set(`${procedure.id}@${procedure.edition.id}`, procedure);
}

/** The procedures that new cases can be filed under, each in its present edition. */
export const allProcedures = (): Procedure[] => [...byId.values()];

/** A procedure in the edition named, or in the present one; null when there is none. */
export const procedureById = (id: string, edition?: string): Procedure | null =>
  (edition === undefined ? byId.get(id) : byEdition.get(`${id}@${edition}`)) ?? null;

export type { Fields } from './fields.ts';
export * from './schema.ts';
