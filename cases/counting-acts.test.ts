import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import type { ClockRule, LegalLimit, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { organWith } from '../test/support/terms.ts';
import type { Rules } from './rules.ts';

/** What the clocks provide and no regulated procedure uses as yet (R2, R5, R6, R7, R10, R12), on one that is made up. */
const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;
const fiveDays: LegalLimit = { amount: 5, unit: 'working-day', kind: 'statutory', basis };
const caseOf = (
  review: Partial<Stage>,
  authorise: Partial<Stage> = {},
  rules: Partial<Rules> = {},
): PureCase =>
  new PureCase('made-up-for-this-test', {
    ...rules,
    procedure: {
      ...share,
      stages: {
        ...share.stages,
        review: { ...(share.stages.review as Stage), ...review },
        authorise: { ...(share.stages.authorise as Stage), ...authorise },
      },
    },
  });
const underClock = (rule: Partial<ClockRule>): PureCase => caseOf({ clocks: [{ limit: fiveDays, ...rule }] });
const manager = actor('platform-manager');
const clockOf = (theCase: PureCase, id = 'review-1') => theCase.state.clocks[id];

describe('what supplementing does to a clock (R7)', () => {
  /** Filed on Monday 23 Nov, asked on Wednesday at 10:00, answered on Monday 30 Nov: two days used, three waited. */
  const answered = (correction?: ClockRule['correction']): PureCase => {
    const theCase = underClock(correction === undefined ? {} : { correction });
    theCase.submit('2026-11-23T10:00');
    const task = Object.keys(theCase.state.tasks)[0] ?? '';
    theCase.must({ type: 'request-supplement', task, gives: ['reasons'] }, '2026-11-25T10:00', manager);
    expect(clockOf(theCase)).toMatchObject({ state: 'paused', dueAtMs: null });
    const filer = actor(share.submitters[0]!);
    return theCase.must({ type: 'supplement', facts: {}, digest: '' }, '2026-11-30T10:00', filer);
  };
  it.each([
    ['not counted where nothing is said', undefined, '2026-12-03'],
    ['not counted', 'exclude', '2026-12-03'],
    ['the whole limit anew from the answer', 'reset', '2026-12-07'],
    ['the limit begins with complete material', 'before-start', '2026-12-07'],
  ] as const)('%s', (_says, correction, dueDay) => {
    expect(clockOf(answered(correction))).toMatchObject({ state: 'running', dueDay });
  });
});

describe('a pause on a ground that the procedure lists (R5)', () => {
  const paused = (capWorkingDays?: number): PureCase => {
    const by = 'platform-manager';
    const rule = capWorkingDays === undefined ? { basis, by } : { basis, by, capWorkingDays };
    const pauses = { 'expert-review': rule } as NonNullable<ClockRule['pauses']>;
    const theCase = underClock({ pauses }).submit('2026-11-23T10:00');
    const task = Object.keys(theCase.state.tasks)[0] ?? '';
    return theCase.must(
      { type: 'pause', task, ground: 'expert-review', gives: ['reasons'] },
      '2026-11-24T10:00',
      manager,
    );
  };
  it('ends of itself when its cap of working days has been used, at 24:00 of the last', () => {
    const theCase = paused(3).until('2026-11-27T23:59');
    expect(clockOf(theCase)?.state).toBe('paused');
    theCase.until('2026-11-28T00:00');
    // Tuesday was used. Friday the 27th has ended when the pause does: Monday is the second of five days.
    expect(clockOf(theCase)).toMatchObject({ state: 'running', dueDay: '2026-12-03' });
  });
  it('goes on without a cap', () => {
    expect(clockOf(paused().until('2027-03-01T00:00'))?.state).toBe('paused');
  });
  it('is refused on any other ground, and the clock runs on', () => {
    const theCase = underClock({}).submit('2026-11-23T10:00');
    const task = Object.keys(theCase.state.tasks)[0] ?? '';
    const refusal = theCase.give(
      { type: 'pause', task, ground: 'hearing', gives: ['reasons'] },
      '2026-11-24T10:00',
      manager,
    );
    expect([refusal?.code, clockOf(theCase)?.state]).toEqual(['ground_not_listed', 'running']);
  });
});

it('silence that the law takes for acceptance settles the stage as from the receipt, and what follows counts from it (R6)', () => {
  const theCase = caseOf(
    { clocks: [{ limit: fiveDays }], deemed: { outcome: 'pass', basis } },
    { clocks: [{ limit: { ...fiveDays, amount: 20 }, from: { settled: 'review' } }] },
  )
    .submit('2026-11-23T10:00')
    .until('2026-12-01T00:00');
  expect(theCase.events.map(({ type }) => type)).toContain('DeemedAccepted');
  // 20 working days from Monday 23 November, not from the day of silence.
  expect(clockOf(theCase, 'authorise-1')).toMatchObject({ dueDay: '2026-12-21' });
});

it.each([
  [
    'a receipt on a Saturday as on Monday (R2)',
    '2026-11-21T10:00',
    { startsOnWorkingDay: true },
    '2026-11-30',
  ],
  [
    'hours from the next one (R10)',
    '2026-11-23T22:20',
    { limit: { amount: 1, unit: 'hour', fromNextHour: true, kind: 'statutory', basis } },
    '2026-11-23',
  ],
  [
    'days that a holiday prolongs (R12)',
    '2026-09-30T10:00',
    { limit: { amount: 15, unit: 'day', prolongedByHolidays: true, kind: 'statutory', basis } },
    '2026-10-26',
  ],
] as [string, string, Partial<ClockRule>, string][])(
  'a clock of a case follows the setting of its limit: %s',
  (_says, filedAt, rule, dueDay) => {
    expect(clockOf(underClock(rule).submit(filedAt))).toMatchObject({ dueDay });
  },
);

describe('the hour up to which a day is one of receipt, and at which the last day ends (R2, R3)', () => {
  /** An organ that is open from 9:00 to 17:00. */
  const hours = { name: '作息时间', season: { from: '01-01', to: '12-31' } };
  const office = organWith({
    officeHours: [{ ...hours, opensAtMinute: 540, closesAtMinute: 1020 }],
    coverage: { from: '2026-01-01', to: '2026-12-31' },
  });
  const atFour = { atMinute: 960 };
  // Monday 23 November; five working days.
  it.each([
    ['before the cut-off: received that day', '2026-11-23T15:59', { cutOff: atFour }, '2026-12-01T00:00'],
    ['from the cut-off on: as on the next day', '2026-11-23T16:00', { cutOff: atFour }, '2026-12-02T00:00'],
    ['before the close of the office', '2026-11-23T16:59', { cutOff: 'office-hours' }, '2026-12-01T00:00'],
    ['from the close of the office on', '2026-11-23T17:00', { cutOff: 'office-hours' }, '2026-12-02T00:00'],
    ['the last day ends at the hour named', '2026-11-23T10:00', { closes: atFour }, '2026-11-30T16:00'],
    ['the last day ends with the office', '2026-11-23T10:00', { closes: 'office-hours' }, '2026-11-30T17:00'],
  ] as [string, string, Partial<ClockRule>, string][])('%s', (_says, filedAt, rule, dueAt) => {
    const theCase = caseOf({ clocks: [{ limit: fiveDays, ...rule }] }, {}, { calendar: office });
    theCase.submit(filedAt);
    expect(clockOf(theCase)?.dueAtMs).toBe(at(dueAt));
    theCase.until(at(dueAt) - 1);
    expect(clockOf(theCase)?.state).toBe('running');
    expect(clockOf(theCase.until(dueAt))?.state).toBe('missed');
  });
});
