import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { Clock, ForeseenChange } from '../../cases/index.ts';
import { type AffectedCase, impactOf } from '../calendar-impact.ts';
import { nextVersionOf } from '../calendar-import.ts';
import type { Desk } from '../deps.ts';
import { documentsOfLimits } from '../documents.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { presentLimit } from '../present/limit.ts';
import { isProblem, notFound, problem } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import {
  calendarIdParam,
  changeKind,
  draftParams,
  impactSchema,
  rolloutSchema,
} from '../schemas/calendar.ts';
import { pageQuery } from '../schemas/common.ts';

type Due = Pick<Clock, 'dueAtMs' | 'dueDay' | 'provisional' | 'earliestAtMs' | 'latestAtMs'>;
const iso = (ms: number | null): string | null => (ms === null ? null : isoOf(ms));
const presentDue = ({ dueAtMs, dueDay, provisional, earliestAtMs, latestAtMs }: Due) => ({
  dueAt: iso(dueAtMs),
  dueDate: dueDay,
  provisional,
  earliestAt: iso(earliestAtMs),
  latestAt: iso(latestAtMs),
});

type Kind = ForeseenChange['kinds'][number];

const totalsOf = (affected: readonly AffectedCase[]) => {
  const kinds = affected.flatMap(({ changes }) => changes.flatMap((change) => change.kinds));
  const count = (kind: Kind): number => kinds.filter((each) => each === kind).length;
  return {
    later: count('later'),
    earlier: count('earlier'),
    firm: count('firm'),
    range: count('range'),
    missed: count('missed'),
    missedKept: count('missed-kept'),
    wouldNotBeMissed: count('would-not-be-missed'),
    filerKept: count('filer-kept'),
  };
};

/** The totals of each calendar that has cases among those affected. */
const byCalendar = (affected: readonly AffectedCase[]) =>
  [...new Set(affected.map(({ calendar }) => calendar))].sort().map((id) => {
    const own = affected.filter(({ calendar }) => calendar === id);
    return { calendar: id, cases: own.length, totals: totalsOf(own) };
  });

type Item = { no: string; procedure: string; change: ForeseenChange };
const itemsOf = (affected: readonly AffectedCase[], kind: Kind | undefined): Item[] =>
  affected.flatMap(({ no, procedure, changes }) =>
    changes
      .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
      .map((change) => ({ no, procedure, change })),
  );
const idOf = ({ no, change }: Item): string => `${no} ${change.clock.id}`;

/** What a draft would move, and how far a release has come. */
export const calendarImpactRoutes = (desk: Desk): Route[] => {
  const { store, calendars, clock } = desk;

  const impact = route({
    method: 'get',
    path: '/api/v1/calendars/{id}/drafts/{n}/impact',
    access: 'calendar:release',
    audit: 'FORESEE_CALENDAR',
    tag: '日历',
    summary: '草案若发布，哪些在办期限会变；什么也不改变',
    params: draftParams,
    query: z.strictObject({
      ...pageQuery,
      kind: changeKind.optional().meta({ description: '只列此类变化；合计不变' }),
    }),
    responses: { 200: { description: '影响', schema: impactSchema } },
    problems: [409],
    async handle({ params: { id, n }, query, req }) {
      const draft = await store.calendars.byNumber(id, n);
      if (draft === null) return notFound();
      if (draft.state !== 'draft') return problem(409, 'draft_settled', '该草案已经发布或作废。');
      await calendars.refresh();
      const asOfMs = clock.nowMs();
      const foreseen = calendars.foreseen({ ...draft, version: nextVersionOf(calendars, id) });
      const affected = await impactOf({ store, calendars }, foreseen, asOfMs);
      const all = { list: 'calendar-impact', items: itemsOf(affected, query.kind), idOf };
      const documents = await documentsOfLimits(
        desk,
        all.items.map(({ change }) => change.clock.limit),
      );
      const answer = await shortListAnswer(req, query, all, ({ no, procedure, change }) => ({
        case: no,
        procedure,
        clock: change.clock.id,
        stage: change.clock.stage,
        limit: presentLimit(change.clock.limit, documents),
        kinds: change.kinds,
        before: presentDue(change.clock),
        after: change.move === null ? null : presentDue(change.move),
        forgone: change.forgone === null ? null : presentDue(change.forgone),
      }));
      if (isProblem(answer)) return answer;
      const summary = {
        ...{ asOf: isoOf(asOfMs), cases: affected.length, totals: totalsOf(affected) },
        byCalendar: byCalendar(affected),
      };
      return { ...answer, body: { ...summary, ...(answer.body as object) } };
    },
  });

  const rollout = route({
    method: 'get',
    path: '/api/v1/calendars/{id}/rollouts/{version}',
    access: 'calendar:release',
    audit: 'READ_ROLLOUT',
    tag: '日历',
    summary: '一次发布在在办件中重算到哪里',
    params: calendarIdParam.extend({
      version: z
        .string()
        .regex(/^[1-9]\d{0,5}$/)
        .transform(Number)
        .meta({ type: 'integer' }),
    }),
    responses: { 200: { description: '进度', schema: rolloutSchema } },
    async handle({ params: { id, version } }) {
      const found = await store.rollouts.byId({ calendarId: id, version });
      if (found === null) return notFound();
      const { total, done, state } = found;
      return ok({ calendar: id, version, total, done, state });
    },
  });

  return [impact, rollout];
};
