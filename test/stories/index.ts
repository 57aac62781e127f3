import type { Story } from '../support/story.ts';
import { anhuiStories } from './anhui.ts';
import { daqingStories } from './daqing.ts';
import { lanzhouDataStories } from './lanzhou-data.ts';
import { lanzhouSecurityStories } from './lanzhou-security.ts';
import { lanzhouShareStories } from './lanzhou-share.ts';
import { lhasaStories } from './lhasa.ts';
import { luoyangStories } from './luoyang.ts';
import { elsewherePeculiarStories } from './peculiar-elsewhere.ts';
import { lanzhouPeculiarStories } from './peculiar-lanzhou.ts';

/** Every story, by source. */
export const allStories: Story[] = [
  ...lanzhouShareStories,
  ...lanzhouDataStories,
  ...lanzhouSecurityStories,
  ...anhuiStories,
  ...luoyangStories,
  ...lhasaStories,
  ...daqingStories,
  ...lanzhouPeculiarStories,
  ...elsewherePeculiarStories,
];
