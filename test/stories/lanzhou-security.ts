import type { Story } from '../support/story.ts';
import { lanzhouDefacementStories } from './lanzhou-security-defacement.ts';
import { lanzhouDocumentStories } from './lanzhou-security-document.ts';
import { lanzhouDutyStories } from './lanzhou-security-duty.ts';
import { lanzhouFaultStories } from './lanzhou-security-fault.ts';
import { lanzhouFaultShortStories } from './lanzhou-security-fault-short.ts';
import { lanzhouIntrusionStories } from './lanzhou-security-intrusion.ts';
import { lanzhouLeakStories } from './lanzhou-security-leak.ts';
import { lanzhouLicenceStories } from './lanzhou-security-licence.ts';
import { lanzhouNetworkStories } from './lanzhou-security-network.ts';
import { lanzhouObjectionStories } from './lanzhou-security-objection.ts';
import { lanzhouReportStories } from './lanzhou-security-report.ts';
import { lanzhouRoomStories } from './lanzhou-security-room.ts';
import { lanzhouSealStories } from './lanzhou-security-seal.ts';
import { lanzhouVirusStories } from './lanzhou-security-virus.ts';

export const lanzhouSecurityStories: Story[] = [
  ...lanzhouVirusStories,
  ...lanzhouObjectionStories,
  ...lanzhouDefacementStories,
  ...lanzhouIntrusionStories,
  ...lanzhouLeakStories,
  ...lanzhouRoomStories,
  ...lanzhouNetworkStories,
  ...lanzhouFaultStories,
  ...lanzhouFaultShortStories,
  ...lanzhouReportStories,
  ...lanzhouSealStories,
  ...lanzhouDocumentStories,
  ...lanzhouLicenceStories,
  ...lanzhouDutyStories,
];
