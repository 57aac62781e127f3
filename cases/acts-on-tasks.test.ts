import { describe, expect, it } from 'vitest';
import { procedureById } from '../procedures/index.ts';
import { statutory, target } from '../procedures/limits.ts';
import type { Demand, PauseGround, Procedure, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { allowedActs } from './allowed-acts.ts';
import type { CommandBody, RefusalCode } from './commands.ts';

const base = procedureById('lz-share-conditional') as Procedure;
const { basis } = base;
const gives: Demand[] = ['reasons'];
const MONDAY = '2026-03-02T09:00';
const TUESDAY = '2026-03-03T09:00';
const THURSDAY = '2026-03-05T09:00';
const MANAGER = actor('platform-manager');
const PROVIDER = actor('data-provider');
const HEAD = actor('unit-head');
const REQUESTER = actor('requester');

const days = (amount: number) => statutory(amount, 'working-day', basis);
const plain = (by: Stage['by'], outcomes: Stage['outcomes'], more: Partial<Stage> = {}): Stage => ({
  title: '环节',
  basis,
  by,
  within: days(5),
  outcomes,
  ...more,
});
/** Two stages side by side, one of them under two clocks, then one that three decide in sequence. */
const made: Procedure = {
  ...base,
  start: ['left', 'right'],
  stages: {
    left: plain('platform-manager', { done: { title: '办结', opens: ['seal'] } }),
    right: plain(
      'data-provider',
      { done: { title: '办结', opens: ['seal'] } },
      {
        clocks: [
          { id: 'right', limit: target(2, 'working-day', basis) },
          {
            id: 'whole',
            limit: days(10),
            pauses: {
              hearing: { basis, by: 'data-provider' },
              'third-party-opinion': { basis, by: 'data-provider' },
            },
            extension: { by: 'data-provider', upTo: { amount: 5, unit: 'working-day' }, times: 1, basis },
            adjustable: { by: 'data-provider', basis },
          },
        ],
      },
    ),
    seal: plain(
      ['requester', 'unit-head', 'platform-operator'],
      {
        agree: { title: '同意', ends: 'granted' },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
      { join: ['left', 'right'], agreement: 'sequence' },
    ),
  },
};
const filed = () => new PureCase(base.id, { procedure: made }).submit(MONDAY);
const on = (task: string) => ({ task, gives });
const codeOf = (
  theCase: PureCase,
  body: CommandBody,
  local: string,
  by = PROVIDER,
): RefusalCode | undefined => theCase.give(body, local, by)?.code;
const offered = (theCase: PureCase, by = PROVIDER) =>
  allowedActs(theCase.rules, theCase.state, by, theCase.events.at(-1)?.atMs ?? 0);
const stateOf = (theCase: PureCase, clock: string) => theCase.state.clocks[clock]?.state;

describe('two clocks on one stage: each act finds the clock whose rule provides for it', () => {
  it('a pause stops those that list the ground, and no other', () => {
    const theCase = filed();
    const pause = (ground: PauseGround): CommandBody => ({ type: 'pause', ...on('right-1'), ground });
    expect(codeOf(theCase, pause('testing'), TUESDAY)).toBe('ground_not_listed');
    expect(offered(theCase)).toContainEqual(
      expect.objectContaining({ act: 'pause', grounds: ['hearing', 'third-party-opinion'] }),
    );
    theCase.must(pause('hearing'), TUESDAY, PROVIDER);
    expect([stateOf(theCase, 'right-1'), stateOf(theCase, 'whole-1')]).toEqual(['running', 'paused']);
    expect(codeOf(theCase, pause('hearing'), TUESDAY)).toBe('clock_not_running');
    expect(offered(theCase)).toContainEqual(expect.objectContaining({ act: 'resume', task: 'right-1' }));
    theCase.must({ type: 'resume', ...on('right-1') }, THURSDAY, PROVIDER);
    expect(theCase.state.clocks['whole-1']).toMatchObject({ state: 'running', dueDay: '2026-03-18' });
    expect(codeOf(theCase, { type: 'resume', ...on('right-1') }, THURSDAY)).toBe('clock_not_paused');
    expect(theCase.dueDay('right-1')).toBe('2026-03-04');
  });

  it('an extension and another limit are given to the one that has them, once and within its ceiling', () => {
    const theCase = filed();
    const extend = (amount: number): CommandBody => ({ type: 'extend', ...on('right-1'), amount });
    expect(offered(theCase)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ act: 'extend', amount: { unit: 'working-day', max: 5 } }),
        expect.objectContaining({ act: 'set-limit', amount: { unit: 'working-day', max: 30 } }),
      ]),
    );
    expect(codeOf(theCase, { type: 'extend', ...on('left-1'), amount: 1 }, TUESDAY, MANAGER)).toBe(
      'extension_not_provided',
    );
    expect(codeOf(theCase, extend(6), TUESDAY)).toBe('extension_too_long');
    theCase.must(extend(5), TUESDAY, PROVIDER);
    expect([theCase.dueDay('right-1'), theCase.dueDay('whole-1')]).toEqual(['2026-03-04', '2026-03-23']);
    expect(codeOf(theCase, extend(1), TUESDAY)).toBe('extended_already');
    const setLimit = (amount: number): CommandBody => ({ type: 'set-limit', ...on('right-1'), amount });
    expect(theCase.give(setLimit(31), TUESDAY, PROVIDER)).toMatchObject({
      code: 'limit_too_long',
      allowed: ['30'],
    });
    theCase.must(setLimit(8), TUESDAY, PROVIDER);
    expect(theCase.dueDay('whole-1')).toBe('2026-03-19');
    // The number is not the text's any more, and it is told whose it is.
    expect(theCase.state.clocks['whole-1']).toMatchObject({
      limit: { amount: 8, kind: 'target' },
      setBy: { by: PROVIDER, atMs: at(TUESDAY) },
    });
    theCase.until('2026-03-20T00:00');
    expect(codeOf(filed().until('2026-03-17T00:00'), extend(1), '2026-03-17T09:00')).toBe('limit_has_run');
  });
});

