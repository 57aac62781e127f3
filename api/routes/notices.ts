import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import { procedureById } from '../../procedures/index.ts';
import { MALFORMED_CURSOR, type Notice } from '../../store/index.ts';
import { atOnce, nothingToPrepare } from '../commands/at-once.ts';
import type { Desk } from '../deps.ts';
import { documentsOfLimits } from '../documents.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { titleOfKind } from '../notify/wording.ts';
import { peopleIn } from '../present/event.ts';
import type { Documents } from '../present/limit.ts';
import { limitsIn, presentLimitChange } from '../present/limit-change.ts';
import type { Names } from '../problems/of-refusal.ts';
import { isProblem, notFound } from '../problems/problem.ts';
import { created, ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { coded } from '../schemas/coded.ts';
import { isoInstant, listOf, numberParam, pageQuery, seatSchema } from '../schemas/common.ts';
import { limitChangeSchema } from '../schemas/limit-change.ts';

const noticeSchema = z
  .strictObject({
    id: z.number().int(),
    kind: coded('noticeKinds'),
    title: z.string(),
    case: z.strictObject({ no: z.string(), procedure: z.string(), procedureTitle: z.string() }),
    at: isoInstant(),
    to: seatSchema.nullable().meta({ description: '发给岗位的，是哪个岗位；null：发给本人' }),
    readAt: isoInstant().nullable(),
    change: limitChangeSchema
      .nullable()
      .meta({ description: '期限中止、恢复、延长、变动的通知：变动的内容；其他通知为空' }),
  })
  .meta({ id: 'Notice' });

type Told = { names: Names; documents: Documents };

const presentNotice = (
  { id, kind, caseNo, procedure, edition, atMs, to, readAtMs, change }: Notice,
  { names, documents }: Told,
) => ({
  ...{ id, kind, title: titleOfKind(kind) },
  case: { no: caseNo, procedure, procedureTitle: procedureById(procedure, edition)?.title ?? procedure },
  at: isoOf(atMs),
  to: 'role' in to ? to : null,
  readAt: readAtMs === null ? null : isoOf(readAtMs),
  change:
    change === null
      ? null
      : presentLimitChange(change, {
          ...{ procedure: procedureById(procedure, edition), names, documents },
          // Whoever comes to hold a seat later reads what it was told.
          sight: 'role' in to ? 'overseeing' : 'own',
        }),
});

/** What I have been told, and that I have read it. */
export const noticeRoutes = (desk: Desk): Route[] => {
  const { store } = desk;
  const toldIn = async (notices: readonly Notice[]): Promise<Told> => {
    const changes = notices.flatMap(({ change }) => change ?? []);
    const [names, documents] = await Promise.all([
      store.people.names(
        changes.flatMap(({ event, author }) => [...peopleIn(event), author?.personId ?? '']),
      ),
      documentsOfLimits(desk, changes.flatMap(limitsIn)),
    ]);
    return { names, documents };
  };
  const list = route({
    method: 'get',
    path: '/api/v1/me/notices',
    access: 'self',
    audit: 'LIST_NOTICES',
    tag: '通知',
    summary: '发给本人和本人岗位的通知，新的在前',
    query: z.strictObject({
      ...pageQuery,
      unread: z.enum(['true', 'false']).optional().meta({ description: 'true：只列未读的' }),
      kind: coded('noticeKinds').optional(),
    }),
    responses: {
      200: {
        description: '通知',
        schema: listOf(noticeSchema).extend({
          unread: z.number().int().meta({ description: '未读条数，至多数到 1000' }),
        }),
      },
    },
    async handle({ query, viewer: { personId, grants }, req }) {
      const kinds = query.kind === undefined ? undefined : [query.kind];
      const asked = { ...pagingOf(query), personId, grants, unread: query.unread === 'true', kinds };
      const [page, unread] = await Promise.all([
        store.notices.forPerson(asked),
        store.notices.unreadCount({ personId, grants }),
      ]);
      const counted = await countedOn(query, page, () => store.notices.countFor(asked));
      const told = await toldIn(page === MALFORMED_CURSOR ? [] : page.items);
      const answer = listAnswer(req, counted, (notice) => presentNotice(notice, told));
      return isProblem(answer) ? answer : ok({ ...(answer.body as object), unread }, answer.headers);
    },
  });

  const read = route({
    method: 'post',
    path: '/api/v1/me/notices/{id}/read',
    access: 'self',
    audit: 'READ_NOTICE',
    tag: '通知',
    summary: '标为已读；第一次的时间为准',
    key: 'required',
    params: numberParam,
    responses: { 201: { description: '已读', schema: z.strictObject({ notice: noticeSchema }) } },
    async handle({ params: { id }, viewer: { personId, grants }, key }) {
      if ((await store.notices.oneFor({ personId, grants }, id)) === null) return notFound();
      return atOnce(desk, {
        ...{ personId, key: key ?? '', request: { read: id }, body: { type: 'read-notice', notice: id } },
        prepare: nothingToPrepare,
        async work(trx, { atMs }) {
          await store.notices.markRead(trx, id, personId, atMs);
          return null;
        },
        async answer() {
          const notice = await store.notices.oneFor({ personId, grants }, id);
          if (notice === null) return notFound();
          return created({ notice: presentNotice(notice, await toldIn([notice])) });
        },
      });
    },
  });
  const readAll = route({
    method: 'post',
    path: '/api/v1/me/notices/read-all',
    access: 'self',
    audit: 'READ_ALL_NOTICES',
    tag: '通知',
    summary: '把至今的通知全部标为已读；可以只标几种',
    key: 'required',
    body: z.strictObject({ kinds: z.array(coded('noticeKinds')).min(1).max(20).optional() }),
    bodyExample: { kinds: ['task-opened'] },
    responses: {
      201: {
        description: '已读',
        schema: z.strictObject({ unread: z.number().int().meta({ description: '仍未读的条数' }) }),
      },
    },
    async handle({ body: { kinds }, viewer: { personId, grants }, key }) {
      return atOnce(desk, {
        ...{ personId, key: key ?? '', request: { readAll: kinds ?? null }, body: { type: 'read-notices' } },
        prepare: nothingToPrepare,
        async work(trx, { atMs }) {
          await store.notices.markAllRead(trx, { personId, grants, kinds }, atMs);
          return null;
        },
        answer: async () => created({ unread: await store.notices.unreadCount({ personId, grants }) }),
      });
    },
  });
  return [list, readAll, read];
};
