import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import { MALFORMED_CURSOR, type Undelivered } from '../../store/index.ts';
import { once } from '../commands/once.ts';
import type { Desk } from '../deps.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { titleOfKind } from '../notify/wording.ts';
import { staffName } from '../present/staff.ts';
import type { Names } from '../problems/of-refusal.ts';
import { notFound } from '../problems/problem.ts';
import { created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { coded } from '../schemas/coded.ts';
import { isoInstant, listOf, numberParam, pageQuery } from '../schemas/common.ts';

const undeliveredSchema = z
  .strictObject({
    id: z.number().int(),
    case: z.string(),
    kind: z.string(),
    title: z.string(),
    to: z.string().meta({ description: '收件人，姓名已作隐去处理' }),
    channel: coded('channels'),
    attempts: z.number().int(),
    failure: z.string().meta({ description: '最后一次的原因', example: 'http_500' }),
    createdAt: isoInstant(),
    givenUpAt: isoInstant(),
  })
  .meta({ id: 'Undelivered' });

const present =
  (names: Names) =>
  ({ id, caseNo, kind, personId, channel, attempts, failure, createdAtMs, givenUpAtMs }: Undelivered) => ({
    ...{ id, case: caseNo, kind, title: titleOfKind(kind as never), to: staffName(names, personId) },
    ...{ channel, attempts, failure, createdAt: isoOf(createdAtMs), givenUpAt: isoOf(givenUpAtMs) },
  });

/** Messages that did not arrive, and trying them anew. */
export const deliveryRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;
  const list = route({
    method: 'get',
    path: '/api/v1/supervision/deliveries',
    access: 'delivery:read',
    audit: 'LIST_UNDELIVERED',
    tag: '监督',
    summary: '未能送达、不再重试的邮件、短信和电话，新的在前',
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '未送达', schema: listOf(undeliveredSchema) } },
    async handle({ query, req }) {
      const page = await store.deliveries.undelivered(pagingOf(query));
      const people = page === MALFORMED_CURSOR ? [] : page.items.map(({ personId }) => personId);
      const counted = await countedOn(query, page, () => store.deliveries.undeliveredCount());
      return listAnswer(req, counted, present(await store.people.names(people)));
    },
  });
  const retry = route({
    method: 'post',
    path: '/api/v1/supervision/deliveries/{id}/retry',
    access: 'delivery:retry',
    audit: 'RETRY_DELIVERY',
    tag: '监督',
    summary: '原因已排除，重新发送',
    key: 'required',
    params: numberParam,
    responses: {
      201: {
        description: '等待发送',
        schema: z.strictObject({ delivery: z.strictObject({ id: z.number(), state: z.literal('waiting') }) }),
      },
    },
    handle({ params: { id }, viewer: { personId }, key }) {
      const answer = created({ delivery: { id, state: 'waiting' } });
      return once(
        desk,
        { personId, key: key ?? '', request: { retry: id } },
        {
          answerAgain: async () => answer,
          async perform(ticket) {
            if ((await store.deliveries.undeliveredById(id)) === null) return notFound();
            const body = { type: 'retry-delivery', delivery: id };
            await store.deliveries.retry(
              id,
              { ...ticket, body, receivedAtMs: clock.nowMs() },
              { delivery: id },
            );
            return answer;
          },
        },
      );
    },
  });
  return [list, retry];
};
