import { z } from 'zod';
import { departmentFields } from './common.ts';

export const personSchema = z
  .strictObject({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    ...departmentFields,
    roles: z.array(
      z.strictObject({
        role: z.string(),
        title: z.string(),
        ...departmentFields,
        jurisdiction: z.string(),
      }),
    ),
  })
  .meta({ id: 'Person' });
