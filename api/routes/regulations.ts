import { z } from 'zod';
import {
  isRegulationId,
  REGULATIONS,
  type RegulationId,
  regulationOf,
} from '../../procedures/regulations.ts';
import { atOnce } from '../commands/at-once.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { presentMeasureInFull } from '../present/measure.ts';
import { notFound, problem, reasonsRequired } from '../problems/problem.ts';
import { created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { documentNumber, filterText, listOf, pageQuery, writing } from '../schemas/common.ts';
import { measureSchema } from '../schemas/measure.ts';

const measureParam = z.object({ id: z.string().min(1).max(20).meta({ example: 'LZ-D' }) });
const TEXT = 2_000;
const ALL = Object.keys(REGULATIONS) as RegulationId[];

/** The measures with their terms, and that one whose term has run out is still applied (继续施行). It is never why a case stands still. */
export const regulationRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;
  const told = async () => {
    const entries = await store.measures.all();
    const people = entries.flatMap(({ by, withdrawn }) => [
      by,
      ...(withdrawn === null ? [] : [withdrawn.by]),
    ]);
    return { entries, names: await store.people.names([...new Set(people)]), nowMs: clock.nowMs() };
  };
  const shown = async (id: RegulationId) => created({ regulation: presentMeasureInFull(id, await told()) });
  const answered = {
    201: {
      description: '已生效',
      schema: z.strictObject({ regulation: measureSchema }),
      headers: { 'Idempotent-Replay': '重复请求时为 true' },
    },
  };
  const tag = '设定';

  const list = route({
    method: 'get',
    path: '/api/v1/regulations',
    access: 'setting:read',
    audit: 'LIST_REGULATIONS',
    tag,
    summary: '所依据的规定：施行期限、是否届满、继续施行的文号',
    description: '期限届满而没有登记文号的，warning 予以提示；有关事项照常受理和办理。',
    query: z.strictObject({
      ...pageQuery,
      jurisdiction: filterText(),
      warning: z.enum(['true', 'false']).optional().meta({ description: 'true：只列有提示的' }),
    }),
    responses: { 200: { description: '规定', schema: listOf(measureSchema) } },
    async handle({ query, req }) {
      const all = await told();
      const items = ALL.filter(
        (id) => query.jurisdiction === undefined || regulationOf(id).jurisdiction === query.jurisdiction,
      )
        .map((id) => presentMeasureInFull(id, all))
        .filter(({ warning }) => query.warning !== 'true' || warning !== null);
      return shortListAnswer(req, query, { list: 'regulations', items, idOf: ({ id }) => id });
    },
  });

  const apply = route({
    method: 'post',
    path: '/api/v1/regulations/{id}/apply',
    access: 'setting:manage',
    audit: 'APPLY_MEASURE',
    tag,
    summary: '登记一项规定在施行期限届满后继续施行，须有文号',
    description: '期限届满之前也可以登记。',
    key: 'required',
    params: measureParam,
    body: z.strictObject({
      documentNo: documentNumber().meta({ description: '必填：继续施行所依据的文号' }),
      note: writing(TEXT).meta({ description: '说明' }),
    }),
    bodyExample: { documentNo: '兰新管发〔2023〕31号', note: '继续施行至新办法印发之日' },
    responses: answered,
    problems: [404, 409, 422],
    async handle({ params: { id }, body: { documentNo, note }, viewer: { personId: by }, key }) {
      if (!isRegulationId(id)) return notFound();
      return atOnce(desk, {
        ...{ personId: by, key: key ?? '', request: { applied: id, documentNo, note } },
        body: { type: 'apply-measure', regulation: id },
        async prepare() {
          if (regulationOf(id).validThrough === undefined)
            return problem(422, 'measure_without_term', '该规定没有施行期限，无须登记。');
          if (documentNo !== undefined) return { documentNo };
          return problem(422, 'document_no_required', '须写明继续施行所依据的文号。', {
            errors: [{ pointer: '/documentNo', message: '请写明文号' }],
          });
        },
        async work(trx, { commandId, atMs }, prepared) {
          const entry = { id: commandId, regulation: id, note: note ?? null, by, atMs, ...prepared };
          return (await store.measures.apply(trx, entry))
            ? null
            : problem(409, 'measure_applied_already', '该规定已登记继续施行的文号，请先撤回。');
        },
        answer: () => shown(id),
      });
    },
  });

  const withdraw = route({
    method: 'post',
    path: '/api/v1/regulations/{id}/withdraw',
    access: 'setting:manage',
    audit: 'WITHDRAW_MEASURE',
    tag,
    summary: '撤回继续施行的登记，须说明理由；有关事项照常受理和办理',
    key: 'required',
    params: measureParam,
    body: z.strictObject({ reasons: writing(TEXT).meta({ description: '必填' }) }),
    bodyExample: { reasons: '文号登记有误' },
    responses: answered,
    problems: [404, 409, 422],
    async handle({ params: { id }, body: { reasons }, viewer: { personId: by }, key }) {
      if (!isRegulationId(id)) return notFound();
      return atOnce(desk, {
        ...{ personId: by, key: key ?? '', request: { withdrawMeasure: id, reasons } },
        body: { type: 'withdraw-measure', regulation: id },
        prepare: async () => (reasons === undefined ? reasonsRequired('撤回登记须说明理由。') : { reasons }),
        work: async (trx, { atMs }, prepared) =>
          (await store.measures.withdraw(trx, id, { by, atMs, reasons: prepared.reasons }))
            ? null
            : problem(409, 'measure_not_applied', '该规定没有继续施行的登记。'),
        answer: () => shown(id),
      });
    },
  });

  return [list, apply, withdraw];
};
