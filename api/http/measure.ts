import type { RequestHandler } from 'express';
import type { Metrics } from '../metrics.ts';
import { addFacts, factsOf } from './facts.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts every answer under the pattern of its route; what matched none is one label together. */
export const measure =
  (metrics: Metrics): RequestHandler =>
  (req, res, next) => {
    const startedAtMs = performance.now();
    addFacts(res, { startedAtMs });
    res.once('finish', () => {
      metrics.answered({
        method: METHODS.has(req.method) ? req.method : 'other',
        route: factsOf(res).route ?? 'unmatched',
        status: res.statusCode,
        seconds: (performance.now() - startedAtMs) / 1000,
      });
    });
    next();
  };
