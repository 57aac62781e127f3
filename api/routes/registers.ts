import { z } from 'zod';
import type { RegisterId } from '../../procedures/schema.ts';
import { MALFORMED_CURSOR } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { countedOn, listAnswer, malformedCursor, pagingOf } from '../lists.ts';
import { notFound } from '../problems/problem.ts';
import { presentColumns } from '../registers/columns.ts';
import { presentChange, presentLine } from '../registers/present.ts';
import { lineScopeOf } from '../registers/scope.ts';
import { backdropOf, showLine, todayOf, withCases, writingsOf } from '../registers/show.ts';
import { isRegister, REGISTERS } from '../registers/titles.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import {
  findingAskedSchema,
  lineChangeSchema,
  lineInFullSchema,
  lineSchema,
  lineStateSchema,
  progressSchema,
  registerSchema,
} from '../schemas/register.ts';

const lineParams = z.object({ register: z.string().min(1).max(40), id: z.string().min(1).max(120) });

/** Registers (台账): what cases have granted, opened or changed. */
export const registerRoutes = (desk: Desk): Route[] => {
  const { store } = desk;
  const tag = '台账';
  const registers = route({
    method: 'get',
    path: '/api/v1/registers',
    access: 'case:read',
    audit: 'LIST_REGISTERS',
    tag,
    summary: '全部台账及条目数',
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '台账', schema: listOf(registerSchema) } },
    async handle({ query, viewer, req }) {
      const counts = await store.registers.counts(lineScopeOf(viewer), todayOf(desk));
      const items = Object.entries(REGISTERS).map(([register, title]) => {
        const byState = { open: 0, marked: 0, suspended: 0, expired: 0, closed: 0 };
        for (const count of counts) if (count.register === register) byState[count.state] = count.lines;
        const lines = Object.values(byState).reduce((sum, n) => sum + n, 0);
        return { register, title, lines, byState, columns: presentColumns(register as RegisterId) };
      });
      return shortListAnswer(req, query, { list: 'registers', items, idOf: ({ register }) => register });
    },
  });

  const lines = route({
    method: 'get',
    path: '/api/v1/registers/{register}',
    access: 'case:read',
    audit: 'LIST_REGISTER_LINES',
    tag,
    summary: '一本台账的条目，最近变动的在前',
    params: z.object({ register: z.string().min(1).max(40) }),
    query: z.strictObject({
      ...pageQuery,
      q: filterText().meta({ description: '名称、标题或立账办件编号中的文字' }),
      state: lineStateSchema.optional(),
      reached: progressSchema.optional(),
      department: filterText(),
      finding: findingAskedSchema.optional().meta({
        description:
          '数据授权台账：登记有此类问题的使用，或者其中任何一类（any）；名称见 GET /api/v1/vocabulary',
      }),
      expiresBefore: z.iso.date().optional().meta({ description: '期限早于此日的条目' }),
    }),
    responses: { 200: { description: '条目', schema: listOf(lineSchema) } },
    async handle({ params: { register }, query: { limit, cursor, count, ...filter }, viewer, req }) {
      if (!isRegister(register)) return notFound();
      const asked = { register, scope: lineScopeOf(viewer), asOf: todayOf(desk), ...filter };
      const page = await store.registers.list({ ...asked, ...pagingOf({ limit, cursor }) });
      if (page === MALFORMED_CURSOR) return malformedCursor();
      const counted = await countedOn({ count }, page, () => store.registers.count(asked));
      const backdrop = await backdropOf(desk, register, page.items);
      return listAnswer(req, counted, (line) => presentLine(line, backdrop));
    },
  });

  const one = route({
    method: 'get',
    path: '/api/v1/registers/{register}/{id}',
    access: 'case:read',
    audit: 'READ_REGISTER_LINE',
    tag,
    summary: '一个条目及其全部变动',
    params: lineParams,
    responses: { 200: { description: '条目', schema: lineInFullSchema } },
    async handle({ params: { register, id }, viewer }) {
      const shown = isRegister(register) ? await showLine(desk, viewer, register, id) : null;
      return shown === null ? notFound() : ok(shown);
    },
  });

  const history = route({
    method: 'get',
    path: '/api/v1/registers/{register}/{id}/history',
    access: 'case:read',
    audit: 'READ_REGISTER_LINE_HISTORY',
    tag,
    summary: '一个条目的全部变动及各自所由的办件，最近的在前',
    params: lineParams,
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '变动', schema: listOf(lineChangeSchema) } },
    async handle({ params: { register, id }, query, viewer, req }) {
      const line = isRegister(register)
        ? await store.registers.line({ register, key: id }, lineScopeOf(viewer), todayOf(desk))
        : null;
      if (line === null) return notFound();
      const page = await store.registers.history(line, pagingOf(query));
      if (page === MALFORMED_CURSOR) return malformedCursor();
      const [items, writings] = await Promise.all([
        withCases(desk, viewer, line, page.items),
        writingsOf(desk, page.items),
      ]);
      const counted = await countedOn(query, { ...page, items }, () => store.registers.countHistory(line));
      return listAnswer(req, counted, (change) => presentChange(change, writings));
    },
  });

  return [registers, lines, one, history];
};
