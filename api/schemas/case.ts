import { z } from 'zod';
import { callSchema } from './call.ts';
import { coded } from './coded.ts';
import {
  actorSchema,
  departmentFields,
  isoDate,
  isoInstant,
  lightSchema,
  rangeSchema,
  seatFields,
  seatSchema,
} from './common.ts';

/** Whether a limit is the law's (法定), a target (目标) or ours (本系统). */
export const limitKind = coded('limitKinds');

export const limitSchema = z
  .strictObject({
    amount: z.number().nullable(),
    unit: coded('limitUnits'),
    rule: z.record(z.string(), z.unknown()).optional(),
    prolongedByHolidays: z
      .boolean()
      .optional()
      .meta({ description: '期限内连续休假 3 日以上的，按休假日数顺延相同个数的工作日' }),
    datedBy: z
      .union([
        z.strictObject({ fact: z.string(), periods: z.number().optional() }),
        z.strictObject({
          every: coded('periods'),
          periods: z.number().optional(),
        }),
      ])
      .optional()
      .meta({
        description:
          '日期属于表单所填的期间（fact），或者起算之日所在的期间（every）；periods：其后几个期间，负数为其前',
      }),
    datedFrom: isoDate()
      .optional()
      .meta({ description: '自这一日（所属期间首日）起寻找的日期，而不自起算之日' }),
    fromNextHour: z.boolean().optional().meta({ description: '以时计算的期限从次时起算' }),
    kind: limitKind,
    basis: z.string(),
    setting: z
      .strictObject({ id: z.string(), documentNo: z.string().nullable().meta({ description: '文号' }) })
      .optional()
      .meta({ description: '服务目标经管理员另行设定的：是哪一次设定，依哪一文书；没有的为系统原定' }),
  })
  .meta({ id: 'Limit' });

const remainingSchema = z.union([
  z.strictObject({ workingDays: z.number() }),
  z.strictObject({ days: z.number() }),
  z.strictObject({ minutes: z.number() }),
]);
export const overdueBySchema = z.strictObject({ workingDays: z.number(), minutes: z.number() });

export const clockSchema = z
  .strictObject({
    id: z.string(),
    stage: z.string().nullable(),
    limit: limitSchema,
    setBy: z
      .strictObject({ ...actorSchema.shape, at: isoInstant(), reasons: z.string().nullable() })
      .nullable()
      .meta({ description: '期限系何人何时依条文授权另定及其理由；null：为规定的期限' }),
    startedAt: isoInstant(),
    state: coded('clockStates'),
    light: lightSchema,
    dueDate: isoDate().nullable(),
    dueAt: isoInstant()
      .nullable()
      .meta({ description: '期限届满的时刻，不含；按日计算的为 dueDate 的 24 时' }),
    warnAt: isoInstant().nullable(),
    stoppedAt: isoInstant().nullable(),
    overdue: z.boolean(),
    overdueBy: overdueBySchema.nullable(),
    remaining: remainingSchema,
    calendar: z.strictObject({ id: z.string(), version: z.number() }),
    ...rangeSchema,
    earliestAt: isoInstant().nullable(),
    latestAt: isoInstant().nullable(),
    rungs: z.array(
      z.strictObject({ rung: z.number(), at: isoInstant(), to: seatSchema, fired: z.boolean() }),
    ),
    pauses: z.array(
      z.strictObject({ fromAt: isoInstant(), toAt: isoInstant().nullable(), ground: z.string() }),
    ),
  })
  .meta({ id: 'Clock' });

/** Cases by whose end alone the task can be decided. */
export const waitsForSchema = z.array(z.string()).meta({
  description: '本案等待其结果的案件（争议协调）的编号；等待期间不能办结本环节，时限是否停止见该事项的规定',
});

