import { describe, expect, it } from 'vitest';
import { holds } from '../procedures/conditions.ts';
import { allProcedures } from '../procedures/index.ts';
import type { ClockRule, LimitKind, LimitRule, Procedure } from '../procedures/schema.ts';
import { LIMITS } from '../test/limits/index.ts';
import { caseOf, clockOf, type LimitRow } from '../test/support/limits.ts';
import { ruleOfClock, stageClocks } from './clocks.ts';
import type { CaseState, Clock, Rules } from './index.ts';
import { limitOf } from './limits.ts';

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

/** The limits a clock can have; a plain one is its only alternative. */
const alternatives = ({ limit }: ClockRule): LimitRule[] =>
  Array.isArray(limit) ? limit.map((alternative) => alternative.limit) : [limit];

const nameOf = ({ id, edition }: Procedure, stage: string | null, rule: string, alternative: number) =>
  [`${id}@${edition.id}`, stage ?? '(case)', rule, alternative].join(' · ');

/** Every limit of a procedure by name: each clock of each stage and of the whole case, each alternative. */
const limitsOf = (procedure: Procedure): string[] => {
  const rules = { procedure } as Rules;
  const stages = Object.keys(procedure.stages).flatMap((stage) =>
    stageClocks(rules, stage).map((rule) => ({ stage, rule })),
  );
  const ofCase = Object.entries(procedure.caseClocks ?? {}).map(([id, rule]) => {
    return { stage: null, rule: { ...rule, id } };
  });
  return [...stages, ...ofCase].flatMap(({ stage, rule }) =>
    alternatives(rule).map((_limit, index) => nameOf(procedure, stage, rule.id, index)),
  );
};

/** Which limit of its procedure a clock was started with. */
const limitUnder = (rules: Rules, state: CaseState, clock: Clock): string => {
  const rule = ruleOfClock({ rules }, clock) as ClockRule;
  const index = Array.isArray(rule.limit) ? rule.limit.findIndex(({ when }) => holds(when, state)) : 0;
  expect(limitOf(rule, state, clock.term.startMs), 'what steers the limit has not changed since').toEqual(
    clock.limit,
  );
  return nameOf(rules.procedure, clock.stage, clock.id.replace(/-\d+$/, ''), index);
};

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
