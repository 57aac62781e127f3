import { z } from 'zod';
import { limitSchema } from './case.ts';
import { isoDate, isoInstant } from './common.ts';
import { whenSchema } from './condition.ts';

export const targetSchema = z
  .strictObject({
    id: z.string(),
    procedure: z.string(),
    edition: z.string(),
    limit: z.string().meta({ description: '时限在该版本中的位置' }),
    amount: z.number().int(),
    from: isoDate().meta({ description: '自该日起提交的办件适用' }),
    documentNo: z.string(),
    reasons: z.string(),
    by: z.string(),
    at: isoInstant(),
    inForce: z.boolean().meta({ description: '现在提交的办件是否适用' }),
    withdrawn: z
      .strictObject({
        by: z.string(),
        at: isoInstant(),
        reasons: z.string(),
        documentNo: z.string().nullable(),
      })
      .nullable()
      .meta({ description: '何人何时撤回；空：没有撤回' }),
  })
  .meta({ id: 'TargetSetting' });

const houseLimit = z.strictObject({
  limit: z.string().meta({ description: '时限在该版本中的位置，设定时照填', example: 'review' }),
  stage: z.string().nullable().meta({ description: '空：全程时限' }),
  clock: z.string(),
  title: z.string(),
  when: whenSchema.meta({ description: '一项时限因情况而异的，在何种情况下适用；空：总是适用' }),
  shipped: limitSchema.meta({ description: '系统原定' }),
  inForce: limitSchema.meta({ description: '现在提交的办件所适用' }),
  settable: z.boolean().meta({ description: '能否设定：服务目标且为数量的能，本系统规则和以日期为准的不能' }),
  settings: z.array(targetSchema).meta({ description: '历次设定，起始日早的在前' }),
});

/** A procedure with those of its limits whose number is not the law's. */
export const houseLimitsSchema = z
  .strictObject({
    procedure: z.string(),
    procedureTitle: z.string(),
    jurisdiction: z.string(),
    edition: z.string(),
    limits: z.array(houseLimit),
  })
  .meta({ id: 'HouseLimits' });
