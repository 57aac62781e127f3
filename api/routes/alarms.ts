import { z } from 'zod';
import { isoOf } from '../../calendar/index.ts';
import type { Alarm } from '../../store/index.ts';
import { once } from '../commands/once.ts';
import type { Desk } from '../deps.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { notFound, unavailable } from '../problems/problem.ts';
import { type Answer, created } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { coded } from '../schemas/coded.ts';
import { isoInstant, listOf, pageQuery } from '../schemas/common.ts';

const TITLES: Record<Alarm['kind'], string> = {
  run_missing: '在办件没有运行中的流程',
  run_not_answering: '在办件的流程不应答，到期时将不会推进',
  timer_missing_or_other: '流程的定时与记录不一致',
  deadline_differs: '存储的届满时刻与重新计算的不同',
  calendar_behind: '办件未采用最新的工作日历',
  run_of_closed_case: '已办结的办件仍有流程在运行',
};

const alarmSchema = z
  .strictObject({
    id: z.number().int(),
    kind: coded('alarmKinds'),
    title: z.string(),
    case: z.string(),
    clock: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    raisedAt: isoInstant(),
    seenAt: isoInstant().meta({ description: '最近一次仍然发现' }),
    resolvedAt: isoInstant().nullable(),
    resolution: coded('alarmResolutions').nullable(),
  })
  .meta({ id: 'Alarm' });

const presentAlarm = ({
  id,
  kind,
  caseNo,
  clock,
  details,
  raisedAtMs,
  seenAtMs,
  resolvedAtMs,
  resolution,
}: Alarm) => ({
  ...{ id, kind, title: TITLES[kind], case: caseNo, clock: clock === '' ? null : clock, details },
  raisedAt: isoOf(raisedAtMs),
  seenAt: isoOf(seenAtMs),
  resolvedAt: resolvedAtMs === null ? null : isoOf(resolvedAtMs),
  resolution,
});

/** What the watchdog has found, and putting it right. */
export const alarmRoutes = (desk: Desk): Route[] => {
  const { store, clock, rearm } = desk;

  const shown = async (id: number): Promise<Answer> => {
    const alarm = await store.alarms.byId(id);
    return alarm === null ? notFound() : created({ alarm: presentAlarm(alarm) });
  };

  const totalOf = (open: boolean): Promise<number> =>
    open ? store.alarms.openCount() : store.alarms.count();

  const list = route({
    method: 'get',
    path: '/api/v1/supervision/alarms',
    access: 'supervision:read',
    audit: 'LIST_ALARMS',
    tag: '监督',
    summary: '记录、流程、定时与日历之间的不一致，新的在前',
    query: z.strictObject({
      ...pageQuery,
      state: coded('openness').optional().meta({ description: '缺省只列未解决的' }),
    }),
    responses: { 200: { description: '告警', schema: listOf(alarmSchema) } },
    async handle({ query, req }) {
      const open = query.state !== 'all';
      const page = await store.alarms.list({ ...pagingOf(query), open });
      return listAnswer(req, await countedOn(query, page, () => totalOf(open)), presentAlarm);
    },
  });

  const rearmed = route({
    method: 'post',
    path: '/api/v1/supervision/alarms/{id}/rearm',
    access: 'alarm:rearm',
    audit: 'REARM_CASE',
    tag: '监督',
    summary: '以记录为准重新启动该办件的流程，告警随之解决',
    key: 'required',
    params: z.object({
      id: z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number)
        .meta({ type: 'integer' }),
    }),
    responses: { 201: { description: '已重新启动', schema: z.strictObject({ alarm: alarmSchema }) } },
    async handle({ params: { id }, viewer: { personId }, key }) {
      return once(
        desk,
        { personId, key: key ?? '', request: { rearm: id } },
        {
          answerAgain: () => shown(id),
          async perform(ticket) {
            const alarm = await store.alarms.byId(id);
            if (alarm === null) return notFound();
            if (rearm === undefined) return unavailable();
            if (alarm.resolvedAtMs === null) await rearm(alarm);
            const body = { type: 'rearm', alarm: id };
            await store.alarms.rearmed(id, { ...ticket, body, receivedAtMs: clock.nowMs() });
            return shown(id);
          },
        },
      );
    },
  });

  return [list, rearmed];
};
