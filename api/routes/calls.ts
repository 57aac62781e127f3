import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import { type Call, type CallSight, MALFORMED_CURSOR } from '../../store/index.ts';
import { atOnce, nothingToPrepare } from '../commands/at-once.ts';
import type { Desk } from '../deps.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { peopleOfCalls, presentCall } from '../present/call.ts';
import { staffName } from '../present/staff.ts';
import { forbidden, notFound, type Problem, problem } from '../problems/problem.ts';
import { type Answer, created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { callSchema } from '../schemas/call.ts';
import { coded } from '../schemas/coded.ts';
import { listOf, numberParam, pageQuery } from '../schemas/common.ts';
import { oversees, type Viewer } from '../security/viewer.ts';

const sightOf = (viewer: Viewer): CallSight => ({
  personId: viewer.personId,
  departments: oversees(viewer) ? null : [...new Set(viewer.grants.map(({ department }) => department))],
});
const wasCalled = ({ personId }: Viewer, { rings }: Call): boolean =>
  rings.some((ring) => ring.personId === personId);
const sees = (viewer: Viewer, call: Call): boolean =>
  (sightOf(viewer).departments?.includes(call.department) ?? true) || wasCalled(viewer, call);
/** Whoever was called answers, and whoever holds the seat of the task. */
const mayAnswer = (viewer: Viewer, call: Call): boolean =>
  wasCalled(viewer, call) ||
  viewer.grants.some(({ role, department }) => role === call.role && department === call.department);

/** 应急值班呼叫: what rings, and answering it. */
export const callRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;

  const shown = async (viewer: Viewer, id: number): Promise<Answer> => {
    const call = await store.calls.byId(id);
    if (call === null) return notFound();
    const names = await store.people.names(peopleOfCalls([call]));
    const { personId } = viewer;
    return created({ call: presentCall(call, { names, nowMs: clock.nowMs(), personId }) });
  };
  const answeredAlready = async (by: string, atMs: number): Promise<Problem> => {
    const names = await store.people.names([by]);
    const already = { by: staffName(names, by), at: isoOf(atMs) };
    return problem(409, 'call_answered', '该呼叫已有人应答。', { more: { already } });
  };

  const list = route({
    method: 'get',
    path: '/api/v1/calls',
    access: 'call:answer',
    audit: 'LIST_CALLS',
    tag: '值班',
    summary: '应急值班呼叫，新的在前：呼叫本人的，或本人各部门的',
    query: z.strictObject({
      ...pageQuery,
      view: coded('callViews').optional().meta({ default: 'department' }),
      state: coded('openness').optional().meta({ description: '缺省只列任务仍在该部门办理的' }),
      case: z.string().min(1).max(40).optional(),
    }),
    responses: { 200: { description: '呼叫', schema: listOf(callSchema) } },
    async handle({ query, viewer, req }) {
      const asked = {
        sight: sightOf(viewer),
        mine: query.view === 'mine',
        open: query.state !== 'all',
        caseNo: query.case ?? null,
      };
      const page = await store.calls.list({ ...asked, ...pagingOf(query) });
      const people = page === MALFORMED_CURSOR ? [] : peopleOfCalls(page.items);
      const names = await store.people.names(people);
      const view = { names, nowMs: clock.nowMs(), personId: viewer.personId };
      const counted = await countedOn(query, page, () => store.calls.count(asked));
      return listAnswer(req, counted, (call) => presentCall(call, view));
    },
  });

  const answer = route({
    method: 'post',
    path: '/api/v1/calls/{id}/acknowledgement',
    access: 'call:answer',
    audit: 'ACKNOWLEDGE_CALL',
    tag: '值班',
    summary: '应答：已知悉，不再呼叫下一顺位',
    key: 'required',
    params: numberParam,
    responses: { 201: { description: '已应答', schema: z.strictObject({ call: callSchema }) } },
    problems: [409],
    async handle({ params: { id }, viewer, key }) {
      const { personId } = viewer;
      const call = await store.calls.byId(id);
      if (call === null || !sees(viewer, call)) return notFound();
      if (!mayAnswer(viewer, call)) return forbidden('该呼叫不是打给您的。', 'not_called');
      return atOnce(desk, {
        ...{ personId, key: key ?? '', request: { acknowledge: id } },
        body: { type: 'acknowledge-call', call: id },
        prepare: nothingToPrepare,
        async work(trx, { commandId, atMs }) {
          const outcome = await store.calls.acknowledge(trx, {
            ...{ id, personId, atMs, commandId },
            how: 'acknowledgement',
          });
          if (outcome === 'ended')
            return problem(409, 'call_ended', '任务已不在办，或者已转由其他部门办理，呼叫已结束。');
          return outcome === 'acknowledged' ? null : () => answeredAlready(outcome.by, outcome.atMs);
        },
        answer: () => shown(viewer, id),
      });
    },
  });
  return [list, answer];
};
