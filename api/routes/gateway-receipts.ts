import type { Request } from 'express';
import { z } from 'zod';
import { TOLD_LATER } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { rawBodyOf } from '../http/body.ts';
import { isSignedWith } from '../notify/gateway.ts';
import { notFound, problem } from '../problems/problem.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { coded } from '../schemas/coded.ts';

const receiptSchema = z.strictObject({
  key: z.uuid('应为发送时的 Idempotency-Key').meta({ description: '发送时的 Idempotency-Key' }),
  state: coded('receiptStates').meta({
    description:
      'arrived：已送达；failed：未能送达；answered：本人已应答（电话按键、短信回复），应急值班呼叫即为已应答',
  }),
  why: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/, '应为 1 至 40 个小写字母、数字或下划线')
    .optional()
    .meta({ description: '未能送达的原因，一个词；不得含号码' }),
});

const header = (req: Request, name: string): string => req.get(name) ?? '';
const unsigned = () => problem(401, 'signature_invalid', '签名不正确，或者签名时间与现在相差超过5分钟。');

/** 网关回执: what the gateway tells of a message after it has taken it. */
export const gatewayReceiptRoutes = ({ store, clock, config }: Desk): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/gateways/{channel}/receipts',
    access: 'public',
    audit: 'TAKE_GATEWAY_RECEIPT',
    tag: '值班',
    summary: '短信、电话网关的回执：送达、未能送达、本人已应答',
    description:
      '由网关以与发送相同的方式签名：X-Signature-At（ISO 8601 时间）与 X-Signature: sha256=HMAC-SHA256(密钥, 时间 + "." + 正文)。同一回执可重复提交，只生效一次。',
    params: z.object({ channel: coded('channels', ['sms', 'telephone']) }),
    body: receiptSchema,
    bodyExample: { key: '3f0c1b9e-5d0a-4c0e-9a53-2f4e8f6f3a10', state: 'answered' },
    responses: { 200: { description: '已收到', schema: z.strictObject({ received: z.literal(true) }) } },
    problems: [401, 404],
    async handle({ params: { channel }, body: { key, state, why = 'failed' }, req }) {
      const secret = config.gatewaySecrets?.[channel];
      if (secret === undefined) return notFound();
      const [at, signature] = [header(req, 'x-signature-at'), header(req, 'x-signature')];
      if (!isSignedWith(secret, { at, signature, body: rawBodyOf(req) }, Date.now())) return unsigned();
      const what = state === 'failed' ? { state, why: `${TOLD_LATER}${why}` } : { state };
      const taken = await store.gatewayReceipts.take({ channel, key, what, atMs: clock.nowMs() });
      return taken ? ok({ received: true }) : notFound();
    },
  }),
];
