import type { Procedure } from '../schema.ts';
import { lanzhouDataProcedures } from './data.ts';
import { lzIncidentReport, lzIncidentVirus } from './incident.ts';
import { lanzhouSecurityProcedures } from './security.ts';
import { lzShareConditional, lzShareOpen, lzShareUnconditional } from './share.ts';

/** Lanzhou New Area: data sharing (LZ-D) and platform security (LZ-P). */
export const lanzhouProcedures: Procedure[] = [
  lzShareConditional,
  lzShareUnconditional,
  lzShareOpen,
  lzIncidentVirus,
  lzIncidentReport,
  ...lanzhouDataProcedures,
  ...lanzhouSecurityProcedures,
];
