import { dutyStories } from '../support/duty-stories.ts';
import type { Story } from '../support/story.ts';
import { TOP } from '../support/story-words.ts';

/** LZ-P 7, 14, 17, 23, 29, 40, 47, 86 – 107, 116, 127, 128, 131, 142; LZ-D 14. */
export const lanzhouDutyStories: Story[] = [
  ...dutyStories('lz-elte-check'),
  ...dutyStories('lz-extranet-check'),
  ...dutyStories('lz-virus-scan'),
  ...dutyStories('lz-half-year-accounts', { receive: { seats: 2 }, followUp: ['cleared', 'none'] }),
  ...dutyStories('lz-catalogue-yearly'),
  ...dutyStories('lz-risk-yearly', { receive: { seats: 1, to: TOP } }),
  ...dutyStories('lz-seal-summary', { receive: { seats: 1 } }),
  ...dutyStories('lz-password'),
  ...dutyStories('lz-operator-report', { receive: { seats: 1 } }),
  ...dutyStories('lz-operator-check'),
  ...dutyStories('lz-account-check'),
];
