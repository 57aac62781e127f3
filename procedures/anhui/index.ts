import type { Procedure } from '../schema.ts';

/** Anhui. */
export const anhuiProcedures: Procedure[] = [];
