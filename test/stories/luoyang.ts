import type { Story } from '../support/story.ts';
import { luoyangCatalogueStories } from './luoyang-catalogue.ts';
import { luoyangCorrectionStories, luoyangOpenStories, luoyangShareStories } from './luoyang-data.ts';
import { luoyangDutyStories, luoyangIncidentStories } from './luoyang-duties.ts';
import { luoyangPlanningStories, luoyangProjectStories } from './luoyang-projects.ts';

/** Luoyang. */
export const luoyangStories: Story[] = [
  ...luoyangShareStories,
  ...luoyangCorrectionStories,
  ...luoyangCatalogueStories,
  ...luoyangOpenStories,
  ...luoyangIncidentStories,
  ...luoyangProjectStories,
  ...luoyangPlanningStories,
  ...luoyangDutyStories,
];
