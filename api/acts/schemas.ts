import { z } from 'zod';
import type { PauseGround } from '../../procedures/schema.ts';
import { instant } from '../forms/zod-of-fields.ts';
import { coded } from '../schemas/coded.ts';
import { writing } from '../schemas/common.ts';

const id = z.string().min(1).max(120);
const task = id;
// Where reasons are demanded, the decider says so with its code; here they are only read.
const reasons = writing(4000);
const amount = z.number().int().min(1).max(1000);

/** The closed list of grounds, for reading. */
export const GROUNDS = [
  'supplement',
  'hearing',
  'inspection',
  'testing',
  'appraisal',
  'expert-review',
  'third-party-opinion',
  'dispute',
] as const satisfies readonly PauseGround[];

const act = <A extends string, S extends z.core.$ZodLooseShape>(name: A, shape: S) =>
  z.strictObject({ act: z.literal(name), ...shape });

/** Every act by its name, with what it takes. */
export const actSchema = z.discriminatedUnion('act', [
  act('withdraw', { reasons }),
  act('urge', { reasons }),
  act('supplement', {
    fields: z.record(z.string(), z.unknown()).optional().meta({ description: '补正的表单字段，只填改动的' }),
    comment: writing(4000),
  }),
  act('transfer', {
    task,
    toDepartment: id,
    toPerson: id.optional().meta({ description: '接办人的账号；缺省为该部门中同一角色的任何人' }),
    reasons,
  }),
  act('request-supplement', { task, reasons }),
  act('pause', {
    task,
    ground: coded('pauseGrounds', GROUNDS),
    documentNo: writing(100).meta({ description: '必填：中止所依据文书的文号' }),
    reasons,
  }),
  act('resume', { task, reasons }),
  act('extend', { task, amount, reasons }),
  act('set-limit', { task, amount, reasons }),
  act('return', { task, to: id, reasons }),
  act('ask-opinion', { task, role: id, department: id, reasons }),
  act('give-opinion', { task, reasons }),
  act('change-level', { level: id.meta({ description: '调整后的级别，取表单中该项的值' }), reasons }),
  act('correct-arrival', { arrivedAt: instant(), reasons }),
  act('take-command', { reasons }),
  act('terminate', { reasons }),
  act('reopen', { reasons }),
  act('dispute', { reasons }),
  act('comment', {
    reasons,
    audience: coded('audiences', ['everyone', 'deciding'])
      .optional()
      .meta({ description: '给谁看；缺省：承办一方所写的为 deciding，其他人所写的为 everyone' }),
  }),
  act('copy', { people: z.array(id).min(1).max(50).meta({ description: '抄送对象的账号' }) }),
  act('mark-read', {}),
  act('link', { other: id.meta({ description: '另一办件的编号' }) }),
]);
export type Asked = z.infer<typeof actSchema>;
export type AskedTo<A extends Asked['act']> = Extract<Asked, { act: A }>;
