import type { Procedure } from '../schema.ts';

/** Lhasa. */
export const lhasaProcedures: Procedure[] = [];
