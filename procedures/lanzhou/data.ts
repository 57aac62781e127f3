import type { Procedure } from '../schema.ts';
import { lzExtranetAccess, lzExtranetChange, lzExtranetExit } from './access.ts';
import { lzElteAccess, lzPlatformAccess, lzRadioChange, lzRadioComplaint } from './access-other.ts';
import { lzAccountOa, lzAccountService } from './account.ts';
import { lzAccountPlatform } from './account-platform.ts';
import { lzCatalogueEntry } from './catalogue.ts';
import { lzLicenceCatalogue } from './catalogue-licence.ts';
import { lzCorrection } from './correction.ts';
import { lzCollectionConflict, lzDispute } from './dispute.ts';
import { lzEvaluation } from './evaluation.ts';
import { lzFilingEquipment, lzFilingNetwork, lzFilingPlatform, lzFilingSecurityStaff } from './filings.ts';
import { lzDeviceParameter, lzIpChange, lzLineChange, lzPublisherPermit } from './permits.ts';
import { lzNotShareable, lzResourceUnpublished, lzShareUpward } from './share-other.ts';
import { lzDataUpdate, lzUpdateException } from './update.ts';

/** Lanzhou: sharing, correction, catalogues, access, accounts, evaluation. */
export const lanzhouDataProcedures: Procedure[] = [
  lzResourceUnpublished,
  lzDispute,
  lzCollectionConflict,
  lzShareUpward,
  lzNotShareable,
  lzCorrection,
  lzCatalogueEntry,
  lzUpdateException,
  lzLicenceCatalogue,
  lzDataUpdate,
  lzExtranetAccess,
  lzExtranetExit,
  lzExtranetChange,
  lzElteAccess,
  lzRadioChange,
  lzRadioComplaint,
  lzPlatformAccess,
  lzPublisherPermit,
  lzDeviceParameter,
  lzIpChange,
  lzLineChange,
  lzAccountOa,
  lzAccountPlatform,
  lzAccountService,
  lzFilingNetwork,
  lzFilingEquipment,
  lzFilingPlatform,
  lzFilingSecurityStaff,
  lzEvaluation,
];
