import { z } from 'zod';
import { limitSchema } from './case.ts';
import { actorSchema, isoDate, isoInstant, rangeSchema } from './common.ts';

/** How a limit was changed, as those concerned are told. */
export const limitChangeSchema = z
  .strictObject({
    by: z.union([z.literal('system'), actorSchema]),
    why: z.string().nullable().meta({ description: '期限变动的缘由（见名称表 deadlineMoves）' }),
    ground: z.string().nullable().meta({ description: '中止的事由（见名称表 pauseGrounds）' }),
    resumesAt: isoInstant().nullable().meta({ description: '中止有最长期限的，至迟于此时恢复计算' }),
    extension: z
      .strictObject({ amount: z.number().nullable(), unit: limitSchema.shape.unit })
      .nullable()
      .meta({ description: '延长多少' }),
    documentNo: z.string().nullable().meta({ description: '所依据文书的文号' }),
    reasons: z.string().nullable(),
    legalBasis: z.string().nullable(),
    limits: z.array(
      z.strictObject({
        clock: z.string(),
        stage: z.string().nullable(),
        stageTitle: z.string().nullable(),
        limit: limitSchema.nullable(),
        oldDueAt: isoInstant().nullable().meta({ description: '变动前的届满时刻' }),
        dueAt: isoInstant().nullable().meta({ description: '从此的届满时刻；null：中止中' }),
        dueDate: isoDate().nullable(),
        ...rangeSchema,
      }),
    ),
  })
  .meta({ id: 'LimitChange' });
