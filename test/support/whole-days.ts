import type { LimitRow } from './limits.ts';

type More = Pick<LimitRow, 'facts' | 'clock'> & {
  /** Stages decided before, as `stage:outcome` one after the other. */
  after?: string;
};

/** A limit in days: `lastDay` still meets it at its last second, `next` begins when it is over. `at` is `stage:outcome`. */
export const wholeDays = (
  procedure: string,
  at: string,
  article: string,
  starts: string,
  [lastDay, next]: [string, string],
  { after = '', ...more }: More = {},
): LimitRow => ({
  article,
  procedure,
  path: after.split(' ').filter(Boolean).map(stepOf),
  starts,
  stage: stepOf(at)[0],
  outcome: stepOf(at)[1],
  inTime: `${lastDay}T23:59:59`,
  late: `${next}T00:00`,
  ...more,
});

/** `stage:outcome` as a pair. */
export const stepOf = (step: string): [stage: string, outcome: string] => {
  const [stage = '', outcome = ''] = step.split(':');
  return [stage, outcome];
};
