import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { house } from '../procedures/limits.ts';
import type { Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { fold, unborn } from './evolve.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const waiting = (clocks: 'run' | 'pause', review: Partial<Stage> = {}): PureCase => {
  const dispute = { ...share.acts!.dispute!, clocks };
  const returns = [{ from: 'authorise', to: 'review' }];
  const stages = { ...share.stages, review: { ...share.stages.review!, ...review } };
  const procedure = { ...share, stages, acts: { dispute, returns } };
  return new PureCase(share.id, { procedure })
    .submit('2026-11-23T09:00')
    .decide('review', 'pass', '2026-11-23T10:00')
    .must({ type: 'dispute', gives: ['reasons'] }, '2026-11-24T10:00', actor('data-provider'));
};

/** The case waits from the 24th at ten; half an hour later it is returned to its first stage, whose clock begins anew. */
const returnedToReview = (clocks: 'run' | 'pause', review?: Partial<Stage>): PureCase =>
  waiting(clocks, review).must(
    { type: 'return', task: 'authorise-1', to: 'review', gives: ['reasons'] },
    '2026-11-24T10:30',
    actor('data-provider'),
  );

describe('a case that waits for another', () => {
  it('whose clocks run meanwhile misses its limit though it may not be decided', () => {
    const theCase = waiting('run').until('2026-11-27T00:00');
    expect(theCase.state.clocks['authorise-1']).toMatchObject({ dueDay: '2026-11-26', state: 'missed' });
    const refused = theCase.give(
      { type: 'decide', task: 'authorise-1', outcome: 'refuse', gives: ['reasons'], facts: {}, digest: '' },
      '2026-11-27T09:00',
      actor('data-provider'),
    );
    expect(refused?.code).toBe('dispute_pending');
  });

  it('whose clocks stand still meanwhile gets the days back: three of them, from Tuesday to Friday', () => {
    const theCase = waiting('pause').until('2026-11-27T09:00');
    expect(theCase.state.clocks['authorise-1']?.state).toBe('paused');
    theCase.settleChild('T-1.1', 0, at('2026-11-27T09:00'));
    expect(theCase.state.clocks['authorise-1']).toMatchObject({ state: 'running', dueDay: '2026-12-01' });
    expect(theCase.state.children[0]?.result).toBe('settled');
    theCase.settleChild('T-1.1', 0, at('2026-11-28T09:00'));
    expect(theCase.events.filter(({ type }) => type === 'ChildSettled')).toHaveLength(1);
  });

  it('a clock that begins meanwhile stands still from the first, and has its whole limit afterwards', () => {
    const theCase = returnedToReview('pause');
    expect(theCase.state.clocks['review-2']).toMatchObject({ state: 'paused', dueAtMs: null });
    expect(theCase.until('2026-12-31T09:00').state.clocks['review-2']?.state).toBe('paused');
    theCase.settleChild('T-1.1', 0, at('2027-01-04T09:00'));
    expect(theCase.state.clocks['review-2']).toMatchObject({ state: 'running', dueDay: '2027-01-06' });
  });

  it('a clock that begins meanwhile runs where the clocks run', () => {
    expect(returnedToReview('run').state.clocks['review-2']).toMatchObject({ state: 'running' });
  });

  it('a clock that has run out before it begins is missed, whoever is waited for', () => {
    const limit = house(25, 'hour', share.basis); // filed on the 23rd at nine
    const theCase = returnedToReview('pause', { clocks: [{ from: 'submitted', limit }] });
    expect(theCase.until('2026-11-24T11:00').state.clocks['review-2']?.state).toBe('missed');
  });

  it('by a stage is settled as the other case ends', () => {
    const authorise: Stage = {
      ...share.stages.authorise!,
      child: { procedure: 'lz-dispute', clocks: 'run' },
    };
    const procedure = { ...share, stages: { ...share.stages, authorise } };
    const theCase = new PureCase(share.id, { procedure })
      .submit('2026-11-23T09:00')
      .decide('review', 'pass', '2026-11-23T10:00');
    expect(theCase.open()).toEqual([]);
    theCase.settleChild('T-1.1', 0, at('2026-11-25T10:00'));
    expect(theCase.state.results.authorise?.outcome).toBe('approve');
    expect(theCase.open()).toEqual(['exchange-1']);
  });
});

describe('a stage that is a case of its own', () => {
  const block = procedureById('ah-system-block') as Procedure;
  const applied = (): PureCase =>
    new PureCase(block.id)
      .submit('2026-11-23T09:00', { risk: 'low' })
      .decide('block', 'block', '2026-11-23T09:10')
      .decide('rectify', 'done', '2026-11-24T09:00')
      .decide('test', 'passed', '2026-11-25T09:00')
      .decide('apply', 'applied', '2026-11-26T09:00');

  it('is opened by the machine on the side of whoever decided, with what the decision has settled', () => {
    const theCase = applied();
    const opened = theCase.events.findLast(({ type }) => type === 'ChildOpened');
    const filer = actor('unit-platform-administrator');
    expect(opened).toMatchObject({ actor: 'system', data: { stage: 'reconnect', filer } });
    expect(theCase.state.facts.ground).toBe('blocked');
    expect(theCase.open()).toEqual([]);
  });

  it('comes as often as its endings lead back to it, each a case of its own', () => {
    const theCase = applied().hear('T-1.1', 'withdrawn', at('2026-11-27T09:00'));
    expect(theCase.open()).toEqual(['apply-2']);
    theCase.decide('apply', 'applied', '2026-11-30T09:00');
    theCase.hear('T-1.2', 'connected', at('2026-12-02T09:00'));
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'connected' });
    expect(theCase.state.children.map(({ no, result }) => [no, result])).toEqual([
      ['T-1.1', 'withdrawn'],
      ['T-1.2', 'connected'],
    ]);
  });

  it('ends with the case that waits for it, and tells so once; a closed one stays as it ended', () => {
    const waiting = applied();
    const child = new PureCase('ah-system-access');
    child.bear('T-1.1', waiting.state, actor('unit-platform-administrator'), {}, at('2026-11-26T09:01'));
    child.bySystem({ type: 'parent-ended', id: 'ended:T-1.1' }, at('2026-11-26T10:00'));
    expect(child.state).toMatchObject({ status: 'closed', result: 'terminated' });
    const { length } = child.events;
    child.bySystem({ type: 'parent-ended', id: 'again' }, at('2026-11-26T11:00'));
    expect(child.events).toHaveLength(length);
  });
});

describe('the case waited for', () => {
  const submitter = actor('data-provider');
  const filing = {
    no: 'T-1.1',
    procedure: share.id,
    edition: share.edition.id,
    parties: {},
    facts: {},
    digest: '',
  };
  const command = { type: 'open-child', id: 'child:T-1.1', submitter, parent: 'T-1', ...filing } as const;
  const { rules } = new PureCase(share.id);

  it('is filed by the machine, on the side of the person, who keeps that one role in it', () => {
    const events = decide(rules, unborn, command, at('2026-11-24T10:00')) as CaseEvent[];
    expect(events).toMatchObject([
      { type: 'Submitted', actor: 'system', data: { parent: 'T-1', submitter } },
      { type: 'ClockStarted' },
      { type: 'TaskOpened' },
    ]);
    const state = fold(events);
    expect(state.participants).toEqual({ [submitter.personId]: 'data-provider' });
    expect(decide(rules, state, { ...command, id: 'another' }, at('2026-11-24T11:00'))).toEqual([]);
  });
});
