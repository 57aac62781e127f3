/** What the worker bundles: one workflow type a family, all hosting the decider (see `types.ts`), and what is more than one case. */
export { calendarRollout } from './calendar-rollout.ts';
export {
  caseWorkflow as accountAdministration,
  caseWorkflow as catalogueUpkeep,
  caseWorkflow as dataCorrection,
  caseWorkflow as dataSharing,
  caseWorkflow as faultRepair,
  caseWorkflow as incidentResponse,
  caseWorkflow as licenceLifecycle,
  caseWorkflow as licenceObjection,
  caseWorkflow as networkAccess,
  caseWorkflow as openData,
  caseWorkflow as projectApproval,
  caseWorkflow as recurringDuty,
  caseWorkflow as sealAdministration,
} from './case.ts';
export { dutyRound } from './duty-round.ts';
