import type { Story } from '../support/story.ts';

export const lanzhouDataStories: Story[] = [];
