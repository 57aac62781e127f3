import type { Procedure } from '../schema.ts';

/** Daqing. */
export const daqingProcedures: Procedure[] = [];
