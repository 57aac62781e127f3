import type { Procedure } from '../schema.ts';
import { ahSystemAccess, ahSystemChange } from './access.ts';
import { ahItemCatalogue, ahLevelAssessment, ahSealAssessment } from './assessments.ts';
import { ahSystemBlock, ahThirdParty } from './block.ts';
import { ahIncident, ahProblemFiling } from './incident.ts';
import { ahServiceSuspension } from './services.ts';

/** Anhui: the service platforms (AH). */
export const anhuiProcedures: Procedure[] = [
  ahIncident,
  ahSystemAccess,
  ahSystemChange,
  ahSystemBlock,
  ahThirdParty,
  ahServiceSuspension,
  ahLevelAssessment,
  ahProblemFiling,
  ahItemCatalogue,
  ahSealAssessment,
];
