import { expect, it } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import type { LegalLimit, Stage } from '../../procedures/schema.ts';
import { procedureSchema } from '../schemas/procedure.ts';
import { presentProcedure } from './procedure.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;

it.each([
  [
    'prolonged by holidays',
    { amount: 15, unit: 'day', prolongedByHolidays: true },
    { prolongedByHolidays: true },
  ],
  ['from the next hour', { amount: 48, unit: 'hour', fromNextHour: true }, { fromNextHour: true }],
  ['without a setting', { amount: 48, unit: 'hour' }, {}],
  ['with a setting that is off', { amount: 48, unit: 'hour', fromNextHour: false }, {}],
] as const)('a procedure tells how a limit is counted, as its schema says: %s', (_says, limit, setting) => {
  const within: LegalLimit = { ...limit, kind: 'statutory', basis };
  const stages = { ...share.stages, review: { ...(share.stages.review as Stage), within } };
  const procedure: Procedure = { ...share, stages };
  const shown = procedureSchema.parse(presentProcedure(procedure, [procedure]));
  const review = shown.stages.find(({ stage }) => stage === 'review');
  const { amount, unit } = limit;
  const told = { amount, unit, ...setting, kind: 'statutory', basis: review?.limit?.basis };
  expect(review?.limit).toEqual(told);
  expect(review?.clocks[0]?.limits).toEqual([{ ...told, when: null, from: 'opened' }]);
});
