import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { house } from '../procedures/limits.ts';
import type { Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { fold, unborn } from './evolve.ts';
import type { Actor } from './state.ts';

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

describe('a difference is raised over something', () => {
  const gives = ['reasons' as const];
  const raised = (theCase: PureCase, by: Actor, on = '2026-11-24T10:00') =>
    theCase.give({ type: 'dispute', gives }, on, by)?.code ?? null;
  const filed = () => new PureCase(share.id).submit('2026-11-23T09:00');
  const passed = () => filed().decide('review', 'pass', '2026-11-23T10:00');
  const approved = () => passed().decide('authorise', 'approve', '2026-11-23T11:00');
  const refused = () => passed().decide('authorise', 'refuse', '2026-11-23T11:00');
  const [REQUESTER, MANAGER, PROVIDER] = [
    actor('requester'),
    actor('platform-manager'),
    actor('data-provider'),
  ];

  it.each([
    ['by the requester before anything is decided', filed, REQUESTER, 'nothing_to_dispute'],
    ['by the requester over a review that was passed', passed, REQUESTER, 'nothing_to_dispute'],
    ['by the requester over the conditions of a grant', approved, REQUESTER, null],
    ['by the requester over a refusal, after the end', refused, REQUESTER, null],
    ['by the manager, which has it in hand', filed, MANAGER, null],
    ['by the manager, which has handed it on and been told nothing', passed, MANAGER, 'nothing_to_dispute'],
    ['by the manager over what the provider has granted', approved, MANAGER, null],
    ['by the provider before it has come there', filed, PROVIDER, 'nothing_to_dispute'],
    ['by the provider, which has it in hand', passed, PROVIDER, null],
    ['by the provider over its own grant', approved, PROVIDER, 'nothing_to_dispute'],
  ] as const)('%s', (_says, made, by, code) => {
    expect(raised(made(), by)).toBe(code);
  });

  it('while the case waits, a requester cannot have the provider miss its limit by it', () => {
    const theCase = passed();
    expect(raised(theCase, REQUESTER)).toBe('nothing_to_dispute');
    theCase.decide('authorise', 'approve', '2026-11-26T23:59');
    expect(theCase.state.clocks['authorise-1']?.state).toBe('met');
  });
});

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
    child.bySystem(
      { type: 'parent-ended', id: 'fallen-away:T-1.1', no: waiting.state.no, result: 'terminated' },
      at('2026-11-26T10:00'),
    );
    expect(child.state).toMatchObject({ status: 'closed', result: 'terminated' });
    const { length } = child.events;
    child.bySystem(
      { type: 'parent-ended', id: 'again', no: waiting.state.no, result: 'terminated' },
      at('2026-11-26T11:00'),
    );
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

describe('a case waited for, when the one that waited has ended', () => {
  const dispute = procedureById('lz-dispute') as Procedure;
  const ended = { type: 'parent-ended', id: 'fallen-away', no: 'T-1', result: 'withdrawn' } as const;
  const waitedFor = (procedure: Procedure): PureCase => {
    const theCase = new PureCase(dispute.id, { procedure }).submit('2026-11-24T10:00');
    theCase.state = { ...theCase.state, parent: 'T-1' };
    return theCase;
  };
  const heard = ({ rules, state }: PureCase, command: Parameters<typeof decide>[2]) =>
    decide(rules, state, command, at('2026-11-25T09:00')) as CaseEvent[];

  it('ends with that reason, its clocks called off', () => {
    const theCase = waitedFor(dispute);
    const events = heard(theCase, ended);
    const told = events.filter(({ type }) => type === 'ParentEnded' || type === 'CaseClosed');
    expect(told.map(({ data }) => data)).toEqual([
      { no: 'T-1', result: 'withdrawn' },
      { result: 'terminated' },
    ]);
    const state = fold(events, theCase.state);
    expect(state.clocks['negotiate-1']?.state).toBe('cancelled');
    expect(heard({ ...theCase, state } as PureCase, { ...ended, id: 'again' })).toEqual([]);
  });

  it('goes on where its procedure is not to be terminated', () => {
    const theCase = waitedFor({ ...dispute, acts: { ...dispute.acts, terminate: null } });
    const state = fold(heard(theCase, ended), theCase.state);
    expect([state.status, state.clocks['negotiate-1']?.state]).toEqual(['open', 'running']);
  });

  it('hears it from nobody else', () => {
    expect(heard(waitedFor(dispute), { ...ended, no: 'T-2' })).toEqual([]);
  });
});
