import { z } from 'zod';
import { coded } from './coded.ts';
import { isoInstant } from './common.ts';

export const dutySchema = z
  .strictObject({
    procedure: z.string(),
    title: z.string(),
    jurisdiction: z.string(),
    every: coded('periods'),
    holder: z.strictObject({ role: z.string(), title: z.string() }),
    basis: z.string(),
    next: z.strictObject({ period: z.string().meta({ example: '2026-12' }), opensAt: isoInstant() }),
    paused: z
      .strictObject({ by: z.string(), reason: z.string(), at: isoInstant() })
      .nullable()
      .meta({ description: '暂停的人、理由和时间；null 表示没有暂停' }),
    allowedActions: z
      .array(coded('dutyActs'))
      .meta({ description: '本人现在可以作的操作，即此事项下同名的路径' }),
    lastPeriods: z.array(
      z.strictObject({
        period: z.string(),
        opensAt: isoInstant(),
        cases: z.number().int(),
        closed: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Duty', description: '各期的办件：GET /api/v1/cases?procedure=…&period=…' });
