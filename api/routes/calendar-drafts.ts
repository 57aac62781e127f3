import { z } from 'zod';
import { checkRelease } from '../../calendar/tables.ts';
import type { StoredCommand, StoredRelease } from '../../store/index.ts';
import { baseOf, importRelease, nextVersionOf, standingErrors } from '../calendar-import.ts';
import { once } from '../commands/once.ts';
import { receiptOf, seenBefore } from '../commands/receipts.ts';
import type { Desk } from '../deps.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { peopleOfReleases, presentDraft } from '../present/calendar-release.ts';
import { forbidden, isProblem, notFound, problem } from '../problems/problem.ts';
import { type Answer, created, ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { calendarIdParam, draftBody, draftParams, draftSchema } from '../schemas/calendar.ts';
import { listOf, pageQuery } from '../schemas/common.ts';

const ownDraft = () => forbidden('起草人不能发布自己起草的放假安排。', 'two_person_rule');
const draftGone = () => problem(409, 'draft_settled', '该草案已经发布或作废。');

/** Drafts of calendar releases: made by one person, released or put aside by another. */
export const calendarDraftRoutes = (desk: Desk): Route[] => {
  const { store, calendars } = desk;
  const exists = (id: string): boolean => calendars.layers().some((layer) => layer.id === id);

  const show = async (draft: StoredRelease) =>
    presentDraft(draft, await store.people.names(peopleOfReleases([draft])));
  const shown = async (draft: StoredRelease): Promise<Answer> =>
    created(
      { draft: await show(draft) },
      { Location: `/api/v1/calendars/${draft.calendarId}/drafts/${draft.number}` },
    );
  const showAgain = async ({ content }: StoredCommand, calendarId: string): Promise<Answer> => {
    const draft = await store.calendars.byNumber(calendarId, (content as { number: number }).number);
    return draft === null ? notFound() : shown(draft);
  };

  const make = route({
    method: 'post',
    path: '/api/v1/calendars/{id}/drafts',
    access: 'calendar:draft',
    audit: 'DRAFT_CALENDAR',
    tag: '日历',
    summary: '起草一份放假安排，核对后留待他人发布',
    description:
      'days 逐日给出，或以 format、content 给出通行的节假日 JSON 或 iCalendar 文件；closures 为停止办公，officeHours 为分季办公时间，可单独给出。核对出的错误列入 acknowledge 方可保存。',
    key: 'required',
    params: calendarIdParam,
    body: draftBody,
    bodyExample: {
      notice: { title: '国务院办公厅关于2027年部分节假日安排的通知', publishedAt: '2026-11-23' },
      format: 'json',
      content: '{"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}',
    },
    responses: { 201: { description: '已存为草案', schema: z.strictObject({ draft: draftSchema }) } },
    problems: [422],
    async handle({ params: { id }, body, viewer: { personId }, key }) {
      if (!exists(id)) return notFound();
      const request = { calendarDraft: id, ...body };
      return once(
        desk,
        { personId, key: key ?? '', request },
        {
          answerAgain: (command) => showAgain(command, id),
          async perform(ticket) {
            await calendars.refresh();
            const imported = importRelease(calendars, id, body);
            if (isProblem(imported)) return imported;
            const { release, findings } = imported;
            const acknowledged = body.acknowledge ?? [];
            const standing = standingErrors(findings, acknowledged, body.days);
            if (standing !== null) return standing;
            const draft = await store.calendars.draft(
              { ...release, findings, acknowledged, draftedBy: personId },
              receiptOf(desk, ticket, { type: 'draft-calendar', calendar: id }),
            );
            return draft === null ? seenBefore(desk, ticket) : shown(draft);
          },
        },
      );
    },
  });

  const list = route({
    method: 'get',
    path: '/api/v1/calendars/{id}/drafts',
    access: 'calendar:release',
    audit: 'LIST_CALENDAR_DRAFTS',
    tag: '日历',
    summary: '待发布的草案',
    params: calendarIdParam,
    query: z.strictObject(pageQuery),
    responses: { 200: { description: '草案', schema: listOf(draftSchema) } },
    async handle({ params: { id }, query, req }) {
      if (!exists(id)) return notFound();
      const drafts = await store.calendars.drafts(id);
      const names = await store.people.names(peopleOfReleases(drafts));
      const inOrder = ({ number }: (typeof drafts)[number]) => String(1_000_000 + number);
      const all = { list: 'calendar-drafts', items: drafts, idOf: inOrder };
      return shortListAnswer(req, query, all, (draft) => presentDraft(draft, names));
    },
  });

  const read = route({
    method: 'get',
    path: '/api/v1/calendars/{id}/drafts/{n}',
    access: 'calendar:release',
    audit: 'READ_CALENDAR_DRAFT',
    tag: '日历',
    summary: '一份草案',
    params: draftParams,
    responses: { 200: { description: '草案', schema: draftSchema } },
    async handle({ params: { id, n } }) {
      const draft = await store.calendars.byNumber(id, n);
      return draft === null ? notFound() : ok(await show(draft));
    },
  });

  const release = route({
    method: 'post',
    path: '/api/v1/calendars/{id}/drafts/{n}/release',
    access: 'calendar:release',
    audit: 'RELEASE_CALENDAR',
    tag: '日历',
    summary: '发布他人起草的草案；在办期限随后逐件重算',
    key: 'required',
    params: draftParams,
    responses: { 201: { description: '已发布', schema: z.strictObject({ draft: draftSchema }) } },
    problems: [409, 422],
    async handle({ params: { id, n }, viewer: { personId }, key }) {
      return once(
        desk,
        { personId, key: key ?? '', request: { calendarRelease: id, n } },
        {
          answerAgain: (command) => showAgain(command, id),
          async perform(ticket) {
            const draft = await store.calendars.byNumber(id, n);
            if (draft === null) return notFound();
            if (draft.state !== 'draft') return draftGone();
            if (draft.draftedBy === personId) return ownDraft();
            await calendars.refresh();
            // Others may have been released since it was drafted.
            const candidate = { ...draft, version: nextVersionOf(calendars, id) };
            const standing = standingErrors(
              checkRelease(candidate, baseOf(calendars, id)),
              draft.acknowledged,
              undefined,
            );
            if (standing !== null) return standing;
            const receipt = receiptOf(desk, ticket, { type: 'release-calendar', calendar: id, number: n });
            const settled = await store.calendars.release(id, n, { personId, receipt });
            if (settled.kind === 'done') {
              await calendars.refresh();
              return shown(settled.release);
            }
            if (settled.kind === 'seen') return seenBefore(desk, ticket);
            return settled.kind === 'same-person' ? ownDraft() : draftGone();
          },
        },
      );
    },
  });

  const discard = route({
    method: 'post',
    path: '/api/v1/calendars/{id}/drafts/{n}/discard',
    access: 'calendar:release',
    audit: 'DISCARD_CALENDAR_DRAFT',
    tag: '日历',
    summary: '作废一份草案',
    key: 'required',
    params: draftParams,
    responses: { 201: { description: '已作废', schema: z.strictObject({ draft: draftSchema }) } },
    problems: [409],
    async handle({ params: { id, n }, viewer: { personId }, key }) {
      return once(
        desk,
        { personId, key: key ?? '', request: { calendarDiscard: id, n } },
        {
          answerAgain: (command) => showAgain(command, id),
          async perform(ticket) {
            if ((await store.calendars.byNumber(id, n)) === null) return notFound();
            const receipt = receiptOf(desk, ticket, {
              type: 'discard-calendar-draft',
              calendar: id,
              number: n,
            });
            const settled = await store.calendars.discard(id, n, { personId, receipt });
            if (settled.kind === 'seen') return seenBefore(desk, ticket);
            return settled.kind === 'done' ? shown(settled.release) : draftGone();
          },
        },
      );
    },
  });

  return [make, list, read, release, discard];
};
