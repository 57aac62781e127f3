import { describe, it } from 'vitest';
import { playPure } from '../support/play-pure.ts';
import { allStories } from './index.ts';

describe('every story holds on the decider alone', () => {
  it.each(allStories.map((story) => [`${story.procedure}: ${story.name}`, story] as const))(
    '%s',
    (_name, story) => {
      playPure(story);
    },
  );
});
