import type { Progress } from '../progress.ts';
import type { Effect } from '../schema.ts';
import type { ThingId } from '../things.ts';

/**
 * What a case does to the line of its project (台账条目): it begins, comes a step further, or ends, each time with how far it has come.
 * It ends with what this case itself has begun: one refused before there was a line leaves none.
 */
export const ofThing = (thing: ThingId, field: string) => {
  const key = { thing, field };
  const register = 'projects' as const;
  const ends = (reached: Progress): Effect => ({ register, op: 'close', key, own: true, reached });
  return {
    begins: (reached: Progress): Effect => ({ register, op: 'open', key, reached }),
    reaches: (reached: Progress): Effect => ({ register, op: 'change', key, reached }),
    ends,
    /** The endings of a procedure, each with what the project has come to by it. */
    endsAs: (endings: Record<string, Progress>): Record<string, Effect[]> =>
      Object.fromEntries(Object.entries(endings).map(([ending, reached]) => [ending, [ends(reached)]])),
    /** A change that tells more of the thing and leaves it where it was. */
    tells: { register, op: 'change', key } satisfies Effect,
  };
};
