import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { CaseState, PersonCommand } from '../../cases/index.ts';
import { demandsOf, offeredOutcomes } from '../../procedures/asked.ts';
import { mustsFor } from '../../procedures/musts.ts';
import type { Demand, Outcome } from '../../procedures/schema.ts';
import type { SeenCase } from '../case-reader.ts';
import { digestOf } from '../commands/keys.ts';
import { type Act, type Prepared, sendCommand } from '../commands/send.ts';
import type { Desk } from '../deps.ts';
import { checkContents } from '../forms/check.ts';
import { factsOf } from '../forms/facts.ts';
import { beyondRequest } from '../forms/within-request.ts';
import { departmentsProblem } from '../intake/departments.ts';
import { claimsProblem, thingsProblem } from '../intake/things.ts';
import { type FieldError, forbidden, malformed, type Problem, problem } from '../problems/problem.ts';
import { type Route, route } from '../routing/route.ts';
import { caseSchema } from '../schemas/case.ts';
import { pendingSchema } from '../schemas/command.ts';
import { isoInstant, seatSchema, writing } from '../schemas/common.ts';
import { actorFor, type Viewer } from '../security/viewer.ts';

const body = z.strictObject({
  outcome: z.string().min(1).max(100),
  reasons: writing(4000),
  legalBasis: writing(2000),
  fields: z.record(z.string(), z.unknown()).optional(),
});
type Asked = z.infer<typeof body>;

const DEMANDS: Record<Demand, { code: string; message: string }> = {
  reasons: { code: 'reasons_required', message: '此结果须说明理由' },
  legalBasis: { code: 'legal_basis_required', message: '此结果须注明法律依据' },
  fields: { code: 'fields_required', message: '此结果须填写规定的内容' },
};

const givesOf = ({ reasons, legalBasis, fields }: Asked): Demand[] => [
  ...(reasons === undefined ? [] : (['reasons'] as const)),
  ...(legalBasis === undefined ? [] : (['legalBasis'] as const)),
  ...(fields === undefined ? [] : (['fields'] as const)),
];

/** The outcome where the case offers it; null for the decider to refuse. */
const outcomeOf = ({ state, procedure }: SeenCase, task: string, outcome: string): Outcome | null => {
  const stage = procedure.stages[state.tasks[task]?.stage ?? ''];
  return stage === undefined ? null : (offeredOutcomes(stage, state)[outcome] ?? null);
};

/** Everything the outcome demands and the request lacks, all at once. */
const lacking = (outcome: Outcome, { facts }: CaseState, gives: readonly Demand[]): Problem | null => {
  const missing = demandsOf(outcome, facts).filter((demand) => !gives.includes(demand));
  const [first] = missing;
  if (first === undefined) return null;
  const errors = missing.map(
    (demand): FieldError => ({ pointer: `/${demand}`, message: DEMANDS[demand].message }),
  );
  return problem(422, DEMANDS[first].code, `${DEMANDS[first].message}。`, { errors });
};

/** What is wrong with the fields of a decision: unknown, incomplete, not asked for, or beyond what was asked for. */
const fieldsProblem = (
  outcome: Outcome,
  { state, file: { form } }: SeenCase,
  { fields }: Asked,
  nowMs: number,
): Problem | null => {
  if (fields === undefined) return null;
  if (outcome.fields === undefined)
    return malformed([{ pointer: '/fields', message: '此结果没有要填写的内容' }]);
  const found = checkContents({
    fields: outcome.fields,
    contents: fields,
    moment: { nowMs },
    at: 'fields',
    code: 'fields_invalid',
    facts: state.facts,
  });
  if (found !== null) return found;
  const errors = beyondRequest(outcome.fields, fields, form);
  return errors.length === 0
    ? null
    : problem(422, 'beyond_request', '决定的内容不得超出申请的范围。', { errors });
};

/**
 * Things that the decision would open, change, use or close and that do not stand as they must; named by it, or by what was said before.
 * Looked at when nobody else can change them any more.
 */
