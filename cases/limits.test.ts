import { describe, expect, it } from 'vitest';
import { allProcedures } from '../procedures/index.ts';
import type { LimitKind } from '../procedures/schema.ts';
import { LIMITS } from '../test/limits/index.ts';
import { limitsOf, limitUnder } from '../test/support/limit-coverage.ts';
import { caseOf, clockOf, type LimitRow } from '../test/support/limits.ts';

const named = ({ article, procedure, stage }: LimitRow) => `${article} · ${procedure} · ${stage}`;

describe.each(LIMITS.map(({ title, rows }) => [title, rows] as const))('%s', (_title, rows) => {
  it.each(rows.map((row) => [named(row), row] as const))('%s', (_row, row) => {
    for (const [side, state] of [
      [row.inTime, 'met'],
      [row.late, 'missed'],
    ] as const) {
      const theCase = caseOf(row);
      const clock = clockOf(row, theCase)?.id ?? '';
      theCase.decide(row.stage, row.outcome, side);
      expect(theCase.state.clocks[clock]?.state, `decided at ${side}`).toBe(state);
    }
  });
});

/** What the label of a row calls its limit: a figure of ours by its name, a statutory one by none. */
const standingIn = (label: string): LimitKind => {
  if (label.includes('目标')) return 'target';
  return label.includes('本系统') ? 'house' : 'statutory';
};

/** The article without its paragraph: 第三十条 of 第三十条第二款. */
const articleOf = (text: string): string => /第[^第条项]+[条项]/.exec(text)?.[0] ?? text;

describe('every limit of every procedure is held to the second by a row that names its article and its standing', () => {
  const held = LIMITS.flatMap(({ title, rows }) =>
    rows.map((row) => {
      const theCase = caseOf(row);
      const clock = clockOf(row, theCase);
      if (clock === undefined) throw new Error(`${named(row)}: no clock runs`);
      const limit = limitUnder(theCase.rules, theCase.state, clock);
      const { basis, kind } = clock.limit;
      return { row: named(row), title, article: row.article, limit, basis, kind };
    }),
  );

  it.each(held.map((row) => [row.row, row] as const))('%s', (_row, { title, article, basis, kind }) => {
    expect(`${title} ${article}`).toContain(articleOf(basis.article));
    expect(standingIn(article)).toBe(kind);
  });

  it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))('%s', (_id, procedure) => {
    const names = new Set(held.map(({ limit }) => limit));
    expect(limitsOf(procedure).filter((name) => !names.has(name))).toEqual([]);
  });
});
