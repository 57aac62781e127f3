import { z } from 'zod';
import { caseSchema } from './case.ts';
import { coded } from './coded.ts';
import { problemSchema } from './problem.ts';

export const pendingSchema = z
  .strictObject({ id: z.string(), state: z.literal('pending') })
  .meta({ id: 'PendingCommand' });

export const commandSchema = z
  .strictObject({
    id: z.string(),
    state: coded('commandStates'),
    problem: problemSchema.optional(),
    case: caseSchema.optional(),
  })
  .meta({ id: 'Command' });
