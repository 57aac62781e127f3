import { z } from 'zod';
import { diagramOf, type Place } from '../../procedures/diagram.ts';
import { findCase, type SeenCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { presentTimeline } from '../present/timeline.ts';
import { caseNotFound } from '../problems/problem.ts';
import { procedureFor } from '../procedure-for.ts';
import type { Reply } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { procedureAt, withDocuments } from '../targets.ts';
import { procedureNotFound, procedureParam } from './procedures.ts';

const MERMAID = 'text/vnd.mermaid';

const placeOf = ({ state, procedure }: SeenCase): Place => {
  const timeline = presentTimeline(state, procedure);
  const stagesAt = (place: string) => timeline.filter((at) => at.state === place).map(({ stage }) => stage);
  return { done: stagesAt('past'), current: stagesAt('current'), ending: state.result };
};

const drawn = (text: string): Reply => ({ status: 200, body: text, type: `${MERMAID}; charset=utf-8` });

/** A procedure as a picture, and where a case stands in it. */
export const diagramRoutes = (desk: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/procedures/{id}/diagram',
    access: 'procedure:read',
    audit: 'READ_PROCEDURE_DIAGRAM',
    tag: '事项',
    summary: '办理事项的流程图（Mermaid）',
    params: procedureParam,
    query: z.strictObject({
      case: z
        .string()
        .min(1)
        .max(40)
        .optional()
        .meta({ description: '标出此办件办到哪里，用其受理时的版本' }),
    }),
    responses: { 200: { description: '流程图', type: MERMAID, schema: z.string() } },
    async handle({ params: { id }, query: { case: no }, viewer }) {
      if (no !== undefined) {
        const found = await findCase(desk, viewer, no);
        if (found === null || found.procedure.id !== id) return caseNotFound();
        const { documents } = await withDocuments(desk, found.procedure);
        return drawn(diagramOf(found.procedure, placeOf(found), documents));
      }
      const procedure = procedureFor(id, viewer);
      if (procedure === null) return procedureNotFound();
      const now = await procedureAt(desk, procedure, desk.clock.nowMs());
      return drawn(diagramOf(now.procedure, undefined, now.documents));
    },
  }),
];
