import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import { whyNotNow } from '../../cases/index.ts';
import { MALFORMED_CURSOR, type TaskItem } from '../../store/index.ts';
import { rulesOf } from '../calendars.ts';
import { calendarOf, procedureOf } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { documentsOfLimits } from '../documents.ts';
import { listAnswer, pagingOf } from '../lists.ts';
import type { Documents } from '../present/limit.ts';
import { staffName } from '../present/staff.ts';
import { presentTask } from '../present/task.ts';
import { type Names, sentenceOf } from '../problems/of-refusal.ts';
import { forbidden } from '../problems/problem.ts';
import { type Route, route } from '../routing/route.ts';
import { taskSchema } from '../schemas/case.ts';
import { coded } from '../schemas/coded.ts';
import {
  departmentFields,
  filterText,
  isoInstant,
  lightSchema,
  listOf,
  pageQuery,
} from '../schemas/common.ts';
import type { Viewer } from '../security/viewer.ts';

const query = z.strictObject({
  ...pageQuery,
  view: coded('taskViews').optional().meta({ default: 'todo' }),
  procedure: filterText(),
  department: filterText(),
  q: filterText().meta({ description: '办件编号或标题中的文字' }),
  light: lightSchema.optional(),
});

const taskItemSchema = taskSchema
  .extend({
    mayDecide: z.boolean().meta({ description: '本人现在能否办理；已办的为 false' }),
    whyNot: z
      .strictObject({ code: z.string(), message: z.string() })
      .nullable()
      .meta({ description: '待办而本人现在不能办理的缘由：如 separation_of_roles、gate_closed' }),
    case: z.strictObject({
      no: z.string(),
      title: z.string(),
      procedure: z.string(),
      procedureTitle: z.string(),
      submittedAt: isoInstant(),
      requester: z.strictObject({ ...departmentFields, name: z.string() }),
    }),
  })
  .meta({ id: 'TaskItem' });

const nothing = () => null;
const NO_ROLE = forbidden();

type WhyNot = { code: string; message: string };
/** Why the viewer, who has the task to do, cannot do it now; null: they can, or it is done. */
const whyNotFor = (desk: Desk, viewer: Viewer, { task, state }: TaskItem, nowMs: number): WhyNot | null => {
  if (state === null) return null;
  if (!viewer.rights.has('case:decide')) return { code: NO_ROLE.code, message: NO_ROLE.detail };
  const rules = rulesOf(desk.calendars, procedureOf(state.procedure, state.edition), state);
  const { personId } = viewer;
  const actor = { personId, role: task.role, department: task.department };
  const refusal = whyNotNow(rules, state, task.id, actor, nowMs);
  return refusal === null ? null : { code: refusal.code, message: sentenceOf(refusal) };
};

/** A task of a list with what it says of its case. */
const presentItem = (
  desk: Desk,
  viewer: Viewer,
  item: TaskItem,
  { names, documents }: { names: Names; documents: Documents },
  nowMs: number,
) => {
  const { case: of, task, clock } = item;
  const procedure = procedureOf(of.procedure, of.edition);
  const clocks = clock === null ? {} : { [clock.id]: clock };
  const clockIds = clock === null ? [] : [clock.id];
  const view = {
    state: { clocks, children: of.children },
    procedure,
    calendarOf: calendarOf(desk),
    ...{ names, documents },
    writingsOf: nothing,
    nowMs,
  };
  const whyNot = whyNotFor(desk, viewer, item, nowMs);
  return {
    ...presentTask({ ...task, clockIds }, view),
    mayDecide: item.state !== null && whyNot === null,
    whyNot,
    case: {
      no: of.no,
      title: of.title,
      procedure: of.procedure,
      procedureTitle: procedure.title,
      submittedAt: isoOf(of.submittedAtMs),
      requester: { department: of.requesterDepartment, name: staffName(names, of.requesterPerson) },
    },
  };
};

/** My work. */
export const taskRoutes = (desk: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/tasks',
    access: 'task:read',
    audit: 'LIST_TASKS',
    tag: '任务',
    summary: '我的待办（先到期的在前）与已办',
    query,
    responses: { 200: { description: '任务', schema: listOf(taskItemSchema) } },
    async handle({ query: asked, viewer, req }) {
      const { store, clock } = desk;
      const asOfMs = clock.nowMs();
      const { personId, grants } = viewer;
      const { procedure, department, light, q } = asked;
      const filter = { personId, grants, procedure, department, light, q, asOfMs };
      const done = asked.view === 'done';
      const [page, total] = await Promise.all([
        done
          ? store.tasks.done({ ...filter, ...pagingOf(asked) })
          : store.tasks.todo({ ...filter, ...pagingOf(asked) }),
        asked.count === 'true'
          ? done
            ? store.tasks.countDone(filter)
            : store.tasks.countTodo(filter)
          : undefined,
      ]);
      if (page === MALFORMED_CURSOR) return listAnswer(req, page, nothing);
      const people = page.items.flatMap(({ case: of, task }) => [
        of.requesterPerson,
        task.assignee,
        task.decidedBy?.personId,
      ]);
      const [names, documents] = await Promise.all([
        store.people.names(people.filter((id) => id != null)),
        documentsOfLimits(
          desk,
          page.items.map(({ clock: of }) => of?.limit),
        ),
      ]);
      const counted = total === undefined ? page : { ...page, total };
      return listAnswer(req, counted, (item) =>
        presentItem(desk, viewer, item, { names, documents }, asOfMs),
      );
    },
  }),
];
