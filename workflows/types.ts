import type { Family } from '../procedures/schema.ts';

/** Workflow type of each family, as an operator of the engine sees it. All of them host the same decider. */
export const WORKFLOW_TYPES = {
  share: 'dataSharing',
  correction: 'dataCorrection',
  'licence-objection': 'licenceObjection',
  incident: 'incidentResponse',
  fault: 'faultRepair',
  catalogue: 'catalogueUpkeep',
  'open-data': 'openData',
  access: 'networkAccess',
  account: 'accountAdministration',
  seal: 'sealAdministration',
  licence: 'licenceLifecycle',
  project: 'projectApproval',
  duty: 'recurringDuty',
} as const satisfies Record<Family, string>;

/** Cases of all families share a task queue; incidents go first by priority (1 is the highest). */
export const CASE_TASK_QUEUE = 'shixian-cases';
export const priorityOf = (family: Family): number => (family === 'incident' ? 1 : 3);

/** Search attributes of a case, all keywords: for operators of the engine only; no list of ours asks for them. */
export const SEARCH_ATTRIBUTES = {
  procedure: 'SxProcedure',
  jurisdiction: 'SxJurisdiction',
  department: 'SxDepartment',
} as const;

/** Workflow type of one turn of a recurring duty. */
export const DUTY_ROUND = 'dutyRound';