describe('征求意见: an opinion of another unit', () => {
  const ask: CommandBody = { type: 'ask-opinion', ...on('right-1'), role: 'expert', department: 'experts' };
  const expert = { ...actor('expert'), department: 'experts' };

  it('stops the clock whose rule lists the ground, until it is given', () => {
    const theCase = filed();
    expect(offered(theCase)).toContainEqual(expect.objectContaining({ act: 'ask-opinion', task: 'right-1' }));
    expect(codeOf(theCase, { ...ask, gives: [] }, TUESDAY)).toBe('reasons_required');
    expect(codeOf(theCase, { ...ask, role: 'data-provider' }, TUESDAY)).toBe('act_not_allowed');
    theCase.must(ask, TUESDAY, PROVIDER);
    expect([stateOf(theCase, 'right-1'), stateOf(theCase, 'whole-1')]).toEqual(['running', 'paused']);
    const give: CommandBody = { type: 'give-opinion', ...on('opinion-1') };
    expect(codeOf(theCase, give, TUESDAY)).toBe('not_your_task');
    expect(offered(theCase, expert)).toContainEqual(expect.objectContaining({ act: 'give-opinion' }));
    theCase.must(give, THURSDAY, expert);
    expect(theCase.state.clocks['whole-1']).toMatchObject({ state: 'running', dueDay: '2026-03-18' });
    expect(theCase.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['OpinionAsked', 'ClockPaused', 'OpinionGiven', 'ClockResumed']),
    );
  });

  it('is asked no more once the task that asked has been decided', () => {
    const theCase = filed().must(ask, TUESDAY, PROVIDER).decide('right', 'done', TUESDAY);
    expect(theCase.state.tasks['opinion-1']?.state).toBe('cancelled');
    expect(codeOf(theCase, { type: 'give-opinion', ...on('opinion-1') }, TUESDAY, expert)).toBe(
      'task_cancelled',
    );
  });
});

describe('补正: side by side, each stage waits for its own', () => {
  const supplement: CommandBody = { type: 'supplement', facts: {}, digest: '' };

  it('a decision of one leaves what the other has asked for, and its clock runs on with the answer', () => {
    const theCase = filed()
      .must({ type: 'request-supplement', ...on('left-1') }, TUESDAY, MANAGER)
      .must({ type: 'request-supplement', ...on('right-1') }, TUESDAY, PROVIDER)
      .decide('right', 'done', TUESDAY);
    expect(theCase.open()).toEqual(['left-1', 'supplement-1']);
    expect(stateOf(theCase, 'left-1')).toBe('paused');
    theCase.must(supplement, THURSDAY, REQUESTER);
    expect(theCase.state.clocks['left-1']).toMatchObject({ state: 'running', dueDay: '2026-03-11' });
  });

  it('answered while a dispute holds the clocks, the clock waits for the dispute', () => {
    const dispute = {
      by: ['data-provider' as const],
      procedure: 'lz-dispute',
      basis,
      clocks: 'pause' as const,
    };
    const theCase = new PureCase(base.id, { procedure: { ...made, acts: { ...made.acts, dispute } } })
      .submit(MONDAY)
      .must({ type: 'request-supplement', ...on('left-1') }, TUESDAY, MANAGER)
      .must({ type: 'dispute', gives }, TUESDAY, PROVIDER)
      .must(supplement, THURSDAY, REQUESTER);
    expect([stateOf(theCase, 'left-1'), stateOf(theCase, 'whole-1')]).toEqual(['paused', 'paused']);
    theCase.settleChild('T-1.1', 0, Date.parse('2026-03-09T01:00:00Z'));
    expect(theCase.state.clocks['left-1']).toMatchObject({ state: 'running', dueDay: '2026-03-13' });
  });
});

