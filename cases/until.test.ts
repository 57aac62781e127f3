import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../calendar/index.ts';
import { findingsOf } from '../procedures/check.ts';
import { procedureById } from '../procedures/index.ts';
import type { ClockRule, LimitUntil, Procedure, Stage } from '../procedures/schema.ts';
import { at, PureCase } from '../test/support/pure-case.ts';

const DAY = '2026-04-27T09:00';
const custody = procedureById('lz-seal-custody') as Procedure;

const lent = (until: string, procedure: Procedure = custody) =>
  new PureCase(custody.id, { procedure })
    .submit(DAY, { until })
    .decide('agree', 'agree', DAY)
    .decide('hand-over', 'done', DAY);

/** The same with another policy for a date that falls on a rest day. */
const moved = (move: LimitUntil['move']): Procedure => {
  const stage = custody.stages.custody as Stage;
  const [clock] = stage.clocks as [ClockRule];
  const limit = { ...(clock.limit as LimitUntil), move };
  return {
    ...custody,
    stages: { ...custody.stages, custody: { ...stage, clocks: [{ ...clock, limit }] } },
  };
};

describe('a limit until a date that was given ends with that date', () => {
  it('the limit in force is the date itself, and its ledger says so', () => {
    const clock = lent('2026-05-20').state.clocks['custody-1'];
    expect(clock).toMatchObject({
      dueDay: '2026-05-20',
      dueAtMs: at('2026-05-21T00:00'),
      limit: { unit: 'date', rule: { kind: 'on', date: '2026-05-20' }, kind: 'house' },
    });
    const { rules } = lent('2026-05-20');
    const ledger = ledgerOf(rules.calendar, (clock as NonNullable<typeof clock>).term);
    expect(ledger.rule).toBe('2026-05-20 前（含当日）');
    expect(ledger.rows.at(-1)).toMatchObject({ date: '2026-05-20', why: '工作日，规定的截止日' });
    expect(ledger.dueAtMs).toBe(clock?.dueAtMs);
  });

  it.each([
    ['none', '2026-05-03'],
    ['next', '2026-05-06'],
    ['previous', '2026-04-30'],
  ] as const)('within Labour Day (off 1–5 May), move %s: until %s', (move, last) => {
    expect(lent('2026-05-03', moved(move)).dueDay('custody-1')).toBe(last);
  });

  it('handed over only after the date: late at once', () => {
    const theCase = new PureCase(custody.id).submit(DAY, { until: '2026-04-28' });
    theCase.decide('agree', 'agree', DAY).decide('hand-over', 'done', '2026-04-29T09:00');
    expect(theCase.until('2026-04-29T09:00').state.clocks['custody-1']?.state).toBe('missed');
  });

  it('the check wants a date that must be given, within so many days', () => {
    const optional = { ...custody.form, until: { ...custody.form.until, required: false } };
    const boundless = { ...custody.form, until: { title: '截止', type: 'future-date', steers: 'until' } };
    const nobody = { ...custody.form, until: { title: '截止', type: 'future-date', withinDays: 9 } };
    for (const form of [optional, boundless, nobody] as Procedure['form'][]) {
      expect(findingsOf({ ...custody, form }).join('\n')).toContain('no date that must be given');
    }
  });
});
