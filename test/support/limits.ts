import { expect, it } from 'vitest';
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
  /** How the case gets to the stage: stage and outcome, each decided at `starts`. */
  path?: [stage: string, outcome: string][];
  facts?: Record<string, Fact>;
  /** Submission, and every decision on the path. */
  starts: string;
  stage: string;
  outcome: string;
  /** Clock id without its number, when it is not the stage's own first clock. */
  clock?: string;
  inTime: string;
  late: string;
};

/** A test for each row; `facts` of instants may be given as local time text, e.g. `foundAt: '2026-11-23T09:00'`. */
export const holdLimits = (rows: LimitRow[]): void => {
  it.each(rows.map((row) => [`${row.article} · ${row.procedure} · ${row.stage}`, row] as const))(
    '%s',
    (_n, row) => {
      for (const [side, state] of [
        [row.inTime, 'met'],
        [row.late, 'missed'],
      ] as const) {
        const theCase = new PureCase(row.procedure).submit(row.starts, row.facts ?? {});
        for (const [stage, outcome] of row.path ?? []) theCase.decide(stage, outcome, row.starts);
        const clocks = () => Object.values(theCase.state.clocks);
        theCase.decide(row.stage, row.outcome, side);
        const clock = clocks().findLast(({ id, stage }) =>
          row.clock === undefined ? stage === row.stage : id.replace(/-\d+$/, '') === row.clock,
        );
        expect(clock?.state, `decided at ${side}`).toBe(state);
      }
    },
  );
};
