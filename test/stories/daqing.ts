import type { Story } from '../support/story.ts';

export const daqingStories: Story[] = [];
