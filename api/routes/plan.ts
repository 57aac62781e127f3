import { z } from 'zod';
import { msFromIso } from '../../calendar/index.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { GROUNDS } from '../acts/schemas.ts';
import { rulesForNew } from '../calendars.ts';
import type { Desk } from '../deps.ts';
import { planFacts } from '../forms/plan-facts.ts';
import { instant } from '../forms/zod-of-fields.ts';
import { planOf } from '../plan/plan.ts';
import { type FieldError, isProblem, type Problem, problem } from '../problems/problem.ts';
import { procedureFor } from '../procedure-for.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { coded } from '../schemas/coded.ts';
import { planSchema } from '../schemas/procedure.ts';
import type { Viewer } from '../security/viewer.ts';
import { targetsAt, withDocuments } from '../targets.ts';
import { procedureNotFound, procedureParam } from './procedures.ts';

const pause = z
  .strictObject({ ground: coded('pauseGrounds', GROUNDS), from: instant(), to: instant() })
  .refine(({ from, to }) => msOf(from) < msOf(to), { message: '止于起之前', path: ['to'] });
const body = z.strictObject({
  submittedAt: instant(),
  decidedAt: z
    .record(z.string().max(100), instant())
    .optional()
    .meta({ description: '环节 → 办结时刻；缺省为期限届满之时' }),
  outcomes: z
    .record(z.string().max(100), z.string().max(100))
    .optional()
    .meta({ description: '环节 → 结果；缺省为第一项' }),
  pauses: z.record(z.string().max(100), z.array(pause).min(1).max(20)).optional().meta({
    description: '环节 → 中止计时的起止与事由；事由 supplement 为要求补正至补正。不合规定的不予推演',
  }),
  facts: z
    .record(z.string().max(100), z.union([z.string().max(100), z.number(), z.boolean()]))
    .optional()
    .meta({ description: '影响期限的情况，如 systemKind、foundAt；有哪些见事项的 facts' }),
});
type Asked = z.infer<typeof body>;
const msOf = (instantText: string): number => msFromIso(instantText) ?? 0;
const mapped = <A, B>(record: Record<string, A> | undefined, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record ?? {}).map(([stage, value]) => [stage, change(value)]));

const invalid = (errors: FieldError[]): Problem =>
  problem(422, 'plan_invalid', '无法按所给条件推演，请看各项说明。', { errors });

/** Who is not of the unit that asks and is not known yet (whose data it will be): no department, and not that of who asks either. */
const UNKNOWN = Object.fromEntries(
  Object.entries(ROLES).flatMap(([role, { scope }]) => (scope === 'own-unit' ? [] : [[role, '']])),
) as Partial<Record<Role, string>>;

/** Names of stages that the procedure does not have. */
const unknownStages = (procedure: Procedure, asked: Asked): FieldError[] =>
  (['decidedAt', 'outcomes', 'pauses'] as const).flatMap((at) =>
    Object.keys(asked[at] ?? {})
      .filter((stage) => !Object.hasOwn(procedure.stages, stage))
      .map((stage) => ({ pointer: `/${at}/${stage}`, message: '没有这个环节' })),
  );

/** What-if: every date of a case that was filed at an instant. */
export const planRoutes = (desk: Desk): Route[] => {
  const { store, calendars } = desk;
  const answer = async (procedure: Procedure, asked: Asked, viewer: Viewer) => {
    const submittedAtMs = msOf(asked.submittedAt);
    const facts = planFacts(procedure, asked.facts ?? {}, submittedAtMs);
    if (isProblem(facts)) return facts;
    const { jurisdiction, submitters } = procedure;
    const grant = viewer.grants.find(
      (one) => submitters.includes(one.role) && one.jurisdiction === jurisdiction,
    );
    // Somebody who could not file it plans for whoever could.
    const asking = grant ?? { role: 'requester' as const, department: viewer.department };
    const known = await store.people.partiesFor({ jurisdiction, submitter: asking });
    const parties = { ...UNKNOWN, ...known };
    const role = grant?.role ?? submitters[0]!;
    const submitter = { personId: viewer.personId, role, department: known[role] ?? viewer.department };
    const filed = await targetsAt(desk, procedure, submittedAtMs);
    const rules = rulesForNew(calendars, procedure, { parties: known, facts, ...filed });
    const { documents } = await withDocuments(desk, rules.procedure);
    try {
      const plan = planOf({
        ...{ rules, ...filed, documents },
        submittedAtMs,
        decidedAtMs: mapped(asked.decidedAt, msOf),
        pauses: mapped(asked.pauses, (of) =>
          of.map(({ ground, from, to }) => ({ ground, fromMs: msOf(from), toMs: msOf(to) })),
        ),
        outcomes: asked.outcomes ?? {},
        facts,
        parties,
        submitter,
      });
      if ('stuck' in plan) return invalid([plan.stuck]);
      const { id, version } = rules.calendar;
      return ok({
        procedure: procedure.id,
        edition: procedure.edition.id,
        calendar: { id, version },
        ...plan,
      });
    } catch (error) {
      // The calendar says so when it does not reach the days asked for.
      if (error instanceof RangeError)
        return invalid([{ pointer: '/submittedAt', message: '超出日历所覆盖的范围' }]);
      throw error;
    }
  };

  return [
    route({
      method: 'post',
      path: '/api/v1/procedures/{id}/plan',
      access: 'procedure:read',
      audit: 'PLAN_CASE',
      tag: '事项',
      summary: '推演：各环节的起止与升级时刻',
      description: '不保存任何内容，不需要幂等键。尚不知由哪个部门承办的，部门为空。',
      params: procedureParam,
      body,
      bodyExample: { submittedAt: '2026-11-23T09:30:00+08:00' },
      responses: { 200: { description: '推演结果', schema: planSchema } },
      problems: [422],
      async handle({ params: { id }, body: asked, viewer }) {
        const procedure = procedureFor(id, viewer);
        if (procedure === null) return procedureNotFound();
        const unknown = unknownStages(procedure, asked);
        return unknown.length > 0 ? invalid(unknown) : answer(procedure, asked, viewer);
      },
    }),
  ];
};
