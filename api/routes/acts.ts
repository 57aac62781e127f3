import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { PersonCommand } from '../../cases/index.ts';
import { documentProblem } from '../acts/document.ts';
import { actSchema } from '../acts/schemas.ts';
import { prepareAct } from '../acts/table.ts';
import { type Act, sendCommand } from '../commands/send.ts';
import type { Desk } from '../deps.ts';
import { type Route, route } from '../routing/route.ts';
import { caseSchema } from '../schemas/case.ts';
import { pendingSchema } from '../schemas/command.ts';
import { caseNoParam, isoInstant } from '../schemas/common.ts';
import { madeSchema } from './decisions.ts';

const made: Act['made'] = ({ id, body, receivedAtMs }) => {
  const command = body as PersonCommand;
  const { department, role } = command.actor;
  const task = 'task' in command ? { task: command.task } : {};
  return { act: { id, act: command.type, ...task, at: isoOf(receivedAtMs), by: { department, role } } };
};

/** Whatever else a case offers besides decisions. */
export const actRoutes = (desk: Desk): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/cases/{no}/acts',
    access: 'case:act',
    audit: 'ACT',
    tag: '办件',
    summary: '办件的其他操作：撤回、补正、催办、转办等',
    description: '可作的操作见办件的 allowedActions。',
    key: 'required',
    params: caseNoParam,
    body: actSchema,
    bodyExample: { act: 'urge' },
    responses: {
      201: {
        description: '已生效',
        schema: z.strictObject({
          act: z.strictObject({
            id: z.string(),
            act: z.string(),
            task: z.string().optional(),
            at: isoInstant(),
            by: madeSchema,
          }),
          case: caseSchema,
        }),
        headers: { 'Idempotent-Replay': '重复请求时为 true' },
      },
      202: {
        description: '已收到，尚未生效',
        schema: pendingSchema,
        headers: { Location: '查询进展的地址' },
      },
    },
    handle({ params: { no }, body: asked, viewer, key }) {
      return sendCommand(desk, {
        viewer,
        key: key ?? '',
        no,
        request: { route: 'act', ...asked },
        prepare: (found, id, atMs) => prepareAct({ desk, viewer, found, id, atMs }, asked),
        check: () => documentProblem(asked),
        made,
      });
    },
  }),
];
