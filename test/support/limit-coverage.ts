import { expect } from 'vitest';
import { ruleOfClock, stageClocks } from '../../cases/clocks.ts';
import type { CaseState, Clock, Rules } from '../../cases/index.ts';
import { limitOf } from '../../cases/limits.ts';
import { holds } from '../../procedures/conditions.ts';
import type { ClockRule, LimitRule, Procedure } from '../../procedures/schema.ts';

/** The limits a clock can have; a plain one is its only alternative. */
const alternatives = ({ limit }: ClockRule): LimitRule[] =>
  Array.isArray(limit) ? limit.map((alternative) => alternative.limit) : [limit];

const nameOf = ({ id, edition }: Procedure, stage: string | null, rule: string, alternative: number) =>
  [`${id}@${edition.id}`, stage ?? '(case)', rule, alternative].join(' · ');

/** Every limit of a procedure by name: each clock of each stage and of the whole case, each alternative. */
export const limitsOf = (procedure: Procedure): string[] => {
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
export const limitUnder = (rules: Rules, state: CaseState, clock: Clock): string => {
  const rule = ruleOfClock({ rules }, clock) as ClockRule;
  const index = Array.isArray(rule.limit) ? rule.limit.findIndex(({ when }) => holds(when, state)) : 0;
  expect(limitOf(rule, state, clock.term.startMs), 'what steers the limit has not changed since').toEqual(
    clock.limit,
  );
  return nameOf(rules.procedure, clock.stage, clock.id.replace(/-\d+$/, ''), index);
};
