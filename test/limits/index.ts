import type { LimitGroup } from '../support/limits.ts';
import { anhuiLimits } from './anhui.ts';
import { commonLimits } from './common.ts';
import { daqingLimits } from './daqing.ts';
import { daqingIncidentLimits } from './daqing-incident.ts';
import { daqingLicenceLimits } from './daqing-licence.ts';
import { daqingRunningLimits } from './daqing-running.ts';
import { lanzhouLimits } from './lanzhou.ts';
import { lanzhouAccessLimits } from './lanzhou-access.ts';
import { lanzhouAccountLimits } from './lanzhou-account.ts';
import { lanzhouDataLimits } from './lanzhou-data.ts';
import { lanzhouResourceLimits } from './lanzhou-resource.ts';
import { lanzhouSecurityLimits } from './lanzhou-security.ts';
import { lanzhouSecurityFaultLimits } from './lanzhou-security-fault.ts';
import { lanzhouSecurityLeakLimits } from './lanzhou-security-leak.ts';
import { lanzhouSecurityRoomLimits } from './lanzhou-security-room.ts';
import { lanzhouSecuritySealLimits } from './lanzhou-security-seal.ts';
import { lhasaLimits } from './lhasa.ts';
import { lhasaIncidentLimits } from './lhasa-incident.ts';
import { lhasaOpenLimits } from './lhasa-open.ts';
import { lhasaRunningLimits } from './lhasa-running.ts';
import { licenceObjectionLimits } from './licence-objection.ts';
import { luoyangLimits } from './luoyang.ts';
import { luoyangProjectLimits } from './luoyang-project.ts';

/** Every limit of every procedure, each with the article that sets it and both sides of its end. */
export const LIMITS: LimitGroup[] = [
  ...anhuiLimits,
  ...commonLimits,
  ...daqingIncidentLimits,
  ...daqingLicenceLimits,
  ...daqingRunningLimits,
  ...daqingLimits,
  ...lanzhouAccessLimits,
  ...lanzhouAccountLimits,
  ...lanzhouDataLimits,
  ...lanzhouResourceLimits,
  ...lanzhouSecurityFaultLimits,
  ...lanzhouSecurityLeakLimits,
  ...lanzhouSecurityRoomLimits,
  ...lanzhouSecuritySealLimits,
  ...lanzhouSecurityLimits,
  ...lanzhouLimits,
  ...lhasaIncidentLimits,
  ...lhasaOpenLimits,
  ...lhasaRunningLimits,
  ...lhasaLimits,
  ...licenceObjectionLimits,
  ...luoyangLimits,
  ...luoyangProjectLimits,
];
