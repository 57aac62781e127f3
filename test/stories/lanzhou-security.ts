import type { Story } from '../support/story.ts';
import { lanzhouAttackStories } from './lanzhou-security-attack.ts';
import { lanzhouDutyStories } from './lanzhou-security-duty.ts';
import { lanzhouExistingStories } from './lanzhou-security-existing.ts';
import { lanzhouLeakStories } from './lanzhou-security-leak.ts';
import { lanzhouNetworkStories } from './lanzhou-security-network.ts';
import { lanzhouRoomStories } from './lanzhou-security-room.ts';

export const lanzhouSecurityStories: Story[] = [
  ...lanzhouExistingStories,
  ...lanzhouAttackStories,
  ...lanzhouLeakStories,
  ...lanzhouRoomStories,
  ...lanzhouNetworkStories,
  ...lanzhouDutyStories,
];
