import { z } from 'zod';
import { isoOf, msFromIso } from '../../calendar/index.ts';
import { calendarOf, findCase, toldOf } from '../case-reader.ts';
import { type Belief, beliefsOf, heldAt } from '../clock-history.ts';
import type { Desk } from '../deps.ts';
import { documentsOfCases } from '../documents.ts';
import { instant } from '../forms/zod-of-fields.ts';
import { presentActOfEvent, type Told } from '../present/clock-changes.ts';
import { type Documents, presentLimit } from '../present/limit.ts';
import { presentRange } from '../present/range.ts';
import { caseNotFound, isProblem } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { limitSchema } from '../schemas/case.ts';
import { coded } from '../schemas/coded.ts';
import {
  actOfEventSchema,
  caseNoParam,
  departmentFields,
  isoDate,
  isoInstant,
  rangeSchema,
} from '../schemas/common.ts';
import { timeUseOf } from '../time-use.ts';
import { clockParams, findClock } from './ledgers.ts';

const beliefSchema = z.strictObject({
  seq: z.number().int(),
  event: z.string(),
  why: z.string().nullable(),
  from: isoInstant().meta({ description: '自何时起如此认定（生效）' }),
  to: isoInstant().nullable().meta({ description: 'null：至今' }),
  recordedAt: isoInstant().meta({ description: '何时记入' }),
  ...actOfEventSchema,
  state: coded('clockStates'),
  limit: limitSchema,
  dueAt: isoInstant().nullable(),
  dueDate: isoDate().nullable(),
  ...rangeSchema,
  calendar: z.strictObject({ id: z.string(), version: z.number() }),
});
const historySchema = z
  .strictObject({
    clock: z.string(),
    asOf: isoInstant(),
    held: beliefSchema.nullable().meta({ description: '在 asOf 所认定的；null：当时还没有这个期限' }),
    beliefs: z.array(beliefSchema),
  })
  .meta({ id: 'ClockHistory' });

const days = z.number().int();
const timeUseSchema = z
  .strictObject({
    asOf: isoInstant(),
    totalDays: days.meta({ description: '全程工作日数，等于各部门办理与等待之和' }),
    departments: z.array(
      z.strictObject({
        ...departmentFields,
        department: z.string().nullable(),
        courseDays: days,
        waitingDays: days,
      }),
    ),
    tasks: z.array(
      z.strictObject({
        task: z.string(),
        stage: z.string(),
        ...departmentFields,
        limit: limitSchema.nullable(),
        limitDays: days.nullable().meta({ description: '连同延长的工作日数；null：期限不以工作日计' }),
        usedDays: days,
        overrunDays: days,
        savedDays: days,
        courseDays: days,
        waitingDays: days,
      }),
    ),
  })
  .meta({ id: 'TimeUse' });

const presentBelief = (belief: Belief, told: Told & { documents: Documents }) => {
  const { seq, type, why, fromMs, toMs, recordedAtMs, clock } = belief;
  return {
    ...{ seq, event: type, why },
    from: isoOf(fromMs),
    to: toMs === null ? null : isoOf(toMs),
    recordedAt: isoOf(recordedAtMs),
    ...presentActOfEvent(belief, told),
    state: clock.state,
    limit: presentLimit(clock.limit, told.documents),
    dueAt: clock.dueAtMs === null ? null : isoOf(clock.dueAtMs),
    dueDate: clock.dueDay,
    ...presentRange(clock),
    calendar: clock.calendar,
  };
};

/** What was believed of a deadline, and who used the days. */
export const clockHistoryRoutes = (desk: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/cases/{no}/clocks/{clock}/history',
    access: 'case:read',
    audit: 'READ_CLOCK_HISTORY',
    tag: '办件',
    summary: '某日认定的期限是哪一天，及其历次变化',
    params: clockParams,
    query: z.strictObject({
      asOf: instant().optional().meta({ description: '以此时刻为准；缺省为现在' }),
      by: coded('beliefBases')
        .optional()
        .meta({ description: 'effect：按生效时刻（缺省）；record：按记入时刻' }),
    }),
    responses: { 200: { description: '历次认定', schema: historySchema } },
    async handle({ params, query, viewer }) {
      const seen = await findClock(desk, viewer, params);
      if (isProblem(seen)) return seen;
      const asOfMs =
        query.asOf === undefined ? desk.clock.nowMs() : (msFromIso(query.asOf) ?? desk.clock.nowMs());
      const beliefs = beliefsOf(await desk.store.record.eventsRecorded(params.no), params.clock);
      const [people, documents] = await Promise.all([
        toldOf(desk, seen.found.reader, beliefs),
        documentsOfCases(desk, [seen.found.state]),
      ]);
      const told = { ...people, documents };
      const held = heldAt(beliefs, asOfMs, query.by ?? 'effect');
      return ok({
        clock: params.clock,
        asOf: isoOf(asOfMs),
        held: held === null ? null : presentBelief(held, told),
        beliefs: beliefs.map((belief) => presentBelief(belief, told)),
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/cases/{no}/time-use',
    access: 'case:read',
    audit: 'READ_TIME_USE',
    tag: '办件',
    summary: '全程的工作日由哪些部门用去',
    params: caseNoParam,
    responses: { 200: { description: '用时', schema: timeUseSchema } },
    async handle({ params: { no }, viewer }) {
      const found = await findCase(desk, viewer, no);
      if (found === null) return caseNotFound();
      const nowMs = desk.clock.nowMs();
      const documents = await documentsOfCases(desk, [found.state]);
      const use = timeUseOf(found.state, calendarOf(desk)(found.state.calendar), nowMs);
      const tasks = use.tasks.map(({ limit, ...of }) => ({
        ...of,
        limit: limit === null ? null : presentLimit(limit, documents),
      }));
      return ok({ asOf: isoOf(nowMs), ...use, tasks });
    },
  }),
];
