import type { Clock } from '../../cases/index.ts';
import type { Fact } from '../../procedures/schema.ts';
import { PureCase } from './pure-case.ts';

/**
 * One limit of an article, with the two sides of its end: a decision at `inTime` meets it, one at `late` misses it. Local time (+08:00).
 * `late` is the exclusive end itself: 24:00 of the last day is 00:00 of the next.
 */
export type LimitRow = {
  /** Article and what it says, for whoever checks the row against the law without the code. */
  article: string;
  procedure: string;
  /** Default: the present one of its first jurisdiction. */
  edition?: string;
  /** How the case gets to the stage: stage and outcome, each decided at `starts`. */
  path?: [stage: string, outcome: string][];
  facts?: Record<string, Fact>;
  /** Facts that the decisions on the path set, by stage. */
  told?: Record<string, Record<string, Fact>>;
  /** Submission, and every decision on the path. */
  starts: string;
  stage: string;
  outcome: string;
  /** Clock id without its number, when it is not the stage's own first clock. */
  clock?: string;
  inTime: string;
  late: string;
};

/** The limits of a chapter; the title names the articles where the rows do not. */
export type LimitGroup = { title: string; rows: LimitRow[] };
export const group = (title: string, rows: () => LimitRow[]): LimitGroup => ({ title, rows: rows() });

/** The case of a row with everything decided but the last, and what time has brought about by then. */
export const caseOf = (row: LimitRow): PureCase => {
  const theCase = new PureCase(row.procedure, row.edition).submit(row.starts, row.facts ?? {});
  for (const [stage, outcome] of row.path ?? [])
    theCase.decide(stage, outcome, row.starts, row.told?.[stage]);
  return theCase.tick(row.starts);
};

/** The clock whose limit a row is about. */
export const clockOf = (row: LimitRow, { state }: PureCase): Clock | undefined =>
  Object.values(state.clocks).findLast(({ id, stage }) =>
    row.clock === undefined ? stage === row.stage : id.replace(/-\d+$/, '') === row.clock,
  );
