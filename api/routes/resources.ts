import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import { allProcedures } from '../../procedures/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import type { EntryVersion, Resource } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { isForClassOf } from '../intake/resource.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { maskedContents } from '../present/form.ts';
import { notFound } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import { resourceInFullSchema, resourceSchema, shareTypeSchema } from '../schemas/directory.ts';

/** Whether a case of the procedure can be about the entry. */
const fits = (procedure: Procedure, resource: Resource): boolean =>
  !resource.withdrawn &&
  procedure.jurisdiction === resource.jurisdiction &&
  Object.values(procedure.form).some(({ type }) => type === 'resource') &&
  isForClassOf(procedure, resource);

const presentResource = (resource: Resource) => ({
  ...resource,
  procedures: allProcedures()
    .filter((procedure) => fits(procedure, resource))
    .map(({ id, title }) => ({ id, title })),
});

const presentVersion = ({ op, atMs, caseNo, told }: EntryVersion) => ({
  ...{ op, at: isoOf(atMs), case: caseNo, told: maskedContents(told) as Record<string, unknown> },
});

/** 数据资源目录: what can be asked for, and by which procedure. */
export const resourceRoutes = ({ store }: Desk): Route[] => {
  const tag = '名录';

  const list = route({
    method: 'get',
    path: '/api/v1/resources',
    access: 'procedure:read',
    audit: 'LIST_RESOURCES',
    tag,
    summary: '数据资源目录',
    query: z.strictObject({
      ...pageQuery,
      jurisdiction: filterText(),
      department: filterText(),
      shareType: shareTypeSchema.optional(),
      q: filterText().meta({ description: '标识或名称中的文字' }),
    }),
    responses: { 200: { description: '目录', schema: listOf(resourceSchema) } },
    async handle({ query: { limit, cursor, count, ...asked }, req }) {
      const page = await store.catalogue.resources({ ...asked, ...pagingOf({ limit, cursor }) });
      const counted = await countedOn({ count }, page, () => store.catalogue.countResources(asked));
      return listAnswer(req, counted, presentResource);
    },
  });

  const one = route({
    method: 'get',
    path: '/api/v1/resources/{id}',
    access: 'procedure:read',
    audit: 'READ_RESOURCE',
    tag,
    summary: '目录中的一项数据资源',
    params: z.object({ id: z.string().min(1).max(200).meta({ example: 'lz-hrss-employment' }) }),
    query: z.strictObject({
      jurisdiction: filterText().meta({ description: '两地的目录编号相同时所指的地区' }),
    }),
    responses: { 200: { description: '数据资源及其历次变动', schema: resourceInFullSchema } },
    async handle({ params: { id }, query: { jurisdiction } }) {
      const resource = await store.catalogue.resource(id, jurisdiction);
      if (resource === null) return notFound();
      const versions = await store.catalogue.versions(resource);
      return ok({ ...presentResource(resource), versions: versions.map(presentVersion) });
    },
  });

  return [list, one];
};
