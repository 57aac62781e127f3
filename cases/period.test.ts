import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import type { Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { dayInPeriod, periodAt, periodText, readPeriod } from './period.ts';
import { isOverdue } from './state.ts';

describe('a period is a year, half-year, quarter or month', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2027'],
    ['2026-H2', 'half-year', '2026-07-01', '2027-H1'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-Q4'],
    ['2026-09', 'month', '2026-09-01', '2026-10'],
    ['2026-12', 'month', '2026-12-01', '2027-01'],
  ] as const)('%s is a %s that begins on %s, and %s follows', (text, every, first, next) => {
    const period = readPeriod(text);
    if (period === null) throw new Error(`${text} is no period`);
    expect(period.every).toBe(every);
    expect([periodText(period), dayInPeriod(period)]).toEqual([text, first]);
    expect(periodText({ ...period, index: period.index + 1 })).toBe(next);
    expect(periodAt(every, at(`${first}T00:00`))).toEqual(period);
    expect(periodAt(every, at(`${first}T00:00`) - 1)).toEqual({ ...period, index: period.index - 1 });
  });

  it.each(['', '26', '2026-00', '2026-13', '2026-Q5', '2026-H0', '2026-H3', '2026-1', '2026-01-01', ' 2026'])(
    '%j is none',
    (text) => expect(readPeriod(text)).toBeNull(),
  );
});

/** LY-E 第七条：每年9月底前……报送下一年度项目建设计划. */
describe('a dated limit belongs to its period', () => {
  const plan = (filed: string, plannedYear?: string) =>
    new PureCase('ly-project').submit(filed, plannedYear === undefined ? {} : { plannedYear });
  const clockOf = (theCase: PureCase) => theCase.state.clocks['plan-1']!;

  it('filed on the last day, it may be met until that day is over', () => {
    const theCase = plan('2026-09-30T23:00', '2027').decide('plan', 'sent', '2026-09-30T23:59:59');
    expect(clockOf(theCase)).toMatchObject({ dueDay: '2026-09-30', state: 'met' });
  });

  it('filed a second later it is late at once, and is missed, not due next year', () => {
    const filed = '2026-10-01T00:00';
    const theCase = plan(filed, '2027');
    expect(clockOf(theCase).dueDay).toBe('2026-09-30');
    expect(isOverdue(clockOf(theCase), at(filed))).toBe(true);
    expect(clockOf(theCase.until(filed)).state).toBe('missed');
    expect(theCase.decide('plan', 'sent', '2026-10-08T09:00').open()).toEqual(['compile-1']);
    expect(clockOf(theCase).state).toBe('missed');
  });

  it('the plan of the year after is not late, and without a year the date comes next', () => {
    expect(clockOf(plan('2026-10-01T00:00', '2028')).dueDay).toBe('2027-09-30');
    expect(clockOf(plan('2026-10-01T00:00')).dueDay).toBe('2027-09-30');
  });

  it.each([
    ['ly-monthly-progress', '2026-09', '2026-09-25'],
    ['ly-annual-department', '2026', '2026-01-31'],
    ['lz-password', '2026-Q3', '2026-09-30'],
    ['lz-half-year-accounts', '2026-H1', '2026-06-30'],
    ['ls-evaluation', '2025', '2025-12-31'],
  ])('%s for %s, filed after it, was due on %s', (procedure, period, due) => {
    const theCase = new PureCase(procedure).submit('2026-11-23T09:00', { period });
    expect(theCase.dueDay('perform-1')).toBe(due);
    expect(isOverdue(theCase.state.clocks['perform-1']!, at('2026-11-23T09:00'))).toBe(true);
  });
});

it('another period put right by a supplement moves the date with it', () => {
  const project = procedureById('ly-project') as Procedure;
  const plan: Stage = { ...(project.stages.plan as Stage), by: 'platform-manager' };
  const procedure = { ...project, stages: { ...project.stages, plan } };
  const theCase = new PureCase(project.id, { procedure }).submit('2026-08-03T09:00', { plannedYear: '2027' });
  const by = actor('platform-manager');
  theCase.must({ type: 'request-supplement', task: 'plan-1', gives: ['reasons'] }, '2026-08-04T09:00', by);
  const facts = { plannedYear: '2028' };
  theCase.must({ type: 'supplement', facts, digest: '' }, '2026-08-05T09:00', theCase.state.submitter);
  expect(theCase.dueDay('plan-1')).toBe('2027-09-30');
});
