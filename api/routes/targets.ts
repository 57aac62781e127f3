import { z } from 'zod';
import { dayFromText, dayOf } from '../../calendar/index.ts';
import { allProcedures, type Procedure, procedureEverywhere } from '../../procedures/index.ts';
import { type AddressedLimit, isSettable, limitsIn } from '../../procedures/targets.ts';
import { atOnce } from '../commands/at-once.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { houseLimitsOf, presentHouseLimits, presentTarget, settingsOf } from '../present/target.ts';
import { notFound, type Problem, problem, reasonsRequired } from '../problems/problem.ts';
import { created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { givenDate } from '../schemas/calendar.ts';
import { coded } from '../schemas/coded.ts';
import { documentNumber, filterText, listOf, pageQuery, writing } from '../schemas/common.ts';
import { houseLimitsSchema, targetSchema } from '../schemas/target.ts';
import { procedureNotFound, procedureParam } from './procedures.ts';

const GREATEST_AMOUNT = 366;
const BEGINS_WITHIN_DAYS = 366;
const TEXT = 2_000;

const body = z.strictObject({
  edition: z.string().min(1).max(40).meta({ example: '2021-1' }),
  limit: z.string().min(1).max(120).meta({ description: '时限的位置，取自时限清单', example: 'review' }),
  amount: z.number().int().min(1).max(GREATEST_AMOUNT).meta({ description: '数量，单位不变' }),
  from: givenDate().meta({ description: '自该日起提交的办件适用；不早于今日' }),
  reasons: writing(TEXT).meta({ description: '必填' }),
  documentNo: documentNumber().meta({ description: '必填：文号' }),
});
type Asked = z.infer<typeof body>;

const invalid = (code: string, message: string, pointer: string): Problem =>
  problem(422, code, `${message}。`, { errors: [{ pointer, message }] });

const NOT_TARGETS = {
  statutory: { code: 'limit_statutory', message: '法定时限由条文规定，不能另行设定' },
  house: { code: 'limit_house', message: '本系统规则的时限随程序的版本确定，不能另行设定' },
} as const;

/** Why the limit of an edition cannot be set; null: it can. */
const limitProblem = (procedure: Procedure | undefined, address: string): Problem | null => {
  if (procedure === undefined) return invalid('edition_unknown', '该事项没有这个现行版本', '/edition');
  const limit = [...limitsIn(procedure), ...houseLimitsOf(procedure)].find(
    (each) => each.address === address,
  )?.limit;
  if (limit === undefined) return invalid('limit_unknown', '该版本没有这个时限', '/limit');
  if (limit.kind !== 'target') {
    const { code, message } = NOT_TARGETS[limit.kind];
    return invalid(code, message, '/limit');
  }
  return isSettable(limit) ? null : invalid('limit_is_date', '以日期为准的时限没有可以设定的数量', '/limit');
};

const settingProblem = (id: string, asked: Asked, nowMs: number): Problem | null => {
  const procedure = procedureEverywhere(id).find(({ edition }) => edition.id === asked.edition);
  const unfit = limitProblem(procedure, asked.limit);
  if (unfit !== null) return unfit;
  const inDays = dayFromText(asked.from) - dayOf(nowMs);
  if (inDays < 0 || inDays > BEGINS_WITHIN_DAYS)
    return invalid('from_out_of_range', '起始日不得早于今日，也不得晚于一年以后', '/from');
  if (asked.reasons === undefined) return reasonsRequired('设定服务目标须说明理由。');
  return asked.documentNo === undefined
    ? invalid('document_no_required', '须写明设定服务目标所依据的文号', '/documentNo')
    : null;
};

/** 服务目标: every limit whose number is not the law's, and what an administrator has set in place of it. */
export const targetRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;
  const told = async () => {
    const settings = await store.targets.all();
    const people = settings.flatMap(({ by, withdrawn }) => [
      by,
      ...(withdrawn === null ? [] : [withdrawn.by]),
    ]);
    return { settings, names: await store.people.names([...new Set(people)]), nowMs: clock.nowMs() };
  };
  const shown = async (id: string) => {
    const all = await told();
    const target = all.settings.find((one) => one.id === id);
    if (target === undefined) return notFound();
    const settings = settingsOf(all.settings, target);
    return created({ target: presentTarget(target, { ...all, settings }) });
  };
  const answered = {
    201: {
      description: '已生效',
      schema: z.strictObject({ target: targetSchema }),
      headers: { 'Idempotent-Replay': '重复请求时为 true' },
    },
  };
  const tag = '设定';

  const list = route({
    method: 'get',
    path: '/api/v1/limits',
    access: 'setting:read',
    audit: 'LIST_LIMITS',
    tag,
    summary: '各事项的服务目标和本系统规则的时限：系统原定、现行、历次设定',
    description: '法定时限由条文规定，不在此列；没有这类时限的事项不列。',
    query: z.strictObject({
      ...pageQuery,
      procedure: filterText(),
      jurisdiction: filterText(),
      kind: coded('limitKinds', ['target', 'house']).optional(),
      set: z.enum(['true', 'false']).optional().meta({ description: 'true：只列设定过的' }),
    }),
    responses: { 200: { description: '时限', schema: listOf(houseLimitsSchema) } },
    async handle({ query, req }) {
      const all = await told();
      const { procedure, jurisdiction, kind } = query;
      const asked = ({ id: of, edition }: Procedure, { address, limit }: AddressedLimit): boolean =>
        (kind === undefined || limit.kind === kind) &&
        (query.set !== 'true' ||
          settingsOf(all.settings, { procedure: of, edition: edition.id, limit: address }).length > 0);
      const items = allProcedures()
        .filter((one) => procedure === undefined || one.id === procedure)
        .filter((one) => jurisdiction === undefined || one.jurisdiction === jurisdiction)
        .map((one) => ({ of: one, limits: houseLimitsOf(one).filter((limit) => asked(one, limit)) }))
        .filter(({ limits }) => limits.length > 0);
      const idOf = ({ of }: (typeof items)[number]) => `${of.id}@${of.edition.id}`;
      return shortListAnswer(req, query, { list: 'limits', items, idOf }, ({ of, limits }) =>
        presentHouseLimits(of, limits, all),
      );
    },
  });

  const set = route({
    method: 'post',
    path: '/api/v1/procedures/{id}/targets',
    access: 'setting:manage',
    audit: 'SET_TARGET',
    tag,
    summary: '设定一项服务目标，自某日起适用，须有理由和文号',
    description: '只适用于其后提交的办件；已有的办件按其提交时的服务目标办理。',
    key: 'required',
    params: procedureParam,
    body,
    bodyExample: {
      ...{ edition: '2021-1', limit: 'review', amount: 1, from: '2026-12-01' },
      ...{ reasons: '优化营商环境，压缩初审时间', documentNo: '兰新管办发〔2026〕12号' },
    },
    responses: answered,
    problems: [404, 409, 422],
    async handle({ params: { id: procedure }, body: asked, viewer: { personId }, key }) {
      if (procedureEverywhere(procedure).length === 0) return procedureNotFound();
      const { edition, limit, amount, from: validFrom, reasons = '', documentNo = '' } = asked;
      return atOnce(desk, {
        ...{ personId, key: key ?? '', request: { target: procedure, ...asked } },
        body: { type: 'set-target', procedure, edition, limit, amount, from: validFrom },
        prepare: async (nowMs) => settingProblem(procedure, asked, nowMs),
        async work(trx, { commandId: id, atMs }) {
          const target = { id, procedure, edition, limit, amount, validFrom, reasons, documentNo };
          return (await store.targets.set(trx, { ...target, by: personId, atMs }))
            ? null
            : problem(409, 'target_set_already', '该时限自同一日起已有设定，请先撤回。');
        },
        answer: shown,
      });
    },
  });

  const withdraw = route({
    method: 'post',
    path: '/api/v1/targets/{id}/withdraw',
    access: 'setting:manage',
    audit: 'WITHDRAW_TARGET',
    tag,
    summary: '撤回一次设定，须说明理由；其后提交的办件不再适用',
    key: 'required',
    params: z.object({ id: z.string().min(1).max(60) }),
    body: z.strictObject({
      reasons: writing(TEXT).meta({ description: '必填' }),
      documentNo: documentNumber().meta({ description: '有文号的写明' }),
    }),
    bodyExample: { reasons: '试行期满，恢复原定目标' },
    responses: answered,
    problems: [404, 409, 422],
    async handle({ params: { id }, body: { reasons, documentNo }, viewer: { personId: by }, key }) {
      if ((await store.targets.byId(id)) === null) return notFound();
      return atOnce(desk, {
        ...{ personId: by, key: key ?? '', request: { withdrawTarget: id, reasons, documentNo } },
        body: { type: 'withdraw-target', target: id },
        prepare: async () => (reasons === undefined ? reasonsRequired('撤回设定须说明理由。') : { reasons }),
        async work(trx, { atMs }, prepared) {
          const withdrawal = { by, atMs, documentNo: documentNo ?? null, reasons: prepared.reasons };
          return (await store.targets.withdraw(trx, id, withdrawal))
            ? null
            : problem(409, 'target_withdrawn', '该设定已经撤回。');
        },
        answer: () => shown(id),
      });
    },
  });

  return [list, set, withdraw];
};
