import type { Procedure } from '../schema.ts';
import { lsChannelException, lsExtranetAccess } from './access.ts';
import { lsCatalogueUpdate, lsLegalBasis } from './catalogue.ts';
import { lsConsent } from './consent.ts';
import { lsCorrection } from './correction.ts';
import { lsDataLicence } from './data-licence.ts';
import { lsAnnualInspection, lsCatalogueYearly, lsDutyWatch, lsEvaluation, lsLedger } from './duties.ts';
import { lsAdministratorFiling, lsGrading } from './filings.ts';
import { lsExtranetFault, lsIncident } from './incident.ts';
import { lsOpenRequest } from './open-data.ts';
import { lsProject } from './project.ts';
import { lsInvalidOpenData, lsOpenPublish, lsPublicationSecrecy } from './publication.ts';
import { lsRectification } from './rectification.ts';
import { lsShareConditional, lsShareRestricted, lsShareUnconditional } from './share.ts';
import { lsEnforcementDemand, lsShareCrossLevel, lsShareScenario } from './share-beyond.ts';

/** Lhasa: data sharing (LS-D) and access to the e-government extranet (LS-N). */
export const lhasaProcedures: Procedure[] = [
  lsShareUnconditional,
  lsShareConditional,
  lsShareRestricted,
  lsShareScenario,
  lsShareCrossLevel,
  lsChannelException,
  lsCorrection,
  lsIncident,
  lsCatalogueUpdate,
  lsOpenPublish,
  lsOpenRequest,
  lsDataLicence,
  lsExtranetAccess,
  lsRectification,
  lsCatalogueYearly,
  lsEvaluation,
  lsAnnualInspection,
  lsDutyWatch,
  lsLedger,
  lsProject,
  lsLegalBasis,
  lsConsent,
  lsAdministratorFiling,
  lsGrading,
  lsInvalidOpenData,
  lsPublicationSecrecy,
  lsEnforcementDemand,
  lsExtranetFault,
];
