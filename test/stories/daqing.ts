import type { Story } from '../support/story.ts';
import { daqingDataStories } from './daqing-data.ts';
import { daqingRunningStories } from './daqing-running.ts';

export const daqingStories: Story[] = [...daqingDataStories, ...daqingRunningStories];
