import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { ResponseSpec, Route } from './routing/route.ts';
import { problemSchema } from './schemas/problem.ts';

const PROBLEM_WORDS: Record<number, string> = {
  400: '请求格式有误',
  401: '未登录或登录已失效',
  403: '无权办理',
  404: '没有找到，或无权查看',
  409: '办件状态已变化，或幂等键正在使用',
  413: '请求内容超过 256 KiB',
  415: '不支持的内容类型',
  422: '内容不符合规定',
  429: '请求过于频繁',
  503: '服务暂时不可用',
};

/** Problems that a route can answer with: those of its kind and those it declares. */
export const problemStatuses = (route: Route): number[] => {
  const always = route.path.startsWith('/api/') || route.path.startsWith('/public/') ? [400, 429, 503] : [];
  const person = route.access === 'public' ? [] : [401, 403];
  const body = route.body === undefined ? [] : [413, 415];
  const key = route.key === 'required' ? [409, 422] : [];
  const named = route.path.includes('{') ? [404] : [];
  return [...new Set([...always, ...person, ...body, ...key, ...named, ...(route.problems ?? [])])].sort();
};

const headersOf = (headers: Record<string, string> | undefined) =>
  headers === undefined
    ? {}
    : {
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, description]) => [
            name,
            { description, schema: { type: 'string' as const } },
          ]),
        ),
      };

const responseOf = ({
  description,
  schema,
  type = 'application/json',
  alsoAs = [],
  example,
  headers,
}: ResponseSpec): ResponseConfig => ({
  description,
  ...headersOf(headers),
  ...(schema === undefined
    ? {}
    : {
        content: {
          [type]: { schema, ...(example === undefined ? {} : { example }) },
          ...Object.fromEntries(alsoAs.map((other) => [other, { schema: z.string() }])),
        },
      }),
});

const problemResponse = (status: number): ResponseConfig => ({
  description: PROBLEM_WORDS[status] ?? '请求未能完成',
  ...(status === 429 || status === 503 ? headersOf({ 'Retry-After': '多少秒后重试' }) : {}),
  content: { 'application/problem+json': { schema: problemSchema } },
});

const keyHeader = (required: boolean) => {
  const key = z.string().min(1).max(255).meta({
    description: '幂等键：同一键、同一内容只办理一次',
    example: 'b6f1c1c0-7d0b-4a53-9c52-0b1f3c8e0a11',
  });
  return z.object({ 'Idempotency-Key': required ? key : key.optional() });
};

const addRoute = (registry: OpenAPIRegistry, route: Route): void => {
  const responses: Record<string, ResponseConfig> = {};
  for (const [status, spec] of Object.entries(route.responses)) responses[status] = responseOf(spec);
  for (const status of problemStatuses(route)) responses[status] ??= problemResponse(status);
  const key = route.key ?? 'none';
  registry.registerPath({
    method: route.method,
    path: route.path,
    operationId: route.audit
      .toLowerCase()
      .replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: route.access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    request: {
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { query: route.query }),
      ...(key === 'none' ? {} : { headers: keyHeader(key === 'required') }),
      ...(route.body === undefined
        ? {}
        : {
            body: {
              required: true,
              content: {
                'application/json': {
                  schema: route.body,
                  ...(route.bodyExample === undefined ? {} : { example: route.bodyExample }),
                },
              },
            },
          }),
    },
    responses,
    ...(route.access === 'public' ? {} : { 'x-right': route.access }),
    'x-audit': route.audit,
  });
};

/** The OpenAPI 3.1 document of the routes; made from the same declarations as the routes themselves. */
export const openApiDocument = (routes: readonly Route[]) => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
  });
  for (const route of routes) addRoute(registry, route);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '时限 · 政务数据审批接口',
      version: '1.0.0',
      description: '办件、期限与监督。时刻为 +08:00 的 ISO 8601，错误为 RFC 9457。',
    },
    servers: [{ url: '/' }],
  });
};
