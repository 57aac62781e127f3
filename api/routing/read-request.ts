import type { Request } from 'express';
import type { z } from 'zod';
import { isFitText } from '../http/text.ts';
import { fieldErrorsOf, issueText } from '../problems/of-zod.ts';
import { malformed, notFound, type Problem } from '../problems/problem.ts';
import type { KeyUse, Route } from './route.ts';

type Read = { params: unknown; query: unknown; body: unknown; key: string | null };

const parsed = (schema: z.ZodType, value: unknown): { value: unknown } | Problem => {
  const result = schema.safeParse(value, { error: issueText });
  return result.success ? { value: result.data } : malformed(fieldErrorsOf(result.error.issues));
};

/** A path parameter that cannot name anything names nothing: 404, not 400. */
const readParams = (route: Route, req: Request): { value: unknown } | Problem => {
  const fit = Object.values(req.params).every(
    (text) => typeof text === 'string' && text.length <= 200 && isFitText(text),
  );
  if (!fit) return notFound();
  if (route.params === undefined) return { value: undefined };
  const result = route.params.safeParse(req.params);
  return result.success ? { value: result.data } : notFound();
};

const readQuery = (route: Route, req: Request): { value: unknown } | Problem => {
  const query: Record<string, unknown> = { ...req.query };
  for (const [name, text] of Object.entries(query))
    if (typeof text !== 'string' || !isFitText(text) || text.length > 500)
      return malformed([{ pointer: `/${name}`, message: '查询参数须为不重复的短文本' }]);
  // Unknown names are harmless where a route takes no query at all only if there are none.
  if (route.query === undefined)
    return Object.keys(query).length === 0
      ? { value: undefined }
      : malformed(Object.keys(query).map((name) => ({ pointer: `/${name}`, message: '不认识的查询参数' })));
  return parsed(route.query, query);
};

const readBody = (route: Route, req: Request): { value: unknown } | Problem => {
  if (route.body !== undefined) return parsed(route.body, req.body ?? {});
  return req.body === undefined || Object.keys(req.body as object).length === 0
    ? { value: undefined }
    : malformed(
        Object.keys(req.body as object).map((name) => ({ pointer: `/${name}`, message: '不认识的字段' })),
      );
};

/** Visible ASCII, as the draft of the header has it. */
const KEY = /^[\x21-\x7e]{1,255}$/;

const readKey = (use: KeyUse, req: Request): { key: string | null } | Problem => {
  const given = req.headers['idempotency-key'];
  if (use === 'none' || (use === 'optional' && given === undefined)) return { key: null };
  if (typeof given === 'string' && KEY.test(given)) return { key: given };
  const message = given === undefined ? '缺少请求头 Idempotency-Key' : '应为 1 至 255 个可见 ASCII 字符';
  return malformed([{ pointer: '/Idempotency-Key', message }], '此请求须带请求头 Idempotency-Key。');
};

/** Everything a handler needs from the request, checked; or the first problem found. */
export const readRequest = (route: Route, req: Request): Read | Problem => {
  const params = readParams(route, req);
  if ('problem' in params) return params;
  const query = readQuery(route, req);
  if ('problem' in query) return query;
  const key = readKey(route.key ?? 'none', req);
  if ('problem' in key) return key;
  const body = readBody(route, req);
  if ('problem' in body) return body;
  return { params: params.value, query: query.value, body: body.value, key: key.key };
};
