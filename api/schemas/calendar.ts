import { z } from 'zod';
import { dayFromText } from '../../calendar/index.ts';
import { limitSchema } from './case.ts';
import { coded } from './coded.ts';
import { freeText, isoDate, isoInstant } from './common.ts';

const isDate = (text: string): boolean => {
  try {
    dayFromText(text);
    return true;
  } catch {
    return false;
  }
};
/** A date of a request, which must exist. */
export const givenDate = () =>
  z
    .string()
    .max(10)
    .refine(isDate, '日期不存在或格式不对，应为 YYYY-MM-DD')
    .meta({ format: 'date', example: '2027-01-01' });

export const calendarIdParam = z.object({ id: z.string().min(1).max(60).meta({ example: 'cn' }) });
export const draftParams = z.object({
  id: z.string().min(1).max(60).meta({ example: 'cn' }),
  n: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .meta({ type: 'integer', example: 32 }),
});

const noticeSchema = z.strictObject({
  title: z.string(),
  number: z.string().optional().meta({ description: '文号' }),
  publishedAt: isoDate(),
});
const coverageSchema = z.strictObject({ from: isoDate(), to: isoDate() });
const stateSchema = coded('dayStates', ['working', 'off']);
const dayEntry = z.strictObject({ date: isoDate(), state: stateSchema, name: z.string() });
export const closureEffect = coded('closureEffects').meta({
  description: '停止办公对期限的效力：按休息日计、期间不计、期限照常计算；通知未写明的为期限照常计算（runs）',
});
const closureSchema = z.strictObject({
  ...{ from: isoDate(), to: isoDate(), effect: closureEffect },
  reason: z.string().meta({ example: '暴雪' }),
});
const seasonDay = () =>
  z
    .string()
    .regex(/^\d{2}-\d{2}$/, '应为 MM-DD')
    .meta({ example: '05-01' });
const timeOfDay = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '应为 HH:MM')
    .meta({ example: '17:30' });
const hoursSchema = z.strictObject({
  name: z.string().meta({ example: '夏季作息时间' }),
  season: z
    .strictObject({ from: seasonDay(), to: seasonDay() })
    .meta({ description: '每年的起止月日，含当日；止日早于起日的跨年' }),
  opensAt: timeOfDay(),
  closesAt: timeOfDay(),
});
export const findingSchema = z.strictObject({
  code: z.string(),
  severity: coded('findingSeverities'),
  message: z.string(),
  dates: z.array(isoDate()).optional(),
});

const LONGEST_TEXT = 200_000;
const DAYS_AT_MOST = 800;
const CLOSURES_AT_MOST = 50;
const SEASONS_AT_MOST = 12;

/** Body of a draft: the days themselves, or a file of holidays as others publish it; closures; office hours. */
export const draftBody = z.strictObject({
  notice: z.strictObject({
    title: freeText(300),
    number: freeText(100).optional(),
    publishedAt: givenDate(),
  }),
  coverage: z.strictObject({ from: givenDate(), to: givenDate() }).optional(),
  days: z
    .array(z.strictObject({ date: givenDate(), state: stateSchema, name: z.string().max(60) }))
    .min(1)
    .max(DAYS_AT_MOST)
    .optional(),
  format: coded('fileFormats').optional(),
  content: z.string().max(LONGEST_TEXT).optional(),
  closures: z
    .array(
      z.strictObject({
        ...{ from: givenDate(), to: givenDate(), effect: closureEffect.optional() },
        reason: freeText(60),
      }),
    )
    .min(1)
    .max(CLOSURES_AT_MOST)
    .optional()
    .meta({ description: '停止办公' }),
  officeHours: z
    .array(hoursSchema.extend({ name: freeText(60) }))
    .min(1)
    .max(SEASONS_AT_MOST)
    .optional()
    .meta({ description: '办公时间，在 coverage 所定期间内有效' }),
  acknowledge: z
    .array(z.string().max(40))
    .max(20)
    .optional()
    .meta({ description: '已核对、仍要保留的问题代码' }),
});
export type DraftBody = z.infer<typeof draftBody>;

