import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import { currentTurn, nextTurn } from '../../cases/index.ts';
import { citationText } from '../../procedures/regulations.ts';
import { ROLES } from '../../procedures/roles.ts';
import { atOnce, nothingToPrepare } from '../commands/at-once.ts';
import { once } from '../commands/once.ts';
import type { Desk } from '../deps.ts';
import { allDuties, type Duty, type DutyRounds, dutyEverywhere, dutyRounds } from '../duties/rounds.ts';
import { shortListAnswer } from '../in-memory-page.ts';
import { staffName } from '../present/staff.ts';
import { isProblem, notFound, type Problem, problem, reasonsRequired } from '../problems/problem.ts';
import { type Answer, created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { listOf, pageQuery, writing } from '../schemas/common.ts';
import { dutySchema } from '../schemas/duty.ts';
import type { Viewer } from '../security/viewer.ts';

const PERIODS_SHOWN = 6;
const procedureParam = z.object({ procedure: z.string().min(1).max(100).meta({ example: 'lz-virus-scan' }) });
const reasonsBody = z.strictObject({ reasons: writing(2_000) });

const presentPause = async ({ store }: Desk, procedure: string) => {
  const pause = await store.duties.pausedNow(procedure);
  if (pause === null) return null;
  const names = await store.people.names([pause.by]);
  return { by: staffName(names, pause.by), reason: pause.reasons, at: isoOf(pause.atMs) };
};

const presentDuty = async (desk: Desk, { rights }: Viewer, duty: Duty) => {
  const { id, title, jurisdiction, recurrence } = duty;
  const periods = await desk.store.duties.lastPeriods({ procedure: id, jurisdiction }, PERIODS_SHOWN);
  const next = nextTurn(recurrence, desk.clock.nowMs());
  const paused = await presentPause(desk, id);
  const acts = paused === null ? (['pause', 'trigger'] as const) : (['resume'] as const);
  return {
    ...{ procedure: id, title, jurisdiction, every: recurrence.every },
    holder: { role: recurrence.holders, title: ROLES[recurrence.holders].title },
    basis: citationText(recurrence.basis),
    next: { period: next.period, opensAt: isoOf(next.opensAtMs) },
    paused,
    allowedActions: rights.has('duty:manage') ? [...acts] : [],
    lastPeriods: periods.map(({ opensAtMs, ...period }) => ({ ...period, opensAt: isoOf(opensAtMs) })),
  };
};

const standsStill = (paused: { by: string; reason: string; at: string }): Problem =>
  problem(409, 'duty_paused', '该经常性工作已暂停，不立新案。', { more: { paused } });

/** An administrator's act upon a duty, in every jurisdiction that has it: once for one key; said again, it is answered with how the duty stands. */
const actUpon = (
  desk: Desk,
  {
    viewer,
    key,
    duty,
    act,
    reasons,
  }: { viewer: Viewer; key: string; duty: Duty; act: string; reasons?: string },
  effect: (trx: Desk['store']['db'], atMs: number) => Promise<boolean>,
  refused: () => Promise<Problem>,
): Promise<Answer> => {
  const shown = async () => created({ duty: await presentDuty(desk, viewer, duty) });
  return atOnce(desk, {
    ...{ personId: viewer.personId, key, request: { duty: duty.id, act, reasons } },
    body: { type: `${act}-duty`, procedure: duty.id },
    prepare: nothingToPrepare,
    work: async (trx, { atMs }) => ((await effect(trx, atMs)) ? null : refused),
    answer: shown,
  });
};

/** Opens the present period by hand, once for one key and in any case once for the period. */
const triggered = (
  desk: Desk,
  rounds: DutyRounds,
  { viewer, key, duty }: { viewer: Viewer; key: string; duty: Duty },
): Promise<Answer> => {
  const { store, clock } = desk;
  const turnAt = (nowMs: number) => {
    const turn = currentTurn(duty.recurrence, nowMs);
    // Before its day it opens as from now; the day itself then finds it there.
    return { ...turn, opensAtMs: Math.min(turn.opensAtMs, nowMs) };
  };
  const answer = async (receivedAtMs: number): Promise<Answer> => {
    const turn = turnAt(receivedAtMs);
    const cases: string[] = [];
    for (const place of dutyEverywhere(duty.id)) {
      const { opened, existing, paused } = await rounds.ask(place, turn, clock.nowMs());
      const pause = paused === null ? null : await presentPause(desk, duty.id);
      if (pause !== null) return standsStill(pause);
      cases.push(...existing, ...opened);
    }
    cases.sort();
    return created({ period: turn.period, cases, duty: await presentDuty(desk, viewer, duty) });
  };
  const sent = { personId: viewer.personId, key, request: { duty: duty.id, act: 'trigger' } };
  return once(desk, sent, {
    async perform(ticket) {
      const pause = await presentPause(desk, duty.id);
      if (pause !== null) return standsStill(pause);
      const receivedAtMs = clock.nowMs();
      const body = { type: 'trigger-duty', procedure: duty.id };
      const command = { ...ticket, body, content: null, caseNo: null, receivedAtMs };
      const receipt = await store.commands.carryOutAtOnce(command, 201, async () => true);
      return receipt.kind === 'new' ? answer(receivedAtMs) : receipt;
    },
    answerAgain: ({ receivedAtMs }) => answer(receivedAtMs),
  });
};

/** Recurring duties: when they come up, why one does not, and opening the present period by hand. */
export const dutyRoutes = (desk: Desk): Route[] => {
  const { store, clock } = desk;
  const rounds = dutyRounds({ store, kick: desk.kick ?? (() => undefined) });
  const answered = {
    201: {
      description: '已生效',
      schema: z.strictObject({ duty: dutySchema }),
      headers: { 'Idempotent-Replay': '重复请求时为 true' },
    },
  };
  const tag = '经常性工作';

  const list = route({
    method: 'get',
    path: '/api/v1/duties',
    access: 'duty:read',
    audit: 'LIST_DUTIES',
    tag,
    summary: '经常性工作：下次立案、是否暂停、最近各期',
    query: z.strictObject({
      ...pageQuery,
      jurisdiction: z.string().max(10).optional(),
      paused: z
        .enum(['true', 'false'])
        .optional()
        .meta({ description: 'true：只列已暂停的；false：只列没有暂停的' }),
    }),
    responses: { 200: { description: '全部', schema: listOf(dutySchema) } },
    async handle({ query, viewer, req }) {
      const { jurisdiction, paused } = query;
      const duties = allDuties().filter(
        (duty) => jurisdiction === undefined || duty.jurisdiction === jurisdiction,
      );
      const shown = await Promise.all(duties.map((duty) => presentDuty(desk, viewer, duty)));
      const items = shown.filter((duty) => paused === undefined || String(duty.paused !== null) === paused);
      const idOf = (duty: (typeof items)[number]) => `${duty.procedure}/${duty.jurisdiction}`;
      return shortListAnswer(req, query, { list: 'duties', items, idOf });
    },
  });

  const pause = route({
    method: 'post',
    path: '/api/v1/duties/{procedure}/pause',
    access: 'duty:manage',
    audit: 'PAUSE_DUTY',
    tag,
    summary: '暂停一项经常性工作，须说明理由；多地共有的，各地一并暂停',
    key: 'required',
    params: procedureParam,
    body: reasonsBody,
    bodyExample: { reasons: '机构改革期间职责划转' },
    responses: answered,
    problems: [409],
    async handle({ params, body: { reasons }, viewer, key }) {
      const [duty] = dutyEverywhere(params.procedure);
      if (duty === undefined) return notFound();
      if (reasons === undefined) return reasonsRequired('暂停经常性工作须说明理由。');
      const asked = { viewer, key: key ?? '', duty, act: 'pause', reasons };
      return actUpon(
        desk,
        asked,
        (trx, atMs) => store.duties.pause(trx, duty.id, { by: viewer.personId, reasons, atMs }),
        async () => problem(409, 'duty_paused', '该经常性工作已在暂停中。'),
      );
    },
  });

  const resume = route({
    method: 'post',
    path: '/api/v1/duties/{procedure}/resume',
    access: 'duty:manage',
    audit: 'RESUME_DUTY',
    tag,
    summary: '恢复一项经常性工作；本期已到立案日的随即立案，暂停期间到立案日的各期不再补立',
    key: 'required',
    params: procedureParam,
    responses: answered,
    problems: [409],
    async handle({ params, viewer, key }) {
      const [duty] = dutyEverywhere(params.procedure);
      if (duty === undefined) return notFound();
      const answer = await actUpon(
        desk,
        { viewer, key: key ?? '', duty, act: 'resume' },
        (trx, atMs) => store.duties.resume(trx, duty.id, viewer.personId, atMs),
        async () => problem(409, 'duty_not_paused', '该经常性工作没有暂停。'),
      );
      if (isProblem(answer)) return answer;
      for (const place of dutyEverywhere(duty.id)) {
        const turn = currentTurn(place.recurrence, clock.nowMs());
        if (turn.opensAtMs <= clock.nowMs()) await rounds.ask(place, turn, clock.nowMs());
      }
      return answer;
    },
  });

  const trigger = route({
    method: 'post',
    path: '/api/v1/duties/{procedure}/trigger',
    access: 'duty:manage',
    audit: 'TRIGGER_DUTY',
    tag,
    summary: '为本期立案，多地共有的在各地；已立案的不重复',
    key: 'required',
    params: procedureParam,
    responses: {
      201: {
        description: '本期的案件',
        schema: z.strictObject({ period: z.string(), cases: z.array(z.string()), duty: dutySchema }),
        headers: { 'Idempotent-Replay': '重复请求时为 true' },
      },
    },
    problems: [409],
    async handle({ params, viewer, key }) {
      const [duty] = dutyEverywhere(params.procedure);
      if (duty === undefined) return notFound();
      return triggered(desk, rounds, { viewer, key: key ?? '', duty });
    },
  });

  return [list, pause, resume, trigger];
};
