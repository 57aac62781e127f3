import type { Story } from '../support/story.ts';
import { allStories } from './index.ts';

/** Procedures whose every story is played over HTTP in each run: one of each shape that the decider knows. */
const IN_FULL = [
  'lz-share-conditional',
  'lz-share-unconditional',
  'lz-share-open',
  'lz-licence-objection',
  'dq-licence-objection',
  'lz-incident-virus',
  'lz-incident-report',
];

/** The first story of every other procedure: that it can be filed and goes its way on the real engine. */
const firstOf = (stories: Story[]): Story[] => {
  const seen = new Set<string>();
  return stories.filter(({ procedure }) => !seen.has(procedure) && seen.add(procedure) !== undefined);
};

const inFull = ({ procedure }: Story): boolean => IN_FULL.includes(procedure);

/** With `ALL_STORIES=1` all of them, which takes many minutes. */
export const storiesOverHttp: Story[] =
  process.env.ALL_STORIES === '1'
    ? allStories
    : [...allStories.filter(inFull), ...firstOf(allStories.filter((story) => !inFull(story)))];
