import type { LimitRow } from './limits.ts';

/** A limit in one line. */
export type LimitLine = [
  /** Article and what it says. */
  article: string,
  /** Submission, and every decision but the last. */
  starts: string,
  /** `stage:outcome` in order; the last is the one whose limit is held. */
  course: string,
  /** Last day of the limit; for limits in hours and minutes the instant at which it has ended. */
  ends: string,
  more?: Pick<LimitRow, 'facts' | 'told' | 'clock' | 'edition'>,
];

/** Rows for `holdLimits`: in time is the second before the end, late is the end itself (24:00 of a last day). */
export const limitTable = (procedure: string, lines: LimitLine[]): LimitRow[] =>
  lines.map(([article, starts, course, ends, more]) => {
    const way = course.split(' ').map((step) => step.split(':') as [string, string]);
    const [stage, outcome] = way.at(-1) as [string, string];
    const endMs = ends.includes('T') ? Date.parse(`${ends}Z`) : Date.parse(`${ends}T00:00Z`) + 86_400_000;
    const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
    const sides = { inTime: local(endMs - 1_000), late: local(endMs) };
    return { article, procedure, path: way.slice(0, -1), starts, stage, outcome, ...sides, ...more };
  });
