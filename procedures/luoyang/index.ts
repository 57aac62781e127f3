import type { Procedure } from '../schema.ts';

/** Luoyang. */
export const luoyangProcedures: Procedure[] = [];
