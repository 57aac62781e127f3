import { z } from 'zod';
import { recorded, showRecorded } from '../case-reader.ts';
import { refusedAnswer } from '../commands/answers.ts';
import type { Desk } from '../deps.ts';
import { notFound, problemDocument } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { commandSchema } from '../schemas/command.ts';

/** How a received request has fared. */
export const commandRoutes = (desk: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/commands/{id}',
    access: 'self',
    audit: 'READ_COMMAND',
    tag: '办件',
    summary: '已收到的请求办理到哪一步，只限本人的',
    params: z.object({ id: z.uuid() }),
    responses: { 200: { description: '进展', schema: commandSchema } },
    async handle({ params: { id }, viewer, requestId }) {
      const command = await desk.store.commands.get(id);
      if (command === null || command.personId !== viewer.personId) return notFound();
      const { state, caseNo } = command;
      if (state === 'refused')
        return ok({ id, state, problem: problemDocument(await refusedAnswer(desk, command), requestId) });
      return ok(
        state === 'done' && caseNo !== null
          ? { id, state, case: await showRecorded(desk, viewer, await recorded(desk, caseNo)) }
          : { id, state },
      );
    },
  }),
];
