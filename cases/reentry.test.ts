import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { statutory } from '../procedures/limits.ts';
import type { Stage } from '../procedures/schema.ts';
import { actor, PureCase } from '../test/support/pure-case.ts';
import { nextWakeMs } from './next-wake.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;
const extension = { by: 'data-provider', upTo: { amount: 5, unit: 'working-day' }, times: 1, basis } as const;
const PROVIDER = actor('data-provider');
const gives = ['reasons' as const];

/** Five working days for the provider, who may send the case back to the review. */
const procedureWith = (reentry: Stage['reentry']): Procedure => {
  const clocks = [{ limit: statutory(5, 'working-day', basis), extension }];
  const authorise: Stage = { ...(share.stages.authorise as Stage), clocks, ...(reentry && { reentry }) };
  const stages = { ...share.stages, authorise };
  return { ...share, stages, acts: { returns: [{ from: 'authorise', to: 'review' }] } };
};
const begun = (reentry: Stage['reentry']): PureCase =>
  new PureCase('made-up', { procedure: procedureWith(reentry) })
    .submit('2026-11-23T10:00')
    .decide('review', 'pass', '2026-11-23T11:00');
const awayAndBack = (theCase: PureCase): PureCase =>
  theCase
    .must({ type: 'return', task: 'authorise-1', to: 'review', gives }, '2026-11-26T10:00', PROVIDER)
    .decide('review', 'pass', '2026-11-30T10:00');

describe('a case that comes back to a stage', () => {
  // Begun on Monday 23 November, sent back on Thursday the 26th, back again on Monday the 30th.
  // Plain: three days used, two away. Paused: asked for a supplement on the 25th, so two used, one waited for.
  it.each([
    ['has the whole limit anew', 'restart', 'plain', '2026-12-07'],
    ['has the whole limit anew', 'restart', 'paused', '2026-12-07'],
    ['has the whole limit anew where nothing is said', undefined, 'plain', '2026-12-07'],
    ['has what was left of the limit', 'continue', 'plain', '2026-12-02'],
    ['has what was left of the limit', 'continue', 'paused', '2026-12-03'],
    ['has the first deadline', 'shared', 'plain', '2026-11-30'],
    ['has the first deadline, later by what it waited', 'shared', 'paused', '2026-12-01'],
  ] as const)('%s (%s, %s)', (_says, reentry, course, dueDay) => {
    const theCase = begun(reentry);
    if (course === 'paused')
      theCase.must({ type: 'request-supplement', task: 'authorise-1', gives }, '2026-11-25T10:00', PROVIDER);
    const clock = awayAndBack(theCase).state.clocks['authorise-2'];
    expect(clock).toMatchObject({ state: 'running', dueDay });
    expect(clock?.term.pauses.filter(({ toMs }) => toMs === null)).toEqual([]);
    expect(nextWakeMs(theCase.state)).toBe(clock?.warnAtMs);
  });

  it.each([
    ['restart', undefined],
    ['continue', 'extended_already'],
    ['shared', 'extended_already'],
  ] as const)('has its one extension again only where its limit begins anew (%s)', (reentry, code) => {
    const theCase = begun(reentry);
    const extend = (task: string, local: string) =>
      theCase.give({ type: 'extend', task, amount: 2, gives }, local, PROVIDER)?.code;
    expect(extend('authorise-1', '2026-11-24T10:00')).toBeUndefined();
    expect(extend(awayAndBack(theCase).open()[0] ?? '', '2026-11-30T11:00')).toBe(code);
  });
});

it('a stage that goes on under the clock of another does not wait for a supplement that is not asked for any more', () => {
  const plain = procedureWith(undefined);
  const exchange: Stage = { ...(share.stages.exchange as Stage), sharesClockOf: 'authorise' };
  delete exchange.clocks;
  delete exchange.within;
  const procedure = { ...plain, stages: { ...plain.stages, exchange } };
  const theCase = new PureCase('made-up', { procedure })
    .submit('2026-11-23T10:00')
    .decide('review', 'pass', '2026-11-23T11:00')
    .must({ type: 'request-supplement', task: 'authorise-1', gives }, '2026-11-25T10:00', PROVIDER)
    .decide('authorise', 'approve', '2026-11-26T10:00');
  // 24 and 25 November were used, the 26th waited for.
  expect(theCase.state.clocks['authorise-1']).toMatchObject({ state: 'running', dueDay: '2026-12-01' });
});
