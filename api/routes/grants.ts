import { z } from 'zod';
import { dayOf, textOfDay } from '../../calendar/index.ts';
import type { CommandBody } from '../../cases/index.ts';
import { FINDINGS, type Finding, type GrantUse } from '../../store/index.ts';
import { givenReasons, ready } from '../acts/ready.ts';
import { behindLine } from '../case-reader.ts';
import { type Act, sendCommand } from '../commands/send.ts';
import type { Desk } from '../deps.ts';
import { isProblem, notFound } from '../problems/problem.ts';
import { lineScopeOf } from '../registers/scope.ts';
import { showLine, todayOf } from '../registers/show.ts';
import type { Answer } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { coded } from '../schemas/coded.ts';
import { pendingSchema } from '../schemas/command.ts';
import { freeText, writing } from '../schemas/common.ts';
import { lineInFullSchema } from '../schemas/register.ts';
import type { Viewer } from '../security/viewer.ts';

const CHANGES = { suspend: '暂停', resume: '恢复', revoke: '撤销' } as const;
type Change = keyof typeof CHANGES;

const idParam = z.object({ id: z.string().min(1).max(40).meta({ example: 'LZ-20261123-0001' }) });
const responses = {
  202: { description: '已收到，尚未生效', schema: pendingSchema, headers: { Location: '查询进展的地址' } },
};
const evenly = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase();

const lineOf = (desk: Desk, viewer: Viewer, id: string) =>
  desk.store.registers.line({ register: 'data-grants', key: id }, lineScopeOf(viewer), todayOf(desk));
const findingSchema = coded('useFindings', FINDINGS);
/** What weighs most of a use that was not granted; null: it was. */
const findingIn = ({ againstPurpose, afterEnd = false, standing }: GrantUse): Finding | null => {
  if (standing !== undefined) return standing === 'closed' ? 'after_revocation' : 'while_suspended';
  if (afterEnd) return 'after_end';
  return againstPurpose ? 'against_purpose' : null;
};

/** Sends the command on the case behind a grant, and answers with the line as it then stands. */
const sendOnGrant = async (desk: Desk, viewer: Viewer, id: string, act: Omit<Act, 'viewer' | 'no'>) => {
  const line = await lineOf(desk, viewer, id);
  if (line === null) return notFound();
  const answer = await sendCommand(desk, {
    ...{ ...act, viewer, no: line.caseNo },
    find: (loaded) => behindLine(desk, viewer, loaded),
  });
  if (isProblem(answer) || answer.status !== 201) return answer;
  const { case: _case, ...made } = answer.body as Record<string, unknown>;
  return { ...answer, body: { ...made, line: await showLine(desk, viewer, 'data-grants', id) } };
};

const changeRoute = (desk: Desk, change: Change): Route =>
  route({
    method: 'post',
    path: `/api/v1/registers/data-grants/{id}/${change}`,
    access: 'case:act',
    audit: `${change.toUpperCase()}_GRANT`,
    tag: '台账',
    summary: `${CHANGES[change]}一项数据授权，即时生效`,
    description:
      '由数据所属部门的数据提供方（大庆市也可由责任部门）办理，不论是否承办过该办件；授权不涉及目录中的数据资源的，由作出授权的承办单位办理；拉萨市大数据局对越权访问有监管权和决定权，可以暂停、恢复。须说明理由。',
    key: 'required',
    params: idParam,
    body: z.strictObject({ reasons: writing(2_000) }),
    bodyExample: { reasons: '发现超出授权用途使用' },
    responses: {
      201: { description: '已生效', schema: z.strictObject({ line: lineInFullSchema }) },
      ...responses,
    },
    problems: [404, 409],
    handle({ params: { id }, body: { reasons }, viewer, key }): Promise<Answer> {
      const body: CommandBody = { type: 'change-grant', change, gives: givenReasons(reasons) };
      return sendOnGrant(desk, viewer, id, {
        key: key ?? '',
        request: { route: 'change-grant', change, reasons },
        prepare: async (found, commandId, atMs) =>
          ready({ desk, viewer, found, id: commandId, atMs }, body, { reasons }),
        made: () => ({}),
      });
    },
  });

/** What may be done with data that have been granted. */
export const grantRoutes = (desk: Desk): Route[] => [
  ...(Object.keys(CHANGES) as Change[]).map((change) => changeRoute(desk, change)),
  route({
    method: 'post',
    path: '/api/v1/registers/data-grants/{id}/uses',
    access: 'case:act',
    audit: 'RECORD_USE',
    tag: '台账',
    summary: '登记一次使用；用途与授权用途不符，期限届满、暂停、撤销后使用的注明，并告知数据所属部门',
    key: 'required',
    params: idParam,
    body: z.strictObject({ purpose: freeText(500), count: z.number().int().min(1).max(1_000_000_000) }),
    bodyExample: { purpose: '核验创业补贴申请人的就业状态', count: 12 },
    responses: {
      201: {
        description: '已登记',
        schema: z.strictObject({
          line: lineInFullSchema,
          finding: findingSchema.nullable().meta({
            description:
              '在授权撤销后、暂停期间、期限届满后使用，或者用途与授权用途不符；同时有几项的取在前的',
          }),
        }),
      },
      ...responses,
    },
    problems: [404, 409],
    async handle({ params: { id }, body: { purpose, count }, viewer, key }): Promise<Answer> {
      const answer = await sendOnGrant(desk, viewer, id, {
        key: key ?? '',
        request: { route: 'record-use', purpose, count },
        prepare: async (found, commandId, atMs) => {
          const line = await lineOf(desk, viewer, id);
          // What the line shows is what was granted: filed, put right since, and decided.
          const granted = line?.details.purpose;
          const againstPurpose = typeof granted === 'string' && evenly(granted) !== evenly(purpose);
          const until = line?.until ?? null;
          const afterEnd = until !== null && until < textOfDay(dayOf(atMs));
          const body: CommandBody = { type: 'record-use', count, againstPurpose, afterEnd };
          return ready({ desk, viewer, found, id: commandId, atMs }, body, { purpose });
        },
        made: (command) => ({ use: command.id }),
      });
      if (isProblem(answer) || answer.status !== 201) return answer;
      // As it was recorded: how the grant stood by then is for the case to say.
      const { use: commandId, ...made } = answer.body as { use: string; line: { case: string } };
      const used = (await desk.store.registers.uses(made.line.case)).find(
        (use) => use.commandId === commandId,
      );
      return { ...answer, body: { ...made, finding: used === undefined ? null : findingIn(used) } };
    },
  }),
];
