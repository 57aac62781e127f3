import type { Story } from '../support/story.ts';
import { lhasaOpenStories } from './lhasa-open.ts';
import { lhasaRunningStories } from './lhasa-running.ts';
import { lhasaShareStories } from './lhasa-share.ts';

export const lhasaStories: Story[] = [...lhasaShareStories, ...lhasaOpenStories, ...lhasaRunningStories];