describe('任一: any of several may decide', () => {
  const { left } = made.stages as { left: Stage };
  const either = { ...left, by: ['platform-manager', 'unit-head'], agreement: 'any' } as Stage;
  const begun = () =>
    new PureCase(base.id, { procedure: { ...made, stages: { ...made.stages, left: either } } }).submit(
      MONDAY,
    );

  it('under one limit, which the first of them keeps for all; nothing is left for the others', () => {
    const theCase = begun();
    expect(theCase.open()).toEqual(['left-1', 'left-2', 'right-1']);
    expect(theCase.state.tasks['left-2']?.clockIds).toEqual(['left-1']);
    const done = { type: 'decide', ...on('left-2'), outcome: 'done', facts: {}, digest: '' } as const;
    theCase.must({ ...done, gives: [...gives] }, TUESDAY, HEAD);
    expect(theCase.open()).toEqual(['right-1']);
    expect([stateOf(theCase, 'left-1'), stateOf(theCase, 'left-2')]).toEqual(['met', undefined]);
    expect(codeOf(theCase, { ...done, task: 'left-1' }, TUESDAY, MANAGER)).toBe('task_cancelled');
  });

  it('missed by all, it is missed once and climbs one ladder', () => {
    const theCase = begun().until('2026-04-01T00:00');
    const missed = theCase.events.filter(({ type }) => type === 'ClockMissed');
    expect(missed.map((event) => event.data)).toContainEqual(expect.objectContaining({ clock: 'left-1' }));
    expect(missed.filter(({ data }) => (data as { clock: string }).clock.startsWith('left'))).toHaveLength(1);
  });
});

describe('先后: several decide in sequence', () => {
  const atSeal = () => filed().decide('left', 'done', MONDAY).decide('right', 'done', MONDAY);
  const agree = (task: string): CommandBody => ({
    type: 'decide',
    ...on(task),
    outcome: 'agree',
    facts: {},
    digest: '',
  });

  it('each begins with the agreement of the one before, under a limit of its own', () => {
    const theCase = atSeal();
    expect(theCase.open()).toEqual(['seal-1']);
    expect(codeOf(theCase, agree('seal-2'), TUESDAY, HEAD)).toBe('task_not_found');
    expect(offered(theCase, HEAD).map(({ act }) => act)).not.toContain('decide');
    theCase.decide('seal', 'agree', TUESDAY);
    expect(theCase.open()).toEqual(['seal-2']);
    expect([stateOf(theCase, 'seal-1'), theCase.dueDay('seal-2')]).toEqual(['met', '2026-03-10']);
    theCase.decide('seal', 'agree', THURSDAY).decide('seal', 'agree', THURSDAY);
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'granted' });
  });

  it('one who does not agree settles it; nobody after that one is asked', () => {
    const theCase = atSeal().decide('seal', 'agree', TUESDAY).decide('seal', 'refuse', TUESDAY);
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'refused' });
    expect(theCase.state.tasks['seal-3']).toBeUndefined();
  });
});

describe('关联、批注、更正收到时间: on any case, recorded, refused with a code', () => {
  it.each<[string, CommandBody, RefusalCode]>([
    ['itself', { type: 'link', other: 'T-1' }, 'link_to_self'],
    ['without words', { type: 'comment', gives: [] }, 'reasons_required'],
    [
      'later than now',
      { type: 'correct-arrival', arrivedAtMs: Date.parse('2026-03-04'), gives },
      'arrival_in_future',
    ],
    [
      'to itself',
      { type: 'transfer', ...on('right-1'), toDepartment: PROVIDER.department, toPerson: null },
      'transfer_to_self',
    ],
    ['to where no way is provided', { type: 'return', ...on('right-1'), to: 'left' }, 'return_not_provided'],
    ['by whom no rule names', { type: 'terminate', gives }, 'role_not_allowed'],
    ['while it is open', { type: 'reopen', gives }, 'act_not_allowed'],
  ])('%s: %o', (_what, body, code) => {
    expect(codeOf(filed(), body, TUESDAY)).toBe(code);
  });

  it('once each', () => {
    const theCase = filed().must({ type: 'link', other: 'T-9' }, TUESDAY, PROVIDER);
    expect(theCase.state.links).toEqual(['T-9']);
    expect(codeOf(theCase, { type: 'link', other: 'T-9' }, TUESDAY)).toBe('linked_already');
    theCase.must({ type: 'comment', gives }, TUESDAY, PROVIDER);
    expect(theCase.events.slice(-2).map(({ type }) => type)).toEqual(['Linked', 'Commented']);
  });
});
