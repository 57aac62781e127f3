import { type CaseState, nextWakeIsUrgent, nextWakeMs } from '../cases/index.ts';

/**
 * When the run of a case wakes of itself; null: only people can move the case. Epoch milliseconds. What belongs to a clock of hours or
 * minutes comes at its instant; all else is put off by less than `spreadMs`, so that midnight is no stampede.
 */
export const runWakeMs = (state: CaseState, spreadMs: number): number | null => {
  const due = nextWakeMs(state);
  return due === null || nextWakeIsUrgent(state) ? due : due + spreadOf(state.no, spreadMs);
};

/** Always the same for one case, spread evenly over the cases. Milliseconds. */
const spreadOf = (caseNo: string, withinMs: number): number => {
  if (withinMs <= 0) return 0;
  let hash = 2166136261;
  for (const char of caseNo) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) % withinMs;
};