export const taskSchema = z
  .strictObject({
    id: z.string(),
    stage: z.string(),
    title: z.string(),
    state: coded('taskStates'),
    ...seatFields,
    assignee: z.string().nullable(),
    openedAt: isoInstant(),
    light: lightSchema,
    clock: clockSchema.nullable(),
    otherClocks: z.array(clockSchema),
    waitsFor: waitsForSchema,
    outcome: z.string().nullable(),
    outcomeTitle: z.string().nullable(),
    decidedAt: isoInstant().nullable(),
    decidedBy: actorSchema.nullable(),
    reasons: z.string().nullable(),
    legalBasis: z.string().nullable(),
    fields: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Task' });

const demand = coded('demands');
const askedFor = z.strictObject({
  jurisdiction: z.string(),
  role: z.string().optional(),
  department: z.string().optional(),
});
const addresseesSchema = z
  .strictObject({
    departments: askedFor.optional().meta({ description: 'GET /api/v1/departments 的参数' }),
    people: askedFor
      .optional()
      .meta({ description: 'GET /api/v1/people 的参数；选定部门的，另加 department' }),
    exceptRole: z.string().optional().meta({ description: '征求意见：部门中承担的任一角色，但此角色除外' }),
  })
  .meta({
    description:
      '转办、征求意见、抄送的对象从哪里选：以所列参数查询部门、人员；转办只列 people 的，不得转出该部门',
  });
export const allowedActionSchema = z
  .strictObject({
    act: z.string(),
    task: z.string().optional(),
    demands: z.array(demand).optional(),
    grounds: z.array(z.string()).optional(),
    to: z.array(z.string()).optional(),
    levels: z.array(z.strictObject({ id: z.string(), title: z.string() })).optional(),
    amount: z
      .strictObject({ unit: limitSchema.shape.unit, max: z.number() })
      .optional()
      .meta({ description: '延期、另定期限可填的数量：从 1 到 max，单位为 unit' }),
    outcomes: z
      .array(z.strictObject({ id: z.string(), title: z.string(), demands: z.array(demand) }))
      .optional(),
    addressees: addresseesSchema.optional(),
  })
  .meta({ id: 'AllowedAction' });

const timelineSchema = z.strictObject({
  stage: z.string(),
  title: z.string(),
  basis: z.string(),
  roles: z.array(z.string()),
  state: coded('stageStates'),
  openedAt: isoInstant().nullable(),
  settledAt: isoInstant().nullable(),
  outcome: z.string().nullable(),
  outcomeTitle: z.string().nullable(),
  tasks: z.array(z.string()),
});

const base = {
  no: z.string(),
  procedure: z.string(),
  procedureTitle: z.string(),
  edition: z.string(),
  title: z.string(),
  family: z.string(),
  jurisdiction: z.string(),
  status: coded('caseStatuses'),
  result: z.string().nullable(),
  resultTitle: z.string().nullable(),
  submittedAt: isoInstant(),
  closedAt: isoInstant().nullable(),
  light: lightSchema.nullable(),
  requester: z.strictObject({ ...departmentFields, name: z.string() }),
};

export const caseItemSchema = z
  .strictObject({
    ...base,
    unread: z.boolean().meta({ description: '抄送给本人，尚未看过' }),
    openTasks: z.array(taskSchema),
  })
  .meta({ id: 'CaseItem' });

export const caseSchema = z
  .strictObject({
    ...base,
    queryCode: z.string().optional().meta({ description: '只给申请人：公开查询进度用' }),
    form: z.record(z.string(), z.unknown()),
    supplements: z.array(
      z.strictObject({
        task: z.string(),
        at: isoInstant(),
        fields: z.record(z.string(), z.unknown()).nullable(),
        comment: z.string().nullable(),
      }),
    ),
    facts: z.record(z.string(), z.unknown()),
    tasks: z.array(taskSchema),
    caseClocks: z
      .array(clockSchema.extend({ title: z.string(), holder: seatSchema.nullable() }))
      .meta({ description: '全程时限，与各环节的时限并列，各有各的灯；holder 为负责的角色与部门' }),
    stages: z.array(timelineSchema),
    escalations: z.array(
      z.strictObject({ clock: z.string(), rung: z.number(), at: isoInstant(), to: seatSchema }),
    ),
    allowedActions: z.array(allowedActionSchema),
    calls: z.array(callSchema).meta({ description: '应急值班呼叫：呼叫了谁，谁应答' }),
    copies: z
      .array(z.strictObject({ name: z.string(), readAt: isoInstant().nullable() }))
      .meta({ description: '抄送给谁，何时已阅；未阅为空' }),
    links: z
      .array(
        z.strictObject({
          no: z.string(),
          title: z.string().nullable(),
          procedureTitle: z.string().nullable(),
        }),
      )
      .meta({ description: '关联的办件，在任何一方关联的，双方都列出；无权查看的，只列本案所关联的编号' }),
    parent: z.string().nullable(),
    children: z.array(
      z.strictObject({
        no: z.string().meta({ description: '本案所等待的另案；立案前的片刻查无此案' }),
        procedure: z.string(),
        procedureTitle: z.string(),
        stage: z.string().nullable(),
        result: z.string().nullable(),
        clocks: coded('waitings').meta({ description: '等待期间本案时限继续计算或中止' }),
      }),
    ),
    seq: z.number().int(),
  })
  .meta({ id: 'Case' });
