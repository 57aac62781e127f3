import { z } from 'zod';
import { STANDINGS } from '../../store/index.ts';
import { coded } from './coded.ts';
import { actorSchema, isoDate, isoInstant } from './common.ts';

export const lineStateSchema = coded('lineStates', STANDINGS).meta({
  description: '期限已过而未注销的为 expired，按查询之日计算',
});
export const findingAskedSchema = coded('findingFilters');
/** 部门为其编号，选项为其名称. */
const cellSchema = z.union([z.string(), z.array(z.string()), z.number(), z.null()]);
const columnSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    things: z.array(z.string()).nullable().meta({ description: '有此栏目的事物种类；空为各类都有' }),
    masks: coded('masks').meta({
      description: 'numbers：文字中的身份证件号、手机号已遮蔽；parties：自然人的姓名和证件号也已遮蔽',
    }),
  })
  .meta({ id: 'RegisterColumn' });
export const progressSchema = coded('lineProgress').meta({
  description: '项目和规划的进展，各词的中文见词汇表 lineProgress',
});
const line = {
  id: z.string().meta({ description: '台账条目的标识；所记事物没有名称的，以立账办件编号为标识' }),
  register: z.string(),
  registerTitle: z.string(),
  thing: z.string().nullable().meta({ description: '所记事物的种类；所记即办件本身的为空' }),
  name: z.string().nullable().meta({ description: '所记事物的名称或编号，个人信息已遮蔽；没有名称的为空' }),
  title: z.string(),
  case: z.string().meta({ description: '立账的办件' }),
  department: z.string(),
  departmentTitle: z.string().nullable(),
  ownerDepartment: z.string().nullable(),
  ownerDepartmentTitle: z.string().nullable(),
  jurisdiction: z.string(),
  state: lineStateSchema,
  reached: progressSchema.nullable().meta({ description: '项目进行到的步骤；其他台账为空' }),
  openedAt: isoInstant(),
  changedAt: isoInstant(),
  until: isoDate().nullable(),
  closedAt: isoInstant().nullable().meta({ description: '已撤销、注销的，其时间' }),
  standing: z
    .array(
      z.strictObject({
        op: coded('registerOps', ['mark', 'suspend']),
        since: isoInstant(),
        case: z.string().meta({ description: '所由的办件' }),
        title: z.string().meta({ description: '所由的事项' }),
      }),
    )
    .meta({ description: '现有的标注和暂停，先后为序' }),
  columns: z.record(z.string(), cellSchema).meta({
    description:
      '本台账各栏目的内容，栏目见 GET /api/v1/registers；没有的为空，所记事物的种类没有的栏目不列；个人信息已遮蔽',
  }),
  columnTitles: z.record(z.string(), z.string().nullable()).meta({
    description: '内容为部门或目录条目编号的栏目，其名称；名录中没有的为空',
  }),
};
export const lineSchema = z.strictObject(line).meta({ id: 'RegisterLine' });
export const lineChangeSchema = z
  .strictObject({
    op: z.string(),
    reached: progressSchema.nullable().meta({ description: '这次变动说明的进展' }),
    at: isoInstant(),
    case: z.string().meta({ description: '变动所由的办件' }),
    caseTitle: z.string().nullable().meta({ description: '无权查看该办件的，标题、理由和所载内容为空' }),
    actor: z.union([actorSchema, z.literal('system')]),
    reasons: z.string().nullable(),
    details: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: '变动时该办件所载内容，个人信息已遮蔽' }),
  })
  .meta({ id: 'RegisterLineChange' });
export const lineInFullSchema = z
  .strictObject({
    ...line,
    details: z
      .record(z.string(), z.unknown())
      .meta({ description: '条目所载内容；仅因查询目录、用证而看到条目的，只有栏目，此处为空' }),
    history: z.array(lineChangeSchema).meta({ description: '最近的变动，先后为序；更早的另行查询' }),
    changes: z.number().int().meta({ description: '变动总数' }),
    uses: z.array(
      z.strictObject({
        at: isoInstant(),
        count: z.number().int(),
        againstPurpose: z.boolean(),
        afterEnd: z.boolean().meta({ description: '在授权期限届满之后使用' }),
        standing: coded('lineStates', ['open', 'suspended', 'closed']).meta({
          description: '使用时授权的状态：有效、已暂停、已撤销',
        }),
        purpose: z.string().nullable(),
      }),
    ),
    allowedActions: z.array(coded('grantActs')),
  })
  .meta({ id: 'RegisterLineInFull' });
export const registerSchema = z
  .strictObject({
    register: z.string(),
    title: z.string(),
    lines: z.number().int(),
    byState: z.strictObject({
      ...{ open: z.number().int(), marked: z.number().int() },
      ...{ suspended: z.number().int(), expired: z.number().int(), closed: z.number().int() },
    }),
    columns: z.array(columnSchema).meta({ description: '条目的栏目，先后为序' }),
  })
  .meta({ id: 'Register' });
