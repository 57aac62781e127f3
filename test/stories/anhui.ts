import type { Story } from '../support/story.ts';
import {
  anhuiSystemAccessStories,
  anhuiSystemBlockStories,
  anhuiSystemChangeStories,
  anhuiThirdPartyStories,
} from './anhui-access.ts';
import {
  anhuiAssessmentStories,
  anhuiIncidentStories,
  anhuiProblemStories,
  anhuiSuspensionStories,
} from './anhui-services.ts';

/** Anhui. */
export const anhuiStories: Story[] = [
  ...anhuiIncidentStories,
  ...anhuiSystemAccessStories,
  ...anhuiSystemChangeStories,
  ...anhuiSystemBlockStories,
  ...anhuiThirdPartyStories,
  ...anhuiSuspensionStories,
  ...anhuiProblemStories,
  ...anhuiAssessmentStories,
];
