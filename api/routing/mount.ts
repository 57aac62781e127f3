import express, { type Request, type RequestHandler, type Response } from 'express';
import { jsonBody } from '../http/body.ts';
import { methodNotAllowed } from '../http/errors.ts';
import { addFacts } from '../http/facts.ts';
import { requestIdOf, sendAnswer, sendProblem } from '../http/send.ts';
import { type ReadTitles, withTitles } from '../present/titles.ts';
import { forbidden, isProblem, type Problem } from '../problems/problem.ts';
import type { Viewer } from '../security/viewer.ts';
import type { Answer } from './answer.ts';
import { readRequest } from './read-request.ts';
import type { Call, Route } from './route.ts';

export type Gate = {
  /** Who asks, or why nobody is let in. */
  authenticate(req: Request): Promise<Viewer | Problem>;
  /** Limits that stand before a public route of the kind. */
  publicLimits: Record<'login' | 'public', RequestHandler>;
  /** Limit per person; runs once the person is known. */
  personLimit: RequestHandler;
  /** Titles of departments that answers name. */
  readTitles: ReadTitles;
};

/** OpenAPI's `{no}` in Express's way. */
export const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const viewerIn = (res: Response): Viewer | null => (res.locals.viewer as Viewer | undefined) ?? null;
/** Person of a request that has passed the gate. */
export const personIn = (_req: Request, res: Response): string => viewerIn(res)?.personId ?? 'nobody';

const admit =
  (gate: Gate, { access }: Route): RequestHandler =>
  async (req, res, next) => {
    if (access === 'public') return next();
    const viewer = await gate.authenticate(req);
    if (isProblem(viewer)) return sendProblem(req, res, viewer);
    addFacts(res, { personId: viewer.personId });
    if (!viewer.rights.has(access)) return sendProblem(req, res, forbidden());
    res.locals.viewer = viewer;
    next();
  };

/** The answer with the titles that the route declares of it. */
const titled = async ({ readTitles }: Gate, { responses }: Route, answer: Answer): Promise<Answer> => {
  if (isProblem(answer)) return answer;
  return { ...answer, body: await withTitles(responses[answer.status]?.schema, answer.body, readTitles) };
};

const perform =
  (gate: Gate, route: Route): RequestHandler =>
  async (req, res) => {
    const read = readRequest(route, req);
    if (isProblem(read)) return sendProblem(req, res, read);
    const call = { ...read, viewer: viewerIn(res), requestId: requestIdOf(req), req };
    const answer = await route.handle(call as unknown as Call<never, never, never, never>);
    sendAnswer(req, res, await titled(gate, route, answer));
  };

const named =
  ({ path, audit }: Route): RequestHandler =>
  (_req, res, next) => {
    addFacts(res, { route: path, audit });
    next();
  };

/** Every route of the table, and 405 for other methods on its paths. */
export const mount = (routes: readonly Route[], gate: Gate): express.Router => {
  const router = express.Router();
  const read = jsonBody();
  for (const route of routes) {
    const limits =
      route.access === 'public'
        ? route.limited
          ? [gate.publicLimits[route.limited]]
          : []
        : [gate.personLimit];
    router[route.method](
      expressPath(route.path),
      named(route),
      admit(gate, route),
      ...limits,
      read,
      perform(gate, route),
    );
  }
  const paths = new Set(routes.map(({ path }) => path));
  for (const path of paths) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
    router.all(expressPath(path), methodNotAllowed(allowed));
  }
  return router;
};
