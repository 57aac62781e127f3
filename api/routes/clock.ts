import { z } from 'zod';
import { isoOf, msFromIso } from '../../calendar/index.ts';
import { once } from '../commands/once.ts';
import type { Desk } from '../deps.ts';
import { msOfDuration } from '../durations.ts';
import { instant } from '../forms/zod-of-fields.ts';
import { malformed, notFound, type Problem, problem } from '../problems/problem.ts';
import { type Answer, ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { isoInstant } from '../schemas/common.ts';

const duration = z
  .string()
  .max(40)
  .refine((text) => msOfDuration(text) !== null, '应为 ISO 8601 时长，如 P3D、PT4H、P1DT2H')
  .meta({ example: 'P3D' });
const body = z.strictObject({ by: duration.optional(), to: instant().optional() });

const TEN_YEARS_MS = 10 * 366 * 86_400_000;

/** Where to, from what was asked; exactly one of the two ways must be. */
const targetOf = ({ by, to }: z.infer<typeof body>, nowMs: number): number | Problem => {
  if ((by === undefined) === (to === undefined))
    return malformed([{ pointer: '/by', message: 'by 与 to 必须且只能填一项' }]);
  const targetMs = by === undefined ? (msFromIso(to ?? '') ?? 0) : nowMs + (msOfDuration(by) ?? 0);
  const pointer = by === undefined ? '/to' : '/by';
  const refuse = (message: string) =>
    problem(422, 'advance_invalid', `${message}。`, { errors: [{ pointer, message }] });
  if (targetMs < nowMs) return refuse('时间只能向前');
  return targetMs - nowMs > TEN_YEARS_MS ? refuse('一次最多向前十年') : targetMs;
};

/** The time the system goes by; in the demo it can be moved forward. */
export const clockRoutes = (desk: Desk): Route[] => {
  const { clock, virtualTime, store } = desk;
  return [
    route({
      method: 'get',
      path: '/api/v1/clock',
      access: 'self',
      audit: 'READ_CLOCK',
      tag: '时间',
      summary: '系统时间',
      responses: {
        200: { description: '时间', schema: z.strictObject({ now: isoInstant(), demo: z.boolean() }) },
      },
      handle: async () => ok({ now: isoOf(clock.nowMs()), demo: clock.demo }),
    }),
    route({
      method: 'post',
      path: '/api/v1/demo/advance',
      access: 'time:advance',
      audit: 'ADVANCE_TIME',
      tag: '时间',
      summary: '演示：把时间向前推',
      description:
        '只在内置引擎上可用，否则为 404。到达该时刻前应有的期限效果都已发生后才回答。带幂等键的，同一键、同一内容只推一次。',
      key: 'optional',
      body,
      bodyExample: { by: 'P3D' },
      responses: {
        200: {
          description: '现在的时间',
          schema: z.strictObject({ now: isoInstant() }),
          headers: { 'Idempotent-Replay': '重复请求时为 true' },
        },
      },
      problems: [404, 409, 422],
      async handle({ body: asked, viewer: { personId }, key }) {
        if (virtualTime === null) return notFound();
        /** There at the earliest; at once when the time has come and gone. */
        const reach = async (targetMs: number): Promise<Answer> =>
          ok({ now: isoOf(await virtualTime.advanceTo(Math.max(targetMs, clock.nowMs()))) });
        if (key === null) {
          const targetMs = targetOf(asked, clock.nowMs());
          return typeof targetMs === 'number' ? reach(targetMs) : targetMs;
        }
        const sent = { personId, key, request: { route: 'advance', ...asked } };
        return once(desk, sent, {
          async perform(ticket) {
            const receivedAtMs = clock.nowMs();
            const targetMs = targetOf(asked, receivedAtMs);
            if (typeof targetMs !== 'number') return targetMs;
            const body = { type: 'advance', targetMs };
            const command = { ...ticket, body, content: null, caseNo: null, knownSeq: 0, receivedAtMs };
            const receipt = await store.commands.carryOutAtOnce(command, 200, async () => true);
            return receipt.kind === 'new' ? reach(targetMs) : receipt;
          },
          // Where the first request was broken off on its way, this one goes the rest.
          answerAgain: ({ body: stored }) => reach((stored as { targetMs: number }).targetMs),
        });
      },
    }),
  ];
};
