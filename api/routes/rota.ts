import { z } from 'zod';
import { msFromIso } from '../../calendar/index.ts';
import { MALFORMED_CURSOR, type Shift } from '../../store/index.ts';
import { departmentsOf, mayRead, maySet, notYours, readShift, shiftRefused } from '../calls/rota-rules.ts';
import { readStandIn, setStandIn, shiftOver } from '../calls/stand-in.ts';
import { atOnce, nothingToPrepare } from '../commands/at-once.ts';
import type { Desk } from '../deps.ts';
import { instant } from '../forms/zod-of-fields.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { peopleOfShifts, presentShift } from '../present/shift.ts';
import { notFound } from '../problems/problem.ts';
import { type Answer, created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, numberParam, pageQuery } from '../schemas/common.ts';
import { shiftSchema } from '../schemas/rota.ts';

/** 值班表: LS-N 第十九条、第二十四条 want a watch of 7×24 hours; LZ-P 第一百六十八条 has the duty officer called. */
export const rotaRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;
  const presenting = async (shifts: readonly Shift[]) =>
    presentShift(await store.people.names(peopleOfShifts(shifts)), clock.nowMs());
  const shown = async (shift: Shift | null): Promise<Answer> =>
    shift === null ? notFound() : created({ shift: (await presenting([shift]))(shift) });
  const answered = { 201: { description: '已登记', schema: z.strictObject({ shift: shiftSchema }) } };
  const tag = '值班';

  const now = route({
    method: 'get',
    path: '/api/v1/rota/now',
    access: 'rota:read',
    audit: 'READ_ON_DUTY',
    tag,
    summary: '现在谁在值班，按呼叫的顺序；缺省为本人的各部门',
    query: z.strictObject({ ...pageQuery, department: filterText() }),
    responses: { 200: { description: '在岗', schema: listOf(shiftSchema) } },
    problems: [404],
    async handle({ query, viewer, req }) {
      const { department } = query;
      if (department !== undefined && !mayRead(viewer, department)) return notFound();
      const asked = department === undefined ? departmentsOf(viewer) : [department];
      const shifts = await store.rota.onDuty(asked, clock.nowMs());
      const inLine = ({ department: of, place, id }: Shift) => `${of}/${place}/${id}`;
      const all = { list: 'on-duty', items: shifts, idOf: inLine };
      return shortListAnswer(req, query, all, await presenting(shifts));
    },
  });

  const list = route({
    method: 'get',
    path: '/api/v1/rota',
    access: 'rota:read',
    audit: 'LIST_ROTA',
    tag,
    summary: '一个部门的值班表，按时间；缺省为本人部门、自现在起',
    query: z.strictObject({
      ...pageQuery,
      department: filterText(),
      from: instant().optional(),
      to: instant().optional(),
      withdrawn: z.enum(['true', 'false']).optional().meta({ description: 'true：连同撤下的班次' }),
    }),
    responses: { 200: { description: '班次', schema: listOf(shiftSchema) } },
    problems: [404],
    async handle({ query, viewer, req }) {
      const department = query.department ?? viewer.department;
      if (!mayRead(viewer, department)) return notFound();
      const asked = {
        department,
        fromMs: query.from === undefined ? clock.nowMs() : (msFromIso(query.from) ?? 0),
        toMs: query.to === undefined ? null : msFromIso(query.to),
        withdrawn: query.withdrawn === 'true',
      };
      const page = await store.rota.list({ ...asked, ...pagingOf(query) });
      const counted = await countedOn(query, page, () => store.rota.count(asked));
      return listAnswer(req, counted, await presenting(page === MALFORMED_CURSOR ? [] : page.items));
    },
  });

  const set = route({
    method: 'post',
    path: '/api/v1/rota/shifts',
    access: 'rota:set',
    audit: 'SET_SHIFT',
    tag,
    summary: '排一个班次：谁、第几顺位、自何时至何时',
    description: '由本部门的单位领导、数据安全负责人或系统管理员排定；只能向后排，同一顺位不得重叠。',
    key: 'required',
    body: z.strictObject({
      department: z.string().min(1).max(100),
      officer: z.string().min(1).max(100).meta({ description: '值班人员的账号' }),
      place: z.number().int('应为整数').min(1, '应在 1 与 9 之间').max(9, '应在 1 与 9 之间'),
      from: instant().optional().meta({ description: '缺省为现在' }),
      to: instant().meta({ description: '不含' }),
    }),
    bodyExample: {
      ...{ department: 'lz-info', officer: 'lz-duty', place: 1 },
      ...{ from: '2026-11-30T09:00:00+08:00', to: '2026-12-07T09:00:00+08:00' },
    },
    responses: answered,
    async handle({ body, viewer, key }) {
      if (!maySet(viewer, body.department)) return notYours();
      const replays = { personId: viewer.personId, key: key ?? '', request: { route: 'set-shift', ...body } };
      return atOnce(desk, {
        ...replays,
        body: { type: 'set-shift', department: body.department, place: body.place },
        prepare: (atMs) => readShift(desk, body, atMs),
        async work(trx, { commandId, atMs }, read) {
          const made = await store.rota.set(trx, {
            ...read,
            standsInFor: null,
            setBy: viewer.personId,
            setAtMs: atMs,
            commandId,
          });
          return 'refused' in made ? shiftRefused(made) : null;
        },
        answer: async (commandId) => shown(await store.rota.byCommand(commandId)),
      });
    },
  });

  const standIn = route({
    method: 'post',
    path: '/api/v1/rota/shifts/{id}/stand-in',
    access: 'rota:set',
    audit: 'SET_STAND_IN',
    tag,
    summary: '代班：班次的全部或一段改由他人值班，顺位不变，其余时段仍由原值班人员',
    key: 'required',
    params: numberParam,
    body: z.strictObject({
      officer: z.string().min(1).max(100).meta({ description: '代班人员的账号' }),
      from: instant().optional().meta({ description: '缺省为现在或班次开始' }),
      to: instant().optional().meta({ description: '不含；缺省为班次结束' }),
    }),
    bodyExample: { officer: 'lz-security', to: '2026-12-01T09:00:00+08:00' },
    responses: answered,
    problems: [409],
    async handle({ params: { id }, body, viewer, key }) {
      const shift = await store.rota.byId(id);
      if (shift === null || !mayRead(viewer, shift.department)) return notFound();
      if (!maySet(viewer, shift.department)) return notYours();
      return atOnce(desk, {
        ...{ personId: viewer.personId, key: key ?? '', request: { standIn: id, ...body } },
        body: { type: 'set-stand-in', shift: id },
        prepare: (atMs) => readStandIn(desk, shift, body, atMs),
        async work(trx, ticket, standIn) {
          const refused = await setStandIn(desk, trx, { shift, standIn, by: viewer.personId }, ticket);
          if (refused === 'over') return shiftOver();
          return refused === null ? null : shiftRefused(refused);
        },
        answer: async (commandId) => shown(await store.rota.byCommand(commandId)),
      });
    },
  });

  const withdraw = route({
    method: 'post',
    path: '/api/v1/rota/shifts/{id}/withdrawal',
    access: 'rota:set',
    audit: 'WITHDRAW_SHIFT',
    tag,
    summary: '撤下一个班次，自现在起；已过去的不能撤',
    key: 'required',
    params: numberParam,
    responses: answered,
    problems: [409],
    async handle({ params: { id }, viewer, key }) {
      const shift = await store.rota.byId(id);
      if (shift === null || !mayRead(viewer, shift.department)) return notFound();
      if (!maySet(viewer, shift.department)) return notYours();
      return atOnce(desk, {
        ...{ personId: viewer.personId, key: key ?? '', request: { withdraw: id } },
        body: { type: 'withdraw-shift', shift: id },
        prepare: nothingToPrepare,
        work: async (trx, { atMs }) =>
          (await store.rota.withdraw(trx, id, viewer.personId, atMs)) ? null : shiftOver(),
        answer: async () => shown(await store.rota.byId(id)),
      });
    },
  });
  return [now, list, set, standIn, withdraw];
};
