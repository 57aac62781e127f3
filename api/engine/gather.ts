import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets callers share one piece of work: what they hand in within `withinMs` milliseconds of the first is worked on together, and each is
 * answered when that is done, or fails with it.
 */
export const gather = <T>(
  work: (items: readonly T[]) => Promise<unknown>,
  withinMs: number,
): ((item: T) => Promise<void>) => {
  let open: { items: T[]; done: Promise<void> } | null = null;
  const begin = () => {
    const items: T[] = [];
    const done = sleep(withinMs).then(async () => {
      open = null;
      await work(items);
    });
    return { items, done };
  };
  return (item) => {
    open ??= begin();
    open.items.push(item);
    return open.done;
  };
};
