import type { Procedure } from '../schema.ts';
import { lzDocument } from './document.ts';
import * as duties from './duty.ts';
import * as accounts from './duty-accounts.ts';
import { lzPlatformFault } from './fault.ts';
import { lzPlatformFaultGrave } from './fault-grave.ts';
import { lzLicenceCatchUp, lzLostCredentials, lzNetworkFault, lzServiceFault } from './fault-short.ts';
import { lzIncidentDefacement } from './incident-defacement.ts';
import { lzIncidentIntrusion } from './incident-intrusion.ts';
import { lzIncidentLeak, lzIncidentTheft } from './incident-leak.ts';
import { lzIncidentData, lzIncidentNetwork } from './incident-network.ts';
import { lzIncidentRoom } from './incident-room.ts';
import {
  lzHarmfulInformation,
  lzJointAttack,
  lzPlatformAttack,
  lzSecurityProblem,
} from './incident-short.ts';
import { lzLicenceLifecycle, lzLicenceUse } from './licence.ts';
import { lzPersonalSignature, lzSealMake } from './seal.ts';
import { lzSealCustody, lzSealUse } from './seal-use.ts';

/** Lanzhou: incidents, faults, seals, licences, documents, duties. */
export const lanzhouSecurityProcedures: Procedure[] = [
  lzIncidentDefacement,
  lzIncidentIntrusion,
  lzIncidentLeak,
  lzIncidentRoom,
  lzIncidentNetwork,
  lzIncidentData,
  lzIncidentTheft,
  lzPlatformAttack,
  lzPlatformFault,
  lzPlatformFaultGrave,
  lzLicenceCatchUp,
  lzSealMake,
  lzSealCustody,
  lzSealUse,
  lzLicenceUse,
  lzDocument,
  duties.lzElteCheck,
  duties.lzExtranetCheck,
  duties.lzVirusScan,
  accounts.lzHalfYearAccounts,
  accounts.lzCatalogueYearly,
  duties.lzRiskYearly,
  accounts.lzSealSummary,
  accounts.lzPassword,
  duties.lzOperatorReport,
  duties.lzOperatorCheck,
  accounts.lzAccountCheck,
  lzSecurityProblem,
  lzHarmfulInformation,
  lzJointAttack,
  lzNetworkFault,
  lzServiceFault,
  lzLostCredentials,
  lzPersonalSignature,
  lzLicenceLifecycle,
];
