import type { Procedure } from '../schema.ts';
import { lyCatalogueUpdate } from './catalogue.ts';
import { lyCatalogueCompile, lyDemandList, lyResponsibilityList } from './catalogue-lists.ts';
import { lyCorrection } from './correction.ts';
import { lyAnnualAgency, lyAnnualDepartment, lyEvaluation, lyMonthlyProgress } from './duties.ts';
import { lyIncident } from './incident.ts';
import { lyOpenCatalogueObjection, lyOpenRequest } from './open-data.ts';
import { lyCountyFiling, lyPlan, lyProjectEvaluation } from './planning.ts';
import { lyProject } from './project.ts';
import { lyShare } from './share.ts';

/** Luoyang: the notice (LY), data sharing (LY-D), e-government construction (LY-E); and the duties that several texts have. */
export const luoyangProcedures: Procedure[] = [
  lyShare,
  lyCorrection,
  lyCatalogueUpdate,
  lyOpenRequest,
  lyOpenCatalogueObjection,
  lyIncident,
  lyProject,
  lyMonthlyProgress,
  lyAnnualDepartment,
  lyAnnualAgency,
  lyEvaluation,
  lyCatalogueCompile,
  lyDemandList,
  lyResponsibilityList,
  lyPlan,
  lyCountyFiling,
  lyProjectEvaluation,
];
