import { describe, expect, it } from 'vitest';
import { procedureById } from '../procedures/index.ts';
import { at, PureCase } from '../test/support/pure-case.ts';
import type { CaseEvent } from './events.ts';
import { reckonedClock } from './reckon.ts';

const monthly = (period: string, opened: string) =>
  new PureCase('lz-virus-scan').openDuty(opened, { period });
const toldIn = (events: readonly CaseEvent[]) =>
  events.flatMap((event) =>
    event.type === 'Escalated' ? [event.data.to.role] : event.type === 'ClockWarned' ? ['warned'] : [],
  );

describe('a period of a duty that was over before its case was opened', () => {
  it('is missed from the start, at the end of its own period, and is told of once', () => {
    const theCase = monthly('2026-08', '2026-11-03T09:00').until('2026-12-31T00:00');
    expect(theCase.state.submittedAtMs).toBe(at('2026-11-03T09:00'));
    expect(theCase.state.clocks['perform-1']).toMatchObject({ dueDay: '2026-08-31', state: 'missed' });
    expect(toldIn(theCase.events)).toEqual(['unit-head']);
    const clock = theCase.state.clocks['perform-1']!;
    expect(clock).toMatchObject(reckonedClock(theCase.rules, theCase.state, clock));
    theCase.decide('perform', 'done', '2026-12-31T09:00');
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'done' });
    expect(theCase.state.clocks['perform-1']?.state).toBe('missed');
  });

  it('while one opened in its last second has its whole ladder', () => {
    const theCase = monthly('2026-08', '2026-08-31T23:59:59').until('2026-12-31T00:00');
    expect(toldIn(theCase.events).filter((told) => told !== 'warned')).toEqual([
      ...['unit-head', 'competent-department', 'leading-group'],
    ]);
  });

  it('and what follows on it has the limits and the ladder that it always has', () => {
    const procedure = procedureById('lz-seal-summary')!;
    const theCase = new PureCase(procedure.id)
      .openDuty('2026-11-03T09:00', { period: '2026-08' })
      .decide('perform', 'done', '2026-11-04T09:00')
      .until('2026-11-30T00:00');
    expect(theCase.state.clocks['receive-1']).toMatchObject({
      dueDay: '2026-11-11',
      state: 'missed',
      ladder: 'ordinary',
    });
    expect(toldIn(theCase.events)).toContain('leading-group');
  });
});
