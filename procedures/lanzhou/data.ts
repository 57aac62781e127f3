import type { Procedure } from '../schema.ts';

/** Lanzhou: sharing, correction, catalogues, access, accounts, projects. */
export const lanzhouDataProcedures: Procedure[] = [];
