import { z } from 'zod';
import { actorSchema, isoDate, isoInstant } from './common.ts';

export const lineStateSchema = z.enum(['open', 'marked', 'suspended', 'closed']);
const line = {
  id: z.string().meta({ description: '台账条目的标识；没有自己标识的以立账办件编号为标识' }),
  register: z.string(),
  registerTitle: z.string(),
  title: z.string(),
  case: z.string().meta({ description: '立账的办件' }),
  department: z.string(),
  ownerDepartment: z.string().nullable(),
  jurisdiction: z.string(),
  state: lineStateSchema,
  openedAt: isoInstant(),
  changedAt: isoInstant(),
  until: isoDate().nullable(),
};
export const lineSchema = z.strictObject(line).meta({ id: 'RegisterLine' });
export const lineInFullSchema = z
  .strictObject({
    ...line,
    details: z.record(z.string(), z.unknown()),
    history: z.array(
      z.strictObject({
        op: z.string(),
        at: isoInstant(),
        case: z.string(),
        actor: z.union([actorSchema, z.literal('system')]),
        reasons: z.string().nullable(),
      }),
    ),
    uses: z.array(
      z.strictObject({
        at: isoInstant(),
        count: z.number().int(),
        againstPurpose: z.boolean(),
        purpose: z.string().nullable(),
      }),
    ),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'RegisterLineInFull' });
export const registerSchema = z
  .strictObject({
    register: z.string(),
    title: z.string(),
    lines: z.number().int(),
    byState: z.strictObject({
      ...{ open: z.number().int(), marked: z.number().int() },
      ...{ suspended: z.number().int(), closed: z.number().int() },
    }),
  })
  .meta({ id: 'Register' });
