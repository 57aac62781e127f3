import { z } from 'zod';
import { REGULATIONS, type RegulationId } from '../../procedures/regulations.ts';
import type { Desk } from '../deps.ts';
import { measureWarning } from '../present/measure.ts';
import { presentPerson } from '../present/person.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { personSchema } from '../schemas/person.ts';

/** Measures that are applied after their term without a document. */
const lapsedMeasures = async (store: Desk['store'], nowMs: number) => {
  const entries = await store.measures.all();
  return (Object.keys(REGULATIONS) as RegulationId[]).flatMap((regulation) => {
    const detail = measureWarning(regulation, entries, nowMs);
    return detail === null ? [] : [{ code: 'measure_lapsed' as const, regulation, detail }];
  });
};

/** Who I am, and what waits for me. */
export const meRoutes = ({ store, clock }: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/me',
    access: 'self',
    audit: 'READ_ME',
    tag: '会话',
    summary: '本人、角色与待办数',
    responses: {
      200: {
        description: '本人',
        schema: z.strictObject({
          person: personSchema,
          roles: personSchema.shape.roles,
          rights: z.array(z.string()),
          counts: z.strictObject({
            todo: z.number().meta({ description: '本人可以办理的待办' }),
            overdue: z.number().meta({ description: '其中超期的' }),
            separated: z.number().meta({
              description:
                '本人在该办件中已有另一角色，须由同一岗位的其他人办理的（separation_of_roles），不计入 todo',
            }),
            copied: z.number(),
          }),
          warnings: z
            .array(
              z.strictObject({
                code: z.enum(['measure_lapsed']),
                regulation: z.string(),
                detail: z.string(),
              }),
            )
            .meta({ description: '给管理员的提示：施行期限已届满而没有继续施行文号的规定' }),
        }),
      },
    },
    async handle({ viewer }) {
      const { personId, grants } = viewer;
      const nowMs = clock.nowMs();
      const [counts, warnings] = await Promise.all([
        store.counts({ personId, grants, asOfMs: nowMs }),
        viewer.rights.has('setting:manage') ? lapsedMeasures(store, nowMs) : [],
      ]);
      const person = presentPerson({ ...viewer, id: personId }, grants);
      return ok({
        person,
        roles: person.roles,
        rights: [...viewer.rights],
        counts,
        warnings,
      });
    },
  }),
];
