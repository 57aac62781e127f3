import { z } from 'zod';
import { dayFromText, startOfDayMs } from '../../calendar/index.ts';
import { MALFORMED_CURSOR } from '../../store/index.ts';
import { calendarOf, findCase, procedureOf, showCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { documentsOfCases } from '../documents.ts';
import { date } from '../forms/zod-of-fields.ts';
import { submitCase } from '../intake/submit.ts';
import { listAnswer, pagingOf } from '../lists.ts';
import { peopleOf, presentCaseItem } from '../present/case.ts';
import { caseNotFound, problem } from '../problems/problem.ts';
import { procedureFor } from '../procedure-for.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { caseItemSchema, caseSchema } from '../schemas/case.ts';
import { coded } from '../schemas/coded.ts';
import { caseNoParam, filterText, lightSchema, listOf, pageQuery } from '../schemas/common.ts';
import { listGrants } from '../security/viewer.ts';

const submission = z.strictObject({
  procedure: z.string().min(1).max(100),
  form: z.record(z.string(), z.unknown()),
});

const EXAMPLE = {
  procedure: 'lz-share-conditional',
  form: {
    resource: 'lz-hrss-employment',
    purpose: '核验创业补贴申请人的就业状态',
    basis: '《就业促进法》第四十九条',
    users: ['创业服务科'],
    items: ['就业登记状态'],
    mode: 'query',
    until: '2027-06-30',
    classified: false,
  },
};

const query = z.strictObject({
  ...pageQuery,
  view: coded('caseViews').optional().meta({ default: 'all' }),
  procedure: filterText(),
  family: filterText(),
  status: coded('caseStatuses').optional(),
  light: lightSchema.optional(),
  jurisdiction: filterText(),
  department: filterText(),
  from: date().optional().meta({ description: '提交日期，自这一日起' }),
  to: date().optional().meta({ description: '提交日期，至这一日止（含）' }),
  period: filterText().meta({ description: '经常性工作的期间，如 2026-11；与 procedure 同用即为该期各办件' }),
  q: filterText().meta({ description: '办件编号或标题中的文字' }),
});

/** Filing, reading and listing cases. */
export const caseRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;

  const submit = route({
    method: 'post',
    path: '/api/v1/cases',
    access: 'case:submit',
    audit: 'SUBMIT_CASE',
    tag: '办件',
    summary: '提交申请或报告',
    key: 'required',
    body: submission,
    bodyExample: EXAMPLE,
    responses: {
      201: {
        description: '已受理登记',
        schema: z.strictObject({ case: caseSchema }),
        headers: { Location: '办件的地址', 'Idempotent-Replay': '重复请求时为 true' },
      },
    },
    async handle({ body: { procedure: id, form }, viewer, key }) {
      const procedure = procedureFor(id, viewer);
      if (procedure === null)
        return problem(422, 'procedure_unknown', '没有这个办理事项。', {
          errors: [{ pointer: '/procedure', message: '没有这个办理事项' }],
        });
      return submitCase(desk, viewer, key ?? '', { procedure, form });
    },
  });

  const one = route({
    method: 'get',
    path: '/api/v1/cases/{no}',
    access: 'case:read',
    audit: 'READ_CASE',
    tag: '办件',
    summary: '一个办件',
    params: caseNoParam,
    responses: { 200: { description: '办件', schema: caseSchema } },
    async handle({ params: { no }, viewer }) {
      const found = await findCase(desk, viewer, no);
      if (found === null) return caseNotFound();
      const { escalations, copies } = found.state;
      const copied = escalations.length > 0 || Object.keys(copies).length > 0;
      const [shown] = await Promise.all([
        showCase(desk, viewer, found),
        copied ? store.cases.markRead(no, viewer.personId, clock.nowMs()) : undefined,
      ]);
      return ok(shown);
    },
  });

  const list = route({
    method: 'get',
    path: '/api/v1/cases',
    access: 'case:read',
    audit: 'LIST_CASES',
    tag: '办件',
    summary: '办件列表，最新的在前',
    query,
    responses: { 200: { description: '办件', schema: listOf(caseItemSchema) } },
    async handle({ query: asked, viewer, req }) {
      const nowMs = clock.nowMs();
      const { count, view = 'all', limit, cursor, from, to, ...filter } = asked;
      const page = await store.cases.list({
        ...filter,
        fromMs: from === undefined ? undefined : startOfDayMs(dayFromText(from)),
        beforeMs: to === undefined ? undefined : startOfDayMs(dayFromText(to) + 1),
        ...pagingOf({ limit, cursor }),
        view,
        personId: viewer.personId,
        grants: listGrants(viewer),
        asOfMs: nowMs,
        count: count === 'true',
      });
      const people =
        page === MALFORMED_CURSOR
          ? []
          : page.items.flatMap((item) => peopleOf(item.state, item.requesterPerson));
      const states = page === MALFORMED_CURSOR ? [] : page.items.map(({ state }) => state);
      const [names, documents] = await Promise.all([
        store.people.names(people),
        documentsOfCases(desk, states),
      ]);
      const calendars = calendarOf(desk);
      return listAnswer(req, page, ({ state, unread, ...file }) =>
        presentCaseItem({
          state,
          file,
          unread,
          procedure: procedureOf(state.procedure, state.edition),
          ...{ names, documents, nowMs },
          calendarOf: calendars,
        }),
      );
    },
  });

  return [submit, list, one];
};
