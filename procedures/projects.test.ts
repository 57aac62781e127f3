import { describe, expect, it } from 'vitest';
import { allStories } from '../test/stories/index.ts';
import { playPure } from '../test/support/play-pure.ts';

const PROJECTS = ['ly-project', 'ls-project', 'dq-project'];

describe('a project stands in the register from its approval until it ends, however it ends', () => {
  const stories = allStories.filter(({ procedure }) => PROJECTS.includes(procedure));
  it.each(stories.map((story) => [`${story.procedure}: ${story.name}`, story] as const))(
    '%s',
    (_name, story) => {
      const { events, state } = playPure(story);
      const told = events.flatMap((event) =>
        event.type === 'RegisterChanged' && event.data.register === 'projects' ? [event.data.op] : [],
      );
      expect(state.status).toBe('closed');
      expect(told.at(-1) ?? 'close').toBe('close');
      if (state.result === 'accepted') expect(told[0]).toBe('open');
    },
  );
});
