import { dayOf, isoOf, textOfDay } from '../../calendar/index.ts';
import type { Clock } from '../../cases/index.ts';

/** An end as readers see it: the exclusive instant and the last civil day. */
const endOf = (atMs: number) => ({ dueAt: isoOf(atMs), dueDate: textOfDay(dayOf(atMs - 1)) });

/** Whether an end is provisional, and between which ends it can then turn out to lie; null for both where it is firm. */
export const presentRange = ({
  provisional,
  earliestAtMs,
  latestAtMs,
}: Pick<Clock, 'provisional' | 'earliestAtMs' | 'latestAtMs'>) => ({
  provisional,
  earliest: provisional && earliestAtMs !== null ? endOf(earliestAtMs) : null,
  latest: provisional && latestAtMs !== null ? endOf(latestAtMs) : null,
});

/** That an end is provisional (暂定), and where it can come to lie, as people read it; null where it is firm. */
export const rangeText = (clock: Parameters<typeof presentRange>[0]): string | null => {
  const { earliest, latest } = presentRange(clock);
  if (earliest === null || latest === null) return null;
  return `暂定：放假安排公布后，最早 ${earliest.dueDate}，最晚 ${latest.dueDate}`;
};