const thingsAgainst = async (
  desk: Desk,
  outcome: Outcome,
  { procedure, state }: SeenCase,
  { fields = {} }: Asked,
  { id, atMs }: { id: string; atMs: number },
): Promise<Problem | null> => {
  const facts = { ...state.facts, ...factsOf(outcome.fields ?? {}, fields, atMs), ...outcome.sets };
  const effects = mustsFor(procedure, outcome, facts);
  if (effects.length === 0) return null;
  const meant = {
    effects,
    contents: { ...(await desk.store.registers.saidIn(state.no)), ...fields },
    place: { jurisdiction: procedure.jurisdiction, department: state.submitter.department },
    caseNo: state.no,
    pointerOf: (field: string) => (field in fields ? `/fields/${field}` : '/outcome'),
  };
  const taken = await claimsProblem(desk, meant, id);
  if (taken !== null) return taken;
  const against = await thingsProblem(desk, meant);
  if (against !== null) await desk.store.registers.releaseThings(id);
  return against;
};

const prepare =
  (desk: Desk, viewer: Viewer, task: string, asked: Asked) =>
  async (found: SeenCase, id: string, atMs: number): Promise<Prepared | Problem> => {
    const actor = actorFor(viewer, found.state.tasks[task] ?? null);
    if (actor === null) return forbidden();
    const outcome = outcomeOf(found, task, asked.outcome);
    const { reasons, legalBasis, fields } = asked;
    const strangers = await departmentsProblem(
      desk,
      found.procedure,
      outcome?.fields ?? {},
      fields ?? {},
      'fields',
    );
    if (strangers !== null) return strangers;
    const command: PersonCommand = {
      type: 'decide',
      id,
      actor,
      task,
      outcome: asked.outcome,
      // What is missing is told by `check`, with every pointer; the decider is to say what else stands against it.
      gives: [...new Set([...givesOf(asked), ...(outcome?.demands ?? [])])],
      facts:
        outcome?.fields === undefined || fields === undefined ? {} : factsOf(outcome.fields, fields, atMs),
      digest: digestOf({ reasons, legalBasis, fields }),
    };
    return { command, content: { reasons, legalBasis, fields } };
  };

const made: Act['made'] = ({ id, body: stored, receivedAtMs }) => {
  const { task, outcome, actor } = stored as Extract<PersonCommand, { type: 'decide' }>;
  return {
    decision: {
      id,
      task,
      outcome,
      at: isoOf(receivedAtMs),
      by: { department: actor.department, role: actor.role },
    },
  };
};

export const madeSchema = seatSchema;

/** Deciding a task. */
export const decisionRoutes = (desk: Desk): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/cases/{no}/tasks/{task}/decisions',
    access: 'case:decide',
    audit: 'DECIDE',
    tag: '办件',
    summary: '对任务作出决定',
    description:
      '生效时刻为本系统收到请求的时刻。引擎 10 秒内没有回答的，返回 202，决定已收到，恢复后办理一次。',
    key: 'required',
    params: z.object({ no: z.string().min(1).max(40), task: z.string().min(1).max(120) }),
    body,
    bodyExample: { outcome: 'refuse', reasons: '申请的数据项超出履职所需。' },
    responses: {
      201: {
        description: '已生效',
        schema: z.strictObject({
          decision: z.strictObject({
            id: z.string(),
            task: z.string(),
            outcome: z.string(),
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
    handle({ params: { no, task }, body: asked, viewer, key }) {
      return sendCommand(desk, {
        viewer,
        key: key ?? '',
        no,
        request: { route: 'decide', task, ...asked },
        prepare: prepare(desk, viewer, task, asked),
        check: (found, atMs, id) => {
          const outcome = outcomeOf(found, task, asked.outcome);
          if (outcome === null) return null;
          const wanting =
            lacking(outcome, found.state, givesOf(asked)) ?? fieldsProblem(outcome, found, asked, atMs);
          return wanting ?? thingsAgainst(desk, outcome, found, asked, { id, atMs });
        },
        made,
      });
    },
  }),
];
