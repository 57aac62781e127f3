import type { Story } from '../support/story.ts';

export const luoyangStories: Story[] = [];
