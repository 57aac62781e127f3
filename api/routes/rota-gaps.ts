import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { RotaGap } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import { rotaGapSchema } from '../schemas/rota.ts';
import { supervisionScope } from '../security/viewer.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 14;
const LONGEST_DAYS = 92;

/** 值班空缺: LS-N 第十九条、第二十四条 want a watch of 7×24 hours; a department without an officer on duty has nobody to be called. */
export const rotaGapRoutes = ({ store, clock }: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/supervision/rota-gaps',
    access: 'supervision:read',
    audit: 'LIST_ROTA_GAPS',
    tag: '监督',
    summary: '值班空缺：自现在起若干天内无人值班的时段，先到的在前',
    description: '设有值班人员或排过班的部门；停用账号的班次不算有人。',
    query: z.strictObject({
      ...pageQuery,
      department: filterText(),
      days: z
        .string()
        .regex(/^[1-9]\d?$/, `应在 1 与 ${LONGEST_DAYS} 之间`)
        .refine((text) => Number(text) <= LONGEST_DAYS, `应在 1 与 ${LONGEST_DAYS} 之间`)
        .optional()
        .meta({ description: `看多少天，缺省 ${DEFAULT_DAYS}` }),
    }),
    responses: { 200: { description: '值班空缺', schema: listOf(rotaGapSchema) } },
    async handle({ query, viewer, req }) {
      const fromMs = clock.nowMs();
      const toMs = fromMs + Number(query.days ?? DEFAULT_DAYS) * DAY_MS;
      const scope = supervisionScope(viewer);
      const gaps = await store.rota.gaps({ scope, department: query.department ?? null, fromMs, toMs });
      const idOf = (gap: RotaGap) => `${isoOf(gap.fromMs)}/${gap.department}`;
      return shortListAnswer(req, query, { list: 'rota-gaps', items: gaps, idOf }, (gap) => ({
        ...{ department: gap.department, departmentTitle: gap.title },
        ...{ from: isoOf(gap.fromMs), to: isoOf(gap.toMs), isNow: gap.fromMs <= fromMs },
      }));
    },
  }),
];
