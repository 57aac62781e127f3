import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { dayOf, textOfDay } from '../../calendar/index.ts';
import type { CaseState } from '../../cases/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { procedureOf } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { documentsOfCases } from '../documents.ts';
import { type Documents, presentLimit } from '../present/limit.ts';
import { presentRange } from '../present/range.ts';
import { problem } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { limitSchema } from '../schemas/case.ts';
import { coded } from '../schemas/coded.ts';
import { isoDate, rangeSchema } from '../schemas/common.ts';

const progressSchema = z
  .strictObject({
    procedure: z.string(),
    status: coded('caseStatuses'),
    result: z.string().nullable(),
    stages: z.array(
      z.strictObject({
        title: z.string(),
        state: coded('stageStates', ['past', 'current', 'future']),
        startedOn: isoDate().nullable(),
        endedOn: isoDate().nullable(),
        limit: limitSchema.nullable(),
        dueOn: isoDate().nullable(),
        ...rangeSchema,
      }),
    ),
  })
  .meta({ id: 'Progress' });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const unknown = () => problem(404, 'progress_not_found', '编号或查询码不正确。');

const dateOf = (atMs: number | null | undefined): string | null =>
  atMs == null ? null : textOfDay(dayOf(atMs));

const NO_END = { provisional: false, earliestAtMs: null, latestAtMs: null };

/** Names of stages and civil dates; nothing of people, departments or contents. */
const progressOf = (state: CaseState, procedure: Procedure, documents: Documents) => ({
  procedure: procedure.title,
  status: state.status === 'closed' ? ('closed' as const) : ('open' as const),
  result: state.result === null ? null : (procedure.endings[state.result] ?? null),
  stages: Object.entries(procedure.stages).flatMap(([id, stage]) => {
    const tasks = Object.values(state.tasks).filter(
      (task) => task.stage === id && task.state !== 'cancelled',
    );
    const open = tasks.find((task) => task.state === 'open');
    if (tasks.length === 0 && state.status === 'closed') return [];
    const clock = open === undefined ? undefined : state.clocks[open.clockIds[0] ?? ''];
    return [
      {
        title: stage.title,
        state: open ? ('current' as const) : tasks.length > 0 ? ('past' as const) : ('future' as const),
        startedOn: dateOf(tasks[0]?.openedAtMs),
        endedOn: open ? null : dateOf(tasks.at(-1)?.decidedAtMs),
        limit: clock === undefined ? null : presentLimit(clock.limit, documents),
        dueOn: clock?.dueDay ?? null,
        ...presentRange(clock ?? NO_END),
      },
    ];
  }),
});

/** Progress for whoever has the number and the code of a case. */
export const publicRoutes = ({ store }: Desk): Route[] => [
  route({
    method: 'get',
    path: '/public/progress',
    access: 'public',
    limited: 'public',
    audit: 'PUBLIC_PROGRESS',
    tag: '公开查询',
    summary: '凭编号与查询码查看环节与日期',
    description: '编号错误与查询码错误的回答相同。',
    query: z.strictObject({ no: z.string().min(1).max(40), code: z.string().min(1).max(40) }),
    responses: { 200: { description: '进度', schema: progressSchema } },
    problems: [404],
    async handle({ query: { no, code } }) {
      const loaded = await store.record.load(no);
      // Compared either way, so that a wrong number takes as long as a wrong code.
      const right = same(loaded?.file.queryCode ?? '', code.toUpperCase());
      if (loaded === null || !right) return unknown();
      const { state } = loaded;
      const documents = await documentsOfCases({ store }, [state]);
      return ok(progressOf(state, procedureOf(state.procedure, state.edition), documents));
    },
  }),
];
