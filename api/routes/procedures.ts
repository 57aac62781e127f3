import { z } from 'zod';
import { regulationsCitedBy } from '../../procedures/cited.ts';
import { allProcedures, type Procedure, procedureById, procedureEverywhere } from '../../procedures/index.ts';
import { findCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { measureWarning, presentMeasure } from '../present/measure.ts';
import { presentProcedure, presentProcedureItem } from '../present/procedure.ts';
import { caseNotFound, isProblem, malformed, type Problem, problem } from '../problems/problem.ts';
import { procedureFor } from '../procedure-for.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import { procedureItemSchema, procedureSchema } from '../schemas/procedure.ts';
import type { Viewer } from '../security/viewer.ts';
import { procedureAt, withDocuments } from '../targets.ts';

/** Where a procedure stands in the list: by id, and by jurisdiction where several have it. */
const placeOf = ({ id, jurisdiction }: Procedure): string => `${id}/${jurisdiction}`;

export const procedureParam = z.object({
  id: z.string().min(1).max(100).meta({ example: 'lz-share-conditional' }),
});
const CASE_OR_EDITION = { pointer: '/edition', message: '与 case 不能并用' };
export const procedureNotFound = (): Problem => problem(404, 'procedure_not_found', '没有这个办理事项。');

/** The regulations as data. */
export const procedureRoutes = (desk: Desk): Route[] => {
  const present = async (id: string, edition: string | undefined, viewer: Viewer) => {
    const procedure = edition === undefined ? procedureFor(id, viewer) : procedureById(id, edition);
    return procedure === null ? procedureNotFound() : procedureAt(desk, procedure, desk.clock.nowMs());
  };
  const ofCase = async (id: string, no: string, viewer: Viewer) => {
    const found = await findCase(desk, viewer, no);
    if (found === null || found.procedure.id !== id) return caseNotFound();
    return withDocuments(desk, found.procedure);
  };
  const measuresOf = async (procedure: Procedure, viewer: Viewer) => {
    const entries = await desk.store.measures.all();
    const nowMs = desk.clock.nowMs();
    return regulationsCitedBy(procedure).map((cited) => ({
      ...presentMeasure(cited, entries, nowMs),
      warning: viewer.rights.has('setting:read') ? measureWarning(cited, entries, nowMs) : null,
    }));
  };

  const list = route({
    method: 'get',
    path: '/api/v1/procedures',
    access: 'procedure:read',
    audit: 'LIST_PROCEDURES',
    tag: '事项',
    summary: '办理事项目录',
    query: z.strictObject({
      ...pageQuery,
      family: filterText(),
      jurisdiction: filterText(),
      q: filterText(),
    }),
    responses: { 200: { description: '事项', schema: listOf(procedureItemSchema) } },
    handle({ query, req }) {
      const q = query.q?.toLowerCase();
      const found = allProcedures()
        .filter(({ family }) => query.family === undefined || family === query.family)
        .filter(({ jurisdiction }) => query.jurisdiction === undefined || jurisdiction === query.jurisdiction)
        .filter(({ id, title }) => q === undefined || id.includes(q) || title.toLowerCase().includes(q));
      const all = { list: 'procedures', items: found, idOf: placeOf };
      return shortListAnswer(req, query, all, presentProcedureItem);
    },
  });

  const one = route({
    method: 'get',
    path: '/api/v1/procedures/{id}',
    access: 'procedure:read',
    audit: 'READ_PROCEDURE',
    tag: '事项',
    summary: '办理事项：依据、环节、期限、结果与表单',
    params: procedureParam,
    description: '服务目标为现在提交的办件所适用的；已有的办件适用其提交时的，用参数 case 查看。',
    query: z.strictObject({
      edition: filterText().meta({ description: '版本；缺省为现行版本，几个地区都有的为查阅人所在地区的' }),
      case: z
        .string()
        .min(1)
        .max(40)
        .optional()
        .meta({ description: '按此办件所适用的版本和服务目标；与 edition 不能并用' }),
    }),
    responses: { 200: { description: '事项', schema: procedureSchema } },
    async handle({ params: { id }, query: { edition, case: no }, viewer }) {
      if (no !== undefined && edition !== undefined) return malformed([CASE_OR_EDITION]);
      const shown = no === undefined ? await present(id, edition, viewer) : await ofCase(id, no, viewer);
      if (isProblem(shown)) return shown;
      const { procedure, documents } = shown;
      const others = procedureEverywhere(id).filter((other) => other.edition.id !== procedure.edition.id);
      const measures = await measuresOf(procedure, viewer);
      return ok(presentProcedure(procedure, [procedure, ...others], { documents, measures }));
    },
  });

  return [list, one];
};
