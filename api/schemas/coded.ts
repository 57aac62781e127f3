import { z } from 'zod';
import { LISTS } from '../present/vocabulary.ts';

type Lists = typeof LISTS;
type CodeOf<L extends keyof Lists> = Extract<keyof Lists[L], string>;

/**
 * One of the codes of a list of the vocabulary, or of those of it that are named; the document carries the list's name and the
 * Chinese label of each code.
 */
export const coded = <L extends keyof Lists, C extends CodeOf<L> = CodeOf<L>>(
  list: L,
  only?: readonly C[],
) => {
  const words = LISTS[list] as Record<string, string>;
  const codes = only ?? (Object.keys(words) as C[]);
  const labels = Object.fromEntries(codes.map((code) => [code, words[code]]));
  return z.enum(codes as [C, ...C[]]).meta({ 'x-vocabulary': list, 'x-labels': labels });
};
