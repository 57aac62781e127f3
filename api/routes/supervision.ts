import { z } from 'zod';
import { isoOf, msFromIso, overdueByOf } from '../../calendar/index.ts';
import { waitedForBy } from '../../cases/index.ts';
import { stageTitle } from '../../procedures/common-stages.ts';
import { procedureById } from '../../procedures/index.ts';
import { MALFORMED_CURSOR, type OverdueItem } from '../../store/index.ts';
import { calendarOf, procedureOf } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { documentsOfLimits } from '../documents.ts';
import { instant } from '../forms/zod-of-fields.ts';
import { listAnswer, pagingOf } from '../lists.ts';
import { titleOfClock } from '../present/clock.ts';
import { type Documents, presentLimit } from '../present/limit.ts';
import { presentRange } from '../present/range.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { limitKind, limitSchema, overdueBySchema, waitsForSchema } from '../schemas/case.ts';
import {
  departmentFields,
  filterText,
  isoDate,
  isoInstant,
  listOf,
  pageQuery,
  rangeSchema,
  seatFields,
  seatSchema,
} from '../schemas/common.ts';
import { supervisionScope } from '../security/viewer.ts';

const overdueSchema = z
  .strictObject({
    case: z.strictObject({ no: z.string(), title: z.string(), procedure: z.string() }),
    task: z.string().nullable().meta({ description: 'null：整个案件的全程时限，不属于哪一个任务' }),
    stage: z.string().nullable(),
    stageTitle: z.string(),
    ...seatFields,
    limit: limitSchema,
    dueAt: isoInstant(),
    dueDate: isoDate().nullable(),
    ...rangeSchema,
    overdueBy: overdueBySchema,
    rung: z.number().int(),
    escalatedTo: seatSchema.nullable(),
    waitsFor: waitsForSchema,
  })
  .meta({ id: 'OverdueItem' });

const tally = {
  open: z.number(),
  overdue: z.number(),
  overdueByKind: z
    .strictObject({ statutory: z.number(), target: z.number(), house: z.number() })
    .meta({ description: '超期数按期限的性质分列：法定、目标、本系统' }),
  dueSoon: z.number(),
};
const tallies = {
  ...tally,
  wholeCases: z.strictObject(tally).meta({ description: '全程时限，与任务分开计数' }),
};
const summarySchema = z
  .strictObject({
    ...tallies,
    asOf: isoInstant(),
    openCases: z.number(),
    byDepartment: z.array(z.strictObject({ ...departmentFields, ...tallies })),
    byProcedure: z.array(z.strictObject({ procedure: z.string(), title: z.string(), ...tallies })),
  })
  .meta({ id: 'SupervisionSummary' });

const procedureTitle = (id: string): string => procedureById(id)?.title ?? id;

const asOfField = () => instant().optional().meta({ description: '以此时刻为准；缺省为现在' });

const presentOverdue = (desk: Desk, item: OverdueItem, documents: Documents, asOfMs: number) => {
  const { case: of, task, clock, dueAtMs } = item;
  const procedure = procedureOf(of.procedure, of.edition);
  const deadline = {
    dueAtMs,
    dueDay: clock.dueDay ?? '',
    provisional: clock.provisional,
    earliestAtMs: clock.earliestAtMs ?? dueAtMs,
    latestAtMs: clock.latestAtMs ?? dueAtMs,
  };
  return {
    case: { no: of.no, title: of.title, procedure: of.procedure },
    task: task?.id ?? null,
    stage: task?.stage ?? null,
    stageTitle: task === null ? titleOfClock(procedure, clock) : stageTitle(procedure, task.stage),
    role: item.role,
    department: item.department,
    limit: presentLimit(clock.limit, documents),
    dueAt: isoOf(dueAtMs),
    dueDate: clock.dueDay,
    ...presentRange(clock),
    overdueBy: overdueByOf(calendarOf(desk)(clock.calendar), deadline, asOfMs),
    rung: item.rung,
    escalatedTo: item.escalatedTo,
    waitsFor: waitedForBy(of.children),
  };
};

/** What is overdue, at the second it is. */
export const supervisionRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;
  const momentOf = (asOf: string | undefined): number =>
    asOf === undefined ? clock.nowMs() : (msFromIso(asOf) ?? clock.nowMs());

  const overdue = route({
    method: 'get',
    path: '/api/v1/supervision/overdue',
    access: 'supervision:read',
    audit: 'LIST_OVERDUE',
    tag: '监督',
    summary: '超期的任务与全程时限，超期最久的在前',
    query: z.strictObject({
      ...pageQuery,
      asOf: asOfField(),
      department: filterText(),
      procedure: filterText(),
      family: filterText(),
      jurisdiction: filterText(),
      q: filterText().meta({ description: '办件编号或标题中的文字' }),
      kind: limitKind.optional().meta({ description: '期限的性质：法定、目标或本系统' }),
      rung: z
        .string()
        .regex(/^\d{1,2}$/, '应为非负整数')
        .transform(Number)
        .optional()
        .meta({ type: 'integer', minimum: 0, description: '已升级到第几级' }),
    }),
    responses: { 200: { description: '超期任务', schema: listOf(overdueSchema) } },
    async handle({ query, viewer, req }) {
      const asOfMs = momentOf(query.asOf);
      const { department, procedure, family, jurisdiction, q, kind, rung } = query;
      const page = await store.supervision.overdue({
        ...{ department, procedure, family, jurisdiction, q, kind, rung, asOfMs },
        ...pagingOf(query),
        scope: supervisionScope(viewer),
        count: query.count === 'true',
      });
      const items = page === MALFORMED_CURSOR ? [] : page.items;
      const documents = await documentsOfLimits(
        desk,
        items.map((item) => item.clock.limit),
      );
      return listAnswer(req, page, (item) => presentOverdue(desk, item, documents, asOfMs));
    },
  });

  const summary = route({
    method: 'get',
    path: '/api/v1/supervision/summary',
    access: 'supervision:read',
    audit: 'READ_SUMMARY',
    tag: '监督',
    summary: '在办、超期与将到期的任务数、全程时限数',
    query: z.strictObject({ asOf: asOfField() }),
    responses: { 200: { description: '汇总', schema: summarySchema } },
    async handle({ query, viewer }) {
      const asOfMs = momentOf(query.asOf);
      const found = await store.supervision.summary({ asOfMs, scope: supervisionScope(viewer) });
      const byProcedure = found.byProcedure.map((row) => ({ ...row, title: procedureTitle(row.procedure) }));
      return ok({ ...found, asOf: isoOf(asOfMs), byProcedure });
    },
  });

  return [overdue, summary];
};
