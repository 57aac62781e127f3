import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { PersonCommand, Refusal } from '../../cases/index.ts';
import { MALFORMED_CURSOR, type RefusedAct } from '../../store/index.ts';
import { findCase } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { presentActor } from '../present/task.ts';
import { type Content, type Reader, writingsFor } from '../present/writings.ts';
import { type Names, sentenceOf } from '../problems/of-refusal.ts';
import { caseNotFound } from '../problems/problem.ts';
import { type Route, route } from '../routing/route.ts';
import { actorSchema, caseNoParam, filterText, isoInstant, listOf, pageQuery } from '../schemas/common.ts';

const refusedActSchema = z
  .strictObject({
    id: z.string(),
    at: isoInstant().meta({ description: '何时收到' }),
    by: actorSchema,
    act: z.string(),
    task: z.string().nullable(),
    outcome: z.string().nullable().meta({ description: '想要作出的办理结果' }),
    ground: z.string().nullable().meta({ description: '要求中止的事由' }),
    code: z.string().meta({ description: '为何未被受理，如 ground_not_listed' }),
    message: z.string(),
    reasons: z.string().nullable(),
    documentNo: z.string().nullable(),
  })
  .meta({ id: 'RefusedAct' });

const commandOf = ({ body }: RefusedAct): PersonCommand => body as PersonCommand;

const presentRefused = (tried: RefusedAct, names: Names, reader: Reader) => {
  const command = commandOf(tried);
  const refusal = tried.refusal as Refusal;
  const said = writingsFor(reader, () => tried.content as Content | null)(tried.id);
  return {
    ...{ id: tried.id, at: isoOf(tried.receivedAtMs), by: presentActor(command.actor, names) },
    act: command.type,
    task: 'task' in command ? command.task : null,
    outcome: command.type === 'decide' ? command.outcome : null,
    ground: command.type === 'pause' ? command.ground : null,
    ...{
      code: refusal.code,
      message: sentenceOf(refusal),
      reasons: said?.reasons ?? null,
      documentNo: said?.documentNo ?? null,
    },
  };
};

/** What was tried in a case and refused, for those who watch over it: a pause on a ground that is not listed, say. */
export const refusedActRoutes = (desk: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/cases/{no}/refused-acts',
    access: 'supervision:read',
    audit: 'LIST_REFUSED_ACTS',
    tag: '办件',
    summary: '办件中未被受理的操作：何人、何时、为何，新的在前',
    params: caseNoParam,
    query: z.strictObject({
      ...pageQuery,
      code: filterText().meta({ description: '只列因此未被受理的，如 ground_not_listed' }),
    }),
    responses: { 200: { description: '未被受理的操作', schema: listOf(refusedActSchema) } },
    async handle({ params: { no }, query, viewer, req }) {
      const found = await findCase(desk, viewer, no);
      if (found === null) return caseNotFound();
      const { refusedActs, people } = desk.store;
      const asked = { caseNo: no, code: query.code };
      const page = await refusedActs.list({ ...asked, ...pagingOf(query) });
      const counted = await countedOn(query, page, () => refusedActs.count(asked));
      const tried = page === MALFORMED_CURSOR ? [] : page.items;
      const names = await people.names(tried.map((each) => commandOf(each).actor.personId));
      return listAnswer(req, counted, (each) => presentRefused(each, names, found.reader));
    },
  }),
];
