import { z } from 'zod';

export const personSchema = z
  .strictObject({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    department: z.string(),
    roles: z.array(
      z.strictObject({
        role: z.string(),
        title: z.string(),
        department: z.string(),
        jurisdiction: z.string(),
      }),
    ),
  })
  .meta({ id: 'Person' });
