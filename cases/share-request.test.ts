import { describe, expect, it } from 'vitest';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { SHARE_TERMS } from '../test/support/share-terms.ts';
import { lightOf } from './state.ts';

describe('LZ-D 第三十条: 2 + 3 + 2 working days', () => {
  it.each(SHARE_TERMS)('$name', ({ submitted, passed, approved, due }) => {
    const share = new PureCase('lz-share-conditional').submit(submitted);
    expect(share.dueDay('review-1')).toBe(due[0]);
    share.decide('review', 'pass', passed);
    expect(share.dueDay('authorise-1')).toBe(due[1]);
    share.decide('authorise', 'approve', approved);
    expect(share.dueDay('exchange-1')).toBe(due[2]);
    share.decide('exchange', 'done', `${due[2]}T23:59:59`);
    expect(share.state).toMatchObject({ status: 'closed', result: 'granted' });
    expect(Object.values(share.state.clocks).map(({ state }) => state)).toEqual(['met', 'met', 'met']);
  });
});

describe('the two sides of a limit', () => {
  const authorising = () =>
    new PureCase('lz-share-conditional')
      .submit('2026-11-23T09:30')
      .decide('review', 'pass', '2026-11-23T16:00');

  it('met in the last millisecond before 24:00 of the due day', () => {
    const share = authorising().decide('authorise', 'approve', at('2026-11-27T00:00') - 1);
    expect(share.state.clocks['authorise-1']?.state).toBe('met');
    expect(share.events.some(({ type }) => type === 'ClockMissed')).toBe(false);
  });

  it('missed at 24:00, though the engine had not woken yet, and the first rung with it', () => {
    const share = authorising().decide('authorise', 'approve', at('2026-11-27T00:00'));
    expect(share.state.clocks['authorise-1']?.state).toBe('missed');
    expect(share.state.escalations).toEqual([
      {
        clock: 'authorise-1',
        rung: 1,
        atMs: at('2026-11-27T00:00'),
        to: { role: 'data-provider-lead', department: 'dept-of-data-provider' },
      },
    ]);
    expect(share.open()).toEqual(['exchange-1']);
  });

  it('a miss that only the engine was late for is taken back by the act that was received in time', () => {
    const share = authorising().until('2026-11-28T00:00');
    expect(share.state.clocks['authorise-1']?.state).toBe('missed');
    share.decide('authorise', 'approve', '2026-11-26T23:59:59');
    expect(share.state.clocks['authorise-1']?.state).toBe('met');
    expect(share.events.map(({ type }) => type)).toContain('ClockMissRevoked');
  });

  it('silence decides nothing: years later the case still waits, with every rung fired once', () => {
    const share = authorising().until('2029-01-01T00:00');
    expect(share.state.status).toBe('open');
    expect(share.open()).toEqual(['authorise-1']);
    expect(share.state.escalations.map(({ rung, atMs }) => [rung, atMs])).toEqual([
      [1, at('2026-11-27T00:00')],
      [2, at('2026-11-28T00:00')],
      [3, at('2026-12-02T00:00')],
    ]);
  });

  it('yellow from 00:00 of the last working day, red from 24:00', () => {
    const clock = authorising().state.clocks['authorise-1'] as never;
    expect(lightOf(clock, at('2026-11-26T00:00') - 1)).toBe('green');
    expect(lightOf(clock, at('2026-11-26T00:00'))).toBe('yellow');
    expect(lightOf(clock, at('2026-11-27T00:00') - 1)).toBe('yellow');
    expect(lightOf(clock, at('2026-11-27T00:00'))).toBe('red');
  });
});

describe('refusals leave the case as it was', () => {
  const submitted = () => new PureCase('lz-share-conditional').submit('2026-11-23T09:30');
  const decideReview = (outcome: string, gives: ('reasons' | 'fields')[] = []) =>
    ({ type: 'decide', task: 'review-1', outcome, gives, facts: {}, digest: '' }) as const;
  const noon = '2026-11-23T12:00';
  it.each([
    ['reasons_required', decideReview('refuse'), actor('platform-manager')],
    ['outcome_not_allowed', decideReview('shrug'), actor('platform-manager')],
    ['not_your_task', decideReview('pass'), actor('data-provider')],
    ['role_not_allowed', { type: 'withdraw' } as const, actor('platform-manager')],
    [
      'separation_of_roles',
      decideReview('pass'),
      { ...actor('platform-manager'), personId: 'requester/one' },
    ],
    ['task_not_found', { ...decideReview('pass'), task: 'review-9' }, actor('platform-manager')],
  ] as const)('%s', (code, body, by) => {
    const share = submitted();
    const before = share.state;
    expect(share.give({ ...body } as never, noon, by)?.code).toBe(code);
    expect(share.state).toBe(before);
  });

  it('the second of two officers is told who decided and when', () => {
    const share = submitted().decide('review', 'pass', noon);
    const refusal = share.give(
      decideReview('pass') as never,
      '2026-11-23T12:01',
      actor('platform-manager', 'two'),
    );
    expect(refusal).toMatchObject({
      code: 'task_already_decided',
      already: { atMs: at(noon), outcome: 'pass' },
    });
  });

  it('the same command twice takes effect once', () => {
    const share = submitted();
    share.give(decideReview('pass') as never, noon, actor('platform-manager'), 'same');
    const seq = share.state.seq;
    expect(share.give(decideReview('pass') as never, noon, actor('platform-manager'), 'same')).toBeNull();
    expect(share.state.seq).toBe(seq);
  });
});
