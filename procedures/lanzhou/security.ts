import type { Procedure } from '../schema.ts';

/** Lanzhou: incidents, faults, seals, licences, documents, duties. */
export const lanzhouSecurityProcedures: Procedure[] = [];
