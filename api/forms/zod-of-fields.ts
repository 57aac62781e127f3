import { z } from 'zod';
import { dayFromText, dayOf, msFromIso, textOfDay } from '../../calendar/index.ts';
import { periodAt, readPeriod } from '../../cases/index.ts';
import { type Field, type Fields, type PeriodLength, TEN_YEARS_DAYS } from '../../procedures/fields.ts';
import { visibleText } from '../schemas/visible-text.ts';
import { creditCodeProblem } from './check-digits.ts';
import { withConditions } from './conditions.ts';
import { holderSchema } from './holder.ts';

/** The moment against which a form is read, and the first instant it may speak of (default two years back). */
export type FormMoment = { nowMs: number; notBeforeMs?: number };

/** Clocks of two machines may differ by this much. */
export const SKEW_MS = 60_000;
const TWO_YEARS_MS = 2 * 366 * 86_400_000;

const text = (maxLength: number): z.ZodType<string> => visibleText(maxLength);

const isDate = (value: string): boolean => {
  try {
    dayFromText(value);
    return true;
  } catch {
    return false;
  }
};
/** Civil date YYYY-MM-DD that exists. */
export const date = () =>
  z.string().refine(isDate, '应为存在的日期，形如 2026-11-23').meta({ format: 'date' });

/** A civil date from today on, at most so many days ahead. */
const futureDate = (withinDays: number, { nowMs }: FormMoment) => {
  const [today, last] = [dayOf(nowMs), textOfDay(dayOf(nowMs) + withinDays)];
  return date()
    .refine((value) => value >= textOfDay(today), '不能早于今天')
    .refine((value) => value <= last, `不能晚于${last}`)
    .meta({ 'x-within-days': withinDays });
};

/** Strict ISO instant with offset. */
export const instant = () =>
  z
    .string()
    .max(40)
    .refine((value) => msFromIso(value) !== null, '应为带时区的时刻，形如 2026-11-23T09:30:00+08:00')
    .meta({ format: 'date-time' });

const id = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, '应为编号');

const pastInstant = ({ nowMs, notBeforeMs = nowMs - TWO_YEARS_MS }: FormMoment) =>
  instant()
    .refine((value) => (msFromIso(value) ?? nowMs) <= nowMs + SKEW_MS, '不能晚于现在')
    .refine((value) => (msFromIso(value) ?? nowMs) >= notBeforeMs, '时间过早，请核对');

const PERIOD_EXAMPLES: Record<PeriodLength, string> = {
  month: '2026-11',
  quarter: '2026-Q4',
  'half-year': '2026-H2',
  year: '2026',
};
const YEARS_OF_PERIODS = 2;

/** A period of that length, in the present year or one not far from it. */
const period = (every: PeriodLength, { nowMs }: FormMoment) => {
  const { index: thisYear } = periodAt('year', nowMs);
  const yearsOff = (text: string): number => Math.abs(Number(text.slice(0, 4)) - thisYear);
  return z
    .string()
    .refine((text) => readPeriod(text)?.every === every, {
      message: `应为期间，形如 ${PERIOD_EXAMPLES[every]}`,
      abort: true,
    })
    .refine((text) => yearsOff(text) <= YEARS_OF_PERIODS, '年份过早或过晚，请核对')
    .meta({ 'x-period': every, examples: [PERIOD_EXAMPLES[every]] });
};

const whyNotUnclassified = (input: unknown): string => {
  if (input === undefined) return '必填';
  return input === true ? '涉密材料不得在本系统提交' : '应为是或否（true / false）';
};

const schemaOf = (field: Field, moment: FormMoment): z.ZodType => {
  switch (field.type) {
    case 'text':
      return text(field.maxLength ?? 2000);
    case 'texts':
      return z.array(text(200)).min(1).max(200);
    case 'text-or-texts':
      return z.union([text(2000), z.array(text(200)).min(1).max(200)], '应为文本或文本列表，不能为空');
    case 'date':
      return date();
    case 'future-date':
      return futureDate(field.withinDays ?? TEN_YEARS_DAYS, moment);
    case 'period':
      return period(field.every, moment);
    case 'past-instant':
      return pastInstant(moment);
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]]).meta({ 'x-labels': field.options });
    case 'flag':
      return z.boolean();
    case 'not-classified':
      return z.literal(false, { error: ({ input }) => whyNotUnclassified(input) });
    case 'number':
      return z
        .number()
        .min(field.min ?? -1e12)
        .max(field.max ?? 1e12);
    case 'resource':
    case 'department':
      return id();
    case 'holder':
      return holderSchema(moment.nowMs);
    case 'credit-code':
      return z.string().superRefine((value, ctx) => {
        const message = creditCodeProblem(value);
        if (message !== null) ctx.addIssue({ code: 'custom', message });
      });
    case 'object':
      return zodOfFields(field.fields, moment);
  }
};

/**
 * A form as a strict schema: unknown keys are refused, each field by its type, optional where `required` is false or a condition is
 * yet to be met (see `askedFields`).
 */
export const zodOfFields = (fields: Fields, moment: FormMoment): z.ZodObject => {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields)) {
    const paired = field.pairedWith === undefined ? {} : { 'x-paired-with': field.pairedWith };
    const steers = field.steers === undefined ? {} : { 'x-fact': field.steers };
    const bounded = field.withinRequest === true ? { 'x-within-request': true } : {};
    const items = field.amongItemsOf === undefined ? {} : { 'x-items-of': field.amongItemsOf };
    const told = { title: field.title, 'x-field': field.type, ...steers, ...paired, ...bounded, ...items };
    const schema = schemaOf(field, moment).meta(told);
    shape[name] = field.required === false || field.when !== undefined ? schema.optional() : schema;
  }
  return z.strictObject(shape);
};

const described = new WeakMap<Fields, Record<string, unknown>>();

/**
 * The form as JSON Schema (2020-12), for consoles and client developers, with the conditions of its fields. Made once for each set of
 * fields.
 */
export const jsonSchemaOfFields = (fields: Fields): Record<string, unknown> => {
  const known = described.get(fields);
  if (known !== undefined) return known;
  // What depends on the moment cannot be said in JSON Schema, so any moment will do.
  const plain = z.toJSONSchema(zodOfFields(fields, { nowMs: 0 }), { io: 'input', unrepresentable: 'any' });
  const schema = withConditions(fields, plain as Record<string, unknown>);
  described.set(fields, schema);
  return schema;
};
