import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { internal, malformed, notFound, type Problem, problem, unavailable } from '../problems/problem.ts';
import { requestIdOf, sendProblem } from './send.ts';

/** Codes by which the database or its network says that it is away, shutting down or full. */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[1-5]|57014|53\w{3})$/;
const AWAY_WORDS =
  /Connection terminated|Timeout acquiring a connection|timeout exceeded when trying to connect|Connection ended unexpectedly|Unable to acquire a connection|Query read timeout|Client has encountered a connection error/i;

/** Whether an error says that PostgreSQL cannot be reached. */
export const isDatabaseAway = (error: unknown): boolean => {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string' && AWAY.test(code)) return true;
    if (AWAY_WORDS.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some((inner) => isDatabaseAway(inner))) return true;
  }
  return false;
};

/** What an unexpected error looks like from outside; nothing of it shows. */
export const problemOfError = (error: unknown): Problem => {
  if (isDatabaseAway(error)) return unavailable();
  const status = (error as { status?: unknown } | null)?.status;
  // Express reports a path that cannot be decoded in this way.
  if (status === 400) return malformed([{ pointer: '', message: '地址不能解读' }], '请求的地址格式有误。');
  return internal();
};

/** Last in line: logs what was not expected under the request's id, and answers without a detail of it. */
export const errorHandler =
  (logger: Logger): ErrorRequestHandler =>
  (error, req, res, next) => {
    const of = problemOfError(error);
    if (of.status >= 500)
      logger.error(
        {
          err: { type: error?.name, message: error?.message, stack: error?.stack },
          requestId: requestIdOf(req),
        },
        'request failed',
      );
    if (res.headersSent) return next(error);
    sendProblem(req, res, of);
  };

export const unknownRoute = (): RequestHandler => (req, res) =>
  sendProblem(req, res, { ...notFound(), code: 'route_not_found', detail: '没有这个地址。' });

/** The path is known, the method is not. */
export const methodNotAllowed =
  (allowed: readonly string[]): RequestHandler =>
  (req, res) =>
    sendProblem(
      req,
      res,
      problem(405, 'method_not_allowed', `此地址只支持 ${allowed.join('、')}。`, {
        headers: { Allow: allowed.join(', ') },
      }),
    );
