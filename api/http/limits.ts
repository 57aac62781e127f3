import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { type Problem, problem } from '../problems/problem.ts';
import { sendProblem } from './send.ts';

/** Requests allowed within a minute. */
export type RateLimits = {
  /** Per network address, any route. */
  perAddress: number;
  /** Per person, any route. */
  perPerson: number;
  /** Logins per network address. */
  login: number;
  /** Public progress enquiries per network address. */
  publicProgress: number;
};
export const RATE_LIMITS: RateLimits = {
  perAddress: 60_000,
  perPerson: 30_000,
  login: 300,
  publicProgress: 30,
};

const MINUTE_MS = 60_000;

export const tooMany = (
  retryAfter: number,
  detail = '请求过于频繁，请稍后再试。',
  code = 'rate_limited',
): Problem => problem(429, code, detail, { retryAfter });

type KeyOf = (req: Request, res: Response) => string;

const limiter = (limit: number, keyOf: KeyOf): RequestHandler => {
  const options: Partial<Options> = {
    windowMs: MINUTE_MS,
    limit,
    // The later draft has every request's key hashed.
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: keyOf,
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (req, res) => {
      const { resetTime } = (req as unknown as { rateLimit: { resetTime?: Date } }).rateLimit;
      const seconds = resetTime === undefined ? 60 : (resetTime.getTime() - Date.now()) / 1000;
      sendProblem(req, res, tooMany(Math.max(1, seconds)));
    },
  };
  return rateLimit(options);
};

/** Address of the connection itself; a header that claims another has no effect. */
export const addressOf = (req: Request): string => ipKeyGenerator(req.socket.remoteAddress ?? 'unknown');

export const addressLimiter = (limit: number): RequestHandler => limiter(limit, addressOf);
/** Counts by a key that the caller has found out, e.g. the person. */
export const keyLimiter = (limit: number, keyOf: KeyOf): RequestHandler => limiter(limit, keyOf);
