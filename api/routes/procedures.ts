import { z } from 'zod';
import { allProcedures, type Procedure, procedureById, procedureEverywhere } from '../../procedures/index.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { presentProcedure, presentProcedureItem } from '../present/procedure.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { procedureFor } from '../procedure-for.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import { procedureItemSchema, procedureSchema } from '../schemas/procedure.ts';

/** Where a procedure stands in the list: by id, and by jurisdiction where several have it. */
const placeOf = ({ id, jurisdiction }: Procedure): string => `${id}/${jurisdiction}`;

export const procedureParam = z.object({
  id: z.string().min(1).max(100).meta({ example: 'lz-share-conditional' }),
});
export const procedureNotFound = (): Problem => problem(404, 'procedure_not_found', '没有这个办理事项。');

/** The regulations as data. */
export const procedureRoutes = (): Route[] => {
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
    query: z.strictObject({
      edition: filterText().meta({ description: '版本；缺省为现行版本，几个地区都有的为查阅人所在地区的' }),
    }),
    responses: { 200: { description: '事项', schema: procedureSchema } },
    async handle({ params: { id }, query: { edition }, viewer }) {
      const procedure = edition === undefined ? procedureFor(id, viewer) : procedureById(id, edition);
      if (procedure === null) return procedureNotFound();
      const others = procedureEverywhere(id).filter((other) => other.edition.id !== procedure.edition.id);
      return ok(presentProcedure(procedure, [procedure, ...others]));
    },
  });

  return [list, one];
};
