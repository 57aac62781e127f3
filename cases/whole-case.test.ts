import { describe, expect, it } from 'vitest';
import { openCalendar, type WorkCalendar } from '../calendar/index.ts';
import { calendars, composeCalendar, parentsOf, releases } from '../calendar/tables.ts';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { statutory, target } from '../procedures/limits.ts';
import type { CaseClockRule, Demand, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { caseLight, lightOf } from './state.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;
const MANAGER = actor('platform-manager');
const REQUESTER = actor('requester');
const gives: Demand[] = ['reasons'];

/** Sharing with a limit over the whole case, which no regulated procedure has: the manager's, ten working days. */
const rule: CaseClockRule = {
  title: '全程',
  by: 'platform-manager',
  limit: statutory(10, 'working-day', basis),
  pausedWith: { 'expert-review': basis },
  extension: { by: 'platform-manager', upTo: { amount: 5, unit: 'working-day' }, times: 1, basis },
};
const pauses = { by: 'platform-manager', basis, capWorkingDays: 2 } as const;
const underRule = (change: Partial<CaseClockRule> = {}, stage: Partial<Stage> = {}): PureCase => {
  const review: Stage = {
    ...(share.stages.review as Stage),
    clocks: [
      { limit: target(5, 'working-day', basis), pauses: { 'expert-review': pauses, hearing: pauses } },
    ],
    ...stage,
  };
  const procedure = {
    ...share,
    form: { ...share.form, receivedAt: { title: '收到时间', type: 'past-instant', steers: 'receivedAt' } },
    stages: { ...share.stages, review },
    acts: { ...share.acts, reopen: { by: 'platform-manager', from: ['refused'], opens: ['review'], basis } },
    caseClocks: { whole: { ...rule, ...change } },
  } as Procedure;
  // Monday 23 November: ten working days end on 7 December.
  return new PureCase('made-up', { procedure }).submit('2026-11-23T10:00');
};
const whole = ({ state }: PureCase, number = 1) => state.clocks[`whole-${number}`];
const stillFor = (theCase: PureCase) => whole(theCase)?.term.pauses.map(({ toMs }) => toMs);

describe('a limit over the whole case', () => {
  it('is that of the handling organ: it answers for it, and its lead hears of it first', () => {
    const clock = whole(underRule());
    const holder = { role: 'platform-manager', department: 'dept-of-platform-manager' };
    expect(clock).toMatchObject({ stage: null, dueDay: '2026-12-07', holder });
    expect(clock?.rungs[0]).toMatchObject({
      atMs: at('2026-12-08T00:00'),
      to: { role: 'unit-head', department: 'dept-of-platform-manager' },
    });
  });

  it('runs on from stage to stage, warns, is missed once, climbs its ladder and stops with the case', () => {
    const theCase = underRule().decide('review', 'pass', '2026-11-24T10:00').until('2026-12-06T23:59');
    const light = (local: string) => lightOf(whole(theCase) as never, at(local));
    expect([light('2026-12-04T10:00'), light('2026-12-07T00:00'), light('2026-12-08T00:00')]).toEqual([
      'green',
      'yellow',
      'red',
    ]);
    theCase.until('2026-12-20T00:00');
    const about = theCase.events.filter(({ data }) => 'clock' in data && data.clock === 'whole-1');
    expect(about.map(({ type }) => type)).toEqual([
      ...['ClockStarted', 'ClockWarned', 'ClockMissed', 'Escalated', 'Escalated', 'Escalated'],
    ]);
    theCase.decide('authorise', 'refuse', '2026-12-21T10:00');
    expect(whole(theCase)).toMatchObject({ state: 'missed', stoppedAtMs: at('2026-12-21T10:00') });
  });

  it('has a light of its own beside those of the stages', () => {
    const theCase = underRule().until('2026-12-01T10:00');
    expect(lightOf(whole(theCase) as never, at('2026-12-01T10:00'))).toBe('green');
    expect(caseLight(theCase.state, at('2026-12-01T10:00'))).toBe('red');
  });

  it.each([
    ['the arrival', {}, '2026-12-07'],
    ['the settlement of a stage (自受理之日起)', { from: { settled: 'review' } }, '2026-12-09'],
    ['a fact, once somebody has said it', { from: { fact: 'heldAt' } }, '2026-12-08'],
  ] as [string, Partial<CaseClockRule>, string][])('counts from %s', (_says, change, dueDay) => {
    const theCase = underRule(change);
    const filing = 'from' in change ? undefined : '2026-12-07';
    expect(whole(theCase)?.dueDay).toBe(filing);
    theCase.decide('review', 'pass', '2026-11-25T10:00', { heldAt: at('2026-11-24T15:00') });
    expect(whole(theCase)?.dueDay).toBe(dueDay);
  });

  it('runs anew for a case that is reopened, from the reopening', () => {
    const theCase = underRule().decide('review', 'refuse', '2026-11-24T10:00');
    expect(whole(theCase)?.state).toBe('met');
    theCase.must({ type: 'reopen', gives }, '2026-11-30T10:00', MANAGER);
    expect(whole(theCase, 2)).toMatchObject({ state: 'running', dueDay: '2026-12-14' });
  });
});

describe('it stands still with the stages', () => {
  const supplement = (theCase: PureCase, askedAt: string): PureCase =>
    theCase.must({ type: 'request-supplement', task: 'review-1', gives }, askedAt, MANAGER);
  const answer = (theCase: PureCase, local: string): PureCase =>
    theCase.must({ type: 'supplement', facts: {}, digest: '' }, local, REQUESTER);

  it.each([
    // Used: 24 and 25 November; waited: 26 November to 1 December.
    ['the wait is not counted', undefined, '2026-12-11'],
    ['the whole limit anew from the answer', 'reset', '2026-12-15'],
    ['the limit begins with complete material', 'before-start', '2026-12-15'],
  ] as const)('while the applicant supplements: %s', (_says, correction, dueDay) => {
    const theCase = supplement(underRule(correction === undefined ? {} : { correction }), '2026-11-25T10:00');
    expect(whole(theCase)).toMatchObject({ state: 'paused', dueAtMs: null });
    expect(whole(answer(theCase, '2026-12-01T10:00'))).toMatchObject({ state: 'running', dueDay });
  });

  it('also where the clock of the stage has been missed before, which goes on being overdue', () => {
    const theCase = supplement(underRule().until('2026-12-01T10:00'), '2026-12-01T10:00');
    expect([theCase.state.clocks['review-1']?.state, whole(theCase)?.state]).toEqual(['missed', 'paused']);
  });

  it.each([['exclude'], ['reset']] as const)(
    'and runs on, not anew, when the stage is decided without the answer (%s)',
    (correction) => {
      const theCase = supplement(underRule({ correction }), '2026-11-25T10:00');
      theCase.decide('review', 'pass', '2026-12-01T10:00');
      expect(whole(theCase)).toMatchObject({ state: 'running', dueDay: '2026-12-11' });
    },
  );

  it('while its own ground pauses the stage, until the cap of the stage ends it, to the second', () => {
    const theCase = underRule();
    const ground = 'expert-review' as const;
    theCase.must({ type: 'pause', task: 'review-1', ground, gives }, '2026-11-24T10:00', MANAGER);
    expect(whole(theCase)?.state).toBe('paused');
    theCase.tick('2026-11-28T09:00');
    expect(theCase.state.clocks['review-1']?.state).toBe('running');
    // 24 November was used; 25 and 26 were not counted.
    expect([stillFor(theCase), whole(theCase)?.dueDay]).toEqual([[at('2026-11-27T00:00')], '2026-12-09']);
  });

  it('and runs on while a ground that it does not list pauses the stage', () => {
    const theCase = underRule();
    theCase.must({ type: 'pause', task: 'review-1', ground: 'hearing', gives }, '2026-11-24T10:00', MANAGER);
    expect([theCase.state.clocks['review-1']?.state, whole(theCase)?.state]).toEqual(['paused', 'running']);
  });

  it('as long as any of several reasons lasts, once', () => {
    const theCase = underRule();
    theCase.must(
      { type: 'pause', task: 'review-1', ground: 'expert-review', gives },
      '2026-11-24T10:00',
      MANAGER,
    );
    supplement(theCase, '2026-11-25T10:00').until('2026-11-30T10:00');
    expect([theCase.state.clocks['review-1']?.state, whole(theCase)?.state]).toEqual(['paused', 'paused']);
    answer(theCase, '2026-12-01T10:00');
    // Only 24 November was used before; 2 December is the second of ten.
    expect(whole(theCase)).toMatchObject({ state: 'running', dueDay: '2026-12-14' });
  });
});

describe('what moves it', () => {
  it('its extension, within its ceiling and once, by the one it names, at an open task', () => {
    const theCase = underRule();
    const extend = (amount: number, by = MANAGER) =>
      theCase.give({ type: 'extend', task: 'review-1', amount, gives }, '2026-11-24T10:00', by)?.code;
    expect([extend(3, REQUESTER), extend(6)]).toEqual(['not_your_task', 'extension_too_long']);
    expect([extend(3), whole(theCase)?.dueDay, extend(1)]).toEqual([
      undefined,
      '2026-12-10',
      'extended_already',
    ]);
  });

  const oneDay = (date: string, state: 'working' | 'off'): WorkCalendar => {
    const calendarId = 'cn-gs-lzxq';
    const days = { [date]: { state, name: '临时' } };
    const notice = { title: '通知', publishedAt: '2026-11-23' };
    const release = { calendarId, version: 99, notice, coverage: { from: date, to: date }, days };
    const chain = { calendarId, parents: parentsOf(calendars, calendarId) };
    return openCalendar(
      composeCalendar([...releases, release], { ...chain, from: '2024-01-01', to: '2030-12-31' }),
    );
  };
  it.each([
    ['a worked Saturday, earlier', '2026-11-28', 'working', '2026-12-04'],
    ['a day off, later', '2026-11-27', 'off', '2026-12-08'],
  ] as const)('a published calendar, as any limit of the organ: %s', (_says, date, state, dueDay) => {
    const { rules, state: before } = underRule();
    const calendar = oneDay(date, state);
    const { id, version } = calendar;
    const command = { type: 'adopt-calendar', id: 'a', calendar: { id, version } } as const;
    const events = decide({ ...rules, calendar }, before, command, at('2026-11-23T11:00'));
    expect(fold(events as never, before).clocks['whole-1']?.dueDay).toBe(dueDay);
  });

  it('an arrival put right', () => {
    const theCase = underRule();
    const arrivedAtMs = at('2026-11-19T10:00');
    theCase.must({ type: 'correct-arrival', arrivedAtMs, gives }, '2026-11-23T12:00', MANAGER);
    expect(whole(theCase)?.dueDay).toBe('2026-12-03');
  });
});

describe('a limit that is kept before the end of the case', () => {
  const kept = () => underRule({ to: { settled: 'review', as: ['pass'] } });

  it('stops with what it is for, and neither goes on nor begins anew while the case does', () => {
    const theCase = kept().decide('review', 'pass', '2026-12-07T23:59:59');
    expect(whole(theCase)).toMatchObject({ state: 'met', stoppedAtMs: at('2026-12-07T23:59:59') });
    theCase.decide('authorise', 'approve', '2026-12-09T10:00').until('2026-12-31T10:00');
    expect(whole(theCase, 2)).toBeUndefined();
    expect(whole(theCase)?.state).toBe('met');
  });

  it('is missed by what comes at its end or later', () => {
    expect(whole(kept().decide('review', 'pass', '2026-12-08T00:00'))?.state).toBe('missed');
  });
});
