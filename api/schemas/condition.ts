import { z } from 'zod';
import type { PresentedCondition } from '../present/condition.ts';

const values = z.array(z.union([z.string(), z.number(), z.boolean()]));

/** A condition over what a form gives, the facts of a case, and how its stages were settled. */
export const conditionSchema: z.ZodType<PresentedCondition> = z
  .lazy(() =>
    z.union([
      z.strictObject({
        field: z.string().meta({ description: '同一表单中的字段（JSON Pointer）' }),
        in: values,
      }),
      z.strictObject({ fact: z.string().meta({ description: '案件的情况（facts）' }), in: values }),
      z.strictObject({
        month: z.int().min(1).max(12),
        of: z.string().meta({ description: '所属期间（facts）是每年的这个月' }),
      }),
      z.strictObject({
        settled: z.string().meta({ description: '已办结的环节' }),
        as: z.array(z.string()).nullable().meta({ description: '以哪些结果办结；null 为不论' }),
      }),
      z.strictObject({ all: z.array(conditionSchema) }),
      z.strictObject({ any: z.array(conditionSchema) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  )
  .meta({ id: 'Condition' });

/** Null where there is no condition. */
export const whenSchema = conditionSchema.nullable();

/** A stage that opens: always, or only when the condition holds. */
export const openingSchema = z
  .strictObject({ stage: z.string(), when: whenSchema })
  .meta({ id: 'Opening', description: '开启的环节；when 为 null 的总是开启' });
