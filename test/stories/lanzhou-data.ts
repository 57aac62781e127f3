import type { Story } from '../support/story.ts';
import { lanzhouDataAccessStories } from './lanzhou-data-access.ts';
import { lanzhouDataAccountStories } from './lanzhou-data-account.ts';
import { lanzhouDataCatalogueStories } from './lanzhou-data-catalogue.ts';
import { lanzhouDataDisputeStories } from './lanzhou-data-dispute.ts';
import { lanzhouDataQualityStories } from './lanzhou-data-quality.ts';
import { lanzhouDataShareStories } from './lanzhou-data-share.ts';

/** Lanzhou: sharing, correction, catalogues, access, accounts, evaluation. */
export const lanzhouDataStories: Story[] = [
  ...lanzhouDataShareStories,
  ...lanzhouDataDisputeStories,
  ...lanzhouDataQualityStories,
  ...lanzhouDataCatalogueStories,
  ...lanzhouDataAccessStories,
  ...lanzhouDataAccountStories,
];
