import type { Procedure } from '../schema.ts';
import { dqCatalogueEntry, dqLicenceCatalogue } from './catalogue.ts';
import { dqCorrectionDept, dqCorrectionOwn } from './correction.ts';
import { dqIncident } from './incident.ts';
import { dqLicenceCatchUp, dqLicenceExpiry, dqLicenceSync } from './licence.ts';
import { dqLists, dqOpenList } from './lists.ts';
import { dqOpenRequest, dqSecrecyReview } from './open-data.ts';
import { dqChannelException, dqCloudUse, dqNetworkNew, dqResponsibleFiling } from './permits.ts';
import { dqProject, dqRectification } from './project.ts';
import { dqConsent, dqShareConditional, dqShareUnconditional } from './share.ts';

/** Daqing: public data (DQ-D) and e-licences (DQ-L), apart from the objection to a licence. */
export const daqingProcedures: Procedure[] = [
  dqShareUnconditional,
  dqShareConditional,
  dqChannelException,
  dqCorrectionOwn,
  dqCorrectionDept,
  dqIncident,
  dqLicenceCatchUp,
  dqCatalogueEntry,
  dqLicenceCatalogue,
  dqOpenRequest,
  dqLicenceExpiry,
  dqProject,
  dqNetworkNew,
  dqCloudUse,
  dqConsent,
  dqLists,
  dqOpenList,
  dqSecrecyReview,
  dqRectification,
  dqResponsibleFiling,
  dqLicenceSync,
];
