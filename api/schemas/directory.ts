import { z } from 'zod';
import { VOCABULARY } from '../present/vocabulary.ts';
import { coded } from './coded.ts';
import { departmentFields, isoInstant, seatFields } from './common.ts';

const term = z.strictObject({ id: z.string(), title: z.string() });

export const vocabularySchema = z
  .strictObject(
    Object.fromEntries(Object.keys(VOCABULARY).map((name) => [name, z.array(term)])) as Record<
      keyof typeof VOCABULARY,
      z.ZodArray<typeof term>
    >,
  )
  .meta({ id: 'Vocabulary' });

export const departmentSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    jurisdiction: z.string(),
    roles: z.array(z.string()).meta({ description: '该部门有人承担的角色' }),
  })
  .meta({ id: 'Department' });

export const colleagueSchema = z
  .strictObject({
    account: z.string(),
    name: z.string().meta({ description: '本部门人员为全名，其他部门人员只显示姓' }),
    ...departmentFields,
    roles: z.array(z.strictObject(seatFields)),
  })
  .meta({ id: 'Colleague' });

export const shareTypeSchema = coded('shareTypes');
export const resourceSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    ...departmentFields,
    jurisdiction: z.string(),
    shareType: shareTypeSchema,
    description: z.string(),
    items: z.array(z.string()).meta({ description: '数据项' }),
    conditions: z.string().nullable().meta({ description: '共享条件' }),
    updateRhythm: z.string().nullable().meta({ description: '更新周期' }),
    responsibleDepartment: z.string().nullable().meta({ description: '责任部门' }),
    withdrawn: z.boolean().meta({ description: '已从目录撤销，不再受理申请' }),
    procedures: z.array(term).meta({ description: '可以就此资源提出的办理事项' }),
  })
  .meta({ id: 'Resource' });
export const resourceInFullSchema = resourceSchema
  .extend({
    versions: z
      .array(
        z.strictObject({
          op: z.string(),
          at: isoInstant(),
          case: z.string().meta({ description: '变动所由的办件' }),
          told: z.record(z.string(), z.unknown()).meta({ description: '该次变动所载明的各项' }),
        }),
      )
      .meta({ description: '历次编入、更新、撤销，最近的在前；编目以前即有的没有' }),
  })
  .meta({ id: 'ResourceInFull' });
