import { z } from 'zod';
import { limitSchema } from './case.ts';
import { coded } from './coded.ts';
import { isoInstant, rangeSchema, seatSchema } from './common.ts';
import { openingSchema, whenSchema } from './condition.ts';
import { measure, warningField } from './measure.ts';

const jsonSchema = z.record(z.string(), z.unknown()).meta({
  description:
    'JSON Schema 2020-12；字段的 x-when 是要填它的条件（Condition），条件不成立时不得填写；x-fact 是它给出的情况（见 facts）；x-within-request 的不得超出申请表单同名字段所填；填部门的，须是 x-jurisdiction 的部门，且有人承担 x-roles 的全部角色',
});

const item = {
  id: z.string(),
  title: z.string(),
  family: z.string(),
  jurisdiction: z.string(),
  jurisdictionTitle: z.string(),
  basis: z.string(),
  edition: z.string(),
  submitters: z.array(z.string()),
};
export const procedureItemSchema = z.strictObject(item).meta({ id: 'ProcedureItem' });

const clockRule = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  from: z.unknown().meta({ description: '起算事件' }),
  limits: z.array(
    limitSchema.extend({ when: whenSchema, from: z.unknown().meta({ description: '此时限的起算事件' }) }),
  ),
});

const outcome = z.strictObject({
  id: z.string(),
  title: z.string(),
  when: whenSchema.meta({ description: '案件的情况符合时才有此结果；null 为总有' }),
  demands: z.array(coded('demands', ['reasons', 'legalBasis', 'fields'])),
  fields: jsonSchema.nullable(),
  opens: z.array(openingSchema),
  ends: z.string().nullable(),
});

const stage = z.strictObject({
  stage: z.string(),
  title: z.string(),
  basis: z.string(),
  role: z.string(),
  roles: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  child: z
    .strictObject({ procedure: z.string(), clocks: coded('waitings') })
    .nullable()
    .meta({
      description: '本环节是另一案件：由哪一事项办理，等待期间本案时限继续计算或中止；null 为本案自办',
    }),
  agreement: coded('agreements').nullable(),
  limit: limitSchema.nullable(),
  clocks: z.array(clockRule),
  sharesClockOf: z.string().nullable(),
  returnTo: z.array(z.string()).meta({ description: '可以退回到哪些环节' }),
  reentry: coded('reentries').meta({
    description:
      '退回到本环节后时限怎样计算：restart 重新起算；continue 接着已用的时间；shared 按第一次的期限',
  }),
  gate: z.array(z.string()),
  join: z.array(z.string()),
  outcomes: z.array(outcome),
});

export const procedureSchema = z
  .strictObject({
    ...item,
    editions: z.array(
      z.strictObject({
        id: z.string(),
        validFrom: z.string().nullable(),
        validThrough: z.string().nullable(),
      }),
    ),
    start: z.array(openingSchema),
    stages: z.array(stage),
    caseClocks: z
      .array(
        clockRule.extend({
          role: z.string().meta({ description: '时限由谁负责' }),
          to: z
            .strictObject({ stage: z.string(), outcomes: z.array(z.string()) })
            .nullable()
            .meta({ description: '该环节以这些结果办结即为完成；为空的至案件办结' }),
          pausedWith: z
            .array(z.strictObject({ ground: z.string(), basis: z.string() }))
            .meta({ description: '环节因这些事由中止时一并中止；补正总在其中' }),
        }),
      )
      .meta({ description: '全程时限' }),
    endings: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    changeLevel: z
      .strictObject({
        fact: z.string(),
        by: z.array(z.string()),
        basis: z.string().nullable(),
        levels: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      })
      .nullable()
      .meta({ description: '事件等级由谁调整；没有等级的事项为空；basis 为空的是本系统规则' }),
    takeCommand: z
      .strictObject({ by: z.string(), after: z.string(), opens: z.string(), basis: z.string() })
      .nullable()
      .meta({ description: '谁可以在环节 after 办结后说明理由接管现场指挥，随即开启环节 opens' }),
    terminate: z
      .strictObject({ by: z.array(z.string()), ending: z.string(), basis: z.string().nullable() })
      .nullable()
      .meta({ description: '谁可以说明理由终止办理，以何种结果办结；basis 为空的是本系统规则' }),
    houseRules: z.array(z.string()),
    facts: z
      .array(
        z.strictObject({
          fact: z.string(),
          title: z.string(),
          type: z.string().meta({ description: '同表单字段的 x-field' }),
          field: z
            .string()
            .nullable()
            .meta({ description: '由表单的哪个字段给出（JSON Pointer）；null：由办理结果给出' }),
          values: z.array(z.strictObject({ id: z.union([z.string(), z.boolean()]), title: z.string() })),
        }),
      )
      .meta({ description: '影响环节、期限或结果的情况，即条件和推演中的 fact，及其中文名称' }),
    measures: z
      .array(z.strictObject({ ...measure, warning: warningField() }))
      .meta({ description: '所依据的规定及其施行期限；warning 只给管理员和监督人员' }),
    form: jsonSchema,
  })
  .meta({ id: 'Procedure' });

/** A deadline of a plan as it is in the end, after every pause. */
const plannedInstants = {
  dueAt: isoInstant().nullable(),
  dueDate: z.string().nullable(),
  warnAt: isoInstant().nullable().meta({ description: '提醒的时刻' }),
  ...rangeSchema,
  earliestAt: isoInstant().nullable(),
  latestAt: isoInstant().nullable(),
  rungs: z.array(z.strictObject({ rung: z.number(), at: isoInstant(), to: seatSchema })),
  pauses: z.array(z.strictObject({ ground: z.string(), from: isoInstant(), to: isoInstant().nullable() })),
};
const plannedClock = z.strictObject({
  clock: z.string(),
  title: z.string(),
  startedAt: isoInstant(),
  ...plannedInstants,
  limit: limitSchema,
});

export const planSchema = z
  .strictObject({
    procedure: z.string(),
    edition: z.string(),
    calendar: z.strictObject({ id: z.string(), version: z.number() }),
    stages: z.array(
      z.strictObject({
        stage: z.string(),
        title: z.string(),
        startsAfter: z.string().nullable(),
        startedAt: isoInstant(),
        decidedAt: isoInstant().nullable(),
        ...plannedInstants,
        limit: limitSchema.nullable(),
        clocks: z.array(plannedClock).meta({ description: '该环节的全部时限；前面各项为其中第一个的' }),
      }),
    ),
    caseClocks: z.array(plannedClock).meta({ description: '全程时限' }),
  })
  .meta({ id: 'Plan' });
