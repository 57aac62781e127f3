import { describe, expect, it } from 'vitest';
import { COMMON_STAGES } from '../procedures/common-stages.ts';
import { type Procedure, procedureById } from '../procedures/index.ts';
import type { Demand, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { allowedActs } from './allowed-acts.ts';
import type { CommandBody } from './commands.ts';
import type { Actor } from './state.ts';

const gives: Demand[] = ['reasons'];
const [MANAGER, PROVIDER, REQUESTER] = [
  actor('platform-manager'),
  actor('data-provider'),
  actor('requester'),
];
const answer: CommandBody = { type: 'supplement', facts: {}, digest: '' };
const ask = (task: string): CommandBody => ({ type: 'request-supplement', task, gives });

/** LZ-D 第三十条, passed on Monday 20 April 2026 and waiting for the provider. */
const authorising = () =>
  new PureCase('lz-share-conditional')
    .submit('2026-04-20T10:00')
    .decide('review', 'pass', '2026-04-20T11:00');
const asked = () => authorising().must(ask('authorise-1'), '2026-04-21T10:00', PROVIDER);
const offered = (theCase: PureCase, by: Actor, local: string) =>
  allowedActs(theCase.rules, theCase.state, by, at(local)).map(({ act }) => act);

describe('补正', () => {
  it('stops the clock: the day it begins counts, the day it ends does not', () => {
    const share = asked();
    expect(share.state.clocks['authorise-1']).toMatchObject({ state: 'paused', dueAtMs: null });
    expect(share.open()).toEqual(['authorise-1', 'supplement-1']);
    share.must(answer, '2026-04-28T15:00', REQUESTER);
    expect(share.dueDay('authorise-1')).toBe('2026-04-30');
  });

  it('is asked for once a stage', () => {
    const share = asked().must(answer, '2026-04-21T12:00', REQUESTER);
    expect(share.give(ask('authorise-1'), '2026-04-21T13:00', PROVIDER)?.code).toBe(
      'supplement_already_requested',
    );
  });

  it('is due in ten working days, across the holiday of May 2026', () => {
    const { clocks } = asked().state;
    expect(clocks['supplement-1']).toMatchObject({
      state: 'running',
      dueDay: '2026-05-08',
      limit: { kind: 'house', amount: COMMON_STAGES.supplement.within.workingDays, unit: 'working-day' },
    });
  });

  it('met in the last millisecond, missed at 24:00', () => {
    const end = at('2026-05-09T00:00');
    const met = asked().must(answer, end - 1, REQUESTER);
    expect(met.state.clocks['supplement-1']?.state).toBe('met');
    const late = asked().must(answer, end, REQUESTER);
    expect(late.state.clocks['supplement-1']?.state).toBe('missed');
    expect(late.state.clocks['authorise-1']?.state).toBe('running');
  });

  it('never given, it climbs its ladder and decides nothing: the clock that waits stands still', () => {
    const share = asked().until('2029-01-01T00:00');
    expect(share.open()).toEqual(['authorise-1', 'supplement-1']);
    expect(share.state.clocks['authorise-1']?.state).toBe('paused');
    expect(share.state.escalations.map(({ clock, to }) => [clock, to.role])).toEqual([
      ['supplement-1', 'unit-head'],
      ['supplement-1', 'competent-department'],
      ['supplement-1', 'leading-group'],
    ]);
  });

  it('called off with the decision of the task that asked, its clock stops without a miss', () => {
    const share = asked().decide('authorise', 'approve', '2026-04-22T09:00');
    expect(share.state.tasks['supplement-1']?.state).toBe('cancelled');
    expect(share.state.clocks['supplement-1']?.state).toBe('cancelled');
  });
});

describe('nobody stops their own clock', () => {
  const virus = () =>
    new PureCase('lz-incident-virus').submit('2026-11-23T09:00', {
      foundAt: at('2026-11-23T09:00'),
      systemKind: 'website',
    });

  it.each([
    ['an incident is not supplemented', virus, 'restore-1', 'supplement_not_provided'],
    [
      'who applies asks nothing of itself',
      () => new PureCase('ly-catalogue-update').submit('2026-11-23T09:00'),
      'apply-1',
      'own_clock',
    ],
  ] as const)('%s, and the button is not offered', (_says, file, task, code) => {
    const theCase = file();
    const { role, department } = theCase.state.tasks[task]!;
    const by = { personId: 'holder', role, department };
    const before = theCase.state;
    expect(theCase.give(ask(task), '2026-11-23T09:10', by)?.code).toBe(code);
    expect(theCase.state).toBe(before);
    expect(offered(theCase, by, '2026-11-23T09:10')).not.toContain('request-supplement');
  });

  it('the organ that handles the application still asks for it', () => {
    expect(offered(authorising(), PROVIDER, '2026-04-21T10:00')).toContain('request-supplement');
  });

  const base = procedureById('lz-share-conditional') as Procedure;
  /** A stage that the filing unit and the manager hold alike, with the ground of an opinion and of a hearing. */
  const heldBy = (by: Stage['by']): PureCase => {
    const { basis } = base;
    const rule = { basis, by: by as 'requester' };
    const review: Stage = {
      ...(base.stages.review as Stage),
      by,
      clocks: [
        {
          limit: { amount: 5, unit: 'working-day', kind: 'statutory', basis },
          pauses: { 'third-party-opinion': rule, hearing: rule },
        },
      ],
    };
    const procedure = { ...base, stages: { ...base.stages, review } };
    return new PureCase(base.id, { procedure }).submit('2026-04-20T10:00');
  };
  const opinion = {
    type: 'ask-opinion',
    task: 'review-1',
    role: 'expert',
    department: 'experts',
    gives,
  } as const;
  const hearing = { type: 'pause', task: 'review-1', ground: 'hearing', gives } as const;

  it('an opinion stops the clock of the organ that lists the ground, and never that of the filing unit', () => {
    const byOrgan = heldBy('platform-manager').must({ ...opinion, gives }, '2026-04-20T11:00', MANAGER);
    expect(byOrgan.state.clocks['review-1']?.state).toBe('paused');
    const byFiler = heldBy('requester').must({ ...opinion, gives }, '2026-04-20T11:00', REQUESTER);
    expect(byFiler.state.clocks['review-1']?.state).toBe('running');
    expect(byFiler.open()).toContain('opinion-1');
  });

  it('the filing unit pauses on no ground at all', () => {
    const theCase = heldBy('requester');
    expect(theCase.give({ ...hearing, gives }, '2026-04-20T11:00', REQUESTER)?.code).toBe('own_clock');
    expect(offered(theCase, REQUESTER, '2026-04-20T11:00')).not.toContain('pause');
  });

  it('an opinion is due in five working days, and its ladder goes to the unit that owes it', () => {
    const theCase = heldBy('platform-manager').must({ ...opinion, gives }, '2026-04-20T11:00', MANAGER);
    const { clocks } = theCase.state;
    expect(clocks['opinion-1']).toMatchObject({ dueDay: '2026-04-27', limit: { kind: 'house' } });
    const give: CommandBody = { type: 'give-opinion', task: 'opinion-1', gives };
    theCase.must(give, '2026-04-27T23:59', { ...actor('expert'), department: 'experts' });
    expect(theCase.state.clocks['opinion-1']?.state).toBe('met');
    expect(theCase.state.clocks['review-1']).toMatchObject({ state: 'running', dueDay: '2026-05-07' });
  });
});

it('a run that began before these limits goes on as it began', () => {
  const share = new PureCase('lz-share-conditional', { practice: 1 })
    .submit('2026-04-20T10:00')
    .must(ask('review-1'), '2026-04-21T10:00', MANAGER);
  expect(share.state.clocks['supplement-1']).toBeUndefined();
  expect(share.until('2029-01-01T00:00').state.escalations).toEqual([]);
});
