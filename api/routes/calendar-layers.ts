import { z } from 'zod';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';
import { once } from '../commands/once.ts';
import { receiptOf, seenBefore } from '../commands/receipts.ts';
import type { Desk } from '../deps.ts';
import { notFound, problem } from '../problems/problem.ts';
import { type Answer, created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { organLayerSchema } from '../schemas/calendar.ts';

/** Calendars of departments, below that of their place. */
export const calendarLayerRoutes = (desk: Desk): Route[] => {
  const { store } = desk;

  const shown = (layer: { id: string; name: string; parentId: string | null; department?: string }): Answer =>
    created(
      {
        calendar: {
          ...{ id: layer.id, name: layer.name, level: 'organ', parent: layer.parentId },
          department: layer.department ?? null,
        },
      },
      { Location: `/api/v1/calendars/${layer.id}` },
    );

  const make = route({
    method: 'post',
    path: '/api/v1/calendars',
    access: 'calendar:draft',
    audit: 'ADD_CALENDAR',
    tag: '日历',
    summary: '为一个部门设立自己的日历，属其所在地区日历之下',
    description:
      '随即与上级日历相同，其后可起草该部门自己的停止办公和办公时间；新办件由该部门承办的按此日历，已有办件不变。数秒内生效。',
    key: 'required',
    body: z.strictObject({ department: z.string().min(1).max(40) }),
    bodyExample: { department: 'lz-data-bureau' },
    responses: { 201: { description: '已设立', schema: z.strictObject({ calendar: organLayerSchema }) } },
    problems: [409, 422],
    async handle({ body: { department: id }, viewer: { personId }, key }) {
      return once(
        desk,
        { personId, key: key ?? '', request: { calendarOf: id } },
        {
          async answerAgain({ content }) {
            const made = (await store.calendars.layers()).find(
              (layer) => layer.id === (content as { id: string }).id,
            );
            return made === undefined ? notFound() : shown(made);
          },
          async perform(ticket) {
            const department = await store.people.department(id);
            if (department === null)
              return problem(422, 'department_unknown', '没有这个部门。', {
                errors: [{ pointer: '/department', message: '没有这个部门' }],
              });
            const parentId = JURISDICTIONS[department.jurisdiction as Jurisdiction].calendar;
            const layer = {
              id: `${parentId}-${id}`,
              name: department.title,
              level: 'organ' as const,
              parentId,
            };
            const receipt = receiptOf(desk, ticket, { type: 'add-calendar', department: id });
            const added = await store.calendars.addLayer({ ...layer, department: id }, receipt);
            if (added.kind === 'seen') return seenBefore(desk, ticket);
            return added.kind === 'done'
              ? shown(added.layer)
              : problem(409, 'calendar_exists', '该部门已有自己的日历。');
          },
        },
      );
    },
  });

  return [make];
};
