import { z } from 'zod';
import { isoDate, isoInstant } from './common.ts';

/** A measure with its term, as every reader of a procedure sees it. */
export const measure = {
  id: z.string().meta({ example: 'LZ-D' }),
  title: z.string(),
  validFrom: isoDate().nullable().meta({ description: '空：自公布之日起施行，现有文本未载明日期' }),
  validThrough: isoDate().nullable().meta({ description: '施行期限的最后一日；空：没有期限' }),
  lapsed: z.boolean().meta({ description: '施行期限已经届满。届满不使办件停止' }),
  applied: z
    .strictObject({ documentNo: z.string(), since: isoInstant() })
    .nullable()
    .meta({ description: '继续施行所依据的文号，自何时登记；空：没有登记' }),
};
export const warningField = () =>
  z.string().nullable().meta({ description: '期限已届满而没有继续施行的文号的，提示管理员' });

export const measureSchema = z
  .strictObject({
    ...measure,
    jurisdiction: z.string(),
    jurisdictionTitle: z.string(),
    warning: warningField(),
    history: z
      .array(
        z.strictObject({
          documentNo: z.string(),
          note: z.string().nullable(),
          by: z.string(),
          at: isoInstant(),
          withdrawn: z.strictObject({ by: z.string(), at: isoInstant(), reasons: z.string() }).nullable(),
        }),
      )
      .meta({ description: '历次登记，最近的在前；withdrawn 为空的现仍有效' }),
  })
  .meta({ id: 'Measure' });
