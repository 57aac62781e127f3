import { z } from 'zod';
import { departmentFields, isoInstant } from './common.ts';

const act = z.strictObject({ by: z.string(), at: isoInstant() });

export const shiftSchema = z
  .strictObject({
    id: z.number().int(),
    ...departmentFields,
    place: z.number().int().meta({ description: '呼叫的顺位，1 为最先' }),
    officer: z.string(),
    standsInFor: z.string().nullable().meta({ description: '代谁值班；null 表示本人的班次' }),
    from: isoInstant(),
    to: isoInstant().meta({ description: '不含' }),
    onDuty: z.boolean(),
    set: act.meta({ description: '谁、何时排定' }),
    withdrawn: act.nullable().meta({ description: '谁、何时撤下；null 表示没有撤下' }),
  })
  .meta({ id: 'Shift' });

export const rotaGapSchema = z
  .strictObject({
    department: z.string(),
    departmentTitle: z.string(),
    from: isoInstant(),
    to: isoInstant().meta({ description: '不含；至查询范围之末仍无人的，为范围之末' }),
    isNow: z.boolean().meta({ description: '此刻即无人值班' }),
  })
  .meta({ id: 'RotaGap' });
