import { z } from 'zod';
import { coded } from './coded.ts';
import { isVisible, plainText, visibleText } from './visible-text.ts';

/** Pieces that requests and responses share. Responses are described with them too, so that the document is exact. */
export const isoInstant = () =>
  z.string().meta({ format: 'date-time', example: '2026-11-23T09:30:00+08:00' });
export const isoDate = () => z.string().meta({ format: 'date', example: '2026-11-26' });

export const caseNoParam = z.object({ no: z.string().min(1).max(40).meta({ example: 'LZ-20261123-0001' }) });

/** A path parameter that is the number of a row. */
export const numberParam = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .meta({ type: 'integer' }),
});

/** Limit and cursor of every list, and whether the total is wanted. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^\d{1,9}$/, '应为 1 至 200 的整数')
    .transform(Number)
    .refine((n) => n >= 1 && n <= 200, '应为 1 至 200 的整数')
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: 200, default: 50, description: '每页条数' }),
  cursor: z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9_-]+$/, '应为上一页给出的 next')
    .optional()
    .meta({ description: '上一页给出的 next，原样带回' }),
  count: z.enum(['true', 'false']).optional().meta({ description: 'true：同时给出总数 total' }),
};

/** Short text of a filter. */
export const filterText = () => z.string().min(1).max(100).optional();

export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: '下一页的 cursor；null 表示没有了' }),
    total: z.number().int().optional(),
  });

/** The ends between which a provisional end can turn out to lie; null where it is firm. */
export const rangeSchema = {
  provisional: z.boolean().meta({ description: '涉及尚未公布放假安排的日子' }),
  earliest: z.strictObject({ dueAt: isoInstant(), dueDate: isoDate() }).nullable(),
  latest: z.strictObject({ dueAt: isoInstant(), dueDate: isoDate() }).nullable(),
};
/** A department beside its title, a role beside its own; the titles are filled in where the answer is sent (`present/titles.ts`). */
export const departmentFields = {
  department: z.string(),
  departmentTitle: z.string().nullable().meta({ description: '部门名称；没有这个部门的为 null' }),
};
export const roleFields = {
  role: z.string(),
  roleTitle: z.string().nullable().meta({ description: '角色名称' }),
};
export const seatFields = { ...roleFields, ...departmentFields };
export const actorSchema = z.strictObject({ name: z.string(), ...seatFields });
/** Of an event: who brought it about, by which document and why. */
export const actOfEventSchema = {
  by: z.union([z.literal('system'), actorSchema]),
  uponActOf: actorSchema
    .nullable()
    .meta({ description: 'by 为 system 的，系统随何人的操作作出，文号、理由是此人所写；null：不因人的操作' }),
  documentNo: z.string().nullable().meta({ description: '所依据文书的文号' }),
  reasons: z.string().nullable(),
  legalBasis: z.string().nullable(),
};
export const seatSchema = z.strictObject(seatFields);
export const lightSchema = coded('lights');
/** What a person writes where it may be left out; blank is left out. Whether it is demanded is for the rules to say (422). */
export const writing = (maxLength: number) =>
  plainText(maxLength)
    .transform((text) => (isVisible(text) ? text : undefined))
    .optional();
/** 文号 where it may be left out: without the blanks around it; blank is left out. */
export const documentNumber = () => writing(100).transform((text) => text?.trim());
export const freeText = visibleText;
