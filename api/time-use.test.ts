import { expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import type { ClockRule, Stage } from '../procedures/schema.ts';
import { at, PureCase } from '../test/support/pure-case.ts';
import { timeUseOf } from './time-use.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;

it.each([
  ['received on a Saturday, decided on Tuesday: two days', '2026-11-21T10:00', {}, 2],
  ['… as on the next working day: one', '2026-11-21T10:00', { startsOnWorkingDay: true }, 1],
  [
    'received on a Friday after hours, as on Saturday: two',
    '2026-11-20T18:00',
    { cutOff: { atMinute: 1020 } },
    2,
  ],
  ['… as on Monday: one', '2026-11-20T18:00', { cutOff: { atMinute: 1020 }, startsOnWorkingDay: true }, 1],
] as [string, string, Partial<ClockRule>, number][])(
  'the days used are those that the limit counts: %s',
  (_says, filedAt, rule, usedDays) => {
    const clocks: ClockRule[] = [
      { limit: { amount: 5, unit: 'working-day', kind: 'statutory', basis }, ...rule },
    ];
    const stages = { ...share.stages, review: { ...(share.stages.review as Stage), clocks } };
    const theCase = new PureCase('made-up-for-this-test', { procedure: { ...share, stages } });
    theCase.submit(filedAt).decide('review', 'pass', '2026-11-24T16:00');
    const { tasks } = timeUseOf(theCase.state, theCase.rules.calendar, at('2026-11-24T16:00'));
    const review = tasks.find(({ stage }) => stage === 'review');
    expect([review?.usedDays, review?.savedDays]).toEqual([usedDays, 5 - usedDays]);
  },
);
