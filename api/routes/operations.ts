import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { Desk } from '../deps.ts';
import type { Metrics } from '../metrics.ts';
import { notFound } from '../problems/problem.ts';
import { ok, type Reply } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** With a token set, whoever brings it; without one, this machine only. */
const mayReadMetrics = (req: Request, token: string | undefined): boolean => {
  if (token === undefined) return LOOPBACK.test(req.socket.remoteAddress ?? '');
  return timingSafeEqual(digest(req.headers.authorization ?? ''), digest(`Bearer ${token}`));
};

const checks = z.strictObject({ database: z.boolean(), migrations: z.boolean(), engine: z.boolean() });

/** Alive, ready, measured. */
export const operationRoutes = ({ store, engine, config, migrated }: Desk, metrics: Metrics): Route[] => [
  route({
    method: 'get',
    path: '/healthz',
    access: 'public',
    audit: 'HEALTH',
    tag: '运行',
    summary: '进程是否在运行',
    responses: { 200: { description: '在运行', schema: z.strictObject({ status: z.literal('ok') }) } },
    handle: async () => ok({ status: 'ok' }),
  }),
  route({
    method: 'get',
    path: '/readyz',
    access: 'public',
    audit: 'READINESS',
    tag: '运行',
    summary: '数据库可用且结构最新、引擎可用',
    responses: {
      200: { description: '就绪', schema: z.strictObject({ status: z.literal('ready'), checks }) },
      503: {
        description: '未就绪',
        schema: z.strictObject({ status: z.literal('not-ready'), checks }),
        headers: { 'Retry-After': '多少秒后重试' },
      },
    },
    async handle(): Promise<Reply> {
      const [database, reachable] = await Promise.all([store.reachable(), engine.reachable()]);
      const migrations = database && (migrated === undefined || (await migrated().catch(() => false)));
      const found = { database, migrations, engine: reachable };
      return database && migrations && reachable
        ? ok({ status: 'ready', checks: found })
        : { status: 503, body: { status: 'not-ready', checks: found }, headers: { 'Retry-After': '5' } };
    },
  }),
  route({
    method: 'get',
    path: '/metrics',
    access: 'public',
    audit: 'METRICS',
    tag: '运行',
    summary: 'Prometheus 指标；只对本机或持令牌者开放',
    responses: { 200: { description: '指标', type: 'text/plain', schema: z.string() } },
    problems: [404],
    async handle({ req }) {
      if (!mayReadMetrics(req, config.metricsToken)) return notFound();
      return { status: 200, body: await metrics.text(), type: metrics.contentType };
    },
  }),
];