const layer = {
  id: z.string(),
  name: z.string(),
  level: coded('calendarLevels'),
  parent: z.string().nullable(),
  department: z.string().nullable().meta({ description: '部门自己的日历：部门标识' }),
};
export const organLayerSchema = z.strictObject(layer).meta({ id: 'OrganCalendar' });
export const layerSchema = z
  .strictObject({
    ...layer,
    version: z.number().int().meta({ description: '合成日历的版本：本层及上层已发布的通知数' }),
    releases: z.number().int().meta({ description: '本层已发布的通知数' }),
    coverage: coverageSchema.nullable().meta({ description: '连续有通知的期间' }),
    unknownYears: z.array(z.number().int()).meta({ description: '放假安排尚未全部公布的年份' }),
  })
  .meta({ id: 'CalendarLayer' });

export const calendarYearSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    version: z.number().int(),
    year: z.number().int(),
    days: z.array(
      z.strictObject({
        date: isoDate(),
        weekday: z.number().int().meta({ description: '1 = 星期一 … 7 = 星期日' }),
        state: coded('dayStates'),
        expected: stateSchema.meta({ description: '未公布时的推定；已公布的与 state 相同' }),
        name: z.string().nullable(),
        notice: z.string().nullable(),
        closure: z
          .strictObject({ effect: closureEffect, reason: z.string(), notice: z.string() })
          .nullable()
          .meta({ description: '当日停止办公的' }),
        hours: z
          .strictObject({
            ...{ name: z.string(), opensAt: timeOfDay(), closesAt: timeOfDay() },
            notice: z.string(),
          })
          .nullable()
          .meta({ description: '办公时间；null：未公布' }),
      }),
    ),
  })
  .meta({ id: 'CalendarYear' });

const content = {
  calendar: z.string(),
  notice: noticeSchema,
  coverage: coverageSchema,
  days: z.array(dayEntry),
  closures: z.array(closureSchema),
  officeHours: z.array(hoursSchema),
  findings: z.array(findingSchema),
  acknowledged: z.array(z.string()),
  draftedBy: z.string().nullable().meta({ description: 'null：随程序提供' }),
  draftedAt: isoInstant(),
};
export const releaseSchema = z
  .strictObject({
    ...content,
    number: z.number().int(),
    version: z.number().int(),
    releasedBy: z.string().nullable(),
    releasedAt: isoInstant(),
  })
  .meta({ id: 'CalendarRelease' });
export const draftSchema = z
  .strictObject({
    ...content,
    number: z.number().int(),
    state: coded('draftStates'),
    version: z.number().int().nullable(),
  })
  .meta({ id: 'CalendarDraft' });

const dueSchema = z.strictObject({
  dueAt: isoInstant().nullable(),
  dueDate: isoDate().nullable(),
  provisional: z.boolean(),
  earliestAt: isoInstant().nullable(),
  latestAt: isoInstant().nullable(),
});
export const changeKind = coded('impactKinds');
const totalsSchema = z
  .strictObject({
    later: z.number().int(),
    earlier: z.number().int(),
    firm: z.number().int(),
    range: z.number().int(),
    missed: z.number().int(),
    missedKept: z.number().int(),
    wouldNotBeMissed: z.number().int(),
    filerKept: z.number().int(),
  })
  .meta({
    description:
      '期限数：推后、提前、由暂定转为确定、只改变可能范围或提醒、发布时即已超期、已超期仍按原期限、其中按草案本不超期的、对申请方不提前',
  });

/** What a draft would do to the open clocks. */
export const impactSchema = z
  .strictObject({
    asOf: isoInstant(),
    cases: z.number().int().meta({ description: '受影响的在办件数' }),
    totals: totalsSchema,
    byCalendar: z
      .array(z.strictObject({ calendar: z.string(), cases: z.number().int(), totals: totalsSchema }))
      .meta({ description: '按办件所用日历分列' }),
    items: z.array(
      z.strictObject({
        case: z.string(),
        procedure: z.string(),
        clock: z.string(),
        stage: z.string().nullable(),
        limit: limitSchema,
        kinds: z.array(changeKind),
        before: dueSchema,
        after: dueSchema.nullable().meta({ description: 'null：期限不变' }),
        forgone: dueSchema.nullable().meta({ description: '保留原期限的，按草案本应的期限' }),
      }),
    ),
    next: z.string().nullable(),
    total: z.number().int().optional(),
  })
  .meta({ id: 'CalendarImpact' });

export const rolloutSchema = z
  .strictObject({
    calendar: z.string(),
    version: z.number().int(),
    total: z.number().int().meta({ description: '要重算的办件数' }),
    done: z.number().int(),
    state: coded('rolloutStates'),
  })
  .meta({ id: 'CalendarRollout' });
