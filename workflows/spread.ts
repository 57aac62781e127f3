/**
 * How long a case puts off its ordinary wakes: always the same for one case, spread evenly over the cases, below `withinMs`.
 * Milliseconds.
 */
export const spreadOf = (caseNo: string, withinMs: number): number => {
  if (withinMs <= 0) return 0;
  let hash = 2166136261;
  for (const char of caseNo) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) % withinMs;
};
