import type { Fact } from '../../procedures/schema.ts';

/** What an article puts last, and everything that comes before it: `stage:outcome`, in an order in which all can be decided. */
export type Order = [
  procedure: string,
  article: string,
  last: string,
  first: string,
  more?: { before?: string; facts?: Record<string, Fact> },
];
