import { expect, it } from 'vitest';
import { findingsOf } from './check.ts';
import { type Procedure, procedureById } from './index.ts';
import { statutory } from './limits.ts';
import type { CaseClockRule, ClockRule, Stage } from './schema.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;
const plain: CaseClockRule = {
  title: '全程',
  by: 'platform-manager',
  limit: statutory(10, 'working-day', basis),
};
const pausing = { 'expert-review': { by: 'platform-manager', basis } } as const;
const extension = { by: 'platform-manager', upTo: { amount: 5, unit: 'day' }, times: 1, basis } as const;
const adjustable = { by: 'platform-manager', basis } as const;
const findings = (rule: unknown, clock: Partial<ClockRule> = {}, id = 'whole'): string[] => {
  const review: Stage = {
    ...(share.stages.review as Stage),
    clocks: [{ limit: statutory(2, 'working-day', basis), ...clock }],
  };
  const caseClocks = { [id]: { ...plain, ...(rule as object) } };
  return findingsOf({ ...share, stages: { ...share.stages, review }, caseClocks });
};

it.each([
  ['plain', {}, {}],
  ['standing still with a stage', { pausedWith: { 'expert-review': basis } }, { pauses: pausing }],
  ['from the settlement of a stage', { from: { settled: 'review' } }, {}],
  ['extended', { extension }, {}],
  ['kept before the end of the case', { to: { settled: 'authorise', as: ['approve'] } }, {}],
] as const)('a limit over the whole case that is right is not found fault with: %s', (_says, rule, clock) => {
  expect(findings(rule, clock)).toEqual([]);
});

it.each([
  ['a limit of nothing', { limit: statutory(-8, 'working-day', basis) }, {}],
  ['a limit without a citation', { limit: statutory(8, 'day', { ...basis, article: '' }) }, {}],
  ['a missed clock opens unknown stage nowhere', { onMissed: ['nowhere'] }, {}],
  ['clock from unknown stage nowhere', { from: { settled: 'nowhere' } }, {}],
  ['nothing sets the fact nothing', { from: { fact: 'nothing' } }, {}],
  ['unknown ladder', { ladder: 'nothing' }, {}],
  ['unknown role nobody', { by: 'nobody' }, {}],
  ['the limit of requester, who decides no stage', { by: 'requester' }, {}],
  ['extension both here and in a stage, and the act names only the task', { extension }, { extension }],
  ['adjustable both here and in a stage, and the act names only the task', { adjustable }, { adjustable }],
  ['kept by an outcome that review has not', { to: { settled: 'review', as: ['done'] } }, {}],
  ['stands still with a stage on hearing, on which none does', { pausedWith: { hearing: basis } }, {}],
] as const)('of a limit over the whole case it is found: %s', (finding, rule, clock) => {
  expect(findings(rule, clock)).toEqual([`lz-share-conditional, whole: ${finding}`]);
});

it.each([['review'], ['second']])('it has a name of its own among the clocks of a case: %s', (id) => {
  expect(findings({}, { id: 'second' }, id)).toEqual([
    `lz-share-conditional, ${id}: a stage, or a clock of one, has the same name`,
  ]);
});

it('a stage that opens only when the whole case is late can be reached', () => {
  const late: Stage = {
    ...(share.stages.review as Stage),
    outcomes: { done: { title: '已说明', ends: 'refused' } },
  };
  const procedure = { ...share, stages: { ...share.stages, late } };
  expect(findingsOf(procedure)).toEqual(['lz-share-conditional.late: never opens']);
  expect(findingsOf({ ...procedure, caseClocks: { whole: { ...plain, onMissed: ['late'] } } })).toEqual([]);
});

it('supplementing is not listed among the grounds of a clock', () => {
  const pauses = { supplement: { by: 'platform-manager', basis } } as const;
  expect(findings({}, { pauses })).toEqual([
    'lz-share-conditional.review: supplementing pauses every clock, and until it is answered; it is not listed',
  ]);
});
