import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { type TargetSetting, withTargets } from '../procedures/targets.ts';
import { actor, PureCase } from '../test/support/pure-case.ts';
import { fold } from './evolve.ts';
import { procedureOfCase } from './rules.ts';

const PARTIES = { 'platform-manager': 'dept-of-platform-manager' };

const filed = (
  id: string,
  targets: TargetSetting[] | undefined,
  facts: Record<string, string> = {},
): PureCase => {
  const procedure = procedureById(id) as Procedure;
  const theCase = new PureCase(id, { procedure: withTargets(procedure, targets ?? []) });
  const filing = {
    no: 'T-1',
    procedure: id,
    edition: procedure.edition.id,
    parties: PARTIES,
    facts,
    digest: '',
  };
  const by = actor(procedure.submitters[0]!);
  return theCase.must(
    { type: 'submit', ...filing, ...(targets === undefined ? {} : { targets }) },
    '2026-11-23T09:30',
    by,
  );
};
const REVIEW: TargetSetting = { limit: 'review', amount: 4, setting: 's-1' };

describe('a case is decided under the targets it was filed under', () => {
  it('its first event says them, and its clock by which setting it runs', () => {
    const { events, state } = filed('lz-share-conditional', [REVIEW]);
    expect(events[0]?.data).toMatchObject({ targets: [REVIEW] });
    expect(state.clocks['review-1']).toMatchObject({
      dueDay: '2026-11-27',
      limit: { amount: 4, kind: 'target', setting: 's-1' },
      // What is counted says nothing of who set it.
      term: { limit: { amount: 4, unit: 'working-day' } },
    });
    expect(state.clocks['review-1']?.term.limit).not.toHaveProperty('setting');
  });

  it('from the record alone the same rules come out', () => {
    const { events, rules } = filed('lz-share-conditional', [REVIEW]);
    expect(procedureOfCase(fold(events))).toEqual(rules.procedure);
  });

  it('one that was filed under none says nothing of them, and goes by its edition', () => {
    const { events, state, rules } = filed('lz-share-conditional', undefined);
    expect(events[0]?.data).not.toHaveProperty('targets');
    expect(state).not.toHaveProperty('targets');
    expect(state.clocks['review-1']?.dueDay).toBe('2026-11-25');
    expect(procedureOfCase(state)).toBe(rules.procedure);
  });

  it('the statutory limit after it is the law’s, whatever was set', () => {
    const theCase = filed('lz-share-conditional', [REVIEW]).decide('review', 'pass', '2026-11-24T10:00');
    expect(theCase.state.clocks['authorise-1']).toMatchObject({
      dueDay: '2026-11-27',
      limit: { amount: 3, kind: 'statutory' },
    });
    expect(theCase.state.clocks['authorise-1']?.limit).not.toHaveProperty('setting');
  });

  it('a limit fitted to the case by whoever may is the case’s own, and no setting’s any more', () => {
    const unit = { unit: 'dept-of-unit' };
    const theCase = filed('ls-rectification', [{ limit: 'rectify', amount: 6, setting: 's-2' }], unit);
    expect(theCase.state.clocks['rectify-1']?.dueDay).toBe('2026-12-01');
    const fitted = { type: 'set-limit', task: 'rectify-1', amount: 8, gives: ['reasons'] } as const;
    theCase.must({ ...fitted, gives: [...fitted.gives] }, '2026-11-24T09:00', actor('platform-manager'));
    expect(theCase.state.clocks['rectify-1']).toMatchObject({
      dueDay: '2026-12-03',
      limit: { amount: 8, kind: 'target' },
    });
    expect(theCase.state.clocks['rectify-1']?.limit).not.toHaveProperty('setting');
  });

  it('of several limits by condition only the one that was set has another amount', () => {
    const report = (amount: number) =>
      filed('lz-incident-report', [{ limit: 'report:2', amount, setting: 's-3' }]);
    const limits = report(10).rules.procedure.stages.report?.clocks?.[0]?.limit;
    expect(limits).toMatchObject([
      { limit: { amount: 30, kind: 'statutory' } },
      { limit: { amount: 10, kind: 'target', setting: 's-3' } },
    ]);
  });
});
