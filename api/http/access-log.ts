import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { RequestFacts } from './facts.ts';
import { factsOf } from './facts.ts';

/** What a line of the access log says; nothing of path parameters, query, body or headers. */
const lineOf = (req: Request, res: Response): RequestFacts & Record<string, unknown> => ({
  ...factsOf(res),
  method: req.method,
  status: res.statusCode,
  requestId: String(req.id),
});

/** One line for each request: method, route, act, status, duration, request, person. */
export const accessLog = (logger: Logger): RequestHandler =>
  pinoHttp<Request, Response>({
    logger,
    genReqId: (req) => String(req.id),
    quietReqLogger: true,
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    wrapSerializers: false,
    customAttributeKeys: { responseTime: 'durationMs', reqId: 'requestId' },
    customSuccessObject: (req, res, value) => ({ ...lineOf(req, res), durationMs: value.durationMs }),
    customErrorObject: (req, res, _error, value) => ({ ...lineOf(req, res), durationMs: value.durationMs }),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customLogLevel: (_req, res, error) =>
      error || res.statusCode >= 500 ? 'error' : res.statusCode === 403 ? 'warn' : 'info',
  });
